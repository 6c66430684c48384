/** What an engine puts around a whole answer, or around words in it: emphasis, quotation marks, the fields and items of a file, itself again. */

import { stripMarks } from './mark-faults.ts';

/** Markdown that the words of a fragment never are: the author's own is in its marks. */
export function withoutEmphasis(source: string, answer: string): string {
  let now = answer;
  if (!/[*_]/.test(now)) return /^\s*#{1,6}\s/.test(now) && !/^\s*#/.test(source) ? now.replace(/^\s*#{1,6}\s+/, '') : now;
  if (!source.includes('*'))
    now = now
      .replace(/(\*\*\*|\*\*)(?=\S)([^*]+?)(?<=\S)\1/gu, '$2')
      .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1');
  if (!source.includes('_')) now = now.replace(/(?<![\p{L}\p{N}_])(__|_)(?=\S)([^_]+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2');
  return now;
}

const FIELD =
  /^\s*(?:msgstr\s*|msgid\s*|(?:target|translation|output|result|text|value)\s*[=:]\s*)("?)([\s\S]*)\1\s*$|^\s*&lt;!\[CDATA\[()([\s\S]*)\]\]&gt;\s*$|^\s*()\[\[([\s\S]*)\]\]\s*$|^\s*()\{\{([\s\S]*)\}\}\s*$|^\s*(")([\s\S]*)",\s*$/i;

/** `msgstr "..."`, `target = ...`, `[[...]]`, `"...",`: the value of a file's field, where the source is none. */
export function withoutField(source: string, answer: string): string {
  const found = FIELD.exec(answer);
  if (found === null || FIELD.test(source) || /^[^:：]{1,50}[:：]/.test(stripMarks(source))) return answer;
  return [found[2], found[4], found[6], found[8], found[10]].find((value) => value !== undefined && value.trim() !== '') ?? answer;
}

/** `- ...`, `a) ...`, `1. ...`: an item's marker, where the source begins with words and has no figure that it could be. */
export function withoutMarker(source: string, answer: string, to: string): string {
  const marker = /^\s*(?:\d{1,2}\)|1\.|[-•*→]|=&gt;|-&gt;|&gt;|[a-d]\))\s+(?=(?:<[^>]*>)*\p{L})/u.exec(answer)?.[0];
  const words = stripMarks(source).trim();
  if (marker === undefined || !/^\p{L}/u.test(words) || /^[a-d]\)/.test(words)) return answer;
  if (/\d/.test(marker) && (/\d|\b(?:first|one)\b/i.test(words) || isMonth(stripMarks(answer.slice(marker.length)), to))) return answer;
  return answer.slice(marker.length);
}

/** "The first of May" is "1. Mai". */
function isMonth(words: string, to: string): boolean {
  const first = /^\p{L}+/u.exec(words)?.[0].toLowerCase();
  const format = new Intl.DateTimeFormat(to, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const months = [...Array(12).keys()].flatMap((month) => format.formatToParts(Date.UTC(2026, month, 1)));
  return months.some(({ type, value }) => type === 'month' && value.toLowerCase() === first);
}

/** The same words twice, one behind the other, where the source says them once. */
export function withoutRepetition(source: string, answer: string): string {
  const once = half(answer);
  return once === undefined || half(source) !== undefined ? answer : once;
}

/** What a text says twice, with white space, a line or a stroke between, and brackets around the second or not: each is near its middle. */
function half(text: string): string | undefined {
  const words = text.trim();
  const inBrackets = words.endsWith(')') ? words.slice(0, -1) : undefined;
  for (const [said, bracket] of [[words, ''], ...(inBrackets === undefined ? [] : [[inBrackets, '(']])] as [string, string][]) {
    const middle = Math.floor(said.length / 2);
    for (let length = Math.min(middle, said.length - 1); length >= Math.max(6, middle - BETWEEN); length--) {
      const between = said.slice(length, said.length - length);
      if (SEPARATOR.test(bracket === '' ? between : between.replace(/\($/, '')) && (bracket === '' || between.endsWith('(')))
        if (said.startsWith(said.slice(-length))) return said.slice(0, length);
    }
  }
  return undefined;
}

/** More characters are not between two of the same. */
const BETWEEN = 20;
const SEPARATOR = /^(?:\s*[/|]\s*|\s+)$/u;

const QUOTES = ['""', '“”', '„“', '„”', '«»', '»«', '「」', '『』', "''", '‘’', '‹›', '〈〉', '《》', '``'];
const ANY_QUOTE = /["“”„«»「」『』‘’‹›《》〈〉]|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/u;

/** Without quotation marks around all words, where the source begins and ends without one; inside of them there may be others. */
export function enclosed(source: string, answer: string): string {
  const words = stripMarks(source).trim();
  const isQuoted = ANY_QUOTE.test(words.slice(0, 2)) || ANY_QUOTE.test(words.slice(-2));
  const pair = QUOTES.find(([left = '', right = '']) => wraps(answer, left, right));
  if (pair === undefined) return answer;
  const [left = '', right = ''] = pair;
  const inner = inside(answer, left, right);
  if (!isQuoted) return inner;
  // The source's own quotation marks are within those that came with them.
  const own = stripMarks(inner).trim();
  return ANY_QUOTE.test(own.slice(0, 1)) && ANY_QUOTE.test(own.slice(-2)) && !ANY_QUOTE.test(words.slice(1, -2)) ? inner : answer;
}

/** Whether the first sign's partner is the last one: `"a" and "b"` is not enclosed. */
function wraps(answer: string, left: string, right: string): boolean {
  const words = stripMarks(answer).trim();
  if (words.length < 3 || !words.startsWith(left) || !words.endsWith(right)) return false;
  const within = words.slice(left.length, -right.length);
  if (left === right) return !within.includes(left) || (within.startsWith(left) && within.endsWith(left));
  let depth = 0;
  for (const char of within) {
    if (char === left) depth++;
    else if (char === right && --depth < 0) return false;
  }
  return true;
}

/** The first and the last sign of the words taken out; marks stay where they are. */
function inside(answer: string, left: string, right: string): string {
  const tags = '(?:<[^>]*>|\\s)*';
  const first = new RegExp(`^${tags}`).exec(answer)?.[0].length ?? 0;
  const last = answer.length - (new RegExp(`${tags}$`).exec(answer)?.[0].length ?? 0);
  return answer.slice(0, first) + answer.slice(first + left.length, last - right.length) + answer.slice(last);
}
