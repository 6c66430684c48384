/**
 * Write is a merge: an edition's file is the base, and what changed between the source that it was made from and the source now is
 * carried into it. No other byte changes.
 */

import type { Article, Block, Edition } from '../article.ts';
import type { Finding } from '../finding.ts';
import { sentenceGap } from '../language/sentence-gap.ts';
import { type Item, layoutOf } from '../markdown/layout.ts';
import { editsOf, type WriteOptions } from '../markdown/write.ts';
import { matchRecord } from '../memory/match-segments.ts';
import type { EditionRecord } from '../memory/record.ts';
import { type Shown, shownIn } from '../memory/shown.ts';
import { type Edit, splice } from '../splice.ts';
import { toFragment } from '../text.ts';
import { continuedBlocks, wordPairs } from './blocks.ts';
import { type Clash, clashFindings } from './clash.ts';
import { freshFront, frontEdits } from './front.ts';
import { inOrder, isSameGap, isSameLines, itemsKnownBy, type KnownItem, knownItems, pairItems } from './items.ts';
import { listSigns, withSign } from './list-signs.ts';
import { type LinePlace, shifted, shifts } from './places.ts';
import { isOtherRule, isRow, isSameRow } from './rows.ts';
import { changedSegments, type SentenceEdits, sentenceEdits } from './sentences.ts';

export interface MergedEdition {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Indexes of the source's items that were written anew; undefined where all were. */
  readonly rendered: ReadonlySet<number> | undefined;
}

/**
 * @param edition to be written, of the source as it is now
 * @param record of the file as it is, with what people changed in it taken in; it knows the source that the file was made from
 * @param present the file, read as an article of its own locale
 * @param file its path, for findings
 */
export function mergeEdition(
  edition: Edition,
  record: EditionRecord,
  present: Article,
  file: string,
  options: WriteOptions = {},
): MergedEdition {
  const matching = matchRecord(edition.article, record);
  const changed = changedSegments(edition, record, matching);
  const fresh = freshFront(edition, options, record.front);
  if (changed.size === 0 && isSameSource(edition.article, record, fresh.sums))
    return { text: present.source, findings: [], rendered: new Set() };
  const shown = shownIn(present, record);
  const continued = continuedBlocks(edition.article, record, matching);
  const sentences = sentenceEdits(
    { edition, record, present, shown, matching, blocks: continued, gap: sentenceGap(record.locale), options },
    changed,
  );
  const front = frontEdits(present, record.front ?? new Map(), fresh);
  const { body } = layoutOf(present);
  const head = [
    ...front.edits,
    ...sentences.edits.filter(({ span }) => span.end <= body && !front.edits.some((edit) => overlap(edit, span))),
  ];
  const lines = mergeLines({
    edition,
    record,
    present,
    shown,
    changed,
    continued,
    sentences: { ...sentences, edits: sentences.edits.filter(({ span }) => span.start >= body) },
    options,
  });
  const findings = clashFindings([...front.clashes, ...lines.clashes], present.source, { slug: record.slug, locale: record.locale, file });
  return { text: splice(present.source.slice(0, body), head) + lines.text, findings, rendered: lines.rendered };
}

function overlap({ span }: Edit, other: { start: number; end: number }): boolean {
  return span.start < other.end && other.start < span.end;
}

/** Whether a record is of the edition's source as it is now, lines and front matter too; white space that means nothing aside. */
export function isMadeFrom(edition: Edition, record: EditionRecord, options: WriteOptions): boolean {
  return isSameSource(edition.article, record, freshFront(edition, options, record.front).sums);
}

/** Whether the source is the one that the edition was made from, but for the bytes of marks. */
function isSameSource(article: Article, record: EditionRecord, sums: ReadonlyMap<string, string>): boolean {
  const known = knownItems(record);
  const items = itemsKnownBy(article, known);
  const now = article.blocks.flatMap(({ segments }) => segments.map(({ text }) => toFragment(text)));
  const then = record.blocks.flatMap(({ segments }) => segments.map(({ source }) => toFragment(source)));
  const front = record.front ?? new Map<string, string>();
  return (
    article.blocks.length === record.blocks.length &&
    article.blocks.every(({ segments }, at) => segments.length === record.blocks[at]?.segments.length) &&
    now.length === then.length &&
    now.every((text, at) => text === then[at]) &&
    isSameLines(items, known) &&
    front.size === sums.size &&
    [...sums].every(([key, sum]) => front.get(key) === sum)
  );
}

interface Lines {
  readonly edition: Edition;
  readonly record: EditionRecord;
  readonly present: Article;
  readonly shown: Shown;
  readonly changed: ReadonlySet<string>;
  readonly continued: ReadonlyMap<number, Block>;
  /** With the edits of the file's body. */
  readonly sentences: SentenceEdits;
  readonly options: WriteOptions;
}

function mergeLines(given: Lines): { text: string; clashes: Clash[]; rendered: Set<number> } {
  const { edition, record, present, shown, changed, continued } = given;
  const { edits, stays, emptied } = given.sentences;
  const known = knownItems(record);
  const items = itemsKnownBy(edition.article, known);
  const { body, open } = layoutOf(present);
  const lines = itemsKnownBy(present, known);
  const own = withTails(lines, shown, emptied);
  const hosted = new Set([...shown.hosts.values()].flat());
  const nowOf = pairItems(known, items, wordPairs(known, items, continued));
  const thereOf = pairItems(known, own, wordPairs(known, own, shown.pairs));
  const knownAt = new Map([...thereOf].map(([index, at]) => [at, index]));
  const knownNow = new Map([...nowOf].map(([index, at]) => [at, index]));
  const eol = lineEndOf(present.source);
  const clashes: Clash[] = [];
  const rendered = new Set<number>();
  let fresh: readonly Edit[] | undefined;
  const asSource = (at: number): string => {
    fresh ??= editsOf({ ...edition, additions: [] }, given.options);
    return textOf(items[at] as Item, edition.article.source, fresh).replace(/\r\n|\n|\r/g, eol);
  };

  const asBytes = (at: number): string => edition.article.source.slice(items[at]?.start, items[at]?.end);

  // A block that a person made of sentences that the source has no more.
  const isGone = ({ blocks }: Item) => blocks.length > 0 && blocks.every((block) => shown.hosts.has(block) && !stays.has(block));

  let places: LinePlace[] = [];
  for (const [at, item] of own.entries()) {
    const index = knownAt.get(at);
    const was = index === undefined ? undefined : (known[index] as KnownItem);
    const now = index === undefined ? undefined : nowOf.get(index);
    if (item.blocks.length > 0 && item.blocks.every((block) => emptied.has(block))) continue;
    if (was === undefined) {
      if (!isGone(item)) places.push({ there: at });
    } else if (now === undefined && item.blocks.some((block) => stays.has(block))) places.push({ there: at });
    else if (now === undefined) {
      if (item.blocks.length === 0 && item.sum !== was.sum)
        clashes.push({ at: item.start, source: '', got: present.source.slice(item.start, item.end) });
    } else {
      const { sum } = items[now] as Item;
      const isUntouched = item.sum === was.sum || item.sum === was.shown;
      const isChanged = (sum !== was.sum && sum !== item.sum) || !isSameRow(was, items[now] as Item, continued);
      const head = places.at(-1);
      const goesWith = head?.there === at - 1 && head.now === now - 1 && isRow(own[at - 1]) ? head : undefined;
      const got = present.source.slice(item.start, item.end);
      const isOtherWidth = goesWith !== undefined && isOtherRule(got, asBytes(now));
      const isFresh = isOtherWidth ? goesWith.isFresh === true : isChanged && isUntouched;
      if (isFresh) rendered.add(now);
      places.push({ there: at, now, ...(isFresh && { isFresh }) });
      if (isChanged && !isUntouched) clashes.push({ at: item.start, source: isFresh ? '' : asSource(now), got });
    }
  }

  // An item that the author moved and no person did goes where the source has it now.
  const both = [...known.keys()].filter((index) => nowOf.has(index) && thereOf.has(index));
  const moved = (target: ReadonlyMap<number, number>) => {
    const stay = inOrder(both.map((index) => target.get(index) as number));
    return new Set(both.filter((_, at) => !stay.has(at)));
  };
  const byPerson = moved(thereOf);
  const byAuthor = new Set([...moved(nowOf)].filter((index) => !byPerson.has(index)).map((index) => nowOf.get(index) as number));
  const inserted = new Map(
    places.flatMap((place) => (place.now !== undefined && byAuthor.has(place.now) ? [[place.now, place] as const] : [])),
  );
  places = places.filter(({ now }) => now === undefined || !byAuthor.has(now));
  for (const [at, item] of items.entries()) {
    const index = knownNow.get(at);
    const isShown = index !== undefined && (thereOf.has(index) || (known[index]?.blocks ?? []).some((block) => hosted.has(block)));
    const isNew = index === undefined || (!isShown && item.blocks.some(({ segments }) => segments.some(({ id }) => changed.has(id))));
    if (!isNew || isEmptied(item, edition)) continue;
    rendered.add(at);
    inserted.set(at, { now: at, isFresh: true });
  }
  // Nothing goes below code that a person has left open: it would be code.
  const openAt = lines[open]?.start ?? Number.POSITIVE_INFINITY;
  for (const at of [...inserted.keys()].sort((a, b) => a - b)) {
    const end = places.findIndex(({ there }) => there !== undefined && (own[there] as Item).start >= openAt);
    places.splice(Math.min(placeFor(places, at), end < 0 ? places.length : end), 0, inserted.get(at) as LinePlace);
  }

  const breaksOf = (from: LinePlace | undefined, to: LinePlace): string =>
    breaksBetween(from, to, { own, items, known, knownAt, present, eol });
  const columns = shifts(places, { own, items });
  const signFor = listSigns(places, { own, items, file: present.source, source: edition.article.source });
  const linesOf = (place: LinePlace): string =>
    shifted(
      place.isFresh
        ? withSign(asSource(place.now as number), signFor(place))
        : textOf(own[place.there as number] as Item, present.source, edits),
      columns.get(place) ?? 0,
    );
  const [first] = own;
  const last = own.at(-1);
  let text = first === undefined ? present.source.slice(body) : present.source.slice(body, first.start);
  if (first === undefined && places.length > 0 && text === '' && body > 0) text = eol;
  for (const [at, place] of places.entries()) text += (at === 0 ? '' : breaksOf(places[at - 1], place)) + linesOf(place);
  return { text: text + (last === undefined ? (places.length > 0 ? eol : '') : present.source.slice(last.end)), clashes, rendered };
}

/** A block that a person cut in two is one item. */
function withTails(items: readonly Item[], { pairs, hosts }: Shown, emptied: ReadonlySet<Block>): Item[] {
  const homes = new Map([...pairs].map(([index, block]) => [block, index]));
  const isOf = (index: number, block: Block) =>
    !emptied.has(block) && (homes.get(block) === index || hosts.get(block)?.includes(index) === true);
  const all: Item[] = [];
  for (const item of items) {
    const last = all.at(-1);
    const [index, ...others] = new Set(item.blocks.flatMap((block) => hosts.get(block) ?? []));
    const isTail =
      index !== undefined &&
      others.length === 0 &&
      item.blocks.every((block) => !homes.has(block) && isOf(index, block)) &&
      last?.blocks.some((block) => isOf(index, block)) === true;
    if (isTail && last !== undefined)
      all[all.length - 1] = { ...last, end: item.end, blocks: [...last.blocks, ...item.blocks], sum: `${last.sum}+` };
    else all.push(item);
  }
  return all;
}

/** Whether a person decided that nothing of an item is said. */
function isEmptied({ blocks }: Item, { targets }: Edition): boolean {
  const segments = blocks.flatMap((block) => block.segments);
  return segments.length > 0 && segments.every(({ id }) => targets.get(id)?.text.length === 0);
}

function textOf({ start, end }: Item, source: string, edits: readonly Edit[]): string {
  return splice(
    source.slice(start, end),
    edits.filter(({ span }) => span.start >= start && span.end <= end),
    start,
  );
}

/** After the nearest item that is before it in the source, and what a person put after that. */
function placeFor(places: readonly LinePlace[], now: number): number {
  let best = -1;
  for (const [at, place] of places.entries())
    if (place.now !== undefined && place.now < now && (best < 0 || place.now > (places[best]?.now ?? -1))) best = at;
  let at = best + 1;
  while (at < places.length && places[at]?.now === undefined) at++;
  return at;
}

/** The line end that most lines have. */
function lineEndOf(source: string): string {
  const all = source.match(/\r\n|\n/g) ?? [];
  return all.filter((one) => one.length === 2).length * 2 > all.length ? '\r\n' : '\n';
}

interface Between {
  readonly own: readonly Item[];
  readonly items: readonly Item[];
  readonly known: readonly KnownItem[];
  readonly knownAt: ReadonlyMap<number, number>;
  readonly present: Article;
  readonly eol: string;
}

function breaksBetween(from: LinePlace | undefined, to: LinePlace, { own, items, known, knownAt, present, eol }: Between): string {
  const areNeighbours = from?.now !== undefined && to.now === from.now + 1;
  const breaksNow = to.now === undefined ? undefined : items[to.now]?.breaks;
  if (from?.there !== undefined && to.there === from.there + 1) {
    const [before, item] = [own[from.there] as Item, own[to.there] as Item];
    const [index, indexBefore] = [knownAt.get(to.there), knownAt.get(from.there)];
    const was = index === undefined || indexBefore !== index - 1 ? undefined : known[index]?.breaks;
    const isAuthors = areNeighbours && was !== undefined && !isSameGap(breaksNow, was) && isSameGap(item.breaks, was);
    return isAuthors ? eol.repeat(breaksNow ?? was) : present.source.slice(before.end, item.start);
  }
  if (areNeighbours) return eol.repeat(breaksNow ?? 2);
  const before = to.there === undefined ? breaksNow : own[to.there]?.breaks;
  const after = from?.there === undefined ? items[(from?.now ?? -1) + 1]?.breaks : own[from.there + 1]?.breaks;
  return eol.repeat(Math.max(1, before ?? 2, after ?? 2));
}
