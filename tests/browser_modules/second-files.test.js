import assert from "node:assert/strict";
import { test } from "node:test";

import { Rest } from "../../build_scripts/runtime/worker/rest.js";

/**
 * Runs with a stand-in for the browser's request that can be waited for.
 * @param {number} status
 * @param {(events: unknown[], rest: Rest) => void} check
 */
function withServer(status, check) {
  /** @type {unknown[]} */
  const events = [];
  const rest = new Rest(null, { name: "rest-python-1a2b.bin", raw: 900, sent: 700 });
  rest.tell = (message) => events.push(message);
  const { XMLHttpRequest } = globalThis;
  globalThis.XMLHttpRequest = /** @type {any} */ (
    class {
      status = status;
      response = "bodies";
      open() {}
      send() {
        events.push("sent");
      }
    }
  );
  try {
    check(events, rest);
  } finally {
    globalThis.XMLHttpRequest = XMLHttpRequest;
  }
}

test("the page is told of a second file before the worker stops for it", () => {
  withServer(200, (events, rest) => {
    assert.equal(rest.loadPython(), "bodies");
    assert.deepEqual(events, [{ kind: "progress", loaded: 0, total: 700, step: "download" }, "sent"]);
  });
});

test("why a second file did not come is remembered, since Python hides it in an error of its own", () => {
  withServer(404, (_events, rest) => {
    assert.throws(() => rest.loadPython(), /status 404/);
    assert.match(String(rest.failure), /status 404/);
  });
});
