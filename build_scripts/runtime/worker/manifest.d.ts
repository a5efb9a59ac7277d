/** The build writes `manifest.js` next to the worker's other modules just before it bundles them. */
export const manifest: import("./messages.js").Manifest;
