/**
 * Tells the styles how much of the window an on-screen keyboard covers: what sticks to the lower edge stands above it.
 * Browsers that shrink the page for the keyboard, as Android's do, have nothing to tell.
 */

/** Pixels. A browser's own bars come and go by less. */
const LEAST = 100;

/**
 * @param {Pick<VisualViewport, "height" | "offsetTop" | "scale">} seen the part of the window that is in sight
 * @param {number} whole height of the window
 * @returns {number}
 */
export function covered({ height, offsetTop, scale }, whole) {
  const hidden = Math.round(whole - height - offsetTop);
  // A page that is zoomed in shows only a part of itself too.
  return scale > 1.05 || hidden < LEAST ? 0 : hidden;
}

/** Once for a visit. */
export function followKeyboard() {
  const seen = globalThis.visualViewport;
  const page = document.documentElement;
  const tell = () => seen && page.style.setProperty("--keyboard", `${covered(seen, page.clientHeight)}px`);
  for (const change of ["resize", "scroll"]) seen?.addEventListener(change, tell);
}
