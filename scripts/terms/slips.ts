/** Slips of the pen: one letter of a word replaced, put in, left out or swapped with the next. Seeded, so that runs are equal. */

const LETTERS: Readonly<Record<string, string>> = {
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  ru: 'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  pl: 'aąbcćdeęfghijklłmnńoóprsśtuwyzźż',
  de: 'abcdefghijklmnopqrstuvwxyzäöüß',
  es: 'abcdefghijklmnñopqrstuvwxyzáéíóú',
  fr: 'abcdefghijklmnopqrstuvwxyzéèêàç',
  tr: 'abcçdefgğhıijklmnoöprsştuüvyz',
};

export function slips(tag: string, seed = 42): (word: string, stem: number) => string {
  let state = seed;
  const random = (below: number): number => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  const abc = LETTERS[tag] ?? '';
  /** @param stem letters that the slip may touch */
  return (word, stem) => {
    const letters = [...word];
    const at = random(stem);
    const letter = () => abc[random(abc.length)] as string;
    const kind = random(4);
    if (kind === 0) letters[at] = /\p{Lu}/u.test(letters[at] as string) ? letter().toLocaleUpperCase(tag) : letter();
    else if (kind === 1) letters.splice(Math.max(at, 1), 0, letter());
    else if (kind === 2) letters.splice(at, 1);
    else letters.splice(at, 2, letters[at + 1] ?? '', letters[at] as string);
    return letters.join('');
  };
}

/** Letters that a surface shares with its dictionary form, the ending's vowels left out: the stem, for the purposes of a slip. */
export function stemLength(surface: string, lemma: string): number {
  let common = 0;
  while (common < lemma.length && surface[common]?.toLowerCase() === lemma[common]?.toLowerCase()) common += 1;
  return Math.min(common, lemma.replace(/[aeiouyаеиіоуыэюяєїьй]+$/u, '').length);
}
