/** The page's side of the Python worker: its life, its deadlines, and whose turn it is. */

import { Deadline } from "./deadline.js";
import { QuestionQueue } from "./question-queue.js";

/** @import { FromWorker } from "./protocol.js" */
/** @import { Outcome } from "./question-queue.js" */
/** @import { FailureReason } from "./words.js" */

/** @typedef {"idle" | "loading" | "ready" | "failed" | "stopped"} RuntimeState */
/** @typedef {{ state: RuntimeState, loaded: number, total: number, step: "download" | "start", reason: FailureReason | null }} Snapshot */

/** Milliseconds: without any news while loading, and for one calculation. */
export const DEADLINES = { loading: 60_000, calculation: 10_000 };

export class RuntimeClient {
  #spawn;
  #deadlines;
  /** @type {Worker | null} */ #worker = null;
  /** @type {Set<(snapshot: Snapshot) => void>} */ #listeners = new Set();
  #queue = new QuestionQueue();
  #deadline = new Deadline(() => this.#fail(this.#snapshot.state === "ready" ? "slow" : "quiet"));
  /** @type {Snapshot} */ #snapshot;

  /**
   * @param {(() => Worker) | null} spawn starts a new worker; null where the page has no runtime
   * @param {{ bytes?: number, deadlines?: typeof DEADLINES }} [options] `bytes`: the size of the download, as far as known
   */
  constructor(spawn, { bytes = 0, deadlines = DEADLINES } = {}) {
    this.#spawn = spawn;
    this.#deadlines = deadlines;
    this.#snapshot = { state: "idle", loaded: 0, total: bytes, step: "download", reason: null };
  }

  get snapshot() {
    return this.#snapshot;
  }

  /**
   * @param {(snapshot: Snapshot) => void} listener called on every change, not at once
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Starts the worker, unless the reader stopped it or it failed before: then only they can ask for it again. */
  start() {
    if (this.#snapshot.state === "idle") this.restart();
  }

  /** Starts a fresh worker where none runs. */
  restart() {
    if (this.#worker) return;
    if (!this.#spawn) return this.#fail("missing");
    this.#change({ state: "loading", loaded: 0, step: "download", reason: null });
    try {
      this.#listen(this.#spawn());
      this.#deadline.set(this.#deadlines.loading);
    } catch (error) {
      console.warn("The calculator's worker could not be made:", error);
      this.#fail("start");
    }
  }

  /** Begins a download or start under way anew, in another worker; what was asked stays asked. */
  renew() {
    if (this.#snapshot.state !== "loading") return;
    this.#worker?.terminate();
    this.#worker = null;
    this.restart();
  }

  /** Ends a download or start under way; a worker that is ready stays. */
  stop() {
    if (this.#snapshot.state === "loading") this.#end({ state: "stopped" });
  }

  /**
   * Asks Python; an earlier question of the same owner that has no answer yet is dropped.
   * @param {object} owner
   * @param {string} request
   * @returns {Promise<Outcome>} never rejects
   */
  ask(owner, request) {
    const outcome = this.#queue.add(owner, request);
    this.start();
    if (this.#worker) this.#next();
    else this.#queue.failAll();
    return outcome;
  }

  /**
   * Drops whatever this owner still waits for.
   * @param {object} owner
   */
  forget(owner) {
    this.#queue.forget(owner);
  }

  /** @param {Worker} worker */
  #listen(worker) {
    this.#worker = worker;
    // A worker that was ended may still have messages under way: only the present one is heard.
    worker.onmessage = ({ data }) => worker === this.#worker && this.#receive(data);
    const broken = (/** @type {Event} */ event) => {
      console.warn("The calculator's worker failed:", event instanceof ErrorEvent ? event.message : event.type);
      if (worker === this.#worker) this.#fail(this.#snapshot.state === "ready" ? "internal" : "download");
    };
    worker.onerror = broken;
    worker.onmessageerror = broken;
  }

  /** @param {FromWorker} message */
  #receive(message) {
    if (message.kind === "progress") {
      this.#deadline.set(this.#deadlines.loading);
      // From one that is ready: a calculation waits for a file that few need, and may take as long as a download.
      if (this.#snapshot.state === "ready") return;
      this.#change({ loaded: message.loaded, total: message.total || this.#snapshot.total, step: message.step });
    } else if (message.kind === "ready") {
      this.#deadline.clear();
      this.#change({ state: "ready" });
      this.#next();
    } else if (message.kind === "reply") {
      this.#settle(message.id, { kind: "reply", reply: message.reply });
    } else if (message.kind === "failed") {
      console.warn("The calculator's worker reports:", message.reason, message.message);
      // One calculation may fail and the worker go on; a worker that lacks a file of its own answers nothing any more.
      if (message.id === undefined || message.reason !== "internal") this.#fail(message.reason);
      else this.#settle(message.id, { kind: "failed" });
    }
  }

  /** @param {number} id @param {Outcome} outcome */
  #settle(id, outcome) {
    if (!this.#queue.settle(id, outcome)) return;
    this.#deadline.clear();
    this.#next();
  }

  #next() {
    const question = this.#snapshot.state === "ready" && this.#queue.next();
    if (!question) return;
    this.#deadline.set(this.#deadlines.calculation);
    this.#worker?.postMessage({ kind: "respond", id: question.id, request: question.request });
  }

  /** @param {FailureReason} reason */
  #fail(reason) {
    this.#end({ state: "failed", reason });
  }

  /** @param {Partial<Snapshot>} change */
  #end(change) {
    this.#deadline.clear();
    this.#worker?.terminate();
    this.#worker = null;
    this.#queue.failAll();
    this.#change(change);
  }

  /** @param {Partial<Snapshot>} change */
  #change(change) {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of [...this.#listeners]) listener(this.#snapshot);
  }
}
