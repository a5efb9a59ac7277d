/** Ways out of the page for a result, each by the browser's own means; nothing passes through a server. */

/**
 * @param {string} text
 * @returns {Promise<boolean>} false where the browser refuses, as in some apps, or some time after the reader's tap
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {ShareData} data
 * @returns {Promise<"shared" | "stopped" | "refused">} stopped: by the reader
 */
export async function share(data) {
  if (!navigator.share || navigator.canShare?.(data) === false) return "refused";
  try {
    await navigator.share(data);
    return "shared";
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "stopped" : "refused";
  }
}

/**
 * @param {string} name of the file
 * @param {Blob} content
 */
export function download(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers begin to read a while after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Draws a picture that is whole in itself, so the canvas stays readable.
 * @param {string} svg with a width and a height
 * @returns {Promise<HTMLCanvasElement | null>} null where the browser cannot read it
 */
export async function drawn(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return canvas;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob | null>} a PNG; null where the browser makes none, as of a picture too large for it
 */
export function pngOf(canvas) {
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
