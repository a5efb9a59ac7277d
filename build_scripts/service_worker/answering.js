/** What a page gets when it asks for something. */
import { isRare, keepIfOurs, keepRare, kept, keptByAny } from "./keeping.js";
import { manifest } from "./manifest.js";
import { openPages, pathOf } from "./scope.js";
import { unkeptPage } from "./unkept-page.js";

/** @import { FetchEvent } from "./types.d.ts" */

/** A name like main-1f3a5b7c.js never stands for other bytes. */
const HASHED = /^assets\/.*[-.][0-9a-f]{8,64}\./;

/** Whether the server answered last time. */
export let isReachable = true;

/** @param {FetchEvent} event */
export function answer(event) {
  const path = pathOf(event.request.url);
  if (path === null || event.request.method !== "GET") return;
  if (HASHED.test(path)) event.respondWith(cacheFirst(event, path));
  else if (path in manifest.pages || path in manifest.files || event.request.mode === "navigate") {
    event.respondWith(networkFirst(event, path));
  }
}

/** @param {FetchEvent} event @param {string} path */
async function cacheFirst(event, path) {
  const found = (path.endsWith(".wasm") && (await fromBrowserCache(event.request.url))) || (await keptByAny(path));
  if (found) return found;
  const response = await fetch(event.request);
  if (isRare(path)) event.waitUntil(keepRare(path, response.clone()));
  return response;
}

/**
 * With a response out of its own cache, however old, Chromium has the code that it compiled last time; with one out of
 * ours it compiles again.
 * @param {string} address
 */
async function fromBrowserCache(address) {
  const response = await fetch(address, { cache: "only-if-cached", mode: "same-origin" }).catch(() => undefined);
  return response?.ok ? response : undefined;
}

/** @param {FetchEvent} event @param {string} path */
async function networkFirst(event, path) {
  const { request } = event;
  const isFile = path in manifest.files;
  try {
    // The browser's own cache would show a page that is up to ten minutes old, whose files may be gone by now.
    const response = await (isFile ? fetch(request) : fetch(request, { cache: "no-cache" }));
    if (!isFile) event.waitUntil(tell(true)); // a file may have come out of the browser's own cache
    if (response.ok) event.waitUntil(keepIfOurs(path, response.clone()));
    return response.status < 500 ? response : ((await kept(path)) ?? response);
  } catch {
    event.waitUntil(tell(false));
    const found = await kept(path);
    if (found) return found;
    return request.mode === "navigate" ? unkeptPage() : Response.error();
  }
}

/** @param {boolean} reachable */
async function tell(reachable) {
  if (reachable === isReachable) return;
  isReachable = reachable;
  for (const page of await openPages()) page.postMessage({ kind: "network", reachable });
}
