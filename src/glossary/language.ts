/** What a language's file in `languages/` says: closed endings, how stems change, how words join. Data, no code. */

/**
 * One declension or plural pattern. A word whose lower-case dictionary form matches `ends` has the forms
 * `lemma.replace(ends, stem) + ending` for each of the endings.
 */
export interface EndingClass {
  /** Matches at the end of the lemma. Groups may be used in `stem`. */
  readonly ends: RegExp;
  /** What the matched end becomes before the endings; default: nothing. */
  readonly stem?: string;
  /**
   * Separated by spaces; `-` is the bare stem. In a language with `slots` the endings stand in the order of the cases, the
   * plural after `;` (`SLOTS`), doublets joined by `/`, `.` where this class has no form.
   */
  readonly endings: string;
  /**
   * `common`: not for names, where a changed stem would be another name; `name`: for persons, places and organizations
   * alone; `adjective`: for common words and the words of a name of several words that is no person's; `single`: for a common
   * word that is all of its term; `phrase`: for a word among others. Default: every word.
   */
  readonly only?: 'common' | 'name' | 'adjective' | 'single' | 'phrase';
  /** What follows an adjective agrees with it. */
  readonly adjective?: true;
}

/** The order of endings: nominative, genitive, dative, accusative, instrumental, locative, vocative; the plural without the last. */
export const SLOTS = { singular: 7, plural: 6 } as const;

export interface TermLanguage {
  /** BCP 47 language. */
  readonly tag: string;
  readonly classes: readonly EndingClass[];
  /** Whether `endings` are tables of cases: then the words of a term must agree. */
  readonly slots?: true;
  /** Whether nouns begin with a capital: then one in a term asks for one in the text. */
  readonly capitalNouns?: true;
  /** Alphabet of its native words, for words with letters of another mixed in. */
  readonly alphabet?: 'Cyrl' | 'Latn';
  /** Endings that follow an apostrophe after a foreign name (`Trump'a`, `Kavanaugh'owi`). */
  readonly apostrophe?: RegExp;
  /** Endings of an agglutinating language: all that may follow a stem, the apostrophe included. */
  readonly suffixes?: RegExp;
  /** Stems as they stand before suffixes (Turkish `kitap`, `kitab-`); used with `suffixes`. */
  readonly stems?: readonly { readonly ends: RegExp; readonly stem: string; readonly only?: EndingClass['only'] }[];
  /** Words that are written together with the next one: French `l'`, `d'`; Arabic `و`, `ال`. Matches at the start. */
  readonly proclitics?: RegExp;
  /** What makes an adjective, an inhabitant or a person of a name: all that may follow the stem, to the end of the word. */
  readonly derived?: RegExp;
  /** What of the lemma falls away before `derived`; default: its last vowels. */
  readonly derivedStem?: RegExp;
  /** How words join without a hyphen (`Krebszellen`, `Grenzkontrolle`); absent where they do not. */
  readonly joins?: {
    /** What the first part takes at its end, and what falls away there. */
    readonly joints: readonly string[];
    readonly cut: RegExp;
    /** A rest that makes a derivation of the word, not a compound: `Präsidentschaft`. Matches at the start of the rest. */
    readonly suffix: RegExp;
    /** A part before the word that makes another word of it: `Einfluss` is no `Fluss`. Matches all that stands before. */
    readonly prefix: RegExp;
  };
  /** Articles of other languages that belong to a place's name: `Эль-Сальвадор` is not `Сальвадор`. */
  readonly foreignArticles?: RegExp;
  /** Function words that a form of the term may hold in addition (`in the`, articles). */
  readonly between?: readonly string[];
  /** Written without spaces between words: terms are found by substring. */
  readonly unspaced?: boolean;
}
