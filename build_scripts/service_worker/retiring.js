/**
 * Ends all offline use: published in the service worker's place by `python -m build_scripts.build --no-service-worker`.
 * Browsers fetch it on the reader's next visit, or within a day of it.
 */
import { ourCaches, scope } from "./scope.js";

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(retire()));

async function retire() {
  for (const name of await ourCaches()) await caches.delete(name);
  await scope.registration.unregister();
}
