/** All that one calculator shows, put together from its views. It decides nothing. */

import { Announcer } from "./announcer.js";
import { megabytes } from "./byte-text.js";
import { Debounce } from "./debounce.js";
import { FieldView } from "./field-view.js";
import { measured } from "./measured.js";
import { Notices } from "./notices.js";
import { partOf } from "./parts.js";
import { ResultView } from "./result-view.js";
import { failureSentence, StatusView } from "./status-view.js";

/** @import { Opening } from "./opening.js" */
/** @import { InvalidReply, OkReply } from "./protocol.js" */
/** @import { Preset } from "./presets.js" */
/** @import { Snapshot } from "./runtime-client.js" */
/** @import { Words } from "./words.js" */

/** @typedef {{ root: HTMLElement, form: HTMLFormElement, result: HTMLElement }} Parts */
/**
 * @typedef {object} Standing how the result stands to the form
 * @property {Snapshot} snapshot
 * @property {boolean} engaged whether the reader has touched this form
 * @property {boolean} unanswered the form holds numbers that Python has not answered
 * @property {boolean} partial the result holds for them, but something asked beside it is not there yet
 * @property {boolean} refused Python refused the numbers in the form
 * @property {boolean} invalid and the reader has been told so
 * @property {boolean} answered the result shown is for numbers of the reader's choice, not for the starting ones
 * @property {string | null} problem why one calculation failed, in a sentence
 * @property {number} overrides how many figures are the reader's own
 * @property {boolean} isPinned whether a scenario is put aside to compare with
 */

/** Milliseconds. A half-typed "5 to 20" is not a mistake yet, so errors wait longer than results. */
const ERROR_PAUSE = 600;

export class Display {
  #root;
  #result;
  #fields;
  #status;
  #notices;
  #origin;
  #announcer;
  #words;
  #errors = new Debounce();

  /**
   * @param {Parts} parts
   * @param {Words} words
   * @param {string} siteRoot
   */
  constructor({ root, form, result }, words, siteRoot) {
    this.#root = root;
    this.#words = words;
    this.#result = new ResultView(result, siteRoot);
    this.#fields = new FieldView(form, partOf(root, "errors"));
    this.#status = new StatusView(partOf(root, "status"), words);
    this.#notices = new Notices(result);
    this.#origin = new Notices(form.querySelector(".presets, [data-field]"));
    this.#announcer = new Announcer(partOf(root, "announcement"));
  }

  /** @param {OkReply} reply @param {{ reveal: boolean, made: Opening["made"] }} how `made`: by a link, which says what came out then */
  showAnswer(reply, how) {
    measured("answer", () => this.#showAnswer(reply, how));
  }

  /** @type {Display["showAnswer"]} */
  #showAnswer(reply, { reveal, made }) {
    this.#fields.clearErrors();
    this.#fields.showHints(reply.hints);
    this.#result.showHtml(reply.html.result);
    this.#showIgnored(reply.ignored);
    const then = made && this.#sentenceOf(made, reply.headline);
    this.#origin.set("version");
    this.#notices.set("version", then, reply.changes);
    this.#announcer.announce([reply.announcement, ...this.#result.remarks, then].join(" ").trim());
    if (reveal) this.#result.reveal();
  }

  /**
   * At once for a form that was sent, or where errors stand already; else after a pause.
   * @param {InvalidReply} reply
   * @param {{ summarise: boolean }} how
   * @param {() => void} shown
   */
  showErrors(reply, { summarise }, shown) {
    const show = () => {
      this.#fields.showErrors(reply.errors, reply.html?.errors ?? "", { summarise });
      this.#announcer.announce(reply.announcement);
      shown();
    };
    this.dropErrors();
    if (summarise || this.#fields.hasErrors) show();
    else this.#errors.later(show, ERROR_PAUSE);
  }

  /** What was about to be shown is no longer wanted. */
  dropErrors() {
    this.#errors.cancel();
  }

  /** @param {Preset} preset */
  showPreset(preset) {
    this.#clear();
    this.#result.showTemplate(preset.template);
  }

  showStart() {
    this.#clear();
    this.#result.showStartingResult();
  }

  #clear() {
    this.#fields.clearErrors();
    this.#fields.showHints();
    this.#notices.clear();
    this.#origin.clear();
    this.announce("");
  }

  /** Marks what the reader has set, and counts the figures of theirs. @param {number} overrides */
  #showOwn(overrides) {
    this.#fields.markOwn();
    this.#show("[data-part=override-count]", overrides > 0, this.#words.overrides(overrides));
    this.#show("[data-action=reset-figures]", overrides > 0);
  }

  /** @param {string} selector @param {boolean} isShown @param {string} [text] */
  #show(selector, isShown, text) {
    const element = /** @type {HTMLElement | null} */ (this.#root.querySelector(selector));
    if (!element) return;
    element.hidden = !isShown;
    if (text !== undefined) element.textContent = text;
  }

  /** The amount at the top of the slip. */
  get headline() {
    return this.#result.headline;
  }

  /** @param {Standing} standing */
  refresh(standing) {
    measured("refresh", () => this.#refresh(standing));
  }

  /** @param {Standing} standing */
  #refresh(standing) {
    const { snapshot, engaged, problem } = standing;
    const { state } = snapshot;
    this.#showOwn(standing.overrides);
    this.#root.querySelector("[data-action=pin]")?.toggleAttribute("data-pinned", standing.isPinned);
    this.#root.setAttribute("state", state === "stopped" ? "idle" : state);
    this.#showAge(standing);
    if (problem !== null && state === "ready") this.#status.showProblem(problem);
    else if (engaged && state !== "ready" && state !== "idle") this.#status.show(snapshot);
    else this.#status.hide();
  }

  /** @param {Standing} standing */
  #showAge(standing) {
    const { unanswered, invalid, problem, snapshot: { state } } = standing;
    const isComing = unanswered && problem === null && (state === "ready" || state === "loading");
    // Where Python is ready the answer is there in an instant: no mark then, since it would only flicker.
    const stale = invalid || problem !== null || (unanswered && state !== "ready");
    this.#result.setStale(stale, isComing);
    this.#notices.set("stale", stale ? this.#staleSentence(standing) : undefined);
  }

  /** @param {Standing} standing */
  #staleSentence({ answered, partial, snapshot: { state, total } }) {
    const words = this.#words;
    const sentence = partial ? words.partial : answered ? words.staleEarlier : words.staleStart;
    // Numbers that came back by a reload or a link are no intent to download: the reader is told how to go on.
    return state === "idle" ? `${sentence} ${this.#words.bringUpToDate(megabytes(total))}` : sentence;
  }

  /** @param {string[] | undefined} keys of a link, shown as text */
  #showIgnored(keys) {
    if (keys?.length) this.#origin.set("ignored", this.#words.ignored(keys.join(", ")));
  }

  /**
   * @param {Opening} opening
   * @param {string[]} unknown what it names and the form does not have
   * @param {{ answered: boolean }} how whether the result shown is that of its numbers already
   * @returns {boolean} whether another version made it
   */
  showOpening({ ignored = [], shared = false, made }, unknown, { answered }) {
    this.#fields.openDrawers();
    this.#origin.clear();
    this.#notices.clear();
    this.#showIgnored([...ignored, ...unknown]);
    this.#origin.set("shared", shared ? this.#words.shared : undefined);
    // Beside the fields until there is a result to stand beside.
    const sentence = made && this.#sentenceOf(made, answered ? this.#result.headline : undefined);
    (answered ? this.#notices : this.#origin).set("version", sentence);
    return made !== undefined && made.version !== this.#root.dataset.version;
  }

  /**
   * @param {NonNullable<Opening["made"]>} made what a link says of itself
   * @param {string | undefined} now what comes out here, where that is known
   * @returns {string | undefined} undefined where there is no difference to tell of
   */
  #sentenceOf(made, now) {
    const { version } = this.#root.dataset;
    const isSame = made.version === version && (made.headline === undefined || made.headline === now);
    return isSame ? undefined : this.#words.made(made, version, now);
  }

  /** @param {string} text empty: say nothing, not even what was about to be said */
  announce(text) {
    this.#announcer.announce(text);
  }

  /** The reader tries again, and is to hear of the outcome even if it is the same. @param {Snapshot} snapshot */
  announceAgain(snapshot) {
    this.#announcer.clear();
    this.announceRuntime(snapshot);
  }

  /** @param {Snapshot} snapshot says once, in words, what the status line shows */
  announceRuntime({ state, total, reason }) {
    if (state === "loading") this.announce(this.#words.preparing(megabytes(total)));
    if (state === "failed") this.announce(failureSentence(this.#words, reason));
  }
}
