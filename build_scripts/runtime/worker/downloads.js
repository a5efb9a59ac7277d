/** The runtime's files: all asked for at once, counted as they arrive. */
import { DownloadError } from "./failures.js";

const MOST_OFTEN = 100; // milliseconds between two reports

/** Counts bytes of several files and tells how far they are, in bytes on the wire. */
export class Counter {
  /**
   * @param {import("./messages.js").RuntimeFile[]} files
   * @param {(loaded: number, total: number) => void} report
   */
  constructor(files, report) {
    this.total = files.reduce((sum, file) => sum + file.sent, 0);
    this.loaded = 0;
    this.reported = -Infinity;
    this.report = report;
  }

  /**
   * @param {import("./messages.js").RuntimeFile} file
   * @param {number} bytes  read from the response: before it, the browser may have decompressed them
   */
  add(file, bytes) {
    this.loaded += (bytes * file.sent) / file.raw;
    const now = performance.now();
    if (now - this.reported < MOST_OFTEN) {
      return;
    }
    this.reported = now;
    this.report(Math.min(Math.round(this.loaded), this.total), this.total);
  }
}

/**
 * @param {import("./messages.js").RuntimeFile} file
 * @returns {Promise<Response>}
 */
export async function request(file) {
  try {
    const response = await fetch(new URL(file.name, import.meta.url));
    if (!response.ok) {
      throw new DownloadError(`${file.name}: status ${response.status}`);
    }
    return response;
  } catch (error) {
    throw error instanceof DownloadError ? error : new DownloadError(`${file.name}: ${error}`);
  }
}

/**
 * @param {Response} response
 * @returns {ReadableStream<Uint8Array<ArrayBuffer>>}
 */
export function bodyOf(response) {
  return /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body);
}

/**
 * Reads a stream to its end, counting.
 * @param {ReadableStream<Uint8Array>} stream
 * @param {import("./messages.js").RuntimeFile} file
 * @param {Counter} counter
 */
export async function count(stream, file, counter) {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw new DownloadError(`${file.name}: ${error}`);
    });
    if (done) {
      return;
    }
    counter.add(file, value.length);
  }
}

/**
 * The bytes of a file, decompressed if its name ends in .gz and the server has not said that it is an encoding.
 * @param {import("./messages.js").RuntimeFile} file
 * @param {Counter} counter
 */
export async function bytes(file, counter) {
  const response = await request(file);
  const [read, counted] = bodyOf(response).tee();
  const packed = file.name.endsWith(".gz") && response.headers.get("content-encoding") !== "gzip";
  const stream = packed ? read.pipeThrough(new DecompressionStream("gzip")) : read;
  const [buffer] = await Promise.all([
    new Response(stream).arrayBuffer().catch((error) => {
      throw new DownloadError(`${file.name}: ${error}`);
    }),
    count(counted, file, counter),
  ]);
  return new Uint8Array(buffer);
}
