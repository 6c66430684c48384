/** What a sentence and its translation share whatever the languages: figures, names, URLs, the shape of its punctuation. */

import type { Text } from '../article.ts';
import { figures } from '../numbers/figures.ts';
import { marks, words } from '../text.ts';

/** A sentence or a block, as the aligner sees it. */
export interface Signs {
  /** In letters, one of Chinese, Japanese or Korean script counted for more: what Gale and Church compare. */
  readonly length: number;
  /** Signs that the other side should have as well, by kind and value. */
  readonly anchors: ReadonlySet<string>;
  /** Beginnings of words, for a lexicon. */
  readonly stems: readonly string[];
}

/** Words that inflect are known by their beginnings. */
const STEM = 6;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that write no spaces between words: two characters in a row stand for a word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]/u;

/** Scripts of which a character says as much as two or three letters; measured on Japanese and Chinese news: 2.2 to 3. */
const DENSE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;
const DENSITY = 2.4;

/**
 * @param locale of the text
 */
export function signsOf(text: Text, locale: string): Signs {
  const plain = words(text);
  const anchors = new Set<string>();
  for (const { readings } of figures(plain, locale)) for (const value of readings[0] ?? []) anchors.add(`figure ${value}`);
  for (const mark of marks(text)) if (mark.role !== 'open' && mark.source.length > 2) anchors.add(`mark ${mark.source}`);
  for (const [word] of plain.matchAll(WORD)) {
    const latin = latinForm(word);
    if (latin.length > 2) anchors.add(`name ${latin.slice(0, 4)}`);
  }
  if (/[?？؟]/.test(plain)) anchors.add('asks');
  if (/[!！]/.test(plain)) anchors.add('calls');
  if (/["“”„«»「」『』]/.test(plain)) anchors.add('quotes');
  if (/[(（]/.test(plain)) anchors.add('brackets');
  if (/[:：]/.test(plain)) anchors.add('colon');
  const dense = plain.match(DENSE)?.length ?? 0;
  return { length: plain.length + dense * (DENSITY - 1), anchors, stems: [...new Set(stemsOf(plain))] };
}

function stemsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(WORD)].flatMap(([word]) => {
    if (!UNSPACED.test(word)) return [word.slice(0, STEM)];
    const characters = [...word];
    return characters.length === 1 ? characters : characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
}

/** Close enough for the first letters of a name: by sound, one letter or two for each. */
const CYRILLIC: { readonly [letter: string]: string | undefined } = Object.fromEntries(
  'а=a б=b в=v г=g ґ=g д=d е=e є=e ё=e ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=yu я=ya ў=u'
    .split(' ')
    .map((pair) => pair.split('=')),
);

/** A word in plain Latin letters; empty for other scripts. Cognates and names begin alike in it. */
function latinForm(word: string): string {
  let out = '';
  for (const letter of word.toLowerCase().normalize('NFD')) {
    if (/[a-z]/.test(letter)) out += letter;
    else if (/\p{M}/u.test(letter)) continue;
    else out += CYRILLIC[letter] ?? CYRILLIC[letter.normalize('NFC')] ?? '';
  }
  return out;
}
