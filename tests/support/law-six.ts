/** Law 6 over one edition: after any edit of its file nothing of it changes, and a changed sentence of the source changes that sentence alone. */

import type { Text } from '../../src/article.ts';
import { KnownError } from '../../src/errors.ts';
import { type Run, read, run } from './newsroom.ts';
import { EDIT_KINDS, type EditKind, editedBy } from './person-edits.ts';
import type { Random } from './random.ts';

export interface Case {
  readonly name: string;
  readonly source: string;
  readonly locale: string;
  readonly translate: (text: Text) => Text;
}

/** A language whose words are those of real sentences of the locale. Each sentence holds a token by which it is found again. */
export function languageOf(sentences: readonly string[]): (text: Text) => Text {
  let count = 0;
  return (text) => {
    const number = ++count;
    const words = (sentences[(number - 1) % sentences.length] ?? 'Una frase.').split(/(?<=\s)/u);
    const strings = text.filter((piece) => typeof piece === 'string' && /\p{L}/u.test(piece)).length;
    let [nth, used] = [0, 0];
    return text.map((piece) => {
      if (typeof piece !== 'string' || !/\p{L}/u.test(piece)) return piece;
      nth++;
      const to = nth === strings ? words.length : Math.round((words.length * nth) / strings);
      const part = words.slice(used, to).join('').trim();
      used = to;
      const token = nth === 1 ? `q${number}q ` : '';
      return `${/^\s/.exec(piece)?.[0] ?? ''}${token}${part}${/\s$/.exec(piece)?.[0] ?? ''}`;
    });
  };
}

export interface Verdict {
  readonly kinds: readonly EditKind[];
  /** Empty where the law holds. */
  readonly broken: readonly string[];
  readonly isReadable: boolean;
  readonly edition: string;
}

export function start({ source, locale: to, translate }: Case): Run {
  return run(source, undefined, { to, translate });
}

/** @param desk as `start` made it */
export function lawSix(one: Case, desk: Run, dice: Random): Verdict {
  const { source, locale: to, translate } = one;
  const kinds = Array.from({ length: dice.one([1, 1, 1, 2, 3]) }, () => dice.one(EDIT_KINDS));
  const edition = kinds.reduce((text, kind) => editedBy(dice, kind, text), desk.edition);
  const verdict = { kinds, edition };
  const broken: string[] = [];
  let after: Run;
  try {
    after = run(source, { ...desk, edition }, { to, translate });
  } catch (error) {
    if (error instanceof KnownError) return { ...verdict, broken, isReadable: false };
    throw error;
  }
  if (edition.trim() === '') return { ...verdict, broken, isReadable: true };
  if (after.edition !== edition) broken.push('no-op: bytes');
  if (after.sent.length > 0) broken.push('no-op: sent');
  const again = run(source, after, { to, translate });
  if (again.edition !== edition) broken.push('second no-op: bytes');
  if (again.record !== after.record) broken.push('second no-op: record');
  const sentences = read(source, 'en').blocks.flatMap((block) =>
    block.segments.filter(({ text }) => text.length === 1 && block.kind === 'paragraph'),
  );
  const { span, text } = dice.one(sentences);
  const now = `${source.slice(0, span.start)}Fully ${String(text[0])
    .split(/\s+/u)
    .toReversed()
    .join(' ')
    .replace(/[^\p{L} ]/gu, '')} instead.${source.slice(span.end)}`;
  // The words before may make one sentence of it and the one before.
  const [ids, idsNow] = [segmentIds(source), segmentIds(now)];
  if (ids.length !== idsNow.length || idsNow.filter((id) => !ids.includes(id)).length !== 1)
    return { ...verdict, broken, isReadable: true };
  const changed = run(now, after, { to, translate: () => ['Nueva q0q frase.'] });
  const outside = bytesOutside(edition, changed.edition, numberOf(desk, String(text[0])), to);
  if (outside !== undefined) broken.push(`changed: ${outside}`);
  return { ...verdict, broken, isReadable: true };
}

function segmentIds(source: string): string[] {
  return read(source, 'en').blocks.flatMap(({ segments }) => segments.map(({ id }) => id));
}

/** The token that a sentence's first target got. */
function numberOf(desk: Run, words: string): string {
  const lines = desk.record.split('\n');
  const at = lines.findIndex(
    (line) => line.includes('<source>') && line.includes(words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')),
  );
  return /q\d+q/.exec(lines[at + 1] ?? '')?.[0] ?? 'none';
}

/** @returns what was changed beyond the sentence with a token; undefined where nothing was */
function bytesOutside(before: string, after: string, token: string, locale: string): string | undefined {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  const removed = before.slice(start, before.length - tail);
  // A person who takes out a full stop has made one sentence of two.
  const others = [...removed.matchAll(/q\d+q/g)].filter(({ 0: other, index }) => {
    const own = removed.indexOf(token);
    return other !== token && (own < 0 || /[.!?。؟]["”』」»)]*\s*$/u.test(removed.slice(Math.min(own, index), Math.max(own, index))));
  });
  if (others.length > 0) return `other sentences ${others.map(([other]) => other).join(' ')} in ${JSON.stringify(removed)}`;
  const blocks = read(before, locale).blocks.filter(({ span }) => before.slice(span.start, span.end).includes(token));
  const within = blocks.some(({ span }) => {
    const from = before.indexOf(token, span.start);
    const next = [...before.matchAll(/q\d+q/g)].find(({ index }) => index > from)?.index ?? span.end;
    const end = Math.min(span.end, next);
    // What stands before the token is the sentence's, as far as no other sentence ends there; a person may have put it there.
    return before.length - tail <= end && !/[.!?。][\s"”』」)]+\S/u.test(before.slice(start, from));
  });
  if (blocks.length > 0 && !within && removed.trim() !== '') return `bytes beside the sentence: ${JSON.stringify(removed)} for ${token}`;
  return undefined;
}
