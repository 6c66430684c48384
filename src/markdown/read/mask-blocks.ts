/** Masks of whole lines: bodies that are indented under a marker line, Liquid alone on its line, ranges that are no words. */

import { BLOCKS } from '../elements.ts';
import { optionsOf, silentRange } from './silent-ranges.ts';

/** Whether any line could be one that is masked. */
const QUICK =
  /^[ \t>]*(?:(?:[-*+]|\d+)[.)]?[ \t>]+)*(?:!!!|\?\?\?|===[!+ \t]|[:~][ \t]|::|\{[%{:#!]|%%|-+8<|\[\^_|\[block:|<\w+[^>\n]*\smarkdown\b)|```\{/m;

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+)*(`{3,}|~{3,})([^\r\n]*)$/;
/** `!!! note "Title"`, `??? note`, `=== "Tab"`: the lines below that are indented are its body. */
const INDENTED_BODY = /^([ \t]*)(?:!!!\+?(?:[ \t]+[\w"]|[a-z][\w-]*[ \t]*(?:"|$))|\?\?\?\+?[ \t]+[\w"]|===[!+]{0,2}[ \t]+["'])/;
/** The options of a module's documentation (mkdocstrings). */
const OPTIONS = /^([ \t]*):::[ \t]+\w+(?:\.\w+)+[ \t]*$/;
const DEFINITION = /^([ \t]*)([:~][ \t]{1,4})(?=\S)/;
/** Tags of Liquid, comments of Nunjucks, inclusions and shortcodes, and nothing else. */
export const TEMPLATE_LINE =
  /^[ \t>]*(?:(?:\{\{(?:(?!\}\})[^\n])*\}\}|\{%(?:(?!%\})[^\n])*%\}|\{#-?[ \t](?:(?!#\})[^\n])*#\}|\{!(?:(?!!\})[^\n])*!\})[ \t]*)+$/;
/** A note that is written as a definition, under a label that GFM takes for a footnote's. */
const NOTE_LINE = /^[ \t>]*\[\^_\^\]:[ \t]*(?:#|<>)/;

/** An element whose content kramdown and Python-Markdown read as Markdown. */
const MARKDOWN_ELEMENT = /^[ \t>]*<([a-z][\w-]*)(?=[^<>]*\smarkdown(?:=["']?(?:1|block|span|true)["']?)?[\s>])[^<>]*>[ \t]*$/i;

const TAG_NAME = /^<\/?([a-z][a-z\d]*)(?=[\s/>]|$)/i;

/** Directives of MyST whose body is none of Markdown. */
export const VERBATIM_DIRECTIVES =
  'code|code-block|code-cell|sourcecode|literalinclude|math|toctree|mermaid|raw|bibliography|image|include|eval-rst|jupyter-execute|csv-table|contents|plot|graphviz|auto\\w+';
const CODE_FENCE = new RegExp(`^\\{(?:${VERBATIM_DIRECTIVES})\\}`);

/** Signs of quotes, and the markers of items that begin on the line. */
const CONTAINER = /^(?:[ \t]{0,3}>[ ]?)*(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:[ \t]{0,3}>[ ]?)*)*/;

interface Level {
  /** Where the marker line begins, and the column that its body's lines reach. */
  readonly indent: number;
  readonly content: number;
  readonly body: 'quote' | 'definition' | 'none';
  blank: boolean;
}

interface Line {
  readonly index: number;
  /** Without its line end. */
  readonly text: string;
  /** The signs and markers that begin it, which are as wide as what they indent. */
  readonly container: string;
  /** The line with blanks for them. */
  readonly inner: string;
  readonly indent: number;
  /** The lines of the whole text. */
  readonly all: readonly string[];
}

/** What the lines above have left open. */
interface Open {
  readonly levels: Level[];
  fence: { readonly marker: string; readonly masked: boolean } | undefined;
  /** Fences of directives whose bodies are Markdown, outermost first. */
  readonly directives: string[];
  /** What ends a range of lines that are no words. */
  silent: RegExp | undefined;
  /** Names of the elements whose content is Markdown, outermost first. */
  readonly elements: string[];
  /** What no line below ends. */
  readonly unclosed: Set<string>;
  quotes: number;
  /** The first line of the paragraph, and the line above; empty outside of one. */
  paragraph: string;
  previous: string;
}

/**
 * @param directiveFences whether the body of a fence with a directive's name is Markdown
 * @returns the text with as many characters
 */
export function maskBlocks(text: string, directiveFences: boolean): string {
  if (!QUICK.test(text)) return text;
  const wholes = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const all = wholes.map((whole) => whole.replace(/(?<![\r\n])[\r\n]+$/, ''));
  const open: Open = {
    levels: [],
    fence: undefined,
    directives: [],
    silent: undefined,
    elements: [],
    unclosed: new Set(),
    quotes: 0,
    paragraph: '',
    previous: '',
  };
  return wholes.map((whole, index) => maskLine(index, all, open, directiveFences) + whole.slice((all[index] as string).length)).join('');
}

function maskLine(index: number, all: readonly string[], open: Open, directiveFences: boolean): string {
  const text = all[index] as string;
  if (open.silent !== undefined) {
    if (open.silent.test(text)) open.silent = undefined;
    return blankOf(text);
  }
  const container = CONTAINER.exec(text)?.[0] ?? '';
  const inner = ' '.repeat(container.length) + text.slice(container.length);
  if (inner.trim() === '') {
    for (const level of open.levels) level.blank = true;
    endParagraph(open);
    return text;
  }
  const line: Line = { index, text, container, inner, indent: inner.length - inner.trimStart().length, all };
  const quotes = container.replace(/[^>]/g, '').length;
  if (quotes !== open.quotes) open.levels.length = 0;
  open.quotes = quotes;
  // An item is where its marker is.
  const marker = container.search(/[-+*\d]/);
  const column = marker < 0 ? line.indent : marker;
  if (open.fence === undefined) while (open.levels.length > 0 && column < (open.levels.at(-1) as Level).content) open.levels.pop();
  return (
    maskFence(line, open, directiveFences) ??
    maskRange(line, open) ??
    maskTemplate(line, open) ??
    maskElement(line, open) ??
    maskBody(line, open)
  );
}

/** A line within a fence, or one that opens or closes it. */
function maskFence({ text }: Line, open: Open, directiveFences: boolean): string | undefined {
  const [, marker, info = ''] = FENCE.exec(text) ?? [];
  if (open.fence !== undefined) {
    const { masked } = open.fence;
    if (marker?.startsWith(open.fence.marker) && info.trim() === '') open.fence = undefined;
    return masked ? blankOf(text) : text;
  }
  if (marker === undefined) return undefined;
  open.paragraph = '';
  const begins = directiveFences && /^\{[\w:+.-]+\}/.test(info) && !CODE_FENCE.test(info);
  const ends = info.trim() === '' && open.directives.length > 0 && marker.startsWith(open.directives.at(-1) as string);
  if (begins || ends) {
    if (begins) open.directives.push(marker);
    else open.directives.pop();
    return text.replace(marker, ':'.repeat(marker.length));
  }
  if (marker.startsWith('`') && info.includes('`')) return undefined;
  const masked = open.levels.some(({ body, blank }) => body !== 'definition' || blank);
  open.fence = { marker, masked };
  return masked ? blankOf(text) : text;
}

function* linesAfter(all: readonly string[], index: number): Generator<string> {
  for (let at = index + 1; at < all.length; at++) yield all[at] as string;
}

/** A line that begins a range of lines that are no words. */
function maskRange({ index, text, container, inner, all }: Line, open: Open): string | undefined {
  const options = optionsOf(inner, all[index - 1] ?? '', () => linesAfter(all, index));
  if (options !== undefined) {
    open.silent = options;
    return blankOf(text);
  }
  const range = silentRange(inner, () => linesAfter(all, index), open.unclosed);
  if (range === undefined) return undefined;
  open.silent = range.end;
  if (range.isMarker) return text;
  endParagraph(open);
  return blankAfter(text, container);
}

/** Tags alone on their line part paragraphs; a tag of HTML goes on to the blank line, and there is none here. */
function maskTemplate({ text, container, inner, indent }: Line, open: Open): string | undefined {
  // Without it an item would be empty, which the lines below do not go on with.
  const isItem = /[-*+\d]/.test(container);
  const isTemplate = (!isItem && TEMPLATE_LINE.test(inner)) || NOTE_LINE.test(inner);
  const first = open.paragraph === '' ? inner.trimStart() : open.paragraph;
  if (!isTemplate || indent - container.length >= 4 || first.startsWith('<')) return undefined;
  endParagraph(open);
  return blankAfter(text, container);
}

/** A tag alone on its line, of an element whose content is Markdown, parts paragraphs. */
function maskElement({ text, container, inner }: Line, open: Open): string | undefined {
  const name = MARKDOWN_ELEMENT.exec(inner)?.[1]?.toLowerCase();
  if (name !== undefined) open.elements.push(name);
  else if (/^[ \t]*<\/([a-z][\w-]*)>[ \t]*$/i.exec(inner)?.[1]?.toLowerCase() === open.elements.at(-1) && open.elements.length > 0)
    open.elements.pop();
  else return undefined;
  endParagraph(open);
  return blankAfter(text, container);
}

/** A line in the bodies that are open, which may open another one. */
function maskBody({ index, text, inner, all }: Line, open: Open): string {
  const { levels } = open;
  const isBelow = open.previous !== '';
  const first = inner.trimStart();
  // A block of HTML may follow a paragraph's line.
  if (open.paragraph === '' || BLOCKS.has(TAG_NAME.exec(first)?.[1]?.toLowerCase() ?? '')) open.paragraph = first;
  open.previous = text;
  const masked = levels.some(({ body }) => body === 'none') ? blankOf(text) : quoted(text, levels);
  const isOptions = OPTIONS.test(inner);
  const lead = (isOptions ? OPTIONS : INDENTED_BODY).exec(inner)?.[1];
  const definition = DEFINITION.exec(inner);
  if (lead !== undefined) {
    const tab = /^[ \t]*\t/.test(all[index + 1] ?? '') && !lead.includes(' ');
    levels.push({ indent: lead.length, content: lead.length + (tab ? 1 : 4), body: isOptions ? 'none' : 'quote', blank: false });
  } else if (definition !== null && (isBelow || isTerm(all, index))) {
    const [, before = '', sign = ''] = definition;
    levels.push({ indent: before.length, content: before.length + sign.length, body: 'definition', blank: false });
  }
  return masked;
}

function endParagraph(open: Open): void {
  open.paragraph = '';
  open.previous = '';
}

/** Whether a definition may follow a blank line: something is before it. */
function isTerm(lines: readonly string[], index: number): boolean {
  return index > 1 && (lines[index - 2] ?? '').trim() !== '';
}

/** Blanks after the signs and markers that begin the line. */
function blankAfter(line: string, container: string): string {
  return container + line.slice(container.length).replace(/[^ \t]/g, ' ');
}

/** Blanks, but for the signs of the quotes that hold the line. */
function blankOf(line: string): string {
  const quotes = /^(?:[ \t]{0,3}>)*/.exec(line)?.[0] ?? '';
  return quotes + line.slice(quotes.length).replace(/[^ \t]/g, ' ');
}

/** A line of bodies within bodies, each with the sign of a quote where its marker line begins. */
function quoted(line: string, levels: readonly Level[]): string {
  let masked = line;
  for (const { indent, body, blank } of levels) {
    if (body === 'definition' && !blank) continue;
    if (/[ \t]/.test(masked[indent] ?? '')) masked = `${masked.slice(0, indent)}>${masked.slice(indent + 1)}`;
  }
  return masked;
}
