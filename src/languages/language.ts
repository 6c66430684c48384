/**
 * The contract of a language's file: everything that the program knows of it, as data that a translator can read and correct.
 * Each room of the program compiles its own part at first use: `src/sentences/`, `src/glossary/`, `src/numbers/`, `src/language/`.
 */

/** Every part is optional: what a language lacks, the rooms do without. */
export interface Language {
  /** Names of Unicode's scripts, the usual one first; default: Latin. */
  readonly scripts?: readonly string[];
  readonly letters?: Letters;
  /** Languages so close that a text of theirs is taken for one of this language. */
  readonly neighbours?: readonly string[];
  /** For neighbours that n-grams alone do not tell apart. */
  readonly telling?: TellingWords | (TellingWords & TellingStems);
  /** Frequent small words that no other language of its script has (news in nine languages): two of them, of twenty at most, make a sentence its own without n-grams. */
  readonly sureWords?: string;
  /** Its code in the detector (eld), where that has another. */
  readonly detectedAs?: string;
  /** The one script that the detector knows it in, where it is written in two. */
  readonly detectedIn?: string;
  /** Whether words are written without spaces between them. */
  readonly unspaced?: true;
  /** Whether `I` is the capital of `ı`, and `İ` that of `i`. */
  readonly dottedI?: true;
  /** Whether sentences end without a full stop. */
  readonly noFullStop?: true;
  /** How sentences end besides the signs of all scripts: by the sign that English has, the end of such a text. */
  readonly ends?: Partial<Readonly<Record<'.' | '?' | '!', RegExp>>>;
  /** Words that may well follow themselves, separated by white space; `any` where doubling a word is grammar. */
  readonly doubles?: string;
  /** Words that may follow themselves behind a comma: a relative pronoun and an article. */
  readonly doublesAfterComma?: string;
  /** Whether questions and exclamations open with `¿` and `¡`; default: never. */
  readonly openingMarks?: 'always' | 'sometimes';
  /** Spaces around punctuation by region, `default` for the others; a language without them sets its marks close. */
  readonly spaces?: Readonly<Record<string, PunctuationSpaces>>;
  readonly elision?: Elision;
  readonly length?: Length;
  readonly sentences?: SentenceWords;
  readonly terms?: Inflection;
  readonly numbers?: NumberWords;
  readonly names?: NameWords;
  /** The one character that a region has in compounds and headlines, by its code, where it says little else. */
  readonly regionInitials?: Readonly<Record<string, string>>;
  /** Whether what a place is stands behind its name, with a capital: `Bestwood Caddesi`. */
  readonly kindsBehind?: true;
}

/** What is told of words with a capital, where the language writes names so. Words separated by white space, in lower case. */
export interface NameWords {
  /** Before a person's name. */
  readonly titles: string;
  /** No names, or names that every language has a word of its own for: weekdays, feasts, peoples, faiths, institutions. */
  readonly translated: string;
  /** Small words that are part of no term, and begin no sentence. */
  readonly small?: string;
  /** Names of places and of the past that other languages call by unlike names. */
  readonly unlike?: string;
  /** What other languages begin the words with that say a name, where those do not sound like it; by name, in lower case. */
  readonly exonyms?: Readonly<Record<string, string>>;
  /** Capitals by the code of their country, whose government they stand for. */
  readonly seats?: Readonly<Record<string, string>>;
  /** Lands that are no regions of CLDR, or that it calls otherwise: the code of the region, or of the languages that CLDR calls by their adjective. */
  readonly lands?: Readonly<Record<string, string>>;
}

/** Letters that tell a language from its neighbours. */
export interface Letters {
  /** Letters that the language has and most of its neighbours have not. */
  readonly own?: RegExp;
  /** By neighbour: letters of the neighbour that this language never writes. */
  readonly foreign?: Readonly<Record<string, RegExp>>;
  /** Letters of another language that look like its own: no word of it holds one. */
  readonly strangers?: RegExp;
  /** Pairs of letters that look alike, of which one word holds one only. */
  readonly twins?: readonly string[];
}

/** What tells a language from its neighbours, word by word; what both have tells nothing. */
export interface TellingWords {
  /** Frequent words in lower case, separated by white space: those that a neighbour has too are among them. */
  readonly words: string;
  /** Letters, beginnings and endings of its words; a language with stems has none. */
  readonly shape?: RegExp;
  readonly stems?: string;
}

/**
 * Parts of words that the neighbour does not write, separated by white space, `^` for a word's start and `$` for its end: for neighbours
 * that n-grams do not tell apart at all.
 */
export interface TellingStems {
  readonly stems: string;
  /** Those that the neighbour writes now and then, or has in another word. */
  readonly likelyStems: string;
  /** The only ones that count in a word with a capital within a sentence. */
  readonly names: string;
  /** Ways to put words together, each with its weight; a stem's is 3. */
  readonly phrases: readonly (readonly [RegExp, number])[];
}

/** The space at a mark: a character, or nothing. A mark without a rule keeps what its writer set. */
export interface PunctuationSpaces {
  /** Before `;`, `!` and `?`. */
  readonly high?: string;
  readonly colon?: string;
  /** Within « and ». */
  readonly guillemets?: string;
}

/** A word that loses its vowel before a word that begins with one: French `de`, `d’`. */
export interface Elision {
  /** What the next word begins with. */
  readonly before: RegExp;
  /** Full forms and what is left of them. */
  readonly short: Readonly<Record<string, string>>;
  /** The way back, where it is certain. */
  readonly full?: Readonly<Record<string, string>>;
  readonly apostrophe: string;
}

/**
 * Characters (code points) for one of English, and how much wider the spread is than that of the closest pairs. Measured on
 * news (NTREX-128, median) for ar ca de es fr he hi ja pl ru tr uk zh; for the others the ratio of the Universal Declaration of
 * Human Rights times 1.06, which is what news adds to it in the languages measured on both.
 */
export interface Length {
  readonly ratio: number;
  readonly spread: number;
}

/**
 * Where sentences end. Words separated by white space, without their last full stop. Abbreviations of several parts are
 * written joined (`z.B`, `EE.UU`) and found spaced as well (`z. B.`). An entry in lower case matches any case; one with a
 * capital matches itself alone.
 */
export interface SentenceWords {
  /** Never end a sentence: titles before a name, `e.g.`, words before what they abbreviate for. */
  readonly joins?: string;
  /** Never end a sentence before a number; before a capital they do: `p. 5`, `5 kg`. One with a hyphen before it ends compounds: `-str`. */
  readonly numbers?: string;
  /** May end a sentence, and do before one of `starters` only: `U.S.`, `Inc.`, `Jr.` */
  readonly may?: string;
  /** As `may`, and before any capital where the sentence does not begin with one of `openers`: `a.m.`, `г.` */
  readonly times?: string;
  /** End a sentence before any capital, although they look like abbreviations or initials: `etc.` */
  readonly ends?: string;
  /** Words that begin sentences and hardly ever a name. */
  readonly starters?: string;
  /** Prepositions that begin a sentence with when or where: "At 5 a.m. Mr. Smith left." */
  readonly openers?: string;
  /** Capitalised words that go on after `times` and `may`: weekdays, months, time zones. */
  readonly continues?: string;
  /** Words of attribution after a quotation that ends in `!` or `?`: `said`. Where letters have no case, they end who said it. */
  readonly says?: string;
  /** Words that go on after a quotation, whatever it ends in. */
  readonly goesOn?: string;
  /** Names that end in `!` or `?` where a sentence goes on: `yahoo!` */
  readonly marked?: string;
  /** Words that a name with such a mark is followed by: `Inc`, `Magazine`. */
  readonly companies?: string;
  /** Whether `3.` is an ordinal. */
  readonly ordinals?: true;
  /** Whether words without a vowel letter are words (syllabic r and l). */
  readonly vowelless?: true;
  /** Marks besides Unicode's that end a sentence. */
  readonly marks?: string;
}

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
   * Separated by spaces; `-` is the bare stem. In a language with `slots` the endings are in the order of the cases, the
   * plural after `;` (`SLOTS` in `src/glossary/forms.ts`), doublets joined by `/`, `.` where this class has no form.
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

export interface Plural {
  /** What a word's end becomes: the first rule that fits. A word that none fits has a plural that nobody can tell from its end. */
  readonly rules: readonly (readonly [ends: RegExp, becomes: string])[];
  /** Whether adjectives are in the plural as well, or the noun at the end alone. */
  readonly of: 'each' | 'last';
}

/** The forms of words, for the terms of the glossary: closed endings, how stems change, how words join. */
export interface Inflection {
  readonly classes: readonly EndingClass[];
  /** Whether `endings` are tables of cases: then the words of a term must agree. */
  readonly slots?: true;
  /** Whether nouns begin with a capital: then one in a term asks for one in the text. */
  readonly capitalNouns?: true;
  /** Whether every word of an organization's name keeps its capital; default: the first alone. */
  readonly capitalizedNames?: true;
  /** Whether words have so few forms that a term is looked up by each, and that an indeclinable one has them as well. */
  readonly fewForms?: true;
  /** Words that make another word of the one before their hyphen: `add-on`. */
  readonly particles?: RegExp;
  /** Whether foreign names are written with their diacritics or without. */
  readonly foldsDiacritics?: true;
  /** Alphabet of its native words, for words with letters of another mixed in. */
  readonly alphabet?: 'Cyrl' | 'Latn';
  /** Endings that follow an apostrophe after a foreign name (`Trump'a`, `Kavanaugh'owi`). */
  readonly apostrophe?: RegExp;
  /** Endings of an agglutinating language: all that may follow a stem, the apostrophe included. */
  readonly suffixes?: RegExp;
  /** Stems before suffixes (Turkish `kitap`, `kitab-`); used with `suffixes`. */
  readonly stems?: readonly { readonly ends: RegExp; readonly stem: string; readonly only?: EndingClass['only'] }[];
  /** The regular plural of nouns, which `classes` does not tell from other forms; absent where it depends on more than the word's end. */
  readonly plural?: Plural;
  /** Words that are written together with the next one: French `l'`, `d'`; Arabic `و`, `ال`. Matches at the start. */
  readonly proclitics?: RegExp;
  /** An article written with its word that a preposition swallows: both sides are compared without it. Matches at the start. */
  readonly article?: RegExp;
  /** An ending that a misspelt name is restored with, where the language has no cases (the German genitive). */
  readonly restoredEnding?: string;
  /** What makes an adjective, an inhabitant or a person of a name: all that may follow the stem, to the end of the word. */
  readonly derived?: RegExp;
  /** How words join without a hyphen (`Krebszellen`, `Grenzkontrolle`); absent where they do not. */
  readonly joins?: {
    /** What the first part takes at its end, and what falls away there. */
    readonly joints: readonly string[];
    readonly cut: RegExp;
    /** A rest that makes a derivation of the word, not a compound: `Präsidentschaft`. Matches at the start of the rest. */
    readonly suffix: RegExp;
    /** A part before the word that makes another word of it: `Einfluss` is no `Fluss`. Matches everything before the word. */
    readonly prefix: RegExp;
  };
  /** Articles of other languages that belong to a place's name: `Эль-Сальвадор` is not `Сальвадор`. */
  readonly foreignArticles?: RegExp;
}

/** Numbers that are not in figures, and words that multiply figures. */
export interface NumberWords {
  /**
   * What says that a figure is a share of a hundred, and what is made of it (`Prozentpunkt`), beside the word that CLDR has: alternatives of
   * a regular expression for any letters of a text.
   */
  readonly percent?: string;
  /** The module of n2words that spells cardinals and ordinals: `uk-UA`. */
  readonly speller?: string;
  /** Letters that are written at a word's front (and, in, to, the): a regular expression's source. */
  readonly prefix?: string;
  /** Whether particles are written right behind a scale word, although words have spaces between them. */
  readonly attached?: true;
  /** Digits that are no number: laughter in Thai. A regular expression's source. */
  readonly noNumber?: string;
  /** What makes eleven to nineteen of one to nine, where the one is inflected before it: Finnish `kahdeksassatoista`. */
  readonly teen?: string;
  /**
   * Number words that no generator gives: inflected small numbers, collectives, halves, dozens, decades, centuries. By value,
   * alternatives of a regular expression for lower-case text that begins at a word's start; an ending may follow. Sources: the
   * grammars' tables of numerals.
   */
  readonly words?: Readonly<Record<number, string>>;
  /**
   * Words that multiply a figure (thousand, milliard, 万, lakh): the factor and alternatives of a regular expression for the word
   * after the figure. The long scale's billion (10^12) and the short scale's (10^9) are each language's own (CLDR compact number
   * patterns, and the forms that newspapers write). A letter or two with `?` behind them have another sense there too (`100 m?`).
   */
  readonly scales?: readonly (readonly [factor: number, words: string])[];
}
