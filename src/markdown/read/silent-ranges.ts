/** Ranges of lines that are no words: comments, code of generators, the options of a directive. */

import { VERBATIM_SHORTCODES, VERBATIM_TAGS } from './verbatim-tags.ts';

/** What begins a range, and what ends it. */
const SILENT: readonly { readonly open: RegExp; readonly close: (open: RegExpExecArray) => RegExp }[] = [
  { open: /^[ \t>]*\{::(comment|nomarkdown)\b[^}]*(?<!\/)\}/, close: () => /\{:\/[a-z]*\}/ },
  {
    open: new RegExp(`^[ \\t>]*\\{%-?[ \\t]*(${VERBATIM_TAGS})\\b`),
    close: ([, name]) => new RegExp(`\\{%-?[ \\t]*end${name}\\b`),
  },
  {
    open: new RegExp(`^[ \\t>]*\\{\\{[<%][ \\t]*(${VERBATIM_SHORTCODES})\\b(?![^}]*/[ \\t]*[>%]\\}\\})`),
    close: ([, name]) => new RegExp(`\\{\\{[<%][ \\t]*/[ \\t]*${name}\\b`),
  },
  {
    open: /^[ \t>]*(:{3,})[ \t]*(?:\{[ \t]*)?\.?(?:no-?translate|code-block|code-cell|code|literalinclude|math|toctree|mermaid|raw|bibliography)\b(?!.*:::[ \t]*$)/,
    close: ([, colons]) => new RegExp(`^[ \\t>]*:{${(colons ?? ':::').length},}[ \\t]*$`),
  },
  { open: /^[ \t>]*\[block:[\w-]+\][ \t]*$/, close: () => /^[ \t>]*\[\/block\]/ },
  { open: /^[ \t>]*%%[ \t]*$/, close: () => /^[ \t>]*%%[ \t]*$/ },
  { open: /^[ \t>]*-+8<-+[ \t]*$/, close: () => /^[ \t>]*-+8<-+[ \t]*$/ },
];

/** A tag that goes on in the lines below: `{{< figure` with a parameter a line. */
const OPEN_TAG = /^[ \t>]*\{(?:\{[<%]|%)(?:(?![>%]\}\}|%\})[^\n])*$/;
const TAG_END = /(?:[>%]\}\}|%\})[ \t]*$/;
/** More lines than these are none of a tag, nor of a directive's options. */
const FEW_LINES = 40;

const DIRECTIVE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+)*(?:(?::{3,}|`{3,}|~{3,})[ \t]*\{[\w:+.-]+\}|:{2,}[a-z][\w-]*(?:[[{].*)?$)/;
const RULE = /^[ \t>]*---[ \t]*$/;

export interface SilentRange {
  /** What the line that ends the range is known by; absent where the range is this line alone. */
  readonly end?: RegExp;
  /** Whether the first line is a marker line that is read as one. */
  readonly isMarker?: true;
}

/**
 * The range that a line begins.
 * @param inner the line, with blanks for the signs and markers of its containers
 * @param below the lines after it; what is never closed begins nothing
 * @param unclosed what no line below ends, of the lines before: it is not looked for again
 */
export function silentRange(inner: string, below: () => Iterable<string>, unclosed: Set<string>): SilentRange | undefined {
  for (const { open, close } of SILENT) {
    const match = open.exec(inner);
    if (match === null) continue;
    const end = close(match);
    const rest = inner.slice(match[0].length);
    if (end.test(rest)) {
      const after = rest.slice(rest.search(end)).replace(/^[^}]*\}/, '');
      if (after.trim() === '') return {};
      return tagOverLines(inner, below);
    }
    if (!unclosed.has(end.source))
      for (const other of below()) if (end.test(other)) return { end, ...(match[0].includes(':::') && { isMarker: true }) };
    unclosed.add(end.source);
    break;
  }
  return tagOverLines(inner, below);
}

/** The tag that a line opens, where it ends at the end of a line below, before another one begins. */
function tagOverLines(inner: string, below: () => Iterable<string>): SilentRange | undefined {
  if (!OPEN_TAG.test(inner)) return undefined;
  let left = FEW_LINES;
  for (const line of below()) {
    if (left-- === 0 || /\{\{|\{%/.test(line)) return undefined;
    if (/[>%]\}\}|%\}/.test(line)) return TAG_END.test(line) ? { end: TAG_END } : undefined;
  }
  return undefined;
}

/** The options of a directive of MyST, or the properties of a component of Nuxt, between two rules, which begin at this line, below the directive's own. */
export function optionsOf(line: string, before: string, below: () => Iterable<string>): RegExp | undefined {
  if (!RULE.test(line) || !DIRECTIVE.test(before)) return undefined;
  let left = FEW_LINES;
  for (const other of below()) {
    if (left-- === 0 || other.trim() === '') return undefined;
    if (RULE.test(other)) return RULE;
  }
  return undefined;
}
