/**
 * `node audit.mjs <browser> <address>…`: audits each address as Lighthouse's mobile profile does, and prints a JSON list
 * with the scores of each page (0 to 100) and the audits that cost it something. The network and the slow processor are
 * simulated from one unhurried load, which a busy machine disturbs least.
 */

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** They cost nothing by themselves, but say where time and jumps come from. */
const DIAGNOSES = ["long-tasks", "bootup-time", "layout-shifts"];
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

const [chromePath = "", ...addresses] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags: FLAGS, logLevel: "silent" });
const pages = [];
try {
  for (const address of addresses) pages.push(await audit(address));
} finally {
  chrome.kill();
}
process.stdout.write(JSON.stringify(pages));

/** @param {string} address */
async function audit(address) {
  const run = await lighthouse(address, {
    port: chrome.port,
    output: "json",
    logLevel: "error",
    onlyCategories: CATEGORIES,
    throttlingMethod: "simulate",
  });
  if (!run) throw new Error(`Lighthouse said nothing about ${address}`);
  const { categories, audits, runtimeError } = run.lhr;
  if (runtimeError) throw new Error(`${address}: ${runtimeError.message}`);
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]));
  const costly = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => ({ id, title: audits[id]?.title, value: audits[id]?.displayValue, items: itemsOf(audits[id]) }));
  const told = Object.fromEntries(DIAGNOSES.map((id) => [id, itemsOf(audits[id])]));
  return { address, scores, costly, told };
}

/** @param {import("lighthouse").Result["audits"][string] | undefined} audit @returns {unknown[]} the first few things it found */
function itemsOf(audit) {
  const details = /** @type {{ items?: unknown[] } | undefined} */ (audit?.details);
  return (details?.items ?? []).slice(0, 5);
}
