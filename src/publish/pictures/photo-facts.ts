/** What a photograph says of itself that a page needs: which way is up, and whom to name. */

import { jpegSegments } from './jpeg-segments.ts';

export interface PhotoFacts {
  /** Exif orientation, 1 to 8; from 5 on width and height change places. */
  readonly orientation: number;
  /** Credit line, else the photographer, as IPTC has them. */
  readonly credit?: string;
}

const APP1 = 0xe1;
const APP13 = 0xed;
const PLAIN: PhotoFacts = { orientation: 1 };

/** @param bytes the whole file; anything but a JPEG says nothing here */
export function photoFacts(bytes: Buffer): PhotoFacts {
  let orientation = 1;
  let credit: string | undefined;
  for (const { marker, content, end } of jpegSegments(bytes) ?? []) {
    const part = bytes.subarray(content, end);
    try {
      if (marker === APP1 && part.toString('latin1', 0, 6) === 'Exif\0\0') orientation = exifOrientation(part.subarray(6));
      if (marker === APP13 && part.toString('latin1', 0, 14) === 'Photoshop 3.0\0') credit ??= iptcCredit(part.subarray(14));
    } catch {
      // Metadata that ends too soon says nothing.
    }
  }
  return { ...PLAIN, orientation, ...(credit === undefined ? {} : { credit }) };
}

/** @param tiff from the byte order on. @see Exif 2.32, 4.6.4 */
function exifOrientation(tiff: Buffer): number {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12;
    if (short(at) === 0x0112) {
      const value = short(at + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** Datasets of record 2 that name somebody, the one that asks to be shown first. @see IPTC-IIM 4.2 */
const CREDIT = 110;
const BYLINE = 80;

function iptcCredit(resources: Buffer): string | undefined {
  const found = new Map<number, string>();
  for (const { id, data } of photoshopResources(resources)) {
    if (id !== 0x0404) continue;
    for (let at = 0; at + 5 <= data.length && data[at] === 0x1c; ) {
      const [record, dataset] = [data[at + 1] ?? 0, data[at + 2] ?? 0];
      const length = data.readUInt16BE(at + 3);
      if (record === 2 && (dataset === CREDIT || dataset === BYLINE)) found.set(dataset, textOf(data.subarray(at + 5, at + 5 + length)));
      at += 5 + length;
    }
  }
  const credit = [found.get(CREDIT), found.get(BYLINE)].find((text) => text !== undefined && text !== '');
  return credit;
}

function* photoshopResources(bytes: Buffer): Generator<{ id: number; data: Buffer }> {
  for (let at = 0; at + 12 <= bytes.length && bytes.toString('latin1', at, at + 4) === '8BIM'; ) {
    const id = bytes.readUInt16BE(at + 4);
    // A name of counted letters, and its data: each padded to an even length.
    const name = 1 + (bytes[at + 6] ?? 0);
    const size = at + 6 + name + (name % 2);
    const length = bytes.readUInt32BE(size);
    yield { id, data: bytes.subarray(size + 4, size + 4 + length) };
    at = size + 4 + length + (length % 2);
  }
}

/** UTF-8, which the record need not declare, else Latin-1; white space and controls are no part of a name. */
function textOf(bytes: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = bytes.toString('latin1');
  }
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 120);
}
