/** The contract of a script's table: how its letters read in plain Latin letters, as data that a translator can read and correct. */

/** Readings serve to compare names, not to print them: one letter a sound, without diacritics. */
export interface ScriptTable {
  /** One character of the script. */
  readonly of: RegExp;
  /** Characters, and sequences that read as one, with their readings; a sequence goes before its parts. */
  readonly letters: Readonly<Record<string, string>>;
  /** Whether it writes the syllables that are heard (`soundsOf`), rather than a letter for each (`spellingsOf`). */
  readonly syllabic?: true;
  /** Letters of readings that are less than a letter, or only some of what it is: a vowel that the script must put in. With the letter itself. */
  readonly weak?: Readonly<Record<string, string>>;
  /** Whether short vowels are not written. */
  readonly abjad?: true;
  /**
   * By sound of a name (`soundsOf` in `src/names/likeness.ts`): letters of the readings that it is written with, each with what that costs
   * in hundredths; `_` where it is left out; `+` for letters that are put in. What is not told is no writing of the sound.
   */
  readonly sounds: Readonly<Record<string, string>>;
  /** Tags of languages that write words with it, and no foreign names. */
  readonly unreadIn?: readonly string[];
  /** Where a language reads letters otherwise: by its tag. */
  readonly languages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** `a б b в v` as a record: pairs separated by white space, the characters first; those that read alike are joined by `|`. */
export function readings(pairs: string): Record<string, string> {
  const parts = pairs.trim().split(/\s+/);
  const out: Record<string, string> = {};
  for (let at = 0; at + 1 < parts.length; at += 2)
    for (const letter of (parts[at] as string).split('|')) out[letter] = (parts[at + 1] as string).replace('_', '');
  return out;
}
