/**
 * Pictures as readers may have them: what a camera and an editor's program wrote beside the picture is left out. It tells where a
 * source lives, when they were met and with which phone.
 */

import { jpegSegments } from './jpeg-segments.ts';
import { photoFacts } from './photo-facts.ts';

/**
 * @param bytes of a JPEG, PNG or WebP file
 * @returns the same picture, no pixel changed, with its colour profile and the way it is turned; undefined for a file that may hold
 * metadata and cannot be read well enough to leave it out
 */
export function withoutMetadata(bytes: Buffer): Buffer | undefined {
  if (bytes.length >= 2 && bytes.readUInt16BE(0) === 0xffd8) return plainJpeg(bytes);
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return plainPng(bytes);
  if (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP') return plainWebp(bytes);
  if (bytes.subarray(4, 8).toString('latin1') === 'ftyp') return hasMarks(bytes) ? undefined : bytes;
  return bytes;
}

/** Of AVIF: its boxes are not rewritten here. */
function hasMarks(bytes: Buffer): boolean {
  return ['Exif', 'http://ns.adobe.com/xap/', 'application/rdf+xml'].some((mark) => bytes.includes(mark));
}

const [COMMENT, APP0, APP2, APP14, APP15] = [0xfe, 0xe0, 0xe2, 0xee, 0xef];

function plainJpeg(bytes: Buffer): Buffer | undefined {
  const segments = jpegSegments(bytes);
  if (segments === undefined) return undefined;
  const kept = segments.filter(({ marker, content, end }) => {
    if (marker === COMMENT) return false;
    if (marker < APP0 || marker > APP15) return true;
    const name = bytes.toString('latin1', content, Math.min(content + 12, end));
    // How colours are meant: JFIF, the colour profile, Adobe's transform. APP2 may also point to further pictures.
    return (marker === APP0 && name.startsWith('JFIF\0')) || (marker === APP2 && name === 'ICC_PROFILE\0') || marker === APP14;
  });
  const { orientation } = photoFacts(bytes);
  const parts = kept.map(({ start, end }) => bytes.subarray(start, end));
  // Exif comes before all but JFIF.
  const at = kept[0]?.marker === APP0 ? 1 : 0;
  return Buffer.concat([
    bytes.subarray(0, 2),
    ...parts.slice(0, at),
    ...(orientation === 1 ? [] : [turned(orientation)]),
    ...parts.slice(at),
  ]);
}

/** An APP1 segment that says which way is up, and nothing else. */
function turned(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** @see https://www.w3.org/TR/png-3/#11Ancillary-chunks */
const PNG_METADATA = new Set(['eXIf', 'iTXt', 'tEXt', 'tIME', 'zTXt']);

function plainPng(bytes: Buffer): Buffer | undefined {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    if (!PNG_METADATA.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  return undefined;
}

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function plainWebp(bytes: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return undefined;
  for (let at = 12; at + 8 <= whole; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > whole) return undefined;
    if (type === 'VP8X') {
      const chunk = Buffer.from(bytes.subarray(at, end));
      // The flags of Exif and XMP.
      chunk[8] = (chunk[8] ?? 0) & ~0b1100;
      parts.push(chunk);
    } else if (type !== 'EXIF' && type !== 'XMP ') parts.push(bytes.subarray(at, end));
    at = end;
  }
  const body = Buffer.concat(parts);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
}
