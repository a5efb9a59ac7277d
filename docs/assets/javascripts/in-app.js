/**
 * Pages open inside apps too, TikTok's above all, in browsers that may keep, share or save nothing and do not say so.
 * What can be tried is tried. Only whether a file was really saved no page can find out: there the app's name must do.
 */

import { partOf } from "./parts.js";

/** @import { Keeper } from "./storage.js" */

/** Whether something was refused in this visit. */
let wasRefused = false;

const APPS = /musical_ly|trill_|BytedanceWebview|TikTok|FBA[NV]|Instagram|Snapchat|; wv\)/i;

/** @param {string} [userAgent] */
export function isInApp(userAgent = navigator.userAgent) {
  // What calls itself an iPhone's browser but not Safari is a piece of an app.
  return APPS.test(userAgent) || (/iPhone|iPad|iPod/.test(userAgent) && !/Safari\//.test(userAgent));
}

/**
 * Whether the numbers must stand in the address: it is all that goes along to another browser, or survives a reload.
 * @param {Pick<Keeper, "isLasting">} keeper
 * @param {string} [userAgent]
 */
export function mustCarry(keeper, userAgent) {
  return wasRefused || !keeper.isLasting || isInApp(userAgent);
}

/** A remark at the tools on how to go on in a browser. It comes when something is refused, and stays. */
export class BrowserHint {
  #box;
  #keeper;
  #carry;

  /**
   * @param {HTMLElement} tools
   * @param {Pick<Keeper, "isLasting">} keeper
   * @param {() => void} carry puts the numbers in the address, where the remark says that they are
   */
  constructor(tools, keeper, carry) {
    this.#box = partOf(tools, "browser-hint");
    this.#keeper = keeper;
    this.#carry = carry;
  }

  /** The reader typed something that a reload would lose. */
  typed() {
    if (!this.#keeper.isLasting) this.show();
  }

  /** A file was offered. @returns {boolean} whether it may have been refused without a word */
  offeredFile() {
    const isDoubtful = isInApp();
    if (isDoubtful) this.show();
    return isDoubtful;
  }

  show() {
    // A frame on somebody else's page has no address of its own to open.
    if (!this.#box || document.documentElement.dataset.fullPage) return;
    this.#box.hidden = false;
    wasRefused = true;
    this.#carry();
  }
}
