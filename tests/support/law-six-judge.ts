/** What law 6 says of an edition after a run. Sentences are known by the tokens that their targets hold. */

import { likeness } from '../../src/memory/likeness.ts';
import { words } from '../../src/text.ts';
import type { AuthorEdit } from './author-edits.ts';
import { type Run, read, recordIn } from './newsroom.ts';

const TOKEN = /q\d+q/g;

function tokensIn(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

const spaceless = (text: string) => text.replace(/\s+/g, '');

/** Sentences of a file with exactly one token, which the file has once, and with their place. */
function loneSentences(text: string, locale: string) {
  const counts = Map.groupBy(tokensIn(text), (token) => token);
  return read(text, locale).blocks.flatMap((block) =>
    block.segments.flatMap(({ span, text: said }) => {
      const tokens = tokensIn(words(said));
      const [token] = tokens;
      return token === undefined || tokens.length > 1 || (counts.get(token)?.length ?? 0) > 1 ? [] : [{ token, span, said, block }];
    }),
  );
}

/** Sentences of the file as a person left it that its record does not have, or not as a person's. */
export function unlearned(desk: Run, edition: string, after: Run, locale: string): string[] {
  // What is before the token may be cut to another sentence by the rules of the language alone.
  const from = (token: string, text: string) => spaceless(text).slice(spaceless(text).indexOf(token));
  const first = new Map(loneSentences(desk.edition, locale).map((one) => [one.token, one]));
  const record = recordIn(after);
  const targets = new Map(
    record.blocks
      .flatMap((block) => block.segments)
      .flatMap(({ target }) => (target === undefined ? [] : tokensIn(words(target.text)).map((token) => [token, target] as const))),
  );
  const own = record.additions.map(({ markdown }) => markdown).join('\n');
  return loneSentences(edition, locale).flatMap(({ token, said, block }) => {
    const was = first.get(token);
    if (was === undefined) return [];
    // Front matter whose fence is gone, and a word cut off, are no sentences with a source.
    if (was.block.kind === 'frontMatter' && block.kind !== 'frontMatter') return [];
    const isSame = spaceless(words(was.said)) === spaceless(words(said));
    if (!isSame && (block.kind !== was.block.kind || likeness(words(was.said), words(said)) < 0.5)) return [];
    if (own.includes(token)) return [`${token} is taken for a sentence of the person's own`];
    const target = targets.get(token);
    const now = from(token, words(said));
    if (target === undefined) return [`${token} is in no record`];
    if (!spaceless(words(target.text)).includes(now)) return [`${token} is recorded as ${words(target.text)}, and is ${words(said)}`];
    // Cut in two by a blank line, or by the sign between cells, it says what it said.
    const whole = from(token, words(was.said));
    const isWhole = now === whole || [edition, edition.replaceAll('|', '')].some((text) => spaceless(text).includes(whole));
    return !isWhole && target.state !== 'reviewed' ? [`${token} is not reviewed`] : [];
  });
}

interface Merge {
  readonly before: string;
  readonly after: string;
  /** Tokens of the sentences that the author changed. */
  readonly touched: readonly string[];
  /** What the file has for them, as its record knows it. */
  readonly said: readonly string[];
  readonly author: AuthorEdit;
  readonly locale: string;
  /** The edition before its person edited it. */
  readonly first: string;
}

/** @returns what was changed beyond the sentences that the author touched; undefined where nothing was */
export function outsideOf(merge: Merge): string | undefined {
  const { before, after, touched, said, author, locale, first } = merge;
  const lost = missing(tokensIn(before), tokensIn(after));
  const may = new Set([...touched, ...tokensIn(said.join(' ')), ...touched.flatMap((token) => sharing(before, token, locale))]);
  const others = lost.filter((token) => !may.has(token));
  if (others.length > 0) return `lost ${others.join(' ')}`;
  const come = missing(tokensIn(after), tokensIn(before)).filter((token) => token !== 'q0q');
  if (come.length > 0) return `come ${come.join(' ')}`;
  const known = new Set(linesOf(first));
  // The record's words, and the file's bytes: with the marks that a person left open in them.
  const inFile = sentencesWith(may, before, locale);
  const isSaid = (line: string) => [...said, ...inFile].some((text) => spaceless(text).includes(spaceless(line)));
  const mine = linesOf(before).filter((line) => !known.has(line) && /\p{L}/u.test(line) && tokensIn(line).length === 0 && !isSaid(line));
  const gone = missing(mine, linesOf(after));
  if (author.kind === 'paragraphs swapped' || author.kind === 'skeleton' || author.kind === 'paragraph deleted')
    return gone.length > 0 ? `lost ${JSON.stringify(gone[0])}` : undefined;
  return bytesOutside(merge);
}

/** The bytes of a file's sentences that hold one of the tokens. */
function sentencesWith(tokens: ReadonlySet<string>, text: string, locale: string): string[] {
  return read(text, locale)
    .blocks.flatMap(({ segments }) => segments.map(({ span }) => text.slice(span.start, span.end)))
    .filter((sentence) => tokensIn(sentence).some((token) => tokens.has(token)));
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What is in one list more often than in another. */
function missing(list: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of other) counts.set(one, (counts.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const left = counts.get(one) ?? 0;
    counts.set(one, left - 1);
    return left <= 0;
  });
}

/** Tokens of a sentence that a person has made of several, one of which is given. */
function sharing(text: string, token: string, locale: string): string[] {
  return read(text, locale)
    .blocks.flatMap(({ segments }) => segments.map((segment) => tokensIn(words(segment.text))))
    .filter((tokens) => tokens.includes(token))
    .flat();
}

/** The one stretch that differs must be of the touched sentence: up to the neighbours that have tokens of their own. */
function bytesOutside({ before, after, touched, said, locale }: Merge): string | undefined {
  let start = 0;
  const least = Math.min(before.length, after.length);
  while (start < least && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < least - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const end = before.length - tail;
  const removed = before.slice(start, end);
  if (removed.trim() === '') return undefined;
  const [token = 'none'] = touched;
  const { blocks } = read(before, locale);
  const places = [...before.matchAll(new RegExp(token, 'g'))].map(({ index }) => index);
  const stretches = places.flatMap((place) => {
    const block = blocks.find(({ span }) => span.start <= place && place < span.end);
    if (block === undefined) return [];
    const at = block.segments.findIndex(({ span }) => span.start <= place && place < span.end);
    const hasOther = ({ text }: (typeof block.segments)[number]) => tokensIn(words(text)).some((one) => one !== token);
    // Sentences without a token are of the one before them, or of the one after.
    const from = block.segments.slice(0, at).findLast(hasOther)?.span.end ?? block.span.start;
    const next = [...before.slice(place + token.length, block.span.end).matchAll(TOKEN)].find(([one]) => one !== token)?.index;
    const to = next === undefined ? block.span.end : place + token.length + next;
    return [{ from, to }];
  });
  // The same bytes at both ends of what is gone: it may have been taken out some places before.
  for (let shift = 0; ; shift++) {
    if (stretches.some(({ from, to }) => start - shift >= from && end - shift <= to)) return undefined;
    if (start - shift <= 0 || before[start - shift - 1] !== before[end - shift - 1] || after.length > before.length - removed.length) break;
  }
  // A blank line in a sentence makes two blocks of its target.
  if (said.some((text) => spaceless(text).includes(spaceless(removed)))) return undefined;
  return `bytes beside ${token}: ${JSON.stringify(removed)} -> ${JSON.stringify(after.slice(start, after.length - tail))}`;
}

/** Whether the new words are in the edition in the place of the old ones, where those are a sentence of the file. */
export function carried({
  edition,
  changed,
  touched: [token],
  locale,
}: {
  /** As its person left it. */
  readonly edition: string;
  readonly changed: Run;
  readonly touched: readonly string[];
  readonly locale: string;
}): boolean {
  if (token === undefined) return changed.edition.includes('q0q');
  return (
    !loneSentences(edition, locale).some((one) => one.token === token) ||
    (changed.edition.includes('q0q') && !changed.edition.includes(token))
  );
}
