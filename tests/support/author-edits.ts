/** Random edits of a source, as its author makes them. */

import type { Block, Segment } from '../../src/article.ts';
import { read } from './newsroom.ts';
import type { Random } from './random.ts';

export interface AuthorEdit {
  readonly kind: string;
  readonly source: string;
  /** Texts of sentences that are changed or gone. */
  readonly touched: readonly string[];
  /** Whether a sentence is new, or has new words. */
  readonly adds: boolean;
}

/** Running text of one sentence or more, and those of its sentences that are words alone. */
function paragraphs(source: string): { block: Block; plain: Segment[] }[] {
  return read(source, 'en').blocks.flatMap((block) => {
    const plain = block.segments.filter(({ text }) => text.length === 1);
    return block.kind === 'paragraph' && plain.length > 0 ? [{ block, plain }] : [];
  });
}

/** Paragraphs that are lines of their own between blank ones. */
function loose(source: string): Block[] {
  return paragraphs(source)
    .map(({ block }) => block)
    .filter(({ span }) => /(?:^|\n)\n$/.test(source.slice(0, span.start)) && /^(?:\n\n|\n?$)/.test(source.slice(span.end)));
}

type Edit = (source: string, dice: Random) => Omit<AuthorEdit, 'kind'> | undefined;

const textsOf = (block: Block) => block.segments.map(({ text }) => text.filter((piece) => typeof piece === 'string').join(''));

const EDITS: Readonly<Record<string, Edit>> = {
  'sentence changed': (source, dice) => {
    const { span, text } = dice.one(dice.one(paragraphs(source)).plain);
    const old = String(text[0]);
    const words = old
      .split(/\s+/u)
      .toReversed()
      .join(' ')
      .replace(/[^\p{L} ]/gu, '');
    return { source: `${source.slice(0, span.start)}Fully ${words} instead.${source.slice(span.end)}`, touched: [old], adds: true };
  },
  'word changed': (source, dice) => {
    const { span, text } = dice.one(dice.one(paragraphs(source)).plain);
    const old = String(text[0]);
    const found = [...old.matchAll(/(?<=\s)\p{Ll}{3,}(?=\s)/gu)];
    if (found.length === 0) return undefined;
    const { index, 0: word } = dice.one(found);
    return {
      source: `${source.slice(0, span.start + index)}other${source.slice(span.start + index + word.length)}`,
      touched: [old],
      adds: true,
    };
  },
  'sentence inserted': (source, dice) => {
    const { span } = dice.one(dice.one(paragraphs(source)).plain);
    return {
      source: `${source.slice(0, span.end)} An entirely other thing has happened here.${source.slice(span.end)}`,
      touched: [],
      adds: true,
    };
  },
  'sentence deleted': (source, dice) => {
    const long = paragraphs(source).filter(({ block }) => block.segments.length > 1);
    if (long.length === 0) return undefined;
    const { block, plain } = dice.one(long);
    const { id, span, text } = dice.one(plain);
    const at = block.segments.findIndex((one) => one.id === id);
    const [from, to] = at === 0 ? [span.start, block.segments[1]?.span.start] : [block.segments[at - 1]?.span.end, span.end];
    return { source: source.slice(0, from) + source.slice(to), touched: [String(text[0])], adds: false };
  },
  'paragraph inserted': (source, dice) => {
    const all = loose(source);
    if (all.length === 0) return undefined;
    const { span } = dice.one(all);
    return {
      source: `${source.slice(0, span.end)}\n\nAn entirely other thing has happened here.${source.slice(span.end)}`,
      touched: [],
      adds: true,
    };
  },
  'paragraph deleted': (source, dice) => {
    const all = loose(source);
    if (all.length === 0) return undefined;
    const block = dice.one(all);
    const rest = source.slice(block.span.end).replace(/^\n+/, '');
    return { source: source.slice(0, block.span.start) + rest, touched: textsOf(block), adds: false };
  },
  'paragraphs swapped': (source, dice) => {
    const all = loose(source);
    const [one, other] = [dice.one(all), dice.one(all)].sort((a, b) => (a?.span.start ?? 0) - (b?.span.start ?? 0));
    if (one === undefined || other === undefined || one === other) return undefined;
    const [a, b] = [one.span, other.span];
    const cut = (from: number, to: number) => source.slice(from, to);
    return {
      source: cut(0, a.start) + cut(b.start, b.end) + cut(a.end, b.start) + cut(a.start, a.end) + source.slice(b.end),
      touched: [],
      adds: false,
    };
  },
  skeleton: (source, dice) => {
    const [pattern, put] = dice.one<readonly [RegExp, string]>([
      [/^##(?= )/m, '###'],
      [/^- /gm, '* '],
      [/minutes = 40/, 'minutes = 45'],
      [/-en\.png/g, '-english.png'],
      [/\n\n\*\*\*\n/, '\n\n---\n'],
      [/^date: .*$/m, 'date: 2026-04-05'],
      [/^---\n/, '---\ntopic: harbours\n'],
      [/\n\n/g, '\n\n\n'],
      [/\n(?=\S)(?<=\p{L}\n)/gu, ' \n'],
    ]);
    return { source: source.replace(pattern, put), touched: [], adds: false };
  },
};

export const AUTHOR_KINDS: readonly string[] = Object.keys(EDITS);

/** @returns undefined where the edit makes other sentences of its neighbours, or the source has nothing to edit */
export function authored(source: string, kind: string, dice: Random): AuthorEdit | undefined {
  const edit = EDITS[kind]?.(source, dice);
  if (edit === undefined || edit.source === source) return undefined;
  const before = Map.groupBy(sentences(source), (one) => one);
  const after = sentences(edit.source);
  const kept = after.filter((one) => before.get(one)?.pop() !== undefined);
  const gone = [...before.values()].flat();
  const news = after.length - kept.length;
  if (news !== (edit.adds ? 1 : 0) || gone.length !== edit.touched.length) return undefined;
  return { kind, ...edit };
}

function sentences(source: string): string[] {
  return read(source, 'en').blocks.flatMap(({ segments }) =>
    segments.map(({ text }) => text.map((piece) => (typeof piece === 'string' ? piece.replace(/\s+/g, ' ') : '')).join('')),
  );
}
