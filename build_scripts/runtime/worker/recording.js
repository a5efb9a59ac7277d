/**
 * A worker for `make profile` and for tests: as the real one, and it also runs a function of a Python module and tells
 * which of WebAssembly's functions have been called, and how often the second files were loaded. Never part of a site.
 */
import { startPython } from "./python.js";

/** @type {WebAssembly.Exports | undefined} */
let exported;

const instantiate = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (source, imports) => {
  const made = await instantiate(source, imports);
  exported = made.instance.exports;
  return made;
};

// Browsers without JSPI take other ways through the start: `?without=jspi` records those.
if (new URLSearchParams(globalThis.location.search).get("without") === "jspi") {
  Reflect.deleteProperty(WebAssembly, "Suspending");
  Reflect.deleteProperty(WebAssembly, "promising");
}

const python = startPython(() => undefined);

/** @type {Record<string, (asked: any) => Promise<unknown>>} */
const doers = {
  start: async () => (await python).startedIn,
  respond: async ({ request }) => (await python).respond(request),
  run: async ({ module, name, argument }) => (await python).pyodide.pyimport(module)[name](argument),
  called: async () => {
    const marks = new Uint8Array(/** @type {any} */ (exported).called.buffer);
    return Array.from(marks.keys()).filter((index) => marks[index]);
  },
  loads: async () => (await python).rest.loads,
  pythonLoads: async () => (await python).rest.pythonLoads,
};

globalThis.addEventListener("message", async ({ data }) => {
  try {
    globalThis.postMessage({ id: data.id, value: await doers[data.kind]?.(data) });
  } catch (error) {
    globalThis.postMessage({ id: data.id, error: String(error) });
  }
});
