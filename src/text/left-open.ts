/**
 * Where a quotation mark or a bracket begins that nothing closes, in YAML, TOML and JSON: a parser tells where it gave up, which may be
 * many lines below.
 */

export type DataLanguage = 'yaml' | 'toml' | 'json';

export interface LeftOpen {
  readonly offset: number;
  /** `"`, `'`, `"""`, `'''`, `[` or `{` */
  readonly mark: string;
}

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };
const COMMENT: Readonly<Record<DataLanguage, RegExp>> = {
  yaml: /(?<![^\s])#[^\n]*/y,
  toml: /#[^\n]*/y,
  json: /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y,
};
const QUOTE: Readonly<Record<DataLanguage, RegExp>> = { yaml: /["']/y, toml: /"""|'''|["']/y, json: /"/y };
/** From behind a mark to behind its end. */
const UNTIL: Readonly<Record<string, RegExp>> = {
  '"': /[^"\\]*(?:\\[\s\S][^"\\]*)*"/y,
  "'": /[^']*'(?:'[^']*')*/y,
  '"""': /[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*"""/y,
  "'''": /[^']*(?:'(?!'')[^']*)*'''/y,
};
/** What a line of YAML may have before its key, and its value: within a plain value quotation marks and brackets are letters. */
const BEFORE_KEY = /[ \t]*(?:[-?][ \t]+)*/y;
const YAML_KEY = /(?:"[^"\n]*"|'[^'\n]*'|[^\s"'#[\]{},][^"'\n]*?)[ \t]*:[ \t]+/y;
const BLOCK_SCALAR = /(?:^|[:\-?][ \t]+)[|>][-+\d]*[ \t]*(?:#[^\n]*)?$/;
/** How a line begins that begins a new value. */
const NEW_KEY: Readonly<Record<DataLanguage, RegExp>> = {
  yaml: /^[^\s"'#[\]{},][^"'\n]*?:(?:\s|$)|^["'][^"'\n]*["'][ \t]*:/,
  toml: /^["'\w.-]+[ \t]*=|^\[/,
  json: /^"(?:[^"\\\n]|\\.)*"[ \t]*:/,
};

/**
 * @param text what a parser has refused
 * @param at where it did, an offset
 * @returns what was begun on an earlier line and should have ended before; undefined where that is not what is wrong
 */
export function leftOpen(text: string, at: number, language: DataLanguage): LeftOpen | undefined {
  const line = lineAt(text, at);
  const { brackets, quote, crooked } = openAt(text, at, language);
  const last = brackets.at(-1);
  if (quote !== undefined || last === undefined || last.offset >= line)
    return quote !== undefined && quote.offset < line ? quote : undefined;
  if (text.slice(at).trim() === '') return crooked ?? last;
  const given = text[at] as string;
  if (Object.values(CLOSERS).includes(given) && given !== CLOSERS[last.mark]) return last;
  if (!NEW_KEY[language].test(text.slice(line).trimStart())) return undefined;
  // In braces keys are at their place, but for those of TOML, which end with their line, and what stands no further in than they do.
  const isPlace = last.mark === '{' && (language === 'json' || (language === 'yaml' && indentAt(text, line) > indentAt(text, last.offset)));
  return isPlace ? undefined : last;
}

interface Open {
  /** From the outermost in. */
  readonly brackets: readonly LeftOpen[];
  /** Around the offset. */
  readonly quote?: LeftOpen;
  /** What was closed by what is indented otherwise. */
  readonly crooked?: LeftOpen | undefined;
}

/** Linear: each character is looked at once. */
function openAt(text: string, at: number, language: DataLanguage): Open {
  const brackets: LeftOpen[] = [];
  let crooked: LeftOpen | undefined;
  /** Where the last line's key and value begin. */
  let begins: readonly number[] = [];
  for (let here = 0; here < at; ) {
    if (language === 'yaml' && brackets.length === 0 && (here === 0 || text[here - 1] === '\n')) {
      const behind = behindBlockScalar(text, here);
      if (behind !== undefined) {
        here = behind;
        continue;
      }
      const key = here + (matched(BEFORE_KEY, text, here)?.length ?? 0);
      begins = [key, key + (matched(YAML_KEY, text, key)?.length ?? 0)];
    }
    const isValue = language !== 'yaml' || begins.includes(here) || (brackets.length > 0 && !/[^\s[{,:]/.test(text[here - 1] ?? ''));
    const comment = matched(COMMENT[language], text, here);
    const mark = isValue ? matched(QUOTE[language], text, here) : undefined;
    const char = text[here] as string;
    const last = brackets.at(-1);
    if (comment !== undefined) here += comment.length;
    else if (mark !== undefined) {
      const end = here + mark.length + (matched(UNTIL[mark] as RegExp, text, here + mark.length)?.length ?? text.length);
      if (end > at) return { brackets, quote: { offset: here, mark } };
      here = end;
    } else {
      if (char in CLOSERS && (isValue || brackets.length > 0)) brackets.push({ offset: here, mark: char });
      else if (last !== undefined && char === CLOSERS[last.mark]) {
        brackets.pop();
        const isFirst = text.slice(lineAt(text, here), here).trim() === '';
        if (isFirst && indentAt(text, here) !== indentAt(text, last.offset)) crooked ??= last;
      }
      here++;
    }
  }
  return { brackets, crooked };
}

function matched(pattern: RegExp, text: string, from: number): string | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0];
}

/** The offset behind a block of text (`|`, `>`) whose first line begins here. */
function behindBlockScalar(text: string, line: number): number | undefined {
  const end = text.indexOf('\n', line);
  if (end < 0 || !BLOCK_SCALAR.test(text.slice(line, end))) return undefined;
  const indent = indentAt(text, line);
  let next = end + 1;
  while (next < text.length) {
    const behind = text.indexOf('\n', next) + 1 || text.length;
    if (text.slice(next, behind).trim() !== '' && indentAt(text, next) <= indent) break;
    next = behind;
  }
  return next;
}

const lineAt = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** How far the line of an offset is indented. */
function indentAt(text: string, offset: number): number {
  const line = lineAt(text, offset);
  let at = line;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - line;
}
