/**
 * The service worker of one version of the site. It answers from that version's cache what never changes, from the
 * network what may, and from the cache again where there is no network. It takes over from an older one when no page
 * can notice, or when the reader asks for it.
 */
import { answer, isReachable } from "./answering.js";
import { install, keepPage, keepPagesAhead, keepRuntime, removeOthers } from "./keeping.js";
import { manifest } from "./manifest.js";
import { openPages, scope } from "./scope.js";

/** @import { MessageEventOfClient } from "./types.d.ts" */

scope.addEventListener("install", (event) => event.waitUntil(install()));
// The pages of a first visit are answered as well, so that what they use can be kept.
scope.addEventListener("activate", (event) => event.waitUntil(removeOthers().then(() => scope.clients.claim())));
scope.addEventListener("fetch", answer);
scope.addEventListener("message", (event) => event.waitUntil(hear(event)));

/** @param {MessageEventOfClient} event see docs/assets/javascripts/offline.js for the other side */
async function hear({ data, source }) {
  switch (data?.kind) {
    case "opened":
      source?.postMessage({ kind: "network", reachable: isReachable });
      await removeOthers();
      await keepPage(data.path);
      break;
    case "keep":
      if (data.runtime) await keepRuntime(data.fast);
      if (data.pages) await keepPagesAhead();
      break;
    case "waiting": {
      // The page runs this version's code already, or another tab does not: nobody sees the change.
      const takesOver = data.code === manifest.code && (await openPages()).length <= 1;
      if (takesOver) await scope.skipWaiting();
      source?.postMessage({ kind: "waiting", code: manifest.code, takesOver });
      break;
    }
    case "switch":
      await scope.skipWaiting();
      break;
  }
}
