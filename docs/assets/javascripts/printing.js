/** On paper nothing can be opened: all drawers are opened before printing, and closed again after it. */

/** Once for a visit: what is not to be printed, a style sheet hides. */
export function openForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  globalThis.addEventListener("beforeprint", () => {
    opened.push(.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details:not([open])")));
    for (const drawer of opened) drawer.open = true;
  });
  globalThis.addEventListener("afterprint", () => {
    for (const drawer of opened) drawer.open = false;
    opened = [];
  });
}
