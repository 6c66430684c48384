/**
 * The text of a plain block: words, and the commonest marks in their strictest form. A text is read as a whole or not at all: any
 * sign outside of the marks that are known here means that micromark is to read it.
 */

import type { ElementContent, Properties } from 'hast';
import type { Position } from 'unist';
import type { Syntax } from '../../markdown/syntax.ts';

/** Without a backtick, and without spaces at its edges, which would be taken away. */
const CODE = '`[^`\\s]+(?: +[^`\\s]+)*`(?!`)';
/** What an address holds that is written into an attribute as it is; `&` may begin a character reference. */
const ADDRESS = "(?:[!#$'*+,\\-./0-9:;=?@A-Z_a-z~]|%[0-9A-Fa-f]{2}|&(?!#?\\w+;))+";
const LABEL = '(?!\\^)(?:[^[\\]`\\\\!]|!(?!\\[)|`[^`\\n]*`)+';
const LINK = `(?<image>!?)\\[(?<label>${LABEL})\\]\\((?<address>${ADDRESS})(?: "(?<title>[^"\\\\&<\\n]+)")?\\)`;

/** A sign opens behind white space, or behind punctuation and before a letter; it closes before white space, or between a letter and punctuation. */
const OPENS = '(?:(?<=(?:^|\\s)[*_]{1,2})(?=[^\\s*_])|(?<=[("\'“‘«„[—–][*_]{1,2})(?=[\\p{L}\\p{N}]))';
const CLOSES = '(?:(?<=[^\\s*_][*_]{1,2})(?=\\s|$)|(?<=[\\p{L}\\p{N}][*_]{1,2})(?=[.,;:!?)"\'\\]])|(?<=\\)\\*{1,2})(?=[.,;:!?)]))';
const MARKED = `(?:[^*_\`[\\]\\\\]|${CODE}|\\[${LABEL}\\]\\(${ADDRESS}\\))+`;
const EMPHASIS = `(?<sign>\\*\\*?|__?)${OPENS}(?<marked>${MARKED})\\k<sign>${CLOSES}`;

const MARKS = new RegExp(`(?<code>${CODE})|${LINK}|${EMPHASIS}`, 'gu');

/** In words each of these would be more than words; a text without any holds no mark either. */
const MORE_THAN_WORDS = /[\\`*_[\]~@\0-\t\v-\u001f]|&#?\w+;|www\.|https?:|<[a-z!?/]/i;

/** @param line of the text's start @returns undefined where it may hold more than is known here */
export function readInline(text: string, line: number, syntax: Syntax): ElementContent[] | undefined {
  if (areWords(text, syntax)) return text === '' ? [] : [words(text, line)];
  const nodes: ElementContent[] = [];
  let at = 0;
  let now = line;
  for (const match of text.matchAll(MARKS)) {
    const before = text.slice(at, match.index);
    if (!areWords(before, syntax)) return undefined;
    if (before !== '') nodes.push(words(before, now));
    now += lineEnds(before);
    const node = readMark(match, now, syntax);
    if (node === undefined) return undefined;
    nodes.push(node);
    now += lineEnds(match[0]);
    at = match.index + match[0].length;
  }
  const rest = text.slice(at);
  if (!areWords(rest, syntax)) return undefined;
  if (rest !== '') nodes.push(words(rest, now));
  return nodes;
}

function readMark({ 0: all, groups = {} }: RegExpExecArray, line: number, syntax: Syntax): ElementContent | undefined {
  const { code, image, label, address, title, sign, marked = '' } = groups;
  if (code !== undefined) return element('code', {}, [words(all.slice(1, -1), line)], line);
  if (sign !== undefined) {
    const children = readInline(marked, line, syntax);
    return children && element(sign.length === 2 ? 'strong' : 'em', {}, children, line);
  }
  const titled = title === undefined ? {} : { title };
  if (image === '') {
    const children = readInline(label ?? '', line, syntax);
    return children && element('a', { href: address, ...titled }, children, line);
  }
  return areWords(label ?? '', syntax) ? element('img', { src: address, alt: label, ...titled }, [], line) : undefined;
}

function areWords(text: string, { textDirectives, math }: Syntax): boolean {
  return !MORE_THAN_WORDS.test(text) && !(math && text.includes('$')) && !(textDirectives && text.includes(':'));
}

export function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function words(value: string, line: number): ElementContent {
  return { type: 'text', value, position: inLine(line) };
}

export function element(tagName: string, properties: Properties, children: ElementContent[], line: number): ElementContent {
  return { type: 'element', tagName, properties, children, position: inLine(line) };
}

/** Of a body's nodes nobody asks more than the line that they begin in. */
export function inLine(line: number): Position {
  return { start: { line, column: 1 }, end: { line, column: 1 } };
}
