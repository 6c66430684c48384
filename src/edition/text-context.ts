/** What is around each text of an article, for engines that read more than one sentence. */

import type { Article, Block, Segment, Target } from '../article.ts';
import type { TextContext } from '../engines/engine.ts';
import { words } from '../text.ts';

/** Sentences before and after a text; a wire paragraph is one sentence, so these are about two paragraphs on each side. */
const BEFORE = 3;
const AFTER = 2;
/** Code points of all sentences on one side: a long one makes the window shorter. */
const LONGEST = 600;
/** Sentences of the edition on each side. */
const TRANSLATED = 2;

/** A text that is read in its turn; alternative texts and titles of links are not. */
interface Turn {
  readonly segment: Segment;
  readonly block: Block;
}

/**
 * @param targets those of the edition that are valid
 * @returns the context of a segment of the article
 */
export function contextsOf(article: Article, targets: ReadonlyMap<string, Target>): (segment: Segment, block: Block) => TextContext {
  const turns = turnsOf(article);
  const indexOf = new Map(turns.map(({ segment }, index) => [segment, index]));
  const title = titleOf(article);

  /** Plain words of the turns from `from` in steps of 1 or -1, in the order of the article. */
  function window(from: number, step: 1 | -1, most: number, wordsOf: (turn: Turn) => string | undefined, within?: Block): string {
    const found: string[] = [];
    let length = 0;
    for (let at = from; found.length < most; at += step) {
      const turn = turns[at];
      const text = turn === undefined || (within !== undefined && turn.block !== within) ? undefined : wordsOf(turn);
      if (text === undefined || (found.length > 0 && length + text.length > LONGEST)) break;
      length += text.length;
      found.push(text);
    }
    return (step === 1 ? found : found.reverse()).join(' ').trim();
  }

  const sourceOf = ({ segment }: Turn) => words(segment.text);
  const targetOf = ({ segment }: Turn) => {
    const target = targets.get(segment.id);
    return target === undefined || target.text.length === 0 ? undefined : words(target.text);
  };

  return (segment, block) => {
    const index = indexOf.get(segment);
    // A text within another one is read with it: after the sentence that it is in.
    const after = index === undefined ? firstAfter(turns, segment) : index + 1;
    const before = index === undefined ? after - 1 : index - 1;
    // The strings of an interface have nothing to do with their neighbours.
    const within = block.kind === 'string' ? block : undefined;
    const role = roleOf(article, block);
    const context = {
      ...(index !== undefined && { article: article.id, index }),
      ...(title !== undefined && title.segment !== segment && { title: words(title.segment.text) }),
      ...(role !== undefined && { role }),
      before: window(before, -1, BEFORE, sourceOf, within),
      after: window(after, 1, AFTER, sourceOf, within),
      translatedBefore: window(before, -1, TRANSLATED, targetOf, within),
      translatedAfter: window(after, 1, TRANSLATED, targetOf, within),
      ...(block.note !== undefined && { note: block.note }),
    };
    return Object.fromEntries(Object.entries(context).filter(([, value]) => value !== ''));
  };
}

function turnsOf({ blocks }: Article): Turn[] {
  let end = -1;
  return blocks.flatMap((block) => {
    const isNested = block.span.start < end;
    if (isNested) return [];
    end = block.span.end;
    return block.segments.map((segment) => ({ segment, block }));
  });
}

/** Index of the first turn that begins after the segment. */
function firstAfter(turns: readonly Turn[], { span }: Segment): number {
  const at = turns.findIndex(({ segment }) => segment.span.start > span.start);
  return at < 0 ? turns.length : at;
}

/** The headline: the front matter's title, or the first heading of depth 1. */
function titleOf({ blocks }: Article): { readonly segment: Segment } | undefined {
  const block =
    blocks.find(({ kind, path }) => kind === 'frontMatter' && path === 'title') ??
    blocks.find(({ kind, depth }) => kind === 'heading' && depth === 1);
  const segment = block?.segments[0];
  return segment === undefined ? undefined : { segment };
}

const ROLES: Readonly<Partial<Record<Block['kind'], string>>> = {
  heading: 'heading',
  cell: 'table cell',
  alt: 'description of an image',
  title: 'title of a link or image',
  label: 'label of a link',
  string: 'text of a user interface',
};
/** Keys of front matter by what newsrooms call their values. */
const FIELDS: Readonly<Record<string, string>> = { title: 'headline', description: 'summary', subtitle: 'subheading', caption: 'caption' };

/** What the block is, in words; undefined for a paragraph. */
function roleOf({ source }: Article, { kind, path, span, depth }: Block): string | undefined {
  const name = path?.split('.').at(-1) ?? '';
  if (kind === 'frontMatter') return FIELDS[name] ?? `"${path}" of the front matter`;
  if (kind === 'attribute') return FIELDS[name] ?? name;
  if (kind === 'heading') return depth === 1 ? 'headline' : 'heading';
  if (ROLES[kind] !== undefined) return ROLES[kind];
  const line = source.slice(source.lastIndexOf('\n', span.start - 1) + 1, span.start);
  if (/^\s*>/.test(line)) return 'quotation';
  if (/^\s*(?:[-+*]|\d+[.)])\s/.test(line)) return 'list item';
  if (/<figcaption[^>]*>\s*$/i.test(source.slice(0, span.start).slice(-200))) return 'caption';
  return undefined;
}
