/** One word's ending carried over to another word: `Эрдоганом` and the new name `Ердоган` give `Ердоганом`. */

import type { Plural } from '../languages/language.ts';
import { type Cases, type Derivation, derive, SINGULAR } from './forms.ts';
import type { TermLanguage } from './inflection.ts';
import type { PatternWord } from './pattern.ts';

/**
 * @param surface the old word as the text has it, in lower case
 * @returns the new word's form, lower case; undefined where the tables do not settle it
 */
export function carryEnding(surface: string, from: PatternWord, to: PatternWord, language: TermLanguage): string | undefined {
  const old = from.forms();
  const { lemma } = to.forms();
  if (surface === old.lemma) return lemma;
  const own = language.suffixes === undefined ? undefined : suffixOf(surface, old.stems);
  if (own !== undefined) return lemma + harmonized(own, lemma);
  const apostrophe = surface.lastIndexOf("'");
  if (apostrophe > 0 && language.apostrophe?.test(surface.slice(apostrophe + 1))) {
    const stem = carryEnding(surface.slice(0, apostrophe), from, to, language);
    return stem === undefined ? undefined : stem + surface.slice(apostrophe);
  }
  if (!to.role.changes) return lemma;
  // Two regular plurals may have different endings: transbordadores, ferrys.
  const several = language.plural && surface === pluralOf(old.lemma, language.plural) && pluralOf(lemma, language.plural);
  if (several) return several;
  const before = [...derive(old.lemma, language, from.role)].filter(({ form }) => form === surface);
  const after = [...derive(lemma, language, to.role)];
  return (
    onlyForm(after.filter((one) => before.some((other) => other.table === one.table && other.ending === one.ending))) ??
    onlyForm(after.filter((one) => before.some((other) => other.ending === one.ending && (other.cases & one.cases) !== 0))) ??
    byCase(before, after)
  );
}

function onlyForm(derivations: readonly Derivation[]): string | undefined {
  const forms = new Set(derivations.map(({ form }) => form));
  return forms.size === 1 ? derivations[0]?.form : undefined;
}

/** The form for every case that the old one can be, where there is just one. */
function byCase(before: readonly Derivation[], after: readonly Derivation[]): string | undefined {
  const all = before.reduce<Cases>((cases, one) => cases | one.cases, 0);
  // A singular is meant where both are possible: names in the plural are rare.
  const meant = (all & SINGULAR) === 0 ? all : all & SINGULAR;
  const fitting = new Map<string, Cases>();
  for (const { form, cases } of after) fitting.set(form, (fitting.get(form) ?? 0) | cases);
  const whole = [...fitting].filter(([, cases]) => (cases & meant) === meant && meant !== 0).map(([form]) => form);
  return whole.length === 1 ? whole[0] : undefined;
}

/** Words after which the rest of a term stays as it is: `Organización Mundial de la Salud`. */
const PREPOSITION = /^(?:de|del|della|dei|di|da|do|dos|das|du|des|d'.*|a|al|para|per|por|pour|en|in|of|for|von|van|voor)$/;

/** The plural of a term's words by its language's rules; undefined where these do not settle it. */
export function pluralWords(parts: readonly PatternWord[], { plural }: TermLanguage): string[] | undefined {
  if (plural === undefined) return undefined;
  const lemmas = parts.map((part) => part.forms().lemma);
  const preposition = lemmas.findIndex((lemma) => PREPOSITION.test(lemma));
  const end = preposition < 0 ? lemmas.length : preposition;
  const forms = lemmas.map((lemma, at) => (at >= end || (plural.of === 'last' && at < end - 1) ? lemma : pluralOf(lemma, plural)));
  return forms.includes(undefined) ? undefined : (forms as string[]);
}

function pluralOf(lemma: string, { rules }: Plural): string | undefined {
  const rule = rules.find(([ends]) => ends.test(lemma));
  return rule && lemma.replace(...rule);
}

function suffixOf(surface: string, stems: readonly string[]): string | undefined {
  const stem = stems.filter((one) => surface.startsWith(one)).sort((a, b) => b.length - a.length)[0];
  return stem === undefined ? undefined : surface.slice(stem.length);
}

const BACK = /[aıou][^aeıioöuü]*$/;
const ROUND = /[oöuü][^aeıioöuü]*$/;
const HARD = /[fstkçşhp]$/;

/** Turkish suffixes after another word: vowel harmony, d/t, and the buffer letters between vowels (Göksel and Kerslake, ch. 3). */
function harmonized(suffix: string, lemma: string): string {
  if (!/[aeıioöuü]/.test(lemma)) return suffix;
  let word = lemma;
  const afterVowel = /[aeıioöuü]$/.test(lemma);
  let rest = suffix;
  const mark = rest.startsWith("'") ? "'" : '';
  rest = rest.slice(mark.length);
  if (afterVowel)
    rest = rest
      .replace(/^([ıiuü])n$/, 'n$1n')
      .replace(/^([ıiuüae])$/, 'y$1')
      .replace(/^l([ae])$/, 'yl$1');
  else
    rest = rest
      .replace(/^n([ıiuü]n)$/, '$1')
      .replace(/^y(?=[ıiuüae]$)/, '')
      .replace(/^yl(?=[ae]$)/, 'l');
  let out = '';
  for (const letter of rest) {
    const next = /[ıiuü]/.test(letter)
      ? BACK.test(word)
        ? ROUND.test(word)
          ? 'u'
          : 'ı'
        : ROUND.test(word)
          ? 'ü'
          : 'i'
      : /[ae]/.test(letter)
        ? BACK.test(word)
          ? 'a'
          : 'e'
        : /[dt]/.test(letter) && out === ''
          ? HARD.test(word)
            ? 't'
            : 'd'
          : letter;
    out += next;
    word += next;
  }
  return mark + out;
}

/**
 * A small-letter form in the capitals of its dictionary form and of the place that it comes to.
 * @param isFirst whether a capital of the place may be that of a sentence's beginning
 */
export function inCapitals(form: string, lemma: string, surface: string, isFirst: boolean, locale: string): string {
  const letters = [...form];
  const upper = (text: string) => text.toLocaleUpperCase(locale);
  if (surface.length > 1 && surface === upper(surface) && surface !== surface.toLocaleLowerCase(locale)) return upper(form);
  const out = letters
    .map((letter, index) => (lemma[index] !== undefined && /\p{Lu}/u.test(lemma[index]) ? upper(letter) : letter))
    .join('');
  return isFirst && /^\p{Lu}/u.test(surface) ? upper(out.slice(0, 1)) + out.slice(1) : out;
}
