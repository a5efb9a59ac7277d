/**
 * The one runtime of the whole visit. A module is evaluated once per document, and instant navigation keeps the
 * document: so this worker, once started, serves every page the reader goes on to.
 */

import { RuntimeClient } from "./runtime-client.js";
import { locateRuntime } from "./runtime-locator.js";
import { siteRootOf } from "./site-root.js";

/** Absolute, of the page that the visit began with; it holds for all pages. */
export const siteRoot = siteRootOf(document);

const location = locateRuntime(document, siteRoot);

export const runtime = new RuntimeClient(
  location && (() => new Worker(location.url, { type: "module" })),
  location ? { bytes: location.bytes } : {},
);
