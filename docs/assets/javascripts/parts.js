/** The places that templates leave for scripts, found by name; each may be missing. */

/**
 * @param {ParentNode} root
 * @param {string} name
 * @returns {HTMLElement | null}
 */
export function partOf(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}
