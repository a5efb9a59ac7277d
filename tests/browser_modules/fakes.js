/** Stand-ins for what a browser provides, only as deep as the tests look. */

/** A worker that keeps what it was sent and says what a test tells it to. */
export class FakeWorker {
  /** @type {any[]} */ sent = [];
  isTerminated = false;
  /** @type {any} */ onmessage = null;
  /** @type {any} */ onerror = null;
  /** @type {any} */ onmessageerror = null;

  /** @param {any} message */
  postMessage(message) {
    this.sent.push(message);
  }

  terminate() {
    this.isTerminated = true;
  }

  /** @param {any} data */
  say(data) {
    this.onmessage({ data });
  }
}

/** @returns {{ spawn: () => any, workers: FakeWorker[], latest: () => FakeWorker }} */
export function workerFactory() {
  /** @type {FakeWorker[]} */
  const workers = [];
  return {
    spawn: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    workers,
    latest: () => {
      const worker = workers.at(-1);
      if (!worker) throw new Error("no worker was started");
      return worker;
    },
  };
}

/**
 * @param {string} name
 * @param {string} value
 * @param {Record<string, unknown>} [more]
 */
export function textField(name, value, more = {}) {
  return { name, type: "text", value, defaultValue: "", ...more };
}

/** @param {string} name @param {string} value @param {boolean} checked */
export function radio(name, value, checked) {
  return { name, type: "radio", value, checked, defaultChecked: checked };
}

/** @param {string} name @param {boolean} checked */
export function checkbox(name, checked) {
  return { name, type: "checkbox", value: "on", checked, defaultChecked: checked };
}

/** @param {string} name @param {string[]} values the first is the default */
export function select(name, values) {
  const options = values.map((value, index) => ({ value, defaultSelected: index === 0 }));
  return { name, type: "select-one", value: values[0], options };
}

/** A Storage in memory. */
export class FakeStorage {
  /** @type {Map<string, string>} */ #items;

  /** @param {Record<string, string>} items */
  constructor(items = {}) {
    this.#items = new Map(Object.entries(items));
  }

  get length() {
    return this.#items.size;
  }

  /** @param {number} index */
  key(index) {
    return [...this.#items.keys()][index] ?? null;
  }

  /** @param {string} key */
  getItem(key) {
    return this.#items.get(key) ?? null;
  }

  /** @param {string} key @param {string} text */
  setItem(key, text) {
    this.#items.set(key, text);
  }

  /** @param {string} key */
  removeItem(key) {
    this.#items.delete(key);
  }

  clear() {
    this.#items.clear();
  }
}
