import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

/**
 * What a page may spend on scripts of ours, out of 200 KB for everything before any Python: the calculators' script, and
 * the guide's, for the gift finder and the glossary's cards.
 */
const LIMITS = { "main.js": 16 * 1024, "guide.js": 3 * 1024 };

for (const [name, limit] of Object.entries(LIMITS)) {
  test(`${name} with all its modules, bundled as the site ships it, stays under ${limit / 1024} KB gzip`, async () => {
    const entry = fileURLToPath(new URL(`../../docs/assets/javascripts/${name}`, import.meta.url));
    const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, format: "esm", target: "es2022", write: false });
    const size = gzipSync(outputFiles[0]?.contents ?? "", { level: 6 }).length;
    assert.ok(size > 1_000 && size < limit, `${size} bytes`);
  });
}
