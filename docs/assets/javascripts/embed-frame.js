/**
 * In a frame on somebody else's page: tells that page how tall the calculator is, whenever it changes, as
 * `{ type: "do-likes-pay:height", height: 940 }`, in CSS pixels. Nothing else is sent, and nothing is listened to.
 */

export function tellHeight() {
  const tell = () => {
    // Of the body, not of the document: that is never less than the frame, so the frame could not shrink again.
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // Anybody may know a height; and a page that frames us need not say who it is.
    parent.postMessage({ type: "do-likes-pay:height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
}
