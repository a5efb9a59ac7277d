/**
 * What the page and the worker say to each other.
 *
 * @typedef {{kind: "respond", id: number, request: string}} ToWorker
 *
 * @typedef {"download" | "start" | "internal"} Reason
 * @typedef {{kind: "progress", loaded: number, total: number, step: "download" | "start"}} Progress
 *   after "ready" it means: a second file is fetched, and the answer waits for it
 * @typedef {{kind: "ready", startedIn: number}} Ready   startedIn: milliseconds since the worker began
 * @typedef {{kind: "reply", id: number, reply: string}} Reply
 * @typedef {{kind: "failed", id?: number, reason: Reason, message: string}} Failed
 *   only after "internal" with an id does the worker go on
 * @typedef {Progress | Ready | Reply | Failed} FromWorker
 *
 * @typedef {object} RuntimeFile
 * @property {string} name    hashed file name, next to the worker
 * @property {number} raw     bytes that the worker reads from the response
 * @property {number} sent    bytes on the wire, when the server compresses what it can
 *
 * @typedef {object} Manifest
 * @property {import("pyodide").Lockfile} lockFile  Pyodide's list of packages, without one: nothing is ever installed
 * @property {RuntimeFile} wasm         Pyodide's WebAssembly
 * @property {RuntimeFile | null} rest  the second WebAssembly module, if there is one; loaded when called
 * @property {RuntimeFile | null} pythonRest  bodies of Python's functions, if they are apart; loaded when called
 * @property {RuntimeFile} stdlib       zip of the standard library
 * @property {RuntimeFile[]} packages   stored zips for site-packages
 */
export {};
