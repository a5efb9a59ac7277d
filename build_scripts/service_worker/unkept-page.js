/** Shown offline instead of a page that was never kept. */
import { manifest } from "./manifest.js";
import { addressOf } from "./scope.js";

const TITLE = "You are offline";
const SENTENCE = "This page is not on your device yet. Pages and calculators you have used still work.";
const HOME = "To the home page";

export function unkeptPage() {
  const styles = Object.keys(manifest.files).filter((path) => path.endsWith(".css"));
  const links = styles.map((path) => `<link rel="stylesheet" href="${addressOf(path)}">`).join("");
  const body = `<main class="md-content md-typeset unkept-page"><h1>${TITLE}</h1><p>${SENTENCE}</p><p><a href="${addressOf("")}">${HOME}</a></p></main>`;
  const viewport = '<meta name="viewport" content="width=device-width,initial-scale=1">';
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8">${viewport}<title>${TITLE}</title>${links}</head><body>${body}</body></html>`;
  return new Response(page, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
