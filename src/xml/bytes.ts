/** The text of an XML file's bytes: UTF-8, UTF-16, or the encoding that its declaration names (XML 1.0, section 4.3.3 and appendix F). */

import { KnownError } from '../errors.ts';

/**
 * @param name the file's, for errors
 * @returns with the byte order mark, where there is one
 * @throws KnownError where the bytes are not of the encoding that they say they are
 */
export function decodeXml(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw notOf(encoding, name, cause);
  }
}

/**
 * The same in pieces, for a file that is too large to be held whole.
 * @param pieces of the file in order; the first says the encoding
 * @throws KnownError as `decodeXml`, at the piece that is not of the encoding
 */
export function* decodeXmlPieces(pieces: Iterable<Uint8Array>, name: string): Generator<string> {
  let encoding: string | undefined;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for (const piece of pieces) {
      encoding ??= encodingOf(piece);
      decoder ??= new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (cause) {
    throw cause instanceof TypeError ? notOf(encoding ?? '', name, cause) : cause;
  }
}

function notOf(encoding: string, name: string, cause: unknown): KnownError {
  return new KnownError(`${name}: not ${encoding.toUpperCase()}`, {
    expected: 'UTF-8, UTF-16 with a byte order mark, or the encoding that the first line of XML names',
    got: 'other bytes',
    help: 'Export it again as UTF-8.',
    cause,
  });
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // A byte order mark, or one half of "<" in two bytes.
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const named = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  // In one byte a character it is no UTF-16, whatever a tool that has converted it left in the first line.
  return named === undefined || /^(?:utf|ucs)-?16/i.test(named) ? 'utf-8' : named;
}
