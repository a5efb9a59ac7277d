/** Pyodide's script: imported for what it leaves on `globalThis`. */
declare module "pyodide/pyodide.asm.js";
