/** Words on their way into Markdown: what would become markup where it lands is escaped, and only that. */

import { asciiPunctuation } from 'micromark-util-character';
import { normalizeLabel } from '../labels.ts';
import { isTableRule } from '../table-rule.ts';
import { ADDRESS } from './autolinks.ts';
import type { OutputToken } from './output-token.ts';
import { encodeAll } from './reference.ts';
import type { LineContext } from './surroundings.ts';

/** Any character that can be markup away from the start of a line. */
const SPECIAL = /[\\`*_~[\]<&|{$@^]|==|\+\+|%%|:[:/\p{L}+-]|www\.|mailto:|xmpp:|^[:(=+]|[!:=+]$|#\s*$/iu;
/** Any start of a line that can be markup. */
const LINE_START = /^(?:[#>+=|:~`%(-]|!!!|\?\?\?|[?!]>|title[ \t]*:|[a-z]{1,5}[.)]\s|\/\/\/|\d{1,9}[.)]|(?:import|export)\b|\*|_|\s)/i;
const REFERENCE = /^&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,40};)/;
const REFERENCE_START = /^&#?[A-Za-z0-9]*$/;

/**
 * Escapes the words of a block, in place. Line ends and white space at the outer edges go.
 * @param strong every character that is not a letter, a digit or a space becomes a character reference
 * @returns whether anything in it could be markup, so that the block deserves to be read back
 */
export function escapeTokens(tokens: readonly OutputToken[], place: LineContext, strong: boolean): boolean {
  let risky = false;
  let count: Record<string, number> | undefined;
  let inert: boolean | undefined;
  const isMarked = tokens.some(({ kind, text }) => kind !== 'words' && /^(?:==|\+\+)$/.test(text));
  tokens.forEach((token, index) => {
    if (token.kind !== 'words') return;
    const before = lastCharacter(tokens, index);
    const lineStart = before === undefined ? place.lineStart : before === '\n';
    let words = token.text.replace(/(?<![ \t])[ \t]*[\r\n]\s*/g, ' ').replaceAll('\0', '\uFFFD');
    const next = nextText(tokens, index);
    if (before === undefined || before === '\n') words = words.trimStart();
    if (next === undefined ? true : /^[ \t]*(?:\r|\n|$)/.test(next)) words = words.trimEnd();
    if (strong) {
      token.text = encodeAll(words, lineStart);
      risky = true;
      return;
    }
    const isRule = place.cell && before === undefined && next === undefined && isTableRule(words);
    if (isRule || SPECIAL.test(words) || (isMarked && /[=+]/.test(words)) || (lineStart && LINE_START.test(words))) {
      count ??= countMarkers(tokens, place.shared);
      inert ??= !place.escapedBrackets && inertBlock(tokens, place);
      words = escapeWords(words, { ...place, lineStart, count, inert, isRule, before: before ?? place.before, next: next ?? place.after });
      // What is left alone is inert by rule; but there are many rules.
      risky = true;
    }
    token.text = words;
  });
  return risky;
}

function countMarkers(tokens: readonly OutputToken[], shared: boolean): Record<string, number> {
  const count: Record<string, number> = shared ? { '`': 1, '*': 1, _: 1, '~': 1, $: 1, '=': 2, '+': 2, brackets: 1 } : {};
  for (const { text, kind } of tokens) {
    for (const [char] of text.matchAll(/[`*_~$[\]=+]/g)) count[char] = (count[char] ?? 0) + 1;
    // Behind a bracket that nothing closes no bare address is a link (GFM).
    if (kind !== 'words' && (/[[\]]/.test(text) || ADDRESS.test(text))) count.brackets = 1;
  }
  return count;
}

/** The last character written before a token; a newline where it begins a line within the block; undefined at its start. */
function lastCharacter(tokens: readonly OutputToken[], index: number): string | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const { text, kind } = tokens[at] as OutputToken;
    if (kind !== 'words' && /[\r\n][ \t>]*$/.test(text)) return '\n';
    if (text !== '') return text.at(-1);
  }
  return undefined;
}

function nextText(tokens: readonly OutputToken[], index: number): string | undefined {
  for (let at = index + 1; at < tokens.length; at++) {
    const { text } = tokens[at] as OutputToken;
    if (text !== '') return text;
  }
  return undefined;
}

interface Surroundings extends LineContext {
  readonly count: Record<string, number>;
  /** The brackets of all words of the block are text. */
  readonly inert: boolean;
  /** It would be a cell of signs. */
  readonly isRule: boolean;
  readonly next: string;
}

function escapeWords(words: string, around: Surroundings): string {
  const inert = around.inert || inertBrackets(words, around);
  let out = '';
  const lead = around.isRule ? words.search(/\S/) : around.lineStart ? lineStartEscape(words, around) : -1;
  for (let at = 0; at < words.length; at++) {
    const char = words[at] as string;
    // MDX looks for `import` and `export` in the first column alone.
    if (lead === at && /[A-Za-z]/.test(char)) out += ` ${char}`;
    // Template languages look at the brace before Markdown looks at a backslash.
    else if (char === '{' && !around.mdx && isMarkup(char, words, at, around, inert)) out += '&#123;';
    else out += lead === at || (asciiPunctuation(char.charCodeAt(0)) && isMarkup(char, words, at, around, inert)) ? `\\${char}` : char;
  }
  return out;
}

/** The index of the character to escape so that the line does not begin another block, or -1. */
function lineStartEscape(words: string, { mdx, next }: Surroundings): number {
  const line = words + (next === '' ? '' : next.slice(0, 1));
  if (
    /^(?:#{1,6}|[-+*])(?:[\s]|$)/.test(line) ||
    /^(?:>|:{2,}|[:~%][ \t]|`{3}|~{3}|!!!|\?\?\?|[?!]>|\/\/\/)/.test(line) ||
    /^[-=_*+|:][-=_*|:\s]*$/.test(line)
  )
    return 0;
  if (/^[|]/.test(line)) return 0;
  const ordered = /^(\d{1,9})[.)](?:\s|$)/.exec(line);
  if (ordered) return (ordered[1] as string).length;
  return mdx && /^(?:import|export)\b/.test(line) ? 0 : -1;
}

function isMarkup(char: string, words: string, at: number, around: Surroundings, inert: boolean): boolean {
  const { count, mdx } = around;
  const previous = words[at - 1] ?? around.before;
  const next = words[at + 1] ?? around.next[0] ?? '';
  // `[label](`, `[label][` and `[label]:` are a link, another reference, a definition.
  const isBehindLabel = at === 0 && previous === ']';
  switch (char) {
    case '\\':
      return next === '' || /[\r\n]/.test(next) || asciiPunctuation(next.charCodeAt(0));
    case '`':
      return (count['`'] ?? 0) > 1;
    case '$':
      return around.math && (count.$ ?? 0) > 1;
    case '=':
    case '+':
      return (count[char] ?? 0) > 3 && (previous === char || next === char) && !isInertRun(char, words, at, around);
    case '*':
    case '~':
    case '_':
      return (count[char] ?? 0) > 1 && !isInertRun(char, words, at, around);
    case '[':
      return !inert || isBehindLabel;
    case ']':
      return !inert;
    case '(':
      return isBehindLabel;
    case '!':
      return next === '[' && at === words.length - 1;
    case '<':
      return mdx ? !/^[ \t]$/.test(next) : /[A-Za-z/!?]/.test(next);
    case '&':
      return (
        REFERENCE.test(words.slice(at, at + 45)) || (REFERENCE_START.test(words.slice(at, at + 45)) && /^[A-Za-z0-9;#]/.test(around.next))
      );
    case '|':
      return around.cell;
    case '{':
      return mdx || previous === '{' || /[{%#:.]/.test(next);
    case '@':
      return /[\w.+-]/.test(previous) && /[\w-]/.test(next);
    case ':':
      return isBehindLabel || isMarkupColon(words, at, previous, next, around.textDirectives);
    case '.':
      return /(?<![\p{L}\p{N}])www$/iu.test(words.slice(Math.max(0, at - 4), at));
    case '#':
      return around.heading && /^#+\s*$/.test(words.slice(at)) && /^\s*$/.test(around.next) && (previous === '' || /\s/.test(previous));
    default:
      return false;
  }
}

/** A run of markers that neither opens nor closes: white space on both sides, or `_` within a word. */
function isInertRun(char: string, words: string, at: number, { before, next }: Surroundings): boolean {
  let from = at;
  let to = at + 1;
  while (words[from - 1] === char) from--;
  while (words[to] === char) to++;
  const left = words[from - 1] ?? before;
  const right = words[to] ?? next[0] ?? '';
  if (/^\s$/.test(left) && /^\s?$/.test(right)) return true;
  return char === '_' && /[\p{L}\p{N}]/u.test(left) && /[\p{L}\p{N}]/u.test(right);
}

function isMarkupColon(words: string, at: number, previous: string, next: string, textDirectives: boolean): boolean {
  if (textDirectives && previous !== ':' && /[\p{L}\p{N}]/u.test(next)) return true;
  const before = words.slice(Math.max(0, at - 6), at);
  if (/(?:https?|mailto|xmpp)$/i.test(before)) return true;
  if (at === words.length - 1 && next === ':') return true;
  // An emoji's shortcode: other programs make an image of it.
  return !/[\p{L}\p{N}:]/u.test(previous) && /^:[a-z+-][a-z0-9_+-]*:/.test(words.slice(at, at + 60));
}

/** Whether the brackets of the words are `[plain text]` that no definition answers, with nothing else in the block to pair with. */
function inertBrackets(words: string, { count, labels, label, escapedBrackets, next }: Surroundings): boolean {
  const opening = count['['] ?? 0;
  const closing = count[']'] ?? 0;
  if (label || escapedBrackets) return false;
  if (!/[[\]]/.test(words)) return true;
  if (!count.brackets && (opening === 0 || closing === 0)) return true;
  const whole = words.endsWith(']') ? words + next.slice(0, 1) : words;
  return !/[[\]]/.test(withoutPlain(whole, labels));
}

/** The same over a whole block, where brackets of words enclose marks: `[*sic*]`. */
function inertBlock(tokens: readonly OutputToken[], { label, labels, after }: LineContext): boolean {
  if (label || tokens.some(({ kind, text }) => kind === 'raw' && /^!?\[|^\]/.test(text))) return false;
  const whole = tokens.map(({ kind, text }) => (kind === 'raw' ? text.replace(/[[\]]/g, '') : text)).join('') + after.slice(0, 1);
  return !/[[\]]/.test(withoutPlain(whole, labels));
}

/** Without `[plain text]` that no definition answers. */
function withoutPlain(text: string, labels: ReadonlySet<string>): string {
  return text.replace(/\[([^[\]]*)\](?![[({])/g, (all, inner: string, at: number) =>
    (/^x$/i.test(inner) && text.slice(0, at).trim() === '') ||
    (text[at + all.length] === ':' && /^\s*\*?$/.test(text.slice(0, at))) ||
    /^\s*(?:[\^!@/]|-@|$|(?:toc|gallery|audio|video|playlist)\s*$)/i.test(inner) ||
    labels.has(normalizeLabel(inner))
      ? all
      : '',
  );
}
