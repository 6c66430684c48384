/** What is read of a project: regular files, up to a size, in strict UTF-8. `project/project.ts` says which paths are the project's. */

import { closeSync, openSync, readSync } from 'node:fs';
import { KnownError } from '../errors.ts';
import { decodeXml, decodeXmlPieces } from '../xml/bytes.ts';
import { fileBytes, statsOf } from './bytes.ts';

/** A news article is a few kilobytes and a book's chapter a few hundred; above this a file is something else. */
export const TEXT_BYTES = 4_000_000;
/** A record holds each sentence twice and says of each where it comes from; an imported memory is many articles. */
const RECORD_BYTES = 100_000_000;

/**
 * The text of a file, a byte order mark included.
 * @throws KnownError where the file is missing, too large or not UTF-8 (with the line of the first bad byte)
 */
export function readText(path: string, name = path): string {
  const bytes = readBytes(path, name, TEXT_BYTES);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notUtf8(bytes, name);
  }
  refusePointer(text, name);
  refuseConflict(text, name);
  return text;
}

/**
 * The text of a file that other tools may have written: UTF-8, UTF-16, or what an XML declaration names.
 * @param most bytes that it may have
 * @throws KnownError where the file is missing, too large or of another encoding
 */
export function readXmlFile(path: string, name = path, most = RECORD_BYTES): string {
  const text = decodeXml(readBytes(path, name, most), name);
  refusePointer(text, name);
  refuseConflict(text, name);
  return text;
}

/** Bytes of a file that are read at a time. */
const PIECE = 1_000_000;

/**
 * The same in pieces, of a file that need not fit into memory; conflicts of a merge are not looked for.
 * @throws KnownError where the file is missing, too large or of another encoding
 */
export function* readXmlPieces(path: string, name: string, most: number): Generator<string> {
  refuseUnreadable(path, name, most);
  const file = openSync(path, 'r');
  try {
    yield* decodeXmlPieces(piecesOf(file), name);
  } finally {
    closeSync(file);
  }
}

function* piecesOf(file: number): Generator<Uint8Array> {
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE);
    const length = readSync(file, piece);
    if (length === 0) return;
    yield piece.subarray(0, length);
  }
}

function readBytes(path: string, name: string, most: number): Buffer {
  refuseUnreadable(path, name, most);
  return fileBytes(path);
}

function refuseUnreadable(path: string, name: string, most: number): void {
  const stats = statsOf(path);
  if (stats === undefined) throw missing(name);
  if (!stats.isFile())
    throw new KnownError(`${name}: not a file`, { expected: 'a file', got: 'a folder or a device', help: 'Move it away.' });
  const { size } = stats;
  if (size > most)
    throw new KnownError(`${name}: too large`, {
      expected: `at most ${most / 1_000_000} MB of text`,
      got: `${(size / 1_000_000).toFixed(1)} MB`,
      help: 'Split the file, or keep it outside the folder of articles.',
    });
}

/** Node reads a name's bytes that are no UTF-8 as U+FFFD, by which there is no file. */
function missing(name: string): KnownError {
  if (!name.includes('\uFFFD')) return new KnownError(`${name}: no such file`, { expected: 'a file', got: 'nothing at this path' });
  return new KnownError(`${name}: its name is not UTF-8`, {
    expected: 'a name in UTF-8',
    got: 'bytes of another encoding, or none at this path',
    help: 'Rename it: convmv -f latin1 -t utf8 --notest FILE',
    place: name,
  });
}

/**
 * What stands for a file until it is fetched is none of it: it would be translated, or be taken for a person's edit.
 * @see https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
 * @throws KnownError
 */
function refusePointer(text: string, name: string): void {
  if (!isPointer(text)) return;
  throw new KnownError(`${name}: not fetched`, {
    expected: 'the file itself',
    got: 'a pointer of Git LFS',
    help: 'Run: git lfs pull',
    place: name,
  });
}

/** Whether the bytes of a file are what Git LFS has in its place until it is fetched. */
export function isPointer(content: string | Buffer): boolean {
  return content.length < LONGEST_POINTER && content.toString('latin1').startsWith('version https://git-lfs.github.com/spec/');
}

/** By the specification a pointer has less than 1,024 bytes. */
const LONGEST_POINTER = 1_024;

/**
 * A file that holds both sides of a merge is none of them: translated, it would be billed and published twice.
 * @throws KnownError with the line
 */
export function refuseConflict(text: string, name: string): void {
  const line = text.includes('<<<<<<<') ? conflictLine(text) : undefined;
  if (line === undefined) return;
  throw new KnownError(`${name}:${line}: an unsettled merge`, {
    expected: 'a file whose conflicts are settled',
    got: '<<<<<<<',
    help: 'Settle its lines by hand, or in the middle of a merge with "dragoman merge", then run again.',
    place: `${name}:${line}`,
  });
}

/**
 * The line, from 1, at which git's first conflict begins, in any of its styles; undefined where there is none. An article about git
 * shows such lines in a block of code (CommonMark 4.5): those are its own.
 */
export function conflictLine(text: string): number | undefined {
  let fence: string | undefined;
  let begun: number | undefined;
  let isHalf = false;
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && begun === undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence;
    if (fence !== undefined) continue;
    if (/^<{7}(?: |$)/.test(line)) [begun, isHalf] = [begun ?? at + 1, false];
    else if (begun !== undefined && /^={7}$/.test(line)) isHalf = true;
    else if (begun !== undefined && isHalf && /^>{7}(?: |$)/.test(line)) return begun;
  }
  return undefined;
}

function notUtf8(bytes: Buffer, name: string): KnownError {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark === 0xfffe || mark === 0xfeff)
    return new KnownError(`${name}: not UTF-8`, {
      expected: 'a text file in UTF-8',
      got: 'a file in UTF-16',
      help: `Convert it: iconv -f UTF-16 -t UTF-8 ${name}`,
      place: `${name}:1`,
    });
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  const lines = bytes.toString('latin1').split('\n');
  const bad = lines.findIndex((line) => {
    const raw = Buffer.from(line, 'latin1');
    return !raw.equals(Buffer.from(lenient.decode(raw), 'utf8'));
  });
  return new KnownError(`${name}:${bad + 1}: not UTF-8`, {
    expected: 'a text file in UTF-8',
    got: 'bytes of another encoding',
    help: `Convert it: iconv -f WINDOWS-1252 -t UTF-8 ${name}`,
    place: `${name}:${bad + 1}`,
  });
}

/** A symbolic link in the place of a file, or of a folder above it, behind which nothing is. @param link its path, as `file` is */
export function leadsNowhere(file: string, link: string): KnownError {
  return new KnownError(`${file}: a symbolic link leads nowhere`, {
    expected: `a file or folder behind ${link}`,
    got: 'a link to what is not there, or to itself',
    help: `Remove the link, or put what it leads to in its place: ls -l ${link}`,
    place: file,
  });
}
