/** Texts that repeat something, made by chance from what Markdown, its dialects and front matter have of marks: what no list of shapes thinks of. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARKDOWN_DIALECTS } from '../../src/markdown/dialects.ts';
import { type Random, random } from '../../tests/support/random.ts';

/** A text of any length, as data. `#` in braces is a number of its own at each place. */
export interface Repeat {
  readonly form: 'repeated' | 'paragraphs' | 'nested' | 'mixed' | 'ramp';
  /**
   * What is repeated (also in paragraphs, of which a long text may have many), opened (and closed by the same count of `closers`), mixed, or
   * repeated ever more often in a line.
   */
  readonly pieces: readonly string[];
  readonly joint: string;
  readonly closers?: readonly string[];
  /** Stands once, before and behind all. */
  readonly head: string;
  readonly tail: string;
  /** Before each line. */
  readonly prefix: string;
  readonly place: 'body' | 'front matter';
  readonly file: 'md' | 'mdx';
  /** `markdown` of the configuration. */
  readonly markdown: Readonly<Record<string, unknown>>;
}

const SECTION = /^## (pairs|single|front matter|heads|tails|prefixes|joints|front matter heads)$/m;
const [, ...parts] = readFileSync(join(import.meta.dirname, 'pieces.txt'), 'utf8').split(SECTION);
const sections = new Map(
  parts.flatMap((name, at) => (at % 2 === 0 ? [[name, (parts[at + 1] ?? '').split('\n').filter((line) => line !== '')] as const] : [])),
);
const said = (line: string) => JSON.parse(`"${line}"`) as string;
const section = (name: string) => sections.get(name)?.map(said) ?? [];
const PAIRS = sections.get('pairs')?.map((line) => line.split('\t').map(said) as [string, string]) ?? [];
const SINGLE = section('single');
const FRONT = section('front matter');
const HEADS = section('heads');
const TAILS = section('tails');
const PREFIXES = section('prefixes');
const JOINTS = section('joints');
const FRONT_HEADS = section('front matter heads');

/** One of many, by a number: the same number makes the same. */
export function repeatOf(seed: number): Repeat {
  const { one, below, chance } = random(mixed(seed));
  const isFront = chance(0.12);
  const isMdx = !isFront && chance(0.12);
  const form = one(['repeated', 'repeated', 'paragraphs', 'paragraphs', 'nested', 'mixed', 'ramp'] as const);
  const count = 1 + below(isFront ? 3 : 4);
  const pairs = Array.from({ length: Math.min(count, 3) }, () => one(PAIRS));
  const pieces = Array.from({ length: count }, () => piece(one, chance, isFront));
  const perhaps = (share: number, list: readonly string[]) => (chance(share) ? one(list) : '');
  const common = {
    joint: perhaps(0.7, JOINTS),
    head: isFront ? perhaps(0.8, FRONT_HEADS) : perhaps(0.5, HEADS),
    tail: perhaps(0.4, isFront ? ['"', "'", ']', '}'] : TAILS),
    prefix: perhaps(0.4, isFront ? ['  ', '- ', '# '] : PREFIXES),
    place: isFront ? 'front matter' : 'body',
    file: isMdx ? 'mdx' : 'md',
    markdown: markdownOf(one, chance),
  } as const;
  if (form === 'nested' && !isFront)
    return { form, pieces: pairs.map(([open]) => open), closers: pairs.map(([, close]) => close).reverse(), ...common };
  return { form: form === 'nested' ? 'repeated' : form, pieces, ...common };
}

/** Numbers that follow each other would make texts that are much alike: each bit is spread over all (MurmurHash3's last step). */
function mixed(seed: number): number {
  let bits = seed + 1;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function piece(one: Random['one'], chance: Random['chance'], isFront: boolean): string {
  if (isFront && chance(0.85)) return one(FRONT);
  if (chance(0.6)) return one(SINGLE);
  const [open, close] = one(PAIRS);
  return chance(0.4) ? `${open}a${close}` : chance(0.5) ? open : close;
}

function markdownOf(one: Random['one'], chance: Random['chance']): Readonly<Record<string, unknown>> {
  const extensions = (['directives', 'textDirectives', 'math', 'shortcodes'] as const).filter(() => chance(0.25));
  return { ...(extensions.length > 0 && { extensions }), ...(chance(0.5) && { dialect: one(MARKDOWN_DIALECTS) }) };
}

/** Characters of a paragraph. */
const PARAGRAPH = 400;

/** The file's text, of about so many characters. */
export function textOf(repeat: Repeat, length: number): string {
  const { head, tail, prefix, place } = repeat;
  const lines = `${head}${repeatedIn(repeat, length)}${tail}\n`;
  const text = prefix === '' ? lines : lines.replace(/^/gm, prefix);
  return place === 'body' ? `# A story\n\n${text}` : `---\nauthor: Ada\n${text}---\n\nThe ferry is late.\n`;
}

function repeatedIn({ form, pieces, joint, closers = [] }: Repeat, length: number): string {
  const unit = pieces.join(joint);
  if (form === 'nested') {
    const close = closers.join(joint);
    const count = Math.max(1, Math.floor(length / (unit.length + close.length + 1)));
    return `${numbered(`${unit}${joint}`, count)}a${`${joint}${close}`.repeat(count)}`;
  }
  const parts: string[] = [];
  const { one } = random(1);
  let total = 0;
  for (let at = 0; total < length; at++) {
    const part = form === 'mixed' ? one(pieces) : form === 'ramp' ? `${unit.repeat((at % 200) + 1)}\n` : unit;
    const said = `${part.replaceAll('{#}', String(at))}${joint}`;
    parts.push(said);
    total += Math.max(1, said.length);
    if (form === 'paragraphs' && Math.floor(total / PARAGRAPH) > Math.floor((total - said.length) / PARAGRAPH)) parts.push('\n\n');
  }
  return parts.join('');
}

function numbered(unit: string, count: number): string {
  return Array.from({ length: count }, (_, at) => unit.replaceAll('{#}', String(at))).join('');
}
