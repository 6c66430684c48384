/** Width and height from an image's first bytes, so that a page does not jump when the image arrives. */

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** PNG, GIF, JPEG, WebP and AVIF; undefined for anything else, and for files that end too soon. */
export function imageSize(bytes: Buffer): ImageSize | undefined {
  try {
    if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    if (bytes.subarray(0, 3).toString('latin1') === 'GIF') return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
    if (bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes);
    if (bytes.subarray(8, 12).toString('latin1') === 'WEBP') return webpSize(bytes);
    if (bytes.subarray(4, 8).toString('latin1') === 'ftyp') return avifSize(bytes);
  } catch {
    // A header that ends too soon has no size.
  }
  return undefined;
}

/** ITU T.81, B.2.2: the frame header is the first SOFn segment; C4, C8 and CC are other tables. */
function jpegSize(bytes: Buffer): ImageSize | undefined {
  for (let at = 2; at < bytes.length; ) {
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** https://developers.google.com/speed/webp/docs/riff_container, and RFC 6386 section 9.1 for VP8. */
function webpSize(bytes: Buffer): ImageSize | undefined {
  switch (bytes.subarray(12, 16).toString('latin1')) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return undefined;
  }
}

/** ISO/IEC 23008-12, 6.5.3: each image of the file says its extent; the picture is the largest, its tiles and its thumbnail are smaller. */
function avifSize(bytes: Buffer): ImageSize | undefined {
  let size: ImageSize | undefined;
  for (let at = bytes.indexOf('ispe'); at >= 0 && at + 16 <= bytes.length; at = bytes.indexOf('ispe', at + 4)) {
    const found = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (size === undefined || found.width * found.height > size.width * size.height) size = found;
  }
  return size;
}
