/**
 * When to fetch the runtime: at intent, never before. Megabytes on a phone are the reader's money, so a connection
 * that does not say it is fast and unmetered counts as neither.
 */

/**
 * The part of the Network Information API that is read (Chromium only; elsewhere it is absent).
 * @typedef {{ effectiveType?: string, saveData?: boolean, downlink?: number, type?: string }} Connection
 */

/** Mbit/s. Browsers report at most 10, rounded, against fingerprinting. */
const FAST_DOWNLINK = 5;
const IN_VIEW_FOR = 1_000;
/** Of the form. A form may be taller than a phone's screen, so a large share would never be seen. */
const SHARE_IN_VIEW = 0.1;

/**
 * @param {Connection | undefined} connection
 * @returns {boolean}
 */
export function isFastAndUnmetered(connection) {
  if (!connection) return false;
  const { effectiveType, saveData, downlink, type } = connection;
  return effectiveType === "4g" && saveData === false && (downlink ?? 0) >= FAST_DOWNLINK && type !== "cellular";
}

/** @returns {Connection | undefined} */
export function currentConnection() {
  return /** @type {Navigator & { connection?: Connection }} */ (navigator).connection;
}

/**
 * Calls back once the form was in view for a second on a connection that is known to be fast and unmetered.
 * @param {Element} form
 * @param {AbortSignal} signal
 * @param {() => void} callback
 */
export function whenSeen(form, signal, callback) {
  if (!isFastAndUnmetered(currentConnection()) || !("IntersectionObserver" in globalThis)) return;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isInView = false;
  const look = () => {
    clearTimeout(timer);
    if (isInView) timer = setTimeout(decide, IN_VIEW_FOR);
  };
  const decide = () => {
    // The connection may have changed meanwhile; a tab in the background shows no intent, but may come to the front.
    if (document.visibilityState !== "visible" || !isFastAndUnmetered(currentConnection())) return;
    isInView = false;
    observer.disconnect();
    callback();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      isInView = entries.at(-1)?.isIntersecting ?? false;
      look();
    },
    { threshold: SHARE_IN_VIEW },
  );
  observer.observe(form);
  document.addEventListener("visibilitychange", look, { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}

/**
 * Calls back at the first touch, focus or key in a field. A preset's button is no such touch: its result is in the
 * page already.
 * @param {HTMLElement} form
 * @param {AbortSignal} signal
 * @param {() => void} callback
 */
export function whenTouched(form, signal, callback) {
  const touches = ["pointerdown", "focusin", "input"];
  const touched = (/** @type {Event} */ event) => {
    if (!(event.target instanceof Element) || !event.target.closest("input, select, textarea")) return;
    for (const touch of touches) form.removeEventListener(touch, touched);
    callback();
  };
  // Safari does not focus a radio button or checkbox that is tapped: hence three kinds of event.
  for (const touch of touches) form.addEventListener(touch, touched, { signal });
}
