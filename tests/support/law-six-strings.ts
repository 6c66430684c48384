/** Law 6 for files of strings: after any edit of a localized file nothing of it changes, and what its author changes changes that alone. */

import type { Text } from '../../src/article.ts';
import { KnownError } from '../../src/errors.ts';
import { contentsOf } from '../../src/strings/contents.ts';
import { marks, words } from '../../src/text.ts';
import type { Random } from './random.ts';
import { STRING_EDITS, stringEdit } from './string-edits.ts';
import { readIn, recordIn, runStrings, type StringsCase, type StringsRun, sourceFor } from './string-room.ts';

export interface DrawnStrings {
  readonly kinds: readonly string[];
  readonly edition: string;
}

export function drawnStrings(one: StringsCase, first: StringsRun, dice: Random): DrawnStrings {
  const kinds = Array.from({ length: dice.one([1, 1, 2, 3]) }, () => dice.one(STRING_EDITS));
  const edition = kinds.reduce((text, kind) => stringEdit(dice, kind, text, one.edition.endsWith('.json')), first.edition);
  return { kinds, edition };
}

const renewed = (text: Text): Text =>
  text.map((piece) => (typeof piece === 'string' ? piece.replace(/\p{L}+/gu, (word) => `nuevo${word.length}`) : piece));

/** What is broken; undefined where the file is not readable. */
export function judgedStrings(one: StringsCase, to: string, first: StringsRun, edition: string, dice: Random): string[] | undefined {
  const broken: string[] = [];
  let after: StringsRun;
  try {
    after = runStrings(one, one.source, to, { edition, record: first.record });
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
  if (after.edition !== edition) broken.push(`bytes: ${difference(edition, after.edition)}`);
  if (after.sent.length > 0) broken.push(`sent: ${after.sent.join(' | ')}`);
  const again = runStrings(one, one.source, to, after);
  if (again.edition !== edition) broken.push(`bytes in a second run: ${difference(edition, again.edition)}`);
  if (again.record !== after.record) broken.push(`record in a second run: ${difference(after.record, again.record)}`);
  broken.push(...unlearned(one, to, after, edition));
  broken.push(...authored(one, to, after, dice));
  return broken;
}

/** What the file says under a key that its record has otherwise. */
function unlearned(one: StringsCase, to: string, after: StringsRun, edition: string): string[] {
  const { texts, lists } = contentsOf(readIn(one, edition, to));
  if (lists.size > 0) return [];
  return recordIn(after).blocks.flatMap(({ path = '', segments: [segment] }) => {
    const said = texts.get(path);
    const known = segment?.target;
    if (said === undefined) return known?.state === 'left-out' ? [] : [`${path} is not there, and ${known?.state}`];
    if (marks(said).length > 0) return [];
    const isSame = words(said).trim() === words(known?.text ?? []).trim();
    return isSame ? [] : [`${path} says ${words(said)}, recorded as ${words(known?.text ?? [])}`];
  });
}

function authored(one: StringsCase, to: string, after: StringsRun, dice: Random): string[] {
  const { edition } = after;
  const article = sourceFor(one, to);
  const block = dice.one(article.blocks.filter(({ segments: [segment] }) => marks(segment?.text ?? []).length === 0));
  const { span } = block.segments[0] ?? block;
  const source = `${one.source.slice(0, span.start)}Quite other${one.source.slice(span.end)}`;
  let changed: StringsRun;
  try {
    changed = runStrings(one, source, to, after, renewed);
  } catch (error) {
    return [`${block.path} changed: ${(error as Error).message}`];
  }
  const broken: string[] = [];
  const [before, now] = [contentsOf(readIn(one, edition, to)), contentsOf(readIn(one, changed.edition, to))];
  // A place in a list is another one where a person changed its length.
  const isInList = /\.\d/.test(block.path ?? '');
  const home = before.branches.get(before.homes.get(block.path ?? '') ?? '');
  if (home !== undefined && !isInList) {
    const rest = edition.length - home.end;
    const same =
      changed.edition.slice(0, home.value) === edition.slice(0, home.value) &&
      changed.edition.slice(changed.edition.length - rest) === edition.slice(home.end);
    if (!same) broken.push(`${block.path} changed, outside: ${difference(edition, changed.edition)}`);
    const said = words(now.texts.get(block.path ?? '') ?? []);
    if (!/nuevo/.test(said)) broken.push(`${block.path} changed, not carried: ${said}`);
  } else if (home === undefined && !isInList && changed.edition !== edition)
    broken.push(`${block.path} is not there: ${difference(edition, changed.edition)}`);
  const settled = runStrings(one, source, to, changed);
  if (settled.edition !== changed.edition) broken.push(`settled, bytes: ${difference(changed.edition, settled.edition)}`);
  if (settled.record !== changed.record) broken.push(`settled, record: ${difference(changed.record, settled.record)}`);
  if (settled.sent.length > 0) broken.push(`settled, sent: ${settled.sent.join(' | ')}`);
  return broken;
}

/** The first line that is another. */
function difference(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const at = a.findIndex((line, nth) => line !== b[nth]);
  return `${JSON.stringify(a[at])} -> ${JSON.stringify(b[at])}`;
}
