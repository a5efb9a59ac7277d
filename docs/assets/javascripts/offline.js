/**
 * Versions and the network: the page's side of the service worker (build_scripts/service_worker/), which may be absent.
 * Without one, pages never mix versions either; they only do not work offline.
 */

import { offlineWordsFor } from "./offline-words.js";
import { SiteNotice } from "./site-notice.js";
import { currentConnection, isFastAndUnmetered } from "./warm-up.js";

/** @import { RuntimeClient } from "./runtime-client.js" */
/** @typedef {{ subscribe(listener: () => void): unknown }} PageChanges */

/** Milliseconds. A page that was open for longer asks for a new version when it is looked at again. */
const LOOK_AGAIN_AFTER = 3_600_000;

export class OfflineUse {
  #runtime;
  #siteRoot;
  #notice = new SiteNotice();
  #words = offlineWordsFor(document.documentElement.lang);
  #code = publishedCode();
  /** Path of the worker from the root. A frame on somebody else's site has none: nothing more than the frame is fetched. */
  #file = window.parent === window ? releaseMeta()?.dataset.serviceWorker : "";
  /** @type {ServiceWorkerContainer | undefined} absent in private windows of some browsers, and in apps */
  #workers = this.#file ? navigator.serviceWorker : undefined;
  #asked = Date.now();
  #reloading = false;
  /** Whether a service worker answers this page: the first that comes has no download under way. */
  #hadController = Boolean(this.#workers?.controller);
  /** @type {ServiceWorkerRegistration | undefined} */ #registration;

  /** @param {RuntimeClient} runtime @param {string} siteRoot */
  constructor(runtime, siteRoot) {
    this.#runtime = runtime;
    this.#siteRoot = siteRoot;
  }

  /** @param {PageChanges | undefined} pageChanges Material's, under instant navigation */
  begin(pageChanges) {
    if (!this.#code) return;
    this.#notice.begin();
    pageChanges?.subscribe(() => this.#pageChanged());
    this.#runtime.subscribe(({ state, reason }) => {
      if (state === "failed" && reason === "download") this.#askWhyGone();
      // One that is about to go is given nothing to do: asked after it was told to go, it may never go (Chromium 156).
      if (state === "ready" && !this.#registration?.waiting) this.#keep({ runtime: true });
      this.#askWaiting();
    });
    if (document.readyState === "complete") this.#register();
    else globalThis.addEventListener("load", () => this.#register(), { once: true });
  }

  /** Instant navigation may have put another version's page into this one: then it is loaded in full. */
  #pageChanged() {
    if (publishedCode() !== this.#code) location.reload();
    else this.#opened();
  }

  /** A calculator could not be fetched: perhaps because a newer version of the site has replaced it. */
  async #askWhyGone() {
    try {
      const response = await fetch(`${this.#siteRoot}release.json`, { cache: "no-store" });
      if (response.ok && (await response.json()).code !== this.#code) this.#offerReload("gone", this.#words.gone);
    } catch {
      // Offline: the calculator says so itself.
    }
  }

  async #register() {
    const container = this.#workers;
    if (!container) return;
    container.addEventListener("message", ({ data }) => this.#hear(data));
    container.addEventListener("controllerchange", () => this.#controllerChanged());
    for (const change of ["online", "offline"]) globalThis.addEventListener(change, () => this.#showNetwork(navigator.onLine));
    try {
      const registration = await container.register(this.#siteRoot + this.#file, { scope: this.#siteRoot, updateViaCache: "none" });
      this.#watch(registration);
    } catch {
      return; // Refused, as in private windows of some browsers: the site works as it does without.
    }
    this.#showNetwork(navigator.onLine);
    this.#opened();
    if (isFastAndUnmetered(currentConnection())) this.#keep({ runtime: false });
  }

  #controllerChanged() {
    if (this.#reloading) return location.reload();
    // What the worker of Python was fetching through the worker that is gone may never end (seen in Chromium 156).
    if (this.#hadController) this.#runtime.renew();
    this.#hadController = true;
    this.#opened();
    if (this.#runtime.snapshot.state === "ready") this.#keep({ runtime: true });
  }

  /** @param {ServiceWorkerRegistration} registration */
  #watch(registration) {
    this.#registration = registration;
    this.#askWaiting();
    registration.addEventListener("updatefound", () => {
      const fresh = registration.installing;
      fresh?.addEventListener("statechange", () => fresh.state === "installed" && this.#askWaiting());
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || Date.now() - this.#asked < LOOK_AGAIN_AFTER) return;
      this.#asked = Date.now();
      registration.update().catch(() => {});
    });
  }

  /** Lets a new version take over where nobody sees it; never in the middle of a download that goes through the old. */
  #askWaiting() {
    if (this.#runtime.snapshot.state === "loading") return;
    this.#registration?.waiting?.postMessage({ kind: "waiting", code: this.#code });
  }

  /** @param {any} message from a service worker */
  #hear(message) {
    if (message?.kind === "network") this.#showNetwork(message.reachable && navigator.onLine);
    if (message?.kind !== "waiting") return;
    if (message.code !== this.#code) this.#offerReload("new", this.#words.newVersion);
    if (!message.takesOver && this.#runtime.snapshot.state === "ready") this.#keep({ runtime: true });
  }

  #opened() {
    this.#workers?.controller?.postMessage({ kind: "opened", path: location.href.split(/[?#]/)[0]?.slice(this.#siteRoot.length) });
  }

  /** @param {{ runtime: boolean }} what */
  async #keep({ runtime }) {
    const connection = currentConnection();
    const registration = await this.#workers?.ready;
    registration?.active?.postMessage({ kind: "keep", runtime, fast: isFastAndUnmetered(connection), pages: !connection?.saveData });
  }

  /** @param {boolean} reachable */
  #showNetwork(reachable) {
    if (reachable) this.#notice.hide("offline");
    else if (this.#workers?.controller) this.#notice.show("offline", this.#words.offline);
  }

  /** @param {string} name @param {string} text */
  #offerReload(name, text) {
    this.#notice.show(name, text, { label: this.#words.reload, act: () => this.#switch() });
  }

  /** Lets the new version take over, if one waits, and loads its page. */
  async #switch() {
    const registration = await this.#workers?.getRegistration(this.#siteRoot);
    if (!registration?.waiting) return location.reload();
    this.#reloading = true;
    registration.waiting.postMessage({ kind: "switch" });
  }
}

/** @returns {HTMLMetaElement | null} */
function releaseMeta() {
  return document.querySelector('meta[name="site-code"]');
}

function publishedCode() {
  return releaseMeta()?.content ?? "";
}
