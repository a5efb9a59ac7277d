/** What the reader's own device keeps for them: one for all calculators of the visit. */

import { Shelf } from "./shelf.js";
import { Keeper } from "./storage.js";

export const keeper = new Keeper();
export const shelf = new Shelf(keeper);

/** Leaves nothing: not on the device, not in the calculators of this page. */
export function forgetEverything() {
  keeper.forgetEverything();
  shelf.forget();
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("live-calculator form"))) form.reset();
}
