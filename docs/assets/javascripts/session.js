/**
 * One calculator's conversation with its reader: when to ask Python, and what an answer changes.
 * No failed request or download can lose the reader's numbers: they stay in the form.
 */

import { Asker } from "./asker.js";
import { Display } from "./display.js";
import { changesResult } from "./form-state.js";
import { Numbers } from "./numbers.js";
import { linkedOpening, openingFrom } from "./opening.js";

/** @import { Parts } from "./display.js" */
/** @import { LinkState } from "./link.js" */
/** @import { Opening } from "./opening.js" */
/** @import { Preset } from "./presets.js" */
/** @import { Extra, OkReply, Reply, Values } from "./protocol.js" */
/** @import { RuntimeClient } from "./runtime-client.js" */
/** @import { Keeper } from "./storage.js" */
/** @import { Words } from "./words.js" */
/** @typedef {{ runtime: RuntimeClient, keeper: Keeper, words: Words, siteRoot: string }} Services */

/** What is known of the numbers in the form before anything was asked. */
const SETTLED = { unanswered: false, partial: false, refused: false, invalid: false, answered: false, problem: /** @type {string | null} */ (null) };

export class Session {
  #numbers;
  #display;
  #runtime;
  #words;
  #asker;
  /** @type {() => void} */ #unsubscribe = () => {};
  /** @type {Values | null} the scenario put aside to compare with */ #pinned = null;
  /** @type {Opening["made"]} what a link says of itself, until its numbers are answered or changed */ #made;
  #engaged = false;
  #standing = SETTLED;

  /** @param {Parts} parts @param {Services} services */
  constructor(parts, { runtime, keeper, words, siteRoot }) {
    this.#numbers = new Numbers(parts, keeper);
    this.#runtime = runtime;
    this.#words = words;
    this.#display = new Display(parts, words, siteRoot);
    const question = () => this.#numbers.question(this.#pinned, this.#made?.version);
    this.#asker = new Asker(runtime, question, (reply, submitted) => this.#receive(reply, submitted));
  }

  /** Once for each element. @param {string} hash of the page's address @param {string[]} slugs of the page */
  open(hash, slugs) {
    this.#apply(this.#numbers.opening(hash, slugs));
  }

  connect() {
    this.#unsubscribe = this.#runtime.subscribe(() => this.refresh());
    this.refresh();
  }

  disconnect() {
    this.#unsubscribe();
    this.#display.announce("");
    this.#drop();
  }

  /** A link was opened on the page that it leads to. @param {string} hash @param {string[]} slugs of the page */
  followHash(hash, slugs) {
    this.#apply(linkedOpening(this.#numbers.slug, hash, slugs));
    this.refresh();
  }

  /** @param {LinkState} state of a saved scenario */
  openState(state) {
    this.#apply(openingFrom(state));
    this.#numbers.keep();
    if (this.#standing.unanswered) this.#wake();
    this.refresh();
  }

  /** The reader has touched the form: fetch Python, telling what it costs. */
  engage() {
    if (this.#engaged) return;
    this.#engaged = true;
    // A warm-up that failed unseen gets a second try without a word.
    if (this.#runtime.snapshot.state === "failed") this.#runtime.restart();
    this.#runtime.start();
    this.#display.announceRuntime(this.#runtime.snapshot);
    this.#stand({});
  }

  typed() {
    this.engage();
    this.#made = undefined;
    this.#numbers.typed();
    this.#display.dropErrors();
    this.#stand({ unanswered: true, partial: false });
    this.#asker.now();
  }

  submit() {
    this.#wake();
    this.#stand({ unanswered: true });
    this.#asker.now({ submitted: true });
  }

  clearFigures() {
    this.#numbers.clearFigures();
    this.typed();
  }

  retry() {
    this.#runtime.restart();
    this.#display.announceAgain(this.#runtime.snapshot);
    if (this.#standing.problem !== null) this.#asker.now();
  }

  /** @param {string | undefined} name */
  choose(name) {
    const preset = this.#numbers.preset(name);
    if (!preset) return;
    this.#showPreset(preset, this.#numbers.values);
    this.#display.announce(preset.announcement);
    this.#numbers.keep();
    this.refresh();
  }

  reset() {
    this.#drop();
    this.#pinned = null;
    this.#numbers.forget();
    this.#display.showStart();
    this.#stand(SETTLED);
    this.#display.announce(this.#words.reset);
  }

  /** Puts these numbers aside, once Python has found them good. @returns {Promise<boolean>} whether it has */
  async pin() {
    const { scenario } = this.#numbers;
    if (!(await this.fetch())) return false;
    this.#compare(scenario);
    return true;
  }

  unpin() {
    this.#compare(null);
  }

  /** @param {Values | null} pinned */
  #compare(pinned) {
    this.#pinned = pinned;
    this.#stand({ unanswered: true });
    this.#asker.now();
  }

  /**
   * Asks Python, which is started for it where need be, for what is to be taken away.
   * @param {Extra[]} want
   * @returns {Promise<OkReply | null>} null where there is none; the page then says why
   */
  async fetch(...want) {
    this.#wake();
    const asked = JSON.stringify(this.#numbers.values);
    const reply = await this.#asker.aside(want);
    if (JSON.stringify(this.#numbers.values) === asked) this.#receive(reply, reply?.status === "invalid");
    return reply?.status === "ok" ? reply : null;
  }

  /** What stands here now, and what the result says to it where it does. */
  get state() {
    return this.#numbers.state(this.isAnswered ? this.#display.headline : "");
  }

  /** Whether the result shown is that of the numbers in the form. */
  get isAnswered() {
    const { unanswered, refused, problem } = this.#standing;
    return !unanswered && !refused && problem === null;
  }

  /** Has Python fetched, even where the reader stopped it or it failed before: they asked for it now. */
  #wake() {
    this.engage();
    this.#runtime.restart();
  }

  /** @param {Opening | null} opening */
  #apply(opening) {
    if (!opening) return;
    const unknown = opening.kept ? this.#fill(opening.kept) : [];
    this.#made = opening.made;
    const isOlder = this.#display.showOpening(opening, unknown, { answered: this.isAnswered });
    // The result is at hand, but only Python knows what changed since.
    if (isOlder && this.isAnswered) this.#stand({ unanswered: true, partial: true });
  }

  /** @param {NonNullable<Opening["kept"]>} opened @returns {string[]} what has no place in the form */
  #fill(opened) {
    this.#drop();
    const { preset, unknown, kept } = this.#numbers.fill(opened);
    const isAtHand = this.#numbers.areStarting && !this.#pinned;
    if (preset) this.#showPreset(preset, kept);
    else this.#stand(isAtHand ? SETTLED : { unanswered: true, partial: this.#numbers.areStartingNumbers });
    if (!preset && isAtHand) this.#display.showStart();
    return unknown;
  }

  /** @param {Preset} preset @param {Values} values a day and a target beside it, which stay as they are */
  #showPreset(preset, values) {
    this.#drop();
    this.#numbers.take(preset, values);
    this.#display.showPreset(preset);
    const partial = this.#pinned !== null || changesResult(values);
    this.#stand({ ...SETTLED, answered: true, unanswered: partial, partial });
  }

  /** Whatever is under way is for numbers that are no longer in the form. */
  #drop() {
    this.#made = undefined;
    this.#asker.drop();
    this.#display.dropErrors();
  }

  /** @param {Reply | null} reply @param {boolean} submitted */
  #receive(reply, submitted) {
    if (reply?.status === "ok") {
      this.#display.showAnswer(reply, { reveal: submitted, made: this.#made });
      this.#made = undefined;
      this.#stand({ ...SETTLED, answered: true });
    } else if (reply?.status === "failed") {
      const problem = reply.message || this.#words.notCalculated;
      this.#display.announce(problem);
      this.#stand({ problem });
    } else if (reply) {
      this.#stand({ unanswered: false, refused: true, problem: null });
      this.#display.showErrors(reply, { summarise: submitted }, () => this.#stand({ invalid: true }));
    }
  }

  /** Takes up what can go on now: the runtime has changed, or the page is back from the browser's cache. */
  refresh() {
    const { snapshot } = this.#runtime;
    const isOpen = this.#standing.unanswered && this.#standing.problem === null;
    if (snapshot.state === "ready" && isOpen && !this.#asker.isBusy) this.#asker.now();
    if (snapshot.state === "failed" && this.#engaged) this.#display.announceRuntime(snapshot);
    this.#stand({});
  }

  /** @param {Partial<typeof SETTLED>} change in how the result stands to the form */
  #stand(change) {
    this.#standing = { ...this.#standing, ...change };
    const [overrides, isPinned] = [Object.keys(this.#numbers.values.figures).length, this.#pinned !== null];
    this.#display.refresh({ ...this.#standing, engaged: this.#engaged, snapshot: this.#runtime.snapshot, overrides, isPinned });
  }
}
