/**
 * The pseudo engine: the source's own words with accents and a third longer, so that layouts, missing strings and
 * fonts show before a translation is paid for. Marks, terms, numbers and addresses stay as they are.
 */

import { z } from 'zod';
import type { Text } from '../article.ts';
import { EngineError } from '../errors.ts';
import { fromFragment, toFragment } from '../text.ts';
import type { Engine, EngineRequest } from './engine.ts';
import { parseOptions } from './options.ts';

const schema = z.strictObject({
  /** How much longer than the source, as a share; 0.3 is what English grows by in Spanish or French (W3C, "Text size in translation"). */
  expansion: z.number().min(0).max(3).default(0.3),
});

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  z: 'ž',
  r: 'ř',
  g: 'ğ',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  Y: 'Ý',
  C: 'Ç',
  N: 'Ñ',
  S: 'Š',
  Z: 'Ž',
  R: 'Ř',
  G: 'Ğ',
};

/** What is no word: addresses, handles, and anything in braces. */
const KEPT = /\{\{[^{}]*\}\}|\{[^{}]*\}|(?:https?:\/\/|www\.)\S+|(?<!\S)[^\s@]+@\S+?\.\S+|[@#]\w+/;

/** @throws KnownError for options that are not usable */
export function pseudoEngine(entry: Readonly<Record<string, unknown>> = {}): Engine {
  const { expansion } = parseOptions(schema, entry, 'engines.pseudo');
  return {
    name: 'pseudo',
    takesTerms: true,
    translate: async ({ texts, terms = [] }, signal) => {
      if (signal.aborted) throw new EngineError('aborted', 'pseudo: stopped');
      return texts.map((fragment) => toFragment(pseudo(fromFragment(fragment, []), terms, expansion)));
    },
  };
}

function pseudo(text: Text, terms: NonNullable<EngineRequest['terms']>, expansion: number): Text {
  const targets = new Map(terms.map(({ source, target }) => [source, target]));
  const sources = [...targets.keys()].filter((source) => source !== '').sort((a, b) => b.length - a.length);
  const whole = (source: string) => `(?<![\\p{L}\\p{N}])${source.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`;
  const stays = new RegExp(`(${[...sources.map(whole), KEPT.source].join('|')})`, 'u');
  return text.map((piece) => {
    if (typeof piece !== 'string') return piece;
    // `split` with a group gives what stays at the odd places.
    return piece
      .split(stays)
      .map((part, at) => (at % 2 === 1 ? (targets.get(part) ?? part) : stretch(part, expansion)))
      .join('');
  });
}

/** Accents on every letter that has one here, and vowels doubled until the text is longer by the share. */
function stretch(part: string, expansion: number): string {
  let owed = 0;
  let out = '';
  for (const char of part) {
    const accented = ACCENTED[char] ?? char;
    out += accented;
    owed += expansion;
    if (owed >= 1 && /[aeiouyAEIOUY]/.test(char)) {
      out += accented.toLowerCase();
      owed -= 1;
    }
  }
  return out;
}
