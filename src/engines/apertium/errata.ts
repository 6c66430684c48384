/**
 * What pairs get wrong in ways that change the meaning, put right before and after: English amounts, which news are full of,
 * and forms that a pair's generator lacks. Found with Debian 12's data (apertium-eng-spa 0.8.1, apertium-eng-cat 1.0.1).
 */

import type { Text } from '../../article.ts';
import type { Mode } from './modes.ts';

type Rule = readonly [pattern: RegExp, replacement: string];

/** Rewordings of the source, which mean the same to a reader, by its language. */
const SOURCE: Readonly<Record<string, readonly Rule[]>> = {
  en: [
    // `bn` is read as a long-scale billion, a thousand times as much; a bare `m` is put behind the next noun.
    [/(?<=\d)\s?bn\b/g, ' billion'],
    [/(?<=\d)\s?tn\b/g, ' trillion'],
    [/(?<=[€£$¥]\d[\d.,]*)m\b/g, ' million'],
    // As one word with hyphens it loses its spaces, or its meaning.
    [/(?<=\d)-year-old\b/g, ' year old'],
    [/(?<=\d(?:st|nd|rd|th))-century\b/g, ' century'],
  ],
};

/** Rewordings for one direction. */
const DIRECTION: Readonly<Record<string, readonly Rule[]>> = {
  // A short-scale billion becomes a long-scale one.
  'en ca': [[/(?<=\d )billion\b/g, 'thousand million']],
};

/** Of the answer, where `#` marks a form that could not be generated: behind a number it is the plural. */
const ANSWER: Readonly<Record<string, readonly Rule[]>> = {
  'en ca': [
    [/#milió(?!\p{L})/gu, 'milions'],
    [/#bilió(?!\p{L})/gu, 'bilions'],
  ],
};

export function reworded(text: Text, { from, to }: Mode): Text {
  const rules = [...(SOURCE[from] ?? []), ...(DIRECTION[`${from} ${to}`] ?? [])];
  return text.map((piece) => (typeof piece === 'string' ? apply(rules, piece) : piece));
}

export function corrected(answer: string, { from, to }: Mode): string {
  return answer.includes('#') ? apply(ANSWER[`${from} ${to}`] ?? [], answer) : answer;
}

const apply = (rules: readonly Rule[], words: string) =>
  rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), words);
