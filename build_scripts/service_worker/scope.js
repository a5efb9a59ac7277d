/** Where this worker stands: its scope, which is the site's root, and the caches that are its own. */

export const scope = /** @type {import("./types.d.ts").ServiceScope} */ (/** @type {unknown} */ (self));

const ROOT = scope.registration.scope;
/** All projects of one GitHub Pages account share an origin, and so its caches: the scope tells whose a cache is. */
const OURS = `do-likes-pay ${ROOT} `;

/** @param {string} version */
export function cacheName(version) {
  return OURS + version;
}

/** @returns {Promise<string[]>} the names of this site's caches, of all versions */
export async function ourCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

/** @param {string} path from the site's root */
export function addressOf(path) {
  return new URL(path, ROOT).href;
}

/**
 * @param {string} address
 * @returns {string | null} from the site's root, without query and fragment; null outside of the site
 */
export function pathOf(address) {
  const { origin, pathname } = new URL(address);
  const whole = origin + pathname;
  return whole.startsWith(ROOT) ? whole.slice(ROOT.length) : null;
}

/** The open pages of this site, whichever version of the worker they have. */
export async function openPages() {
  const all = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(ROOT));
}
