import js from "@eslint/js";
import globals from "globals";

/** What the pages' Content-Security-Policy would stop at run time is stopped here first. */
const refusedByPolicy = [
  {
    selector: "CallExpression[callee.property.name='setAttribute'] > Literal[value='style']",
    message: "The pages' policy refuses inline styles.",
  },
];

/** Python's templates are the only place where an amount is rounded or written out. */
const numbersInWords = ["toFixed", "toPrecision", "toLocaleString"].map((property) => ({
  property,
  message: "Numbers come finished from Python; only byte-text.js writes out sizes.",
}));

export default [
  { ignores: ["site/", "site-stock/", "build/", ".venv/", ".cache/", "**/node_modules/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // Each "?." and "??" counts as a branch, hence not the usual 10.
      complexity: ["error", 14],
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-depth": ["error", 3],
      // Warnings are for whoever maintains the site; they hold nothing that a reader typed.
      "no-console": ["error", { allow: ["warn"] }],
      "no-eval": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["docs/**"],
    languageOptions: { globals: globals.browser },
    rules: {
      "max-lines": ["error", 250],
      "max-lines-per-function": ["error", 40],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      "no-restricted-globals": ["error", { name: "Intl", message: "Python formats." }],
      "no-restricted-properties": ["error", ...numbersInWords],
      "no-restricted-syntax": ["error", ...refusedByPolicy],
    },
  },
  { files: ["docs/assets/javascripts/byte-text.js"], rules: { "no-restricted-properties": "off" } },
  { files: ["**/*worker*.js", "build_scripts/service_worker/*.js"], languageOptions: { globals: { ...globals.worker, ...globals.serviceworker } } },
  {
    files: ["tests/**", "build_scripts/**", "benchmarks/**", "*.config.js"],
    languageOptions: { globals: globals.node },
    // A program for a shell speaks to it.
    rules: { "no-console": "off" },
  },
];
