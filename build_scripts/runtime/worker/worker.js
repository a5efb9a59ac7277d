/**
 * The worker: starts the browser's Python and answers requests with it. It knows no calculator.
 * Messages: see `messages.js`. One worker serves a whole visit.
 */
import { describe } from "./failures.js";
import { startPython } from "./python.js";

const INTERNAL = /** @type {const} */ ("internal");

/** @type {(message: import("./messages.js").FromWorker) => void} */
const tell = (message) => self.postMessage(message);

const python = startPython(tell);

python.then(
  ({ startedIn }) => tell({ kind: "ready", startedIn }),
  (error) => tell({ kind: "failed", ...describe(error) }),
);

self.addEventListener("message", async ({ data }) => {
  if (data?.kind !== "respond") {
    return;
  }
  const started = await python.catch(() => undefined);
  if (!started) {
    return; // told once already, without an id: nothing will ever be answered
  }
  if (started.rest.failure) {
    tell({ kind: "failed", id: data.id, ...describe(started.rest.failure) }); // Python stopped half-way: it is over
    return;
  }
  try {
    const reply = started.respond(data.request);
    if (started.rest.failure) {
      throw started.rest.failure; // the reply is about what is missing here, not about what was asked
    }
    tell({ kind: "reply", id: data.id, reply });
  } catch (error) {
    const { failure } = started.rest; // a second file that could not be had is a download, however it surfaced
    const told = failure ? describe(failure) : { reason: INTERNAL, message: String(error) };
    tell({ kind: "failed", id: data.id, ...told });
  }
});
