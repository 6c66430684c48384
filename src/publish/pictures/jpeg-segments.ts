/** A JPEG file as its segments. */

export interface JpegSegment {
  /** The second byte of the marker: `0xe1` is APP1. */
  readonly marker: number;
  /** From the marker's first byte to behind the segment; of a scan, to behind its picture data. */
  readonly start: number;
  readonly end: number;
  /** Where its content begins, behind marker and length. */
  readonly content: number;
}

const SCAN = 0xda;
const END = 0xd9;

/**
 * @returns the segments up to the end of the picture, the end marker included; what a file has behind it (other pictures, a film) is
 * none. Undefined for what is no JPEG file.
 * @see ITU-T T.81, annex B
 */
export function jpegSegments(bytes: Buffer): JpegSegment[] | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  const segments: JpegSegment[] = [];
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may precede a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END) {
      segments.push({ marker, start: at, end: at + 2, content: at + 2 });
      return segments;
    }
    if (at + 4 > bytes.length) return undefined;
    const behind = at + 2 + bytes.readUInt16BE(at + 2);
    const end = marker === SCAN ? endOfScan(bytes, behind) : behind;
    if (end > bytes.length) return undefined;
    segments.push({ marker, start: at, end, content: at + 4 });
    at = end;
  }
  // Cut off in the picture itself: browsers show what there is.
  return segments.some(({ marker }) => marker === SCAN) ? segments : undefined;
}

/** Picture data holds FF only before 00, where it is a byte of its own, and in the restart markers D0 to D7. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
