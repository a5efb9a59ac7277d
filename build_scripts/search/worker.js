/**
 * Stands before Material's search worker, in one file with it: fetches what can be found when somebody searches, and not
 * with every page; and asks Material for the keywords of a question. Material's messages have these types:
 */

import { keywords } from "./keywords.js";

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
/** From this worker's own place in assets/javascripts/workers/. */
const ENTRIES = "../../../search/entries.json";

const say = self.postMessage.bind(self);
/** @type {any} what Material was to begin with: the settings, and no entries */ let settings;
/** @type {Promise<unknown> | null} */ let begun = null;
/** What we send on to Material ourselves. @type {WeakSet<Event>} */
const handed = new WeakSet();
/** @type {() => void} */ let onReady = () => {};

/** @param {any} message */
self.postMessage = (message) => (message.type === READY ? onReady() : say(message));

addEventListener("message", (event) => {
  if (handed.has(event)) return;
  const { type, data } = event.data;
  event.stopImmediatePropagation();
  if (type === SETUP) {
    settings = data;
    say({ type: READY });
  } else if (type === QUERY && data.trim()) {
    search(data);
  } else {
    say({ type: RESULT, data: { items: [] } });
  }
});

/** @param {string} query */
async function search(query) {
  try {
    await (begun ??= begin());
    hand(QUERY, keywords(query));
  } catch (error) {
    begun = null; // the next key tries again
    console.warn(`The search index did not come: ${error}`);
    say({ type: RESULT, data: { items: [] } });
  }
}

async function begin() {
  const answer = await fetch(new URL(ENTRIES, location.href));
  if (!answer.ok) throw new Error(`${answer.status}`);
  const docs = await answer.json();
  const ready = new Promise((resolve) => (onReady = () => resolve(undefined)));
  hand(SETUP, { ...settings, docs });
  await ready;
}

/** @param {number} type @param {unknown} data */
function hand(type, data) {
  const event = new MessageEvent("message", { data: { type, data } });
  handed.add(event);
  dispatchEvent(event);
}
