/**
 * What an exported file says of itself in the first line of its front matter, a comment of YAML: for people, that it is made, and for an
 * export whose list is lost, that it is as it was written. A sum over path and text proves it: a copy elsewhere, an edited file and a mark
 * put into another file do not fit.
 */

import { digestOf } from '../site-files.ts';

const OPEN = '---\n';
const MARK = /^---\n# Made by dragoman export \(([\w-]{22})\): [^\n]*\n/;

/**
 * @param file relative to the generator's project
 * @param text beginning with front matter in YAML
 */
export function withMark(file: string, text: string): string {
  return `${OPEN}# Made by dragoman export (${sumOf(file, text)}): change the edition, not this file\n${text.slice(OPEN.length)}`;
}

/** Whether a file is as an export wrote it to this path. */
export function isAsMarked(file: string, text: string): boolean {
  const [mark = '', sum] = MARK.exec(text) ?? [];
  return sum !== undefined && sum === sumOf(file, OPEN + text.slice(mark.length));
}

function sumOf(file: string, text: string): string {
  return digestOf(`${file}\n${text}`);
}
