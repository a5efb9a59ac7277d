/** Our own work on the page's main thread, told to whoever observes it: the benchmark, or a browser's tools. */

/**
 * @template Value
 * @param {string} name after "ours:"
 * @param {() => Value} work
 * @returns {Value}
 */
export function measured(name, work) {
  const start = performance.now();
  try {
    return work();
  } finally {
    const mark = `ours:${name}`;
    performance.measure(mark, { start });
    // Observers have it by now; kept for each key, it would only grow.
    performance.clearMeasures(mark);
  }
}
