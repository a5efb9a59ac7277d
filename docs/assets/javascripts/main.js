/** The one script that pages load. */

import { forgetEverything } from "./device.js";
import { tellHeight } from "./embed-frame.js";
import { followKeyboard } from "./keyboard.js";
import { LiveCalculator } from "./live-calculator.js";
import { OfflineUse } from "./offline.js";
import { markOverdue } from "./overdue.js";
import { openForPrint } from "./printing.js";
import { runtime, siteRoot } from "./runtime.js";
import { copy } from "./take-away.js";

/** @typedef {{ subscribe(listener: () => void): unknown }} PageChanges Material's stream of pages under instant navigation */

if (!customElements.get("live-calculator")) customElements.define("live-calculator", LiveCalculator);

const { document$: pageChanges } = /** @type {{ document$?: PageChanges }} */ (globalThis);
if (pageChanges) pageChanges.subscribe(() => markOverdue(document));
else markOverdue(document);

// These may stand on any page, so their clicks are heard where instant navigation never reaches.
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("[data-action], [data-copy]")) : null;
  if (button?.dataset.action === "forget") forgetEverything();
  if (button?.dataset.copy) copyField(button, button.dataset.copy);
});

openForPrint();
followKeyboard();

// In a frame on somebody else's page there is nothing to visit again.
if (document.documentElement.dataset.fullPage) tellHeight();
else new OfflineUse(runtime, siteRoot).begin(pageChanges);

/**
 * @param {HTMLElement} button what it says is replaced by what happened
 * @param {string} id of the field to copy
 */
async function copyField(button, id) {
  const field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(id));
  if (!field || !(await copy(field.value))) return field?.select();
  // A button that changes its own words says nothing; the place beside it does.
  for (const place of [button, button.parentElement?.querySelector("[role=status]")]) {
    if (place && button.dataset.done) place.textContent = button.dataset.done;
  }
}
