/**
 * What no start and no calculator of ours was seen to need: functions of the WebAssembly, and bodies of functions of
 * Python. The first call to one of them stops here until their file is there; then it, and all later ones, go straight
 * through. See docs/about/decisions/0005-split-webassembly.md and 0015-python-in-two-files.md.
 */
import { DownloadError } from "./failures.js";

const PREFIX = "split:"; // of the names under which the first module exports what both share
const LOADER = 0; // its place in the shared table

// (module (import "" "f" (func)) (export "f" (func 0))): a table takes a JavaScript function only in this disguise
const DISGUISE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 6, 1, 0, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0, 0,
]);

/** Loads the second files on demand. */
export class Rest {
  /**
   * @param {import("./messages.js").RuntimeFile | null} file  the second WebAssembly module
   * @param {import("./messages.js").RuntimeFile | null} pythonFile  the bodies of functions of Python
   */
  constructor(file, pythonFile) {
    this.file = file;
    this.pythonFile = pythonFile;
    /** @type {(message: import("./messages.js").Progress) => void} set once the start is over, which has all the time it needs */
    this.tell = () => undefined;
    this.loads = 0;
    this.pythonLoads = 0;
    /** @type {unknown} */
    this.failure = null;
  }

  /**
   * Prepares the one module that Pyodide is going to instantiate.
   * @returns {Promise<never>} rejected if that fails: Pyodide itself would wait for ever
   */
  watch() {
    const instantiate = WebAssembly.instantiateStreaming;
    return new Promise((_, reject) => {
      WebAssembly.instantiateStreaming = async (source, imports) => {
        WebAssembly.instantiateStreaming = instantiate;
        try {
          const made = await instantiate(source, imports);
          this.prepare(made, /** @type {WebAssembly.Imports} */ (imports));
          return { module: made.module, instance: { exports: ownExports(made.instance.exports) } };
        } catch (error) {
          reject(error);
          throw error;
        }
      };
    });
  }

  /**
   * @param {WebAssembly.WebAssemblyInstantiatedSource} made
   * @param {WebAssembly.Imports} imports
   */
  prepare({ module, instance }, imports) {
    if (!this.file) {
      return;
    }
    const given = sameImports(module, imports);
    const shared = sharedExports(instance.exports);
    const load = () => this.load(given, shared);
    const disguised = new WebAssembly.Instance(new WebAssembly.Module(DISGUISE), { "": { f: load } });
    /** @type {WebAssembly.Table} */ (shared.functions).set(LOADER, disguised.exports.f);
  }

  /**
   * @param {WebAssembly.Imports} given
   * @param {WebAssembly.ModuleImports} shared
   */
  load(given, shared) {
    this.noting(() => {
      const module = new WebAssembly.Module(this.download(this.file));
      new WebAssembly.Instance(module, { ...given, split: shared });
    });
    this.loads += 1;
    /** @type {WebAssembly.Global} */ (shared.ready).value = 1;
  }

  /**
   * Gives Python the way to its second file.
   * @param {any} pyodide
   */
  preparePython(pyodide) {
    if (this.pythonFile) {
      pyodide.pyimport("_rest").fetch = () => this.loadPython();
    }
  }

  loadPython() {
    const data = this.noting(() => this.download(this.pythonFile));
    this.pythonLoads += 1;
    return data;
  }

  /**
   * Says so first: the page would take a slow download for a calculation that never ends.
   * @param {import("./messages.js").RuntimeFile | null} file
   */
  download(file) {
    this.tell({ kind: "progress", loaded: 0, total: file?.sent ?? 0, step: "download" });
    return downloadAtOnce(file);
  }

  /**
   * Does something, and remembers why it could not be done: Python may hide it in an error of its own.
   * @template T
   * @param {() => T} doing
   */
  noting(doing) {
    try {
      return doing();
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}

/**
 * The very values that the first module was given, so that the second shares every function and variable with it.
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports} imports
 */
function sameImports(module, imports) {
  /** @type {WebAssembly.Imports} */
  const given = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const values = (given[from] ??= {});
    values[name] = /** @type {any} */ (imports[from])[name];
  }
  return given;
}

/** @param {WebAssembly.Exports} exports */
function sharedExports(exports) {
  /** @type {WebAssembly.ModuleImports} */
  const shared = {};
  for (const [name, value] of Object.entries(exports)) {
    if (name.startsWith(PREFIX)) {
      shared[name.slice(PREFIX.length)] = value;
    }
  }
  return shared;
}

/**
 * Pyodide takes every export for a symbol of C, and complains on the console of those that are none.
 * @param {WebAssembly.Exports} exports
 * @returns {WebAssembly.Exports}
 */
function ownExports(exports) {
  return Object.fromEntries(Object.entries(exports).filter(([name]) => !name.startsWith(PREFIX)));
}

/**
 * A download that a call can wait for: nothing else runs in this worker meanwhile.
 * @param {import("./messages.js").RuntimeFile | null} file
 * @returns {ArrayBuffer}
 */
function downloadAtOnce(file) {
  const name = String(file?.name);
  const request = new globalThis.XMLHttpRequest();
  request.open("GET", new URL(name, import.meta.url).href, false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch (error) {
    throw new DownloadError(`${name}: ${error}`);
  }
  if (request.status !== 200) {
    throw new DownloadError(`${name}: status ${request.status}`);
  }
  return request.response;
}
