/** How a word sounds, roughly, in whatever script: names of one language are found in another by it. */

/**
 * Consonants by the place where they are spoken, one capital a class: what one script tells apart, another writes alike (l and r in
 * Japanese, b and p in Arabic). Vowels, h, w and y come and go, and count for nothing.
 */
const CLASSES: { readonly [sound: string]: string } = {
  P: 'bpfvбпфвבפףبپفβπφवपफबभバビブベボパピプペポフヴㅂㅃㅍᄇᄈᄑᆸᇁ',
  K: 'ckqgкгґגכךקجخغقكگکγκχकखगघカキクケコガギグゲゴᄀᄁᄏᆨᆿ',
  T: 'dtдтדטתتثدذضطظδθτटठडढतथदधタテトダデドᄃᄄᄐᆮᇀ',
  L: 'lrлрלרرلλρरलラリルレロᄅᆯ',
  M: 'mмמםمμमマミムメモᄆᆷ',
  N: 'nнנןنνनणङञंँナニヌネノンᄂᆫᆼ',
  S: 'szjxсзжцчшщזסצץשزسشصچژζσςशषसचछजझサシスセソザジズゼゾチツヂヅᄉᄊᄌᄍᄎᆺᆽᆾ',
};
const CLASS_OF = new Map(Object.entries(CLASSES).flatMap(([name, letters]) => [...letters].map((letter) => [letter, name] as const)));
/** Spellings of one sound, and letters that are two. */
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/[cs]h|tch/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/th/g, 't'],
  [/ng\b/g, 'n'],
  [/ck/g, 'k'],
  [/x(?=.)/g, 'ks'],
];

/** The classes of a word's consonants in their order, of neighbours that are alike only one; empty for a script that is not known. */
export function soundOf(word: string): string {
  let letters = word.toLowerCase();
  if (/[a-z]/.test(letters)) for (const [spelling, sound] of SPELLED) letters = letters.replace(spelling, sound);
  let out = '';
  // Accents are of no account, and Korean syllables fall apart; Japanese letters keep what makes them voiced.
  for (const letter of /[\p{sc=Kana}]/u.test(letters) ? letters.normalize('NFC') : letters.normalize('NFD')) {
    const name = CLASS_OF.get(letter);
    if (name !== undefined && out.at(-1) !== name) out += name;
  }
  return out;
}
