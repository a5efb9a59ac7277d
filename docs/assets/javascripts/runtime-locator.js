/** Finds the runtime's worker, as the post-build step wrote it into the page. */

/** @typedef {{ url: string, bytes: number }} RuntimeLocation */

/**
 * @param {ParentNode} page
 * @param {string} siteRoot absolute: `content` is relative to it, so that the site works in any sub-path
 * @returns {RuntimeLocation | null} null where the page was built without a runtime
 */
export function locateRuntime(page, siteRoot) {
  const meta = /** @type {HTMLMetaElement | null} */ (page.querySelector('meta[name="calculator-runtime"]'));
  if (!meta?.content) return null;
  return { url: new URL(meta.content, siteRoot).href, bytes: Number(meta.dataset.bytes) || 0 };
}
