/**
 * The stamps of a locale's files on disk: the number of rows and the rows as doubles, so that nothing is parsed, then as text
 * what they were made with and the sources' paths, a line each. Written and read on one machine, in its byte order.
 */

import { readShared, statsOf } from '../../files/bytes.ts';
import { writeCached } from '../../files/write.ts';
import { ROW } from './stat-survey.ts';

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;

export interface Known {
  /** In shared memory; read only. */
  readonly rows: Float64Array;
  /** The sources' paths, a line each, as many as rows. */
  readonly files: Buffer;
}

/** @returns undefined where there is no such file, it was made under another key, or it is damaged */
export function readKnown(path: string, key: string): Known | undefined {
  if (statsOf(path)?.isFile() !== true) return undefined;
  const bytes = readShared(path);
  const count = bytes.length < DOUBLE ? Number.NaN : (new Float64Array(bytes.buffer, 0, 1)[0] as number);
  const end = DOUBLE + count * ROW * DOUBLE;
  if (!Number.isSafeInteger(count) || count < 1 || end > bytes.length) return undefined;
  const text = Buffer.from(bytes.buffer, end, bytes.length - end);
  const head = Buffer.from(`${key}\n`);
  if (!text.subarray(0, head.length).equals(head)) return undefined;
  return { rows: new Float64Array(bytes.buffer, DOUBLE, count * ROW), files: text.subarray(head.length) };
}

export function writeKnown(path: string, key: string, rows: ReadonlyMap<string, ArrayLike<number>>): void {
  const doubles = new Float64Array(1 + rows.size * ROW);
  doubles[0] = rows.size;
  let at = 1;
  for (const row of rows.values()) {
    doubles.set(row, at);
    at += ROW;
  }
  writeCached(path, Buffer.concat([Buffer.from(doubles.buffer), Buffer.from([key, ...rows.keys()].join('\n'))]));
}

/** The rows by the sources' paths. */
export function knownRows(known: Known | undefined): Map<string, Float64Array> {
  const rows = new Map<string, Float64Array>();
  if (known === undefined) return rows;
  const files = known.files.toString('utf8').split('\n');
  for (let at = 0; at < files.length; at++) rows.set(files[at] as string, known.rows.subarray(at * ROW, (at + 1) * ROW));
  return rows;
}

/** The rows of these sources, in their order and in shared memory; `NaN` where nothing is known. */
export function rowsFor(known: Known | undefined, files: readonly string[], lines: Buffer): Float64Array {
  if (known !== undefined && startsWith(known.files, lines)) return known.rows;
  const arranged = new Float64Array(new SharedArrayBuffer(files.length * ROW * DOUBLE)).fill(Number.NaN);
  const rows = knownRows(known);
  for (let at = 0; at < files.length; at++) {
    const row = rows.get(files[at] as string);
    if (row?.length === ROW) arranged.set(row, at * ROW);
  }
  return arranged;
}

const LINE_END = 0x0a;

function startsWith(files: Buffer, lines: Buffer): boolean {
  return files.subarray(0, lines.length).equals(lines) && (files.length === lines.length || files[lines.length] === LINE_END);
}
