/**
 * One calculator's line to Python: sends the form at every key, and hands over only the answer that still counts.
 *
 * There is no pause to wait for: while one question is worked on, only the latest other waits, so a slow device
 * answers fewer of them and a quick one answers each.
 */

import { decodeReply, encodeQuestion } from "./protocol.js";

/** @import { Extra, Question, Reply } from "./protocol.js" */
/** @import { RuntimeClient } from "./runtime-client.js" */

/** @type {Reply} */
const FAILED = { status: "failed", message: "" };

export class Asker {
  #runtime;
  #question;
  #answered;
  #busy = false;

  /**
   * @param {RuntimeClient} runtime
   * @param {() => Question} question reads the form at the last moment
   * @param {(reply: Reply | null, submitted: boolean) => void} answered null where Python is not there to answer
   */
  constructor(runtime, question, answered) {
    this.#runtime = runtime;
    this.#question = question;
    this.#answered = answered;
  }

  get isBusy() {
    return this.#busy;
  }

  /** @param {{ submitted?: boolean }} [how] whether the reader sent the form, instead of going on typing */
  async now({ submitted = false } = {}) {
    this.#busy = true;
    const outcome = await this.#runtime.ask(this, encodeQuestion(this.#question()));
    if (outcome.kind === "superseded") return;
    this.#busy = false;
    if (outcome.kind === "reply") this.#answered(decodeReply(outcome.reply), submitted);
    else this.#answered(this.#runtime.snapshot.state === "ready" ? FAILED : null, submitted);
  }

  /**
   * Asks for something to take away. What is typed meanwhile does not replace this question.
   * @param {Extra[]} want
   * @returns {Promise<Reply | null>} null where Python is not there to answer
   */
  async aside(want) {
    const outcome = await this.#runtime.ask({}, encodeQuestion({ ...this.#question(), want }));
    return outcome.kind === "reply" ? decodeReply(outcome.reply) : null;
  }

  drop() {
    this.#runtime.forget(this);
    this.#busy = false;
  }
}
