/** Whether a word is a term's word misspelt or transliterated otherwise: one wrong letter, or letters that stand for the same sound. */

import { derive, PLURAL_NOMINATIVE, SINGULAR } from './forms.ts';
import type { TermLanguage } from './inflection.ts';
import type { PatternWord } from './pattern.ts';

/** What a near word should read, lower case, and what was wrong with it. */
export interface Near {
  readonly form: string;
  readonly rule: 'letter' | 'transliteration';
}

export interface NearOptions {
  readonly language: TermLanguage;
  /** Whether another transcription of it is the same word: of a person or a place it is, of a common noun hardly. */
  readonly sounds: boolean;
  /** Shorter forms have too many neighbours at one letter's distance; a word between others of its term has few. */
  readonly shortest: number;
  /** Whether Turkish endings may follow without an apostrophe. */
  readonly bareSuffix: boolean;
}

/**
 * The one form of a term's word that a word of a text is near to; undefined where there is none or more than one.
 * @param word lower case
 */
export function nearForm(word: string, part: PatternWord, options: NearOptions): Near | undefined {
  const { language, shortest } = options;
  const { lemma } = part.forms();
  if (lemma.length < shortest || word.length < shortest - 1) return undefined;
  const at = word.indexOf("'");
  if (at > 0 && at < word.length - 1) {
    const found = nearBeforeApostrophe(word, at, part, options);
    if (found !== undefined || language.suffixes !== undefined) return found;
  }
  if (options.bareSuffix && language.suffixes !== undefined && part.role.changes) return nearBeforeSuffix(word, part, options);
  return nearAmong(word, part.letters === 'acronym' ? [lemma] : formsToRestore(part, options), lemma, options);
}

function nearBeforeApostrophe(word: string, at: number, part: PatternWord, options: NearOptions): Near | undefined {
  const { language } = options;
  const { lemma, stems } = part.forms();
  const isEnding = (rest: string) => language.suffixes?.test(`'${rest}`) === true || language.apostrophe?.test(rest) === true;
  const rest = word.slice(at + 1);
  // The apostrophe may have changed places with the last letter (Ki'mle): then the ending is not known.
  const whole = word.slice(0, at) + rest;
  if (!isEnding(rest) || (whole.startsWith(lemma) && isEnding(whole.slice(lemma.length)))) return undefined;
  const stem = nearAmong(word.slice(0, at), language.suffixes === undefined ? [lemma] : unique([lemma, ...stems]), lemma, options);
  return stem === undefined ? undefined : { form: `${stem.form}'${rest}`, rule: stem.rule };
}

const unique = (forms: readonly string[]) => [...new Set(forms)];

/** Every way to take the word apart into a near stem and an ending must give the same form. */
function nearBeforeSuffix(word: string, part: PatternWord, options: NearOptions): Near | undefined {
  const { lemma, stems } = part.forms();
  const found: Near[] = [];
  for (const one of unique([lemma, ...stems]))
    for (let length = Math.max(one.length - 1, 1); length <= Math.min(one.length + 1, word.length); length += 1) {
      const rest = word.slice(length);
      if (rest !== '' && options.language.suffixes?.test(rest) !== true) continue;
      const stem = nearAmong(word.slice(0, length), [one], lemma, options);
      if (stem !== undefined) found.push({ ...stem, form: stem.form + rest });
    }
  return new Set(found.map(({ form }) => form)).size === 1 ? found[0] : undefined;
}

/**
 * Only forms that are likelier than the slip: a singular name in the plural, a name's plural in a language without cases,
 * or a Turkish name with an ending but no apostrophe is not restored.
 */
function formsToRestore(part: PatternWord, { language }: NearOptions): string[] {
  const { lemma, all, stems } = part.forms();
  if (language.suffixes !== undefined) return unique([lemma, ...stems]);
  if (language.slots !== true) {
    if (!part.role.name || part.role.inPhrase) return [...all.keys()];
    const genitive = `${lemma}${language.restoredEnding ?? ''}`;
    return genitive !== lemma && all.has(genitive) ? [lemma, genitive] : [lemma];
  }
  const reading = all.get(lemma);
  if (((reading?.noun ?? 0) & PLURAL_NOMINATIVE) !== 0) return [...all.keys()];
  const forms = new Set([lemma]);
  for (const { form, cases } of derive(lemma, language, part.role)) if ((cases & SINGULAR) !== 0) forms.add(form);
  return [...forms];
}

function nearAmong(word: string, forms: readonly string[], lemma: string, { shortest, sounds }: NearOptions): Near | undefined {
  // With three letters and another at the start it is another name: Kim, Jim.
  const close = forms.filter(
    (form) =>
      form.length >= shortest && oneLetterOff(word, form) && (form.length > 3 || form[0] === word[0] || word.length !== form.length),
  );
  if (close.length > 1) return likeliest(word, close, lemma);
  if (close.length === 1) return { form: close[0] as string, rule: 'letter' };
  if (!sounds) return undefined;
  const sound = skeleton(word);
  const same = forms.filter((form) => form !== word && form.length >= shortest && skeleton(form) === sound);
  return same.length === 1 ? { form: same[0] as string, rule: 'transliteration' } : undefined;
}

/**
 * Of several forms the one that leaves the word's ending alone; none where the letter may have been lost at the ending, or
 * have changed places with it.
 */
function likeliest(word: string, close: readonly string[], lemma: string): Near | undefined {
  if (close.some((form) => form.length === word.length && form.at(-1) === word.at(-2) && form.at(-2) === word.at(-1))) return undefined;
  const kept = close.filter((form) => form.at(-1) === word.at(-1));
  if (kept.length !== 1 || (close.includes(lemma) && kept[0] !== lemma)) return undefined;
  return { form: kept[0] as string, rule: 'letter' };
}

/** Whether two words differ by one letter put in, left out, replaced, or swapped with its neighbour (Damerau, 1964). */
function oneLetterOff(a: string, b: string): boolean {
  const difference = a.length - b.length;
  if (a === b || difference > 1 || difference < -1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (difference === 1) return restA.slice(1) === restB;
  if (difference === -1) return restB.slice(1) === restA;
  return restA.slice(1) === restB.slice(1) || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
}

/** Letters and groups that render one foreign sound, each written as one sign. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/дж|ж/g, 'ж'],
  [/[ґгх]/g, 'г'],
  [/[иіїйыь']/g, 'и'],
  [/[еєэё]/g, 'е'],
  [/ю/g, 'у'],
  [/я/g, 'а'],
  [/(?<!\p{L})у(?=[аеио])/gu, 'в'],
  [/(?<=[аеиоу])у/g, 'в'],
  [/(\p{L})\1/gu, '$1'],
  [/(?<=[аеоу])и/g, ''],
  [/ph/g, 'f'],
  [/kh|x/g, 'h'],
  [/[ckq]/g, 'k'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
];

/** A word as it sounds, roughly: what two ways of transcribing one name have in common. */
function skeleton(word: string): string {
  let out = /[a-z]/.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word;
  for (const [letters, sign] of SOUNDS) out = out.replace(letters, sign);
  return out;
}
