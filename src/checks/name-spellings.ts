/** One name in two spellings within an edition: Кавано here, Кавана there. */

import { worded } from '../text/worded.ts';
import { words } from '../text.ts';
import type { EditionCheck, Remark } from './check.ts';

const LEAST_LETTERS = 6;

export const nameSpellingsCheck: EditionCheck = {
  name: 'names',
  edition: ({ edition }) => {
    const pairs: { id: string; names: Set<string>; target: Set<string> }[] = [];
    for (const block of edition.article.blocks)
      for (const segment of block.segments) {
        const target = edition.targets.get(segment.id);
        if (target !== undefined)
          pairs.push({ id: segment.id, names: capitalized(words(segment.text)), target: capitalized(words(target.text)) });
      }
    const places = placesOf(pairs.map((pair) => pair.target));
    const sources = placesOf(pairs.map((pair) => pair.names));
    const remarks: (Remark & { segment: string })[] = [];
    const reported = new Set<string>();
    for (const [name, at] of sources) {
      if (at.size < 2 || name.length < LEAST_LETTERS - 1) continue;
      // Words that occur only in segments with the name, and that the source never has beside the name in another form.
      const nearby = new Set([...at].flatMap((index) => [...(pairs[index]?.target ?? [])]));
      const candidates = [...nearby]
        .filter((word) => word.length >= LEAST_LETTERS && beginsAlike(name, word) && !sources.has(word))
        .map((word) => [word, places.get(word) ?? new Set<number>()] as const)
        .filter(([, where]) => [...where].every((index) => at.has(index)));
      for (const [one, first] of candidates)
        for (const [other, second] of candidates) {
          if (one >= other || [...first].some((index) => second.has(index)) || !areSpellings(one, other)) continue;
          const key = `${one} ${other}`;
          if (reported.has(key)) continue;
          reported.add(key);
          const [usual, rare] = first.size >= second.size ? [one, other] : [other, one];
          const index = Math.max(...(places.get(rare) ?? []));
          remarks.push({
            segment: pairs[index]?.id ?? '',
            ...worded`"${name}" is "${usual}" and "${rare}" in this edition`,
            expected: [usual],
            got: [rare],
          });
        }
    }
    return remarks;
  },
};

/** Words that begin with a capital letter. */
function capitalized(text: string): Set<string> {
  return new Set(text.match(/\p{Lu}(?<![\p{L}\p{M}'’-]\p{Lu})[\p{Ll}\p{M}]{3,}(?![\p{L}\p{N}])/gu) ?? []);
}

function placesOf(sets: readonly ReadonlySet<string>[]): Map<string, Set<number>> {
  const places = new Map<string, Set<number>>();
  sets.forEach((set, index) => {
    for (const word of set) places.set(word, (places.get(word) ?? new Set()).add(index));
  });
  return places;
}

/** Letters that a name's first one is written with in Cyrillic and Greek. */
// biome-ignore format: a table
const INITIALS: Record<string, string> = {
  A: 'АЕЭЯΑ', B: 'БВΜ', C: 'КСЧЦΚΣΤ', D: 'ДΔΝ', E: 'ЕЭЄІИΕ', F: 'ФΦ', G: 'ГҐДЖΓ', H: 'ГХЧΧ', I: 'ІИАЙЇΙ', J: 'ДЙХЖЯЮЄЕΤΧΓ', K: 'КХΚΧ', L: 'ЛΛ', M: 'МΜ', N: 'НΝ',
  O: 'ОАΟ', P: 'ПФΠ', Q: 'КЦΚ', R: 'РΡ', S: 'СШЗΣ', T: 'ТΤ', U: 'УЮΟ', V: 'ВФΒ', W: 'ВУΓΟ', X: 'КСХЗΞΣ', Y: 'ЙЯЮЄЕИІΓ', Z: 'ЗЦΖ',
};

/** In Latin letters three alike, in Cyrillic and Greek the first as they write it; other scripts have no capitals. */
function beginsAlike(name: string, word: string): boolean {
  const [bareName, bareWord] = [bare(name), bare(word)];
  if (/^\p{Script=Latin}/u.test(bareWord)) return bareName.slice(0, 3) === bareWord.slice(0, 3);
  return INITIALS[bareName[0] ?? '']?.includes(bareWord[0] ?? '') === true;
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{Mn}/gu, '');
}

/** One letter differs, is missing or doubled, and not at the end, where languages inflect, nor at the front. */
function areSpellings(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let front = 0;
  while (front < short.length && short[front] === long[front]) front++;
  let back = 0;
  while (back < short.length - front && short.at(-1 - back) === long.at(-1 - back)) back++;
  return front >= 2 && back >= 3 && short.length - front - back <= 1;
}
