/**
 * A calculator's state as the fragment of an address, and back:
 *
 *     #c=gift-earnings&v=2026.11.22&h=%2433&on=2026-11-22&t=500&s=viewers&cur=EUR&x=0.9&n=de&i.viewers=200&f.gifts.creator_share=60%25
 *
 * A fragment is never sent to a server. Whoever writes a link is not trusted: only texts of bounded number and length
 * come out of here, Python parses them as it parses typing, and the page shows them as text.
 */

/** @import { Values } from "./protocol.js" */
/**
 * `version`: of the model that made the link; `headline`: what it said.
 * @typedef {{ slug: string, version?: string, headline?: string } & Values} LinkState
 */
/** @typedef {{ state: LinkState | null, ignored: string[] }} Decoded */

const LIMITS = { fragment: 8_000, keys: 100, text: 200, reportedKey: 40, reported: 5 };
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NAME = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/i;
/** An amount with its unit: the page shows it as what the link said, so it must not hold a message. */
const AMOUNT = /^[−-]?(?:[A-Z]{0,2}[$£€]|[A-Z]{3}\u00a0)?\d[\d.,\u202f]{0,24} ?%?( [a-z-]{1,12})?( per [a-z-]{1,12})?$/i;

/** What a link says beside inputs and figures: key, name in the state, and what the text must look like. */
const HEAD = /** @type {const} */ ([
  ["v", "version", /^\d+(\.\d+){0,3}$/],
  ["h", "headline", AMOUNT],
  ["on", "on", /^\d{4}-\d{2}-\d{2}$/],
  ["t", "target", /./],
  ["s", "solve", NAME],
  ["cur", "currency", /^[a-z]{3}$/i],
  ["x", "exchange", /./],
  ["n", "locale", /^[a-z]{2}$/],
]);

/**
 * @param {LinkState} state
 * @returns {string} starting with "#"
 */
export function encodeLink(state) {
  const fragment = new URLSearchParams({ c: state.slug });
  for (const [key, name, pattern] of HEAD) {
    const text = state[name];
    if (text && pattern.test(text)) fragment.set(key, text);
  }
  for (const [name, text] of Object.entries(state.inputs)) fragment.set(`i.${name}`, text);
  for (const [key, text] of Object.entries(state.figures)) fragment.set(`f.${key}`, text);
  return `#${fragment}`;
}

/**
 * Never throws. An ordinary anchor ("#sources") is no state, and nothing is reported for it.
 * @param {string} hash with or without "#"
 * @returns {Decoded}
 */
export function decodeLink(hash) {
  const text = hash.replace(/^#/, "");
  if (text.length > LIMITS.fragment) return { state: null, ignored: [`${text.slice(0, LIMITS.reportedKey)}…`] };
  const pairs = [...new URLSearchParams(text)];
  const slug = pairs.find(([key]) => key === "c")?.[1] ?? "";
  if (!SLUG.test(slug) || slug.length > LIMITS.text) return { state: null, ignored: [] };
  return collect(slug, pairs);
}

/**
 * @param {string} slug
 * @param {[string, string][]} pairs
 * @returns {Decoded}
 */
function collect(slug, pairs) {
  // Maps, since a plain object has a "__proto__" to be hit.
  /** @type {Record<string, Map<string, string>>} */
  const found = { head: new Map(), i: new Map(), f: new Map() };
  const ignored = new Set();
  for (const [index, [key, text]] of pairs.entries()) {
    const place = index < LIMITS.keys && text.length <= LIMITS.text ? placeOf(key, text) : null;
    const group = place && found[place.group];
    if (group && !group.has(place.name)) group.set(place.name, text);
    else if (ignored.size < LIMITS.reported) ignored.add(key.slice(0, LIMITS.reportedKey));
  }
  const [head, inputs, figures] = ["head", "i", "f"].map((group) => Object.fromEntries(found[group] ?? []));
  return { state: { ...head, slug, inputs: inputs ?? {}, figures: figures ?? {} }, ignored: [...ignored] };
}

/**
 * @param {string} key
 * @param {string} text
 * @returns {{ group: string, name: string } | null} null for what a link cannot hold
 */
function placeOf(key, text) {
  if (key === "c") return { group: "head", name: "slug" };
  const [, name] = HEAD.find(([known, , pattern]) => known === key && pattern.test(text)) ?? [];
  if (name) return { group: "head", name };
  const [, group, field] = /^([if])\.(.+)$/.exec(key) ?? [];
  return group && field && NAME.test(field) && text !== "" ? { group, name: field } : null;
}

/** @param {string} address put in the place of the page's own */
export function goTo(address) {
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Safari refuses more than a hundred in half a minute; the next one may come through.
  }
}
