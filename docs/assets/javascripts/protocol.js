/**
 * The shapes of every message that leaves or enters the page, in one place:
 * page ↔ worker, and the JSON that Python's `calculators.bridge` reads and writes.
 */

/**
 * Raw text as the reader typed it; Python alone decides what it means. `on`: the day whose figures hold; `target`:
 * what the headline should come to; `solve`: the input that may change for it; `currency`: to show the result in;
 * `exchange`: what one US dollar is in it; `locale`: how numbers are read and written.
 * @typedef {{ inputs: Record<string, string>, figures: Record<string, string>, on?: string, target?: string, solve?: string,
 *   currency?: string, exchange?: string, locale?: string }} Values
 *
 * What may be asked for beside the result, to take away.
 * @typedef {"text" | "csv" | "picture"} Extra
 *
 * @typedef {{ slug: string, pinned?: Values, since?: string, want?: Extra[] } & Values} Question
 *
 * `offers`: what the text may have meant, and how to write it so that it can mean nothing else.
 * @typedef {{ field: string, id: string, message: string, offers?: { text: string, fill: string }[] }} FieldError
 *
 * @typedef {object} OkReply
 * @property {"ok"} status
 * @property {{ result: string }} html
 * @property {Record<string, string>} [hints]
 * @property {string} [announcement]
 * @property {string[]} [ignored]
 * @property {string} [headline]
 * @property {string[]} [changes] what changed in the model since the version asked about, in sentences
 * @property {string} [text]
 * @property {string} [csv]
 * @property {string} [picture] a whole SVG
 *
 * @typedef {object} InvalidReply
 * @property {"invalid"} status
 * @property {FieldError[]} errors
 * @property {{ errors: string }} html
 * @property {string} [announcement]
 *
 * @typedef {{ status: "failed", message: string }} FailedReply
 *
 * @typedef {OkReply | InvalidReply | FailedReply} Reply
 */

/**
 * Page ↔ worker: declared beside the worker, which is built without this site's pages.
 * @typedef {import("../../../build_scripts/runtime/worker/messages.js").ToWorker} ToWorker
 * @typedef {import("../../../build_scripts/runtime/worker/messages.js").FromWorker} FromWorker
 */

/** Where Python's answer could not be used, whatever the reason. */
const UNREADABLE = /** @type {FailedReply} */ ({ status: "failed", message: "" });

/**
 * @param {Question} question
 * @returns {string}
 */
export function encodeQuestion(question) {
  return JSON.stringify(question);
}

/**
 * A reply that breaks the contract becomes a failed one: the page then keeps its last good result.
 * @param {string} text
 * @returns {Reply}
 */
export function decodeReply(text) {
  let reply;
  try {
    reply = JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
  switch (reply?.status) {
    case "ok":
      return typeof reply.html?.result === "string" ? reply : UNREADABLE;
    case "invalid":
      return Array.isArray(reply.errors) ? reply : UNREADABLE;
    case "failed":
      return { status: "failed", message: String(reply.message ?? "") };
    default:
      return UNREADABLE;
  }
}
