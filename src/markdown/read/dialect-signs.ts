/** Signs that CommonMark takes for words and generators do not: wiki links, spans, attribute lists, citations, mathematics, `==`. */

import { inRanges, type Range } from '../../runs/ranges.ts';
import type { Atom, MarkAtom, TextRun } from '../../runs/run.ts';
import { ATTRIBUTE_LISTS, isUntranslated, STARTS_WITH_LIST } from '../attribute-list.ts';
import { DIALECT_RULES } from '../dialects.ts';
import type { Syntax } from '../syntax.ts';
import { FOLDS } from './line-rules.ts';
import { mathIn } from './math.ts';
import { type RunWords, runWords } from './run-words.ts';
import { texCommands } from './tex-commands.ts';
import { verbatimIn } from './verbatim-tags.ts';

export interface DialectSigns {
  /** What is no words, to be fused. */
  readonly wordless: Range[];
  /** Opening and closing signs around words. */
  readonly pairs: (readonly [open: Range, close: Range])[];
}

/** What cannot be in a text without signs. */
const QUICK = /[[{]|==|\+\+|\^|%%|\$|\\[(a-zA-Z]|@[a-z]{2,3}-|<%|:\w+=|#[\p{L}\p{N}_]/u;

/** `[[Page]]`, `[[Page|label]]`, and what is embedded by `!`. In a table the `|` is escaped. */
const WIKI = /(!?)\[\[([^[\]|\n]*?)(?:(\\?\|)([^[\]\n]*))?\]\]/g;
/** `[gallery ids="1"]`, `[/caption]`, and names that are used without attributes. */
const SHORTCODE =
  /\[[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"\n[\]]*"|'[^'\n[\]]*'|[^\s\]"'[]+))+\s*\/?\](?![(:])|\[\/[a-z][\w-]*\](?![(:])|\[(?:gallery|audio|video|playlist|[a-z]+(?:_[a-z0-9]+)+)\](?![(:])/g;
/** `[!INCLUDE [name](file.md)]`: the link within is a mark. */
const INCLUSION = /\[![\w-]+(?:\s*\0[^\0\n]*\0|\s+(?!\s)[^[\]\n]+)\]/g;
/** The key of a citation of Pandoc among words: `[see @doe99, p. 3]`. */
const CITED = /\[(?=[^[\]\n@]*@)[^[\]\n]*\](?![(:{])/g;
const KEY = /(?<=[[;,\s]-?)@[\w][\w:.#$%&+?<>~/-]*(?<=\w)/g;
/** What Quarto refers to by number. */
const CROSS_REFERENCE = /(?<![\w@])@(?:fig|tbl|sec|eq|lst|thm|lem|cor|def|exm)-[\w-]*\w/g;
/** Pandoc's citations. */
const CITATION = /\[-?@[\w][^[\]\n]*\](?![(:{])/g;
const SPAN = /(?<![\\\]!^[])\[([^[\]\n]*)\](?=\{)/g;
const MARKED = /(?<!\{)==(?=[^\s=])([^=\n]*?[^\s=])==(?!=)/g;
const INSERTED = /(?<![\w+{])\+\+(?=[^\s+])([^+\n]*?[^\s+])\+\+(?![\w+])/g;
/** The keys of a keyboard: `++ctrl+alt+del++`. */
const KEYS = /(?<![\w+])\+\+[\w-]+(?:\+[\w-]+)+\+\+(?![\w+])/g;
/** What an editor has put in, struck out, marked, and said: CriticMarkup. */
const CRITIC = /\{(\+\+|--|==)(?=[^\s{}])([^{}\n]*?)\1\}/g;
/** Between what is struck out and what takes its place. */
const CRITIC_SUBSTITUTION = /\{\0[^{}\n\0]*?~>(?=[^{}\n\0]*\0\})/g;
/** What GitLab shows as put in or taken out. */
const INLINE_DIFF =
  /\{([+-])(?![+-])(?=[^{}\n]*?\p{L})([^{}\n]*)(?<![+-])\1\}|\[([+-])(?![+-])(?=[^[\]\n]*?\p{L})([^[\]\n]*)(?<![+-])\3\](?![(:])/gu;
const CRITIC_COMMENT = /\{>>[^{}\n]*?<<\}/g;
const RAISED = /(?<![\^[\\])\^(?=[^\s^[\0])(?=[^\s^\n\0]*[\p{L}\p{N}+−-])[^\s^\n\0]{1,40}\^/gu;
/** The name of a block of Obsidian. */
const BLOCK_NAME = /(?<=\s)\^[A-Za-z0-9-]+(?=\s*$)/g;
/** An address between tags of a shortcode, which Markdown would link with the closing tag. */
const EMBED = /\[embed\b[^[\]\n]*\][^\n[\]]*\[\/embed\]/g;
const COMMENT = /(?<![\w%])%%[^%\n]+%%|\{::(?:comment|nomarkdown)\b[^{}]*\}(?:(?!\{::(?:comment|nomarkdown)\b)[\s\S])*?\{:\/[a-z]*\}/g;
/** Mathematics of GitLab: code between dollars. */
const DOLLARED = /\$\0\$/g;
/** The role before the code of MyST: `{ref}`. */
const ROLE = /\{[\w:+.-]+\}(?=\0)/g;

/** The state of a task that is neither open nor done, at the beginning of an item: `- [>] Later`. Obsidian's themes know letters, too. */
const ITEM = /^\uFEFF?[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+)+$/;
const STATE = /^\[[-><!?*/"]\](?=[ \t])/;
const ANY_STATE = /^\[[^\s[\]]\](?=[ \t])/;
/** What a program of templates fills in: Handlebars' raw values, ERB and EJS. */
const FILLED_IN = /\{\{\{[^{}\n]*\}\}\}|<%(?:(?!%>|<%)[^\n])*%>/g;
/** A component within the text, of Nuxt and of remark-directive: `:badge[New]{color=red}`. */
const COMPONENT = /(?<![\p{L}\p{N}_:])(:[a-z][\w-]*\[)([^[\]\n]*)(\](?:\{[^{}\n]*\})?)/gu;
const EMPTY_COMPONENT = /(?<![\p{L}\p{N}_:]):[a-z][\w-]*\{[^{}\n]*\}/gu;
/** What is set for a heading or a picture of docsify: `:id=port`. */
const SETTING = /(?<=\s)'?:[a-z][\w-]*=[\w.%-]+'?(?=\s*$)/g;
/** A tag of BBCode with a value that is no heading. */
const VALUED_TAG = new RegExp(String.raw`\[(?!(?:${FOLDS})=")[a-z]+=[^[\]\n]*\](?![(:])`, 'g');
/** References of bookdown: `\@ref(fig:port)`, `(\#eq:tide)`. */
const BOOKDOWN = /\\@ref\([\w:.-]+\)|\(\\#[\w:.-]+\)/g;
/** Tags of Obsidian, and properties of its Dataview. */
const TAG = /(?<![\p{L}\p{N}_#/&])#(?=[\p{N}_/-]*\p{L})[\p{L}\p{N}_/-]*[\p{L}\p{N}_]/gu;
const PROPERTY = /[[(][\p{L}\p{N}_][\p{L}\p{N} _-]*::[^[\]()\n]*[\])]/gu;

/** @returns what a run has of signs; those that are escaped are words */
export function dialectSigns(run: TextRun, source: string, syntax: Syntax): DialectSigns | undefined {
  const first = run.atoms[0];
  const last = run.atoms.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const raw = source.slice(first.start, last.end);
  if (!QUICK.test(raw)) return undefined;
  const words = runWords(run, /[[\]{}=+^%!@\\]/);
  const { text } = words;
  const signs: DialectSigns = { wordless: [], pairs: [] };
  const addWordless = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) signs.wordless.push(words.range(match.index, match.index + match[0].length));
  };
  const rawWordless = (pattern: RegExp) => {
    for (const { index, 0: all } of raw.matchAll(pattern)) signs.wordless.push([first.start + index, first.start + index + all.length]);
  };
  const pair = (from: number, opening: number, closing: number, to: number) =>
    signs.pairs.push([words.range(from, opening), words.range(closing, to)]);
  if (text.includes('[')) {
    const state = (syntax.generator === 'obsidian' ? ANY_STATE : STATE).exec(text)?.[0];
    if (state !== undefined && ITEM.test(lineBefore(source, first.start))) signs.wordless.push(words.range(0, state.length));
    wikiLinks(text, words, signs, pair);
    notes(text, pair);
    if (text.includes('[!')) addWordless(INCLUSION);
    if (text.includes('[@') || text.includes('[-@')) addWordless(CITATION);
    if (text.includes('@'))
      for (const { index, 0: group } of text.matchAll(CITED))
        for (const key of group.matchAll(KEY)) signs.wordless.push(words.range(index + key.index, index + key.index + key[0].length));
    addWordless(SHORTCODE);
    addWordless(VALUED_TAG);
    for (const { index, 0: all, 1: opening = '', 3: closing = '' } of text.matchAll(COMPONENT))
      pair(index, index + opening.length, index + all.length - closing.length, index + all.length);
    if (raw.includes('[/embed]')) rawWordless(EMBED);
    enclosed(text, pair);
    if (text.includes(']{')) spans(text, words, signs, pair);
  }
  if (text.includes('{')) {
    addWordless(ATTRIBUTE_LISTS);
    addWordless(CRITIC_COMMENT);
    for (const { index, 0: all } of text.matchAll(CRITIC)) pair(index, index + 3, index + all.length - 3, index + all.length);
    for (const { index, 0: all } of text.matchAll(CRITIC_SUBSTITUTION))
      signs.wordless.push(words.range(index + all.length - 2, index + all.length));
    addWordless(EMPTY_COMPONENT);
    roles(text, words, run, source, signs);
  }
  if (/[{[][+-]/.test(text))
    for (const { index, 0: all } of text.matchAll(INLINE_DIFF)) pair(index, index + 2, index + all.length - 2, index + all.length);
  if (raw.includes('{{{') || raw.includes('<%')) rawWordless(FILLED_IN);
  if (raw.includes('\\')) {
    rawWordless(BOOKDOWN);
    for (const { from, to, inner } of texCommands(text)) {
      if (inner === undefined) signs.wordless.push(words.range(from, to));
      else pair(from, inner[0], inner[1], to);
    }
  }
  if (/:\w+=/.test(text)) addWordless(SETTING);
  if (syntax.generator === 'obsidian') {
    addWordless(TAG);
    addWordless(PROPERTY);
  }
  if (text.includes('=='))
    for (const { index, 0: all } of text.matchAll(MARKED)) pair(index, index + 2, index + all.length - 2, index + all.length);
  if (text.includes('++')) {
    addWordless(KEYS);
    for (const { index, 0: all } of text.matchAll(INSERTED)) pair(index, index + 2, index + all.length - 2, index + all.length);
  }
  if (text.includes('@')) addWordless(CROSS_REFERENCE);
  if (text.includes('$\0')) addWordless(DOLLARED);
  if (text.includes('^')) {
    addWordless(RAISED);
    addWordless(BLOCK_NAME);
  }
  if (text.includes('%%') || text.includes('{::')) addWordless(COMMENT);
  if (raw.includes('{%') || raw.includes('{{'))
    for (const [from, to] of verbatimIn(raw)) signs.wordless.push([first.start + from, first.start + to]);
  if (!syntax.math)
    for (const [from, to] of mathIn(raw, syntax.generator !== undefined && DIALECT_RULES[syntax.generator].dollars === true))
      signs.wordless.push([first.start + from, first.start + to]);
  return signs;
}

/** What is before an offset on its line. */
function lineBefore(source: string, offset: number): string {
  return source.slice(Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1, offset);
}

type Pair = (from: number, opening: number, closing: number, to: number) => void;

function wikiLinks(text: string, words: RunWords, signs: DialectSigns, pair: Pair): void {
  if (!text.includes('[[')) return;
  for (const match of text.matchAll(WIKI)) {
    const [all, embed = '', page = '', bar = '', label = ''] = match;
    const end = match.index + all.length;
    const from = match.index + embed.length + 2 + page.length + bar.length;
    if (embed !== '' || label.trim() === '') signs.wordless.push(words.range(match.index, end));
    else pair(match.index, from, end - 2, end);
  }
}

/** Footnotes within the text: `^[Words of the note.]`. */
function notes(text: string, pair: Pair): void {
  if (!text.includes('^[')) return;
  const open: number[] = [];
  const found: [open: number, close: number][] = [];
  for (const { index, 0: bracket } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') {
      open.push(index);
      continue;
    }
    const from = open.pop();
    if (from !== undefined && text[from - 1] === '^') found.push([from, index]);
  }
  for (const [from, end] of found.sort(([a], [b]) => a - b)) pair(from - 1, from + 1, end, end + 1);
}

/** A shortcode without attributes is known by its end: `[embed]...[/embed]`. */
function enclosed(text: string, pair: Pair): void {
  /** Where the next end of a name is: looked for once as long as it is ahead, or there is none. */
  const ends = new Map<string, number>();
  for (const { index, 1: name = '', 0: all } of text.matchAll(/\[([a-z][\w-]*)\]/g)) {
    const close = `[/${name}]`;
    const known = ends.get(name);
    const at = known !== undefined && (known < 0 || known >= index + all.length) ? known : text.indexOf(close, index + all.length);
    ends.set(name, at);
    if (at >= 0) pair(index, index + all.length, at, at + close.length);
  }
}

/** `[words]{.class}` */
function spans(text: string, words: RunWords, signs: DialectSigns, pair: Pair): void {
  for (const { index, 0: all } of text.matchAll(SPAN)) {
    const close = index + all.length - 1;
    const list = STARTS_WITH_LIST.exec(text.slice(close + 1))?.[0];
    if (list === undefined || text.startsWith('{{', close + 1)) continue;
    const end = close + 1 + list.length;
    if (isUntranslated(list)) signs.wordless.push(words.range(index, end));
    else pair(index, index + 1, close, end);
  }
}

function roles(text: string, words: RunWords, run: TextRun, source: string, signs: DialectSigns): void {
  for (const match of text.matchAll(ROLE)) {
    const end = match.index + match[0].length;
    const code = run.atoms[words.atomAt(end)] as Atom;
    if (code.role === 'alone' && source[code.start] === '`') signs.wordless.push([words.range(match.index, end)[0], code.end]);
  }
}

/** What must be fused so that the signs are marks of their own. */
export function rangesOf({ wordless, pairs }: DialectSigns): Range[] {
  const isIn = inRanges(wordless);
  return [...wordless, ...pairs.flat().filter((range) => !isIn(...range))];
}

/** Gives the marks that `fuse` made of opening and closing signs their partner, where nothing crosses them. */
export function pairSigns(run: TextRun, { pairs }: DialectSigns): void {
  // Ids far from those of Markdown's own pairs, and of tags.
  let id = 2_000_000_000;
  const alone = new Map<number, number>();
  if (pairs.length > 0) for (const [index, { role, start }] of run.atoms.entries()) if (role === 'alone') alone.set(start, index);
  const at = ([start, end]: Range) => {
    const index = alone.get(start);
    return index !== undefined && run.atoms[index]?.role === 'alone' && run.atoms[index].end === end ? index : undefined;
  };
  for (const [open, close] of pairs) {
    const from = at(open);
    const to = at(close);
    if (from === undefined || to === undefined || to < from || !nests(run.atoms.slice(from + 1, to))) continue;
    const pair = ++id;
    run.atoms[from] = { role: 'open', start: open[0], end: open[1], pair };
    run.atoms[to] = { role: 'close', start: close[0], end: close[1], pair };
  }
}

function nests(atoms: readonly Atom[]): boolean {
  const open: number[] = [];
  for (const atom of atoms) {
    if (atom.role === 'open') open.push(atom.pair);
    else if (atom.role === 'close' && open.pop() !== atom.pair) return false;
  }
  return open.length === 0;
}

/** An attribute list belongs to the link, image or code that it follows: `](x){target="_blank"}` is one mark. */
export function joinLists(run: TextRun, source: string): void {
  for (let index = run.atoms.length - 1; index > 0; index--) {
    const list = run.atoms[index] as Atom;
    const before = run.atoms[index - 1] as Atom;
    if (list.role !== 'alone' || source[list.start] !== '{' || /^\{[{%]/.test(source.slice(list.start, list.start + 2))) continue;
    if (before.role !== 'close' && before.role !== 'alone') continue;
    if (before.end !== list.start || !/[)\]`>]/.test(source[before.end - 1] ?? '')) continue;
    (before as MarkAtom).end = list.end;
    run.atoms.splice(index, 1);
  }
}

/** The list at the end of a block is the block's: it is taken out of its run. @returns whether it keeps the block from translation */
export function dropListAtEnd(run: TextRun, source: string): boolean {
  const list = run.atoms.at(-1);
  if (list?.role !== 'alone' || source[list.start] !== '{') return false;
  const text = source.slice(list.start, list.end);
  if (STARTS_WITH_LIST.exec(text)?.[0] !== text) return false;
  const before = run.atoms.at(-2);
  if (before !== undefined && (before.role !== 'words' || !/\s$/.test(before.text))) return false;
  run.atoms.pop();
  return isUntranslated(text);
}
