/** Masks of whole lines: bodies that are indented under a marker line, Liquid alone on its line, ranges that are no words. */

/** Whether any line could be one that is masked. */
const QUICK = /^[ \t>]*(?:[-*+\d][.)]?[ \t]+|\d+[.)][ \t]+)*(?:!!!|\?\?\?|===[!+ \t]|[:~][ \t]|:::|\{[%{:]|%%)|```\{/m;

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\r\n]*)$/;
/** `!!! note "Title"`, `??? note`, `=== "Tab"`: the lines below that are indented are its body. */
const INDENTED_BODY = /^([ \t]*)(?:!!!\+?[ \t]+[\w"]|\?\?\?\+?[ \t]+[\w"]|===[!+]{0,2}[ \t]+["'])/;
/** The options of a module's documentation (mkdocstrings). */
const OPTIONS = /^([ \t]*):::[ \t]+\w+(?:\.\w+)+[ \t]*$/;
const DEFINITION = /^([ \t]*)([:~][ \t]{1,4})(?=\S)/;
/** Tags of Liquid and shortcodes, and nothing else. */
export const TEMPLATE_LINE = /^[ \t>]*(?:(?:\{\{(?:(?!\}\})[^\n])*\}\}|\{%(?:(?!%\})[^\n])*%\})[ \t]*)+$/;

/** A tag that goes on in the lines below: `{{< figure` with a parameter a line. */
const OPEN_TAG = /^[ \t>]*\{(?:\{[<%]|%)(?:(?![>%]\}\}|%\})[^\n])*$/;
const TAG_END = /(?:[>%]\}\}|%\})[ \t]*$/;
/** More lines than these are none of a tag. */
const TAG_LINES = 40;

/** Ranges of lines that are no words: what begins one, and what ends it. */
const SILENT: readonly { readonly open: RegExp; readonly close: (open: RegExpExecArray) => RegExp }[] = [
  { open: /^[ \t>]*\{::(comment|nomarkdown)\b[^}]*(?<!\/)\}/, close: () => /\{:\/[a-z]*\}/ },
  {
    open: /^[ \t>]*\{%-?[ \t]*(comment|highlight|schema|style|stylesheet|javascript)\b/,
    close: ([, name]) => new RegExp(`\\{%-?[ \\t]*end${name}\\b`),
  },
  {
    open: /^[ \t>]*\{\{[<%][ \t]*(highlight|code-toggle|mermaid|math|katex|chart|plantuml)\b(?![^}]*\/[ \t]*[>%]\}\})/,
    close: ([, name]) => new RegExp(`\\{\\{[<%][ \\t]*/[ \\t]*${name}\\b`),
  },
  {
    open: /^[ \t>]*(:{3,})[ \t]*\{?[ \t]*\.?(?:no-?translate|code-block|code-cell|code|literalinclude|math|toctree|mermaid|raw|bibliography)\b/,
    close: ([, colons]) => new RegExp(`^[ \\t>]*:{${(colons ?? ':::').length},}[ \\t]*$`),
  },
  { open: /^[ \t>]*%%[ \t]*$/, close: () => /^[ \t>]*%%[ \t]*$/ },
];

/** Directives of MyST whose body is none of Markdown. */
export const VERBATIM_DIRECTIVES =
  'code|code-block|code-cell|sourcecode|literalinclude|math|toctree|mermaid|raw|bibliography|image|include|eval-rst|jupyter-execute|csv-table|contents|plot|graphviz|auto\\w+';
const CODE_FENCE = new RegExp(`^\\{(?:${VERBATIM_DIRECTIVES})\\}`);

/** Signs of quotes, and the markers of items that begin on the line. */
const CONTAINER = /^(?:[ \t]{0,3}>[ ]?)*(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;

interface Level {
  /** Where the marker line begins, and the column that its body's lines reach. */
  readonly indent: number;
  readonly content: number;
  readonly body: 'quote' | 'definition' | 'none';
  blank: boolean;
}

/**
 * @param directiveFences whether the body of a fence with a directive's name is Markdown
 * @returns the text with as many characters
 */
export function maskBlocks(text: string, directiveFences: boolean): string {
  if (!QUICK.test(text)) return text;
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const levels: Level[] = [];
  let fence: { readonly marker: string; readonly masked: boolean } | undefined;
  /** Fences of directives that are open, outermost first. */
  const directives: string[] = [];
  let silent: RegExp | undefined;
  let quotes = 0;
  let paragraph = '';
  let previous = '';
  const out = lines.map((whole, index) => {
    const line = whole.replace(/[\r\n]+$/, '');
    const end = whole.slice(line.length);
    if (silent !== undefined) {
      if (silent.test(line)) silent = undefined;
      return blankOf(line) + end;
    }
    // Quotes and markers of lists are as wide as what they indent.
    const container = CONTAINER.exec(line)?.[0] ?? '';
    const inner = ' '.repeat(container.length) + line.slice(container.length);
    if (inner.trim() === '') {
      for (const level of levels) level.blank = true;
      paragraph = '';
      previous = '';
      return whole;
    }
    const indent = inner.length - inner.trimStart().length;
    const marks = container.replace(/[^>]/g, '').length;
    if (marks !== quotes) levels.length = 0;
    quotes = marks;
    if (fence === undefined) while (levels.length > 0 && indent < (levels.at(-1) as Level).content) levels.pop();
    const inBody = levels.some(({ body, blank }) => body !== 'definition' || blank);
    const fenceLine = FENCE.exec(line);
    if (fence !== undefined) {
      const closes = fenceLine !== null && (fenceLine[1] as string).startsWith(fence.marker) && (fenceLine[2] as string).trim() === '';
      const masked = fence.masked;
      if (closes) fence = undefined;
      return masked ? blankOf(line) + end : whole;
    }
    if (fenceLine !== null) {
      const [, marker = '', info = ''] = fenceLine;
      paragraph = '';
      if (directiveFences && /^\{[\w:+.-]+\}/.test(info) && !CODE_FENCE.test(info)) {
        directives.push(marker);
        return line.replace(marker, ':'.repeat(marker.length)) + end;
      }
      if (info.trim() === '' && directives.length > 0 && marker.startsWith(directives.at(-1) as string)) {
        directives.pop();
        return line.replace(marker, ':'.repeat(marker.length)) + end;
      }
      if (!(marker.startsWith('`') && info.includes('`'))) {
        fence = { marker, masked: inBody };
        return inBody ? blankOf(line) + end : whole;
      }
    }
    for (const { open, close } of SILENT) {
      const match = open.exec(inner);
      if (match === null) continue;
      const closing = close(match);
      const rest = inner.slice(match[0].length);
      // What is never closed begins nothing.
      if (closing.test(rest)) {
        if (
          !rest
            .slice(rest.search(closing))
            .replace(/^[^}]*\}/, '')
            .trim()
        )
          return blankAfter(line, container) + end;
        break;
      }
      if (!lines.slice(index + 1).some((other) => closing.test(other.replace(/[\r\n]+$/, '')))) break;
      silent = closing;
      // The line itself is a marker of its own.
      return match[0].includes(':::') ? whole : blankAfter(line, container) + end;
    }
    if (OPEN_TAG.test(inner) && closesTag(lines, index)) {
      silent = TAG_END;
      paragraph = '';
      previous = '';
      return blankAfter(line, container) + end;
    }
    if (paragraph === '') paragraph = inner.trimStart();
    const before = previous;
    previous = line;
    // A tag of HTML goes on to the blank line: there is none here.
    if (indent - container.length < 4 && !paragraph.startsWith('<') && TEMPLATE_LINE.test(inner)) {
      paragraph = '';
      previous = '';
      return blankAfter(line, container) + end;
    }
    const masked = levels.some(({ body }) => body === 'none') ? blankOf(line) : quoted(line, levels);
    const body = INDENTED_BODY.exec(inner) ?? OPTIONS.exec(inner);
    const definition = DEFINITION.exec(inner);
    if (body !== null) {
      const start = (body[1] as string).length;
      const tab = /^[ \t]*\t/.test(lines[index + 1] ?? '') && !(body[1] as string).includes(' ');
      levels.push({ indent: start, content: start + (tab ? 1 : 4), body: OPTIONS.test(inner) ? 'none' : 'quote', blank: false });
    } else if (definition !== null && (before !== '' || isTerm(lines, index))) {
      const start = (definition[1] as string).length;
      levels.push({ indent: start, content: start + (definition[2] as string).length, body: 'definition', blank: false });
    }
    return masked + end;
  });
  return out.join('');
}

/** Whether the tag that a line opens ends at the end of a line below, before another one begins. */
function closesTag(lines: readonly string[], index: number): boolean {
  for (const line of lines.slice(index + 1, index + 1 + TAG_LINES)) {
    if (/\{\{|\{%/.test(line)) return false;
    if (/[>%]\}\}|%\}/.test(line)) return TAG_END.test(line.replace(/[\r\n]+$/, ''));
  }
  return false;
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
