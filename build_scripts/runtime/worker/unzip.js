/** Files of a zip that stores them uncompressed, as our build writes it. */

const END_RECORD = 22; // bytes: end of central directory, without a comment
const ENTRY = 46; // bytes: central directory entry, before its name
const LOCAL_HEADER = 30; // bytes: local header, before its name

/**
 * @param {Uint8Array} zip
 * @returns {Generator<[name: string, data: Uint8Array]>}
 */
export function* storedFiles(zip) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - END_RECORD;
  const text = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = text.decode(zip.subarray(at + ENTRY, at + ENTRY + nameLength));
    const local = view.getUint32(at + 42, true);
    const start = local + LOCAL_HEADER + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    yield [name, zip.subarray(start, start + size)];
    at += ENTRY + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
