/** What a calculator shows when it comes into the page: typed already, from a link, kept from last time, or nothing. */

import { besideOf, differsFromDefaults, isOwn, readForm, SETTINGS, sharedControls } from "./form-state.js";
import { decodeLink } from "./link.js";

/** @import { FormLike } from "./form-state.js" */
/** @import { LinkState } from "./link.js" */
/** @import { Kept, Keeper } from "./storage.js" */
/**
 * `kept`: what to fill in; `made`: when the numbers come from a link or a saved scenario, what it says of itself;
 * `shared`: some numbers come from another calculator; `ignored`: what of a link nobody knows.
 * @typedef {{ kept: Kept | null, made?: { version: string, headline?: string }, shared?: boolean, ignored?: string[] }} Opening
 */
/** @typedef {{ form: FormLike, slug: string, slugs: string[], hash: string, keeper: Pick<Keeper, "load" | "loadShared"> }} Place */

/**
 * The reader's own keys come before a link, and a link, being asked for, before what was kept.
 * @param {Place} place
 * @returns {Opening | null} null: leave the page as it was built
 */
export function openingOf({ form, slug, slugs, hash, keeper }) {
  if (differsFromDefaults(form)) return { kept: readForm(form) };
  const linked = linkedOpening(slug, hash, slugs);
  if (linked?.kept) return linked;
  const opening = sharedOpening(form, keeper.load(slug), keeper.loadShared());
  return opening ? { ...opening, ...linked, kept: opening.kept } : linked;
}

/**
 * @param {string} slug
 * @param {string} hash
 * @param {string[]} [slugs] every calculator of the page; the first speaks up for a link to none of them
 * @returns {Opening | null}
 */
export function linkedOpening(slug, hash, slugs = [slug]) {
  const { state, ignored } = decodeLink(hash);
  if (state?.slug === slug) return { ...openingFrom(state), ignored };
  if (slugs[0] !== slug || (state && slugs.includes(state.slug))) return null;
  const unknown = state ? [state.slug] : ignored;
  return unknown.length > 0 ? { kept: null, ignored: unknown } : null;
}

/**
 * @param {LinkState} state
 * @returns {Opening}
 */
export function openingFrom({ slug: _, version, headline, ...kept }) {
  return { kept, ...(version && { made: { version, ...(headline && { headline }) } }) };
}

/**
 * What the reader typed into another calculator since holds here too; an example keeps its inputs.
 * @param {FormLike} form
 * @param {Kept | null} kept
 * @param {Record<string, string>} shared
 * @returns {Opening | null}
 */
function sharedOpening(form, kept, shared) {
  const base = kept ?? readForm(form);
  const names = kept?.example ? [] : sharedControls(form).map(({ name }) => name);
  const news = names.filter((name) => !isSetting(name) && shared[name] !== undefined && shared[name] !== base.inputs[name]);
  const inputs = { ...base.inputs, ...Object.fromEntries(news.map((name) => [name, shared[name] ?? ""])) };
  // Settings are the same everywhere: where there is none any more, there is none here either.
  const settings = Object.fromEntries(SETTINGS.map((name) => [name, shared[name] ?? ""]));
  const isSame = SETTINGS.every((name) => settings[name] === (base[name] ?? ""));
  if (news.length === 0 && isSame) return kept && { kept };
  return { kept: { ...base, ...(!isSame && settings), inputs }, shared: news.length > 0 };
}

/** @param {string} name */
function isSetting(name) {
  return SETTINGS.some((setting) => setting === name);
}

/**
 * What to remember for the other calculators, after the reader typed.
 * @param {FormLike} form
 * @param {Record<string, string>} shared so far
 * @returns {Record<string, string>}
 */
export function sharedAfter(form, shared) {
  const found = { ...shared };
  const values = readForm(form);
  /** @type {Record<string, string>} */
  const texts = { ...values.inputs, ...besideOf(values) };
  for (const control of sharedControls(form)) {
    const text = texts[control.name];
    // One of several radio buttons is enough to say that the choice is the reader's.
    const isTheirs = sharedControls(form).some((other) => other.name === control.name && isOwn(other));
    if (text !== undefined && (isTheirs || text === shared[control.name])) found[control.name] = text;
    else delete found[control.name];
  }
  return found;
}
