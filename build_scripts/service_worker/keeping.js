/**
 * One cache for each version of the site, which holds nothing but that version's files: a page or an asset is kept
 * only if its bytes are the ones that the manifest names. So a version offline is always of one piece.
 */
import { manifest } from "./manifest.js";
import { addressOf, cacheName, openPages, ourCaches, pathOf, scope } from "./scope.js";

const NAME = cacheName(manifest.version);
/** Bytes. New figures change some hundred kilobytes of the runtime; more than this waits for the next use. */
const SMALL_UPDATE = 700_000;

const open = () => caches.open(NAME);

/** @param {string} path @returns {Promise<Response | undefined>} of this version */
export async function kept(path) {
  return keptIn(NAME, path);
}

/** @param {string} path of a file with its hash in its name @returns {Promise<Response | undefined>} of any version */
export async function keptByAny(path) {
  for (const name of [NAME, ...(await ourCaches())]) {
    const found = await keptIn(name, path);
    if (found) return found;
  }
  return undefined;
}

/** To look must not make: a version that was taken away stays away. @param {string} cacheName @param {string} path */
function keptIn(cacheName, path) {
  return caches.match(addressOf(path), { cacheName, ignoreVary: true });
}

/** Makes this version's cache, beside the old one's. Throws unless it is complete: the browser then tries again later. */
export async function install() {
  const older = (await ourCaches()).filter((name) => name !== NAME);
  const shell = Object.entries(manifest.files).map(async ([path, digest]) => {
    if (!(await obtain(path, digest))) throw new Error(`${path} is not what this version was made with.`);
  });
  await Promise.all(shell);
  for (const name of older) await carryOver(await caches.open(name));
}

/** What the reader had of the old version, they have of the new one. @param {Cache} old */
async function carryOver(old) {
  const had = new Set((await old.keys()).map(({ url }) => pathOf(url) ?? ""));
  for (const path of had) if (manifest.pages[path]) await obtain(path, manifest.pages[path]);
  if (![...had].some((path) => path.startsWith("assets/runtime/"))) return;
  const missing = [];
  for (const [path, { sent, starts }] of Object.entries(manifest.runtime)) {
    const found = had.has(path) && (await old.match(addressOf(path)));
    if (found && (await store(path, digestIn(path), found))) continue;
    if (starts) missing.push({ path, sent });
  }
  const bytes = missing.reduce((sum, { sent }) => sum + sent, 0);
  if (bytes <= SMALL_UPDATE && !scope.navigator.connection?.saveData) await keepRuntime(true);
}

/**
 * Takes the other versions away. They stay while other pages are open, which may be of such a version, and while one is
 * on its way to replace this one.
 */
export async function removeOthers() {
  const others = (await ourCaches()).filter((name) => name !== NAME);
  if ((await openPages()).length > 1 || isBeingReplaced()) return;
  for (const name of others) await caches.delete(name);
}

function isBeingReplaced() {
  const { installing, waiting } = scope.registration;
  return Boolean(installing ?? waiting) || scope.serviceWorker?.state === "redundant";
}

/** @param {string} path @returns {Promise<boolean>} whether it is a page that is now kept */
export async function keepPage(path) {
  const digest = manifest.pages[path];
  return digest ? obtain(path, digest) : false;
}

/** One that is not this version's says that a newer one is there, whose pages all differ: none more is fetched for nothing. */
export async function keepPagesAhead() {
  for (const path of manifest.ahead) if (!(await keepPage(path))) return;
}

/** @param {string} path @param {Response} response that has just come from the network */
export async function keepIfOurs(path, response) {
  const digest = manifest.pages[path] ?? manifest.files[path];
  if (digest !== undefined) await store(path, digest, response);
}

/** @param {string} path @returns {boolean} whether it is a part of Python that not every start needs */
export function isRare(path) {
  return manifest.runtime[path]?.starts === false;
}

/** @param {string} path of a file of the runtime @param {Response} response just come */
export async function keepRare(path, response) {
  await store(path, digestIn(path), response);
}

/** Files of the runtime are named by the start of their SHA-256. @param {string} path */
function digestIn(path) {
  // No file's digest begins with the last word: what cannot be checked is not kept.
  return /-([0-9a-f]{16})\.[a-z.]+$/.exec(path)?.[1] ?? "unknown";
}

/**
 * Keeps the runtime after it was used. The browser's own cache has it from that use, so that this downloads nothing;
 * unless `fetching` allows it for what is missing there.
 * @param {boolean} fetching
 */
export async function keepRuntime(fetching) {
  const cache = await open();
  for (const [path, { starts }] of Object.entries(manifest.runtime)) {
    const address = addressOf(path);
    if (await cache.match(address, { ignoreVary: true })) continue;
    const own = await fetch(address, { cache: "only-if-cached", mode: "same-origin" }).catch(() => undefined);
    const response = own?.ok || !fetching || !starts ? own : await fetch(address).catch(() => undefined);
    if (response) await store(path, digestIn(path), response);
  }
}

/** From an older version's cache, else as the browser has it, else from the server. @param {string} path @param {string} digest */
async function obtain(path, digest) {
  if (await kept(path)) return true;
  const address = addressOf(path);
  const sources = [() => keptByAny(path), () => fetch(address), () => fetch(address, { cache: "reload" })];
  for (const source of sources) {
    const response = await source().catch(() => undefined);
    if (response && (await store(path, digest, response))) return true;
  }
  return false;
}

/** @param {string} path @param {string} digest @param {Response} response @returns {Promise<boolean>} whether it was right */
async function store(path, digest, response) {
  if (!response.ok || response.redirected) return false;
  // A body that breaks off makes the reading fail: half a file is never kept.
  try {
    const bytes = await response.clone().arrayBuffer();
    if (digest && !(await sha256(bytes)).startsWith(digest)) return false;
    await (await open()).put(addressOf(path), response);
    return true;
  } catch {
    return false;
  }
}

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
