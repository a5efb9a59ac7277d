/** Starts Pyodide from our own files and keeps the one Python function that the site calls. */
import "pyodide/pyodide.asm.js";
import { loadPyodide } from "pyodide";
import { Counter, bodyOf, bytes, count, request } from "./downloads.js";
import { manifest } from "./manifest.js";
import { Rest } from "./rest.js";
import { storedFiles } from "./unzip.js";

/** @typedef {{respond: (request: string) => string, startedIn: number, pyodide: any, rest: Rest}} Started */

const HERE = new URL("./", import.meta.url).href;
const STDLIB = `${HERE}python_stdlib.zip`;
const WASM = `${HERE}pyodide.asm.wasm`;

/**
 * Answers Pyodide's own two requests, which it makes under fixed names, with downloads that are already under way.
 * @param {Map<string, Promise<Response>>} downloads
 */
function serve(downloads) {
  const fetchFromNetwork = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const known = downloads.get(String(input));
    return known ? known : fetchFromNetwork(input, init);
  };
}

/**
 * @param {(message: import("./messages.js").FromWorker) => void} tell
 * @returns {Promise<Started>}
 */
export async function startPython(tell) {
  const began = performance.now();
  const { wasm, stdlib, packages } = manifest;
  const rest = new Rest(manifest.rest, manifest.pythonRest);
  const notInstantiated = rest.watch();
  const counter = new Counter([wasm, stdlib, ...packages], (loaded, total) =>
    tell({ kind: "progress", loaded, total, step: "download" }),
  );
  const wasmResponse = request(wasm);
  const wasmCounted = wasmResponse.then((response) => count(bodyOf(response.clone()), wasm, counter));
  const stdlibBytes = bytes(stdlib, counter);
  const packageBytes = packages.map((/** @type {import("./messages.js").RuntimeFile} */ file) => bytes(file, counter));
  const downloaded = Promise.all([wasmCounted, stdlibBytes, ...packageBytes]);
  downloaded.then(
    () => tell({ kind: "progress", loaded: counter.total, total: counter.total, step: "start" }),
    () => undefined, // the race below tells
  );
  serve(
    new Map([
      [WASM, wasmResponse],
      [STDLIB, stdlibBytes.then((data) => new Response(data))],
    ]),
  );
  // A file that broke off also stops Pyodide, in words that hide the reason: the download's own failure goes first.
  const afterDownloads = (/** @type {unknown} */ error) => downloaded.then(() => Promise.reject(error));
  const pyodide = await Promise.race([
    loadPyodide({
      indexURL: HERE,
      stdLibURL: STDLIB,
      lockFileContents: manifest.lockFile,
      packageBaseUrl: HERE,
      fsInit: async (FS, { sitePackages }) => {
        for (const data of await Promise.all(packageBytes)) {
          install(FS, sitePackages, data);
        }
      },
    }).catch(afterDownloads),
    notInstantiated.catch(afterDownloads),
    downloaded.then(() => new Promise(() => undefined)), // a failed download rejects; a complete one says nothing
  ]);
  rest.preparePython(pyodide);
  const respond = bridge(pyodide, rest).respond;
  rest.tell = tell;
  return { respond, startedIn: Math.round(performance.now() - began), pyodide, rest };
}

/**
 * @param {any} pyodide
 * @param {Rest} rest
 */
function bridge(pyodide, rest) {
  try {
    return pyodide.pyimport("calculators.bridge");
  } catch (error) {
    throw rest.failure ?? error; // in Python's own error the reason is only words
  }
}

/**
 * @param {any} FS
 * @param {string} folder
 * @param {Uint8Array} zip
 */
function install(FS, folder, zip) {
  for (const [name, data] of storedFiles(zip)) {
    const path = `${folder}/${name}`;
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, data, { canOwn: true });
  }
}
