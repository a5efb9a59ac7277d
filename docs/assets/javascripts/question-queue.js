/**
 * Questions on their way to Python: one under way, and at most one waiting for each owner.
 *
 * The worker cannot be interrupted, so a queue inside it would make the reader wait for answers that nobody wants
 * any more. A newer question of the same owner therefore replaces the one that waits.
 */

/** @typedef {{ kind: "reply", reply: string } | { kind: "superseded" } | { kind: "failed" }} Outcome */
/** @typedef {{ owner: object, request: string, resolve: (outcome: Outcome) => void }} Question */

export class QuestionQueue {
  /** @type {Map<object, Question>} */ #waiting = new Map();
  /** @type {(Question & { id: number }) | null} */ #current = null;
  #lastId = 0;

  /**
   * @param {object} owner
   * @param {string} request
   * @returns {Promise<Outcome>} never rejects
   */
  add(owner, request) {
    this.forget(owner);
    return new Promise((resolve) => this.#waiting.set(owner, { owner, request, resolve }));
  }

  /**
   * Drops whatever this owner still waits for.
   * @param {object} owner
   */
  forget(owner) {
    this.#waiting.get(owner)?.resolve({ kind: "superseded" });
    this.#waiting.delete(owner);
    // It still occupies the worker; its answer, when it comes, finds the promise settled.
    if (this.#current?.owner === owner) this.#current.resolve({ kind: "superseded" });
  }

  /** @returns {{ id: number, request: string } | null} what to send now; null while one is under way, or none waits */
  next() {
    const [question] = this.#waiting.values();
    if (this.#current || !question) return null;
    this.#waiting.delete(question.owner);
    this.#current = { ...question, id: ++this.#lastId };
    return this.#current;
  }

  /**
   * @param {number} id
   * @param {Outcome} outcome
   * @returns {boolean} whether it was the one under way
   */
  settle(id, outcome) {
    if (this.#current?.id !== id) return false;
    this.#current.resolve(outcome);
    this.#current = null;
    return true;
  }

  /** The worker is gone: nobody is answered any more. */
  failAll() {
    const all = [this.#current, ...this.#waiting.values()];
    this.#current = null;
    this.#waiting.clear();
    for (const question of all) question?.resolve({ kind: "failed" });
  }
}
