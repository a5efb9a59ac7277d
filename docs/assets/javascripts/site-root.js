/** Where the site begins. Read once: instant navigation changes the address, but not the <html> element that says this. */

/**
 * @param {Pick<Document, "baseURI" | "documentElement">} page
 * @returns {string} absolute, with a slash at its end
 */
export function siteRootOf(page) {
  return new URL(page.documentElement.dataset.siteRoot || ".", page.baseURI).href;
}

/**
 * Python writes links to other pages as "root:figures/#coins", since only the page knows how deep it lies. In built
 * pages they are resolved already; this does the same for what comes fresh from Python.
 * @param {string} href
 * @param {string} siteRoot
 * @returns {string | null} null where it is another kind of link
 */
export function resolveRootLink(href, siteRoot) {
  return href.startsWith("root:") ? new URL(href.slice("root:".length), siteRoot).href : null;
}

/**
 * @param {ParentNode} content
 * @param {string} siteRoot
 */
export function resolveRootLinks(content, siteRoot) {
  for (const link of content.querySelectorAll('a[href^="root:"]')) {
    link.setAttribute("href", resolveRootLink(link.getAttribute("href") ?? "", siteRoot) ?? "");
  }
}
