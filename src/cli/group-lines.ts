/** Editions that are told together because the same is to be said of them: a few of them, and how many more there are. */

import { counted } from '../text/counted.ts';
import type { CommandContext } from './command.ts';

/** Editions that are shown of a group, and lines of one of them; `--json` has all. */
const EDITIONS = 5;
const LINES = 3;

export interface GroupedEdition {
  readonly file: string;
  /** Beside the file's name. */
  readonly note?: string;
  /** A line each below it: a sentence, mostly. */
  readonly lines: readonly string[];
}

/** @param what is said of all of them: `3 editions: the source has changed` */
export function groupLines(what: string, editions: readonly GroupedEdition[], { shown }: Pick<CommandContext, 'shown'>): string[] {
  const more = (indent: string, all: readonly unknown[], most: number) =>
    all.length > most ? [`${indent}... and ${(all.length - most).toLocaleString('en')} more`] : [];
  return [
    what,
    ...editions
      .slice(0, EDITIONS)
      .flatMap(({ file, note, lines }) => [
        `    ${shown(file)}${note === undefined ? '' : `  ${note}`}`,
        ...lines.slice(0, LINES).map((line) => `        ${line}`),
        ...more('        ', lines, LINES),
      ]),
    ...more('    ', editions, EDITIONS),
  ];
}

/** `24 sentences of 6 editions`. */
export function countedIn(count: number, one: string, editions: readonly unknown[]): string {
  return `${counted(count, one)} of ${counted(editions.length, 'edition')}`;
}
