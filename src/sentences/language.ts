/** The contract of a language's data, and its compiled form. */

/**
 * What a translator may edit: words separated by white space, without their last full stop. Abbreviations of several
 * parts are written joined (`z.B`, `EE.UU`) and found spaced as well (`z. B.`). An entry in lower case stands for any
 * case; one with a capital only for itself.
 */
export interface SentenceLanguage {
  /** Never end a sentence: titles before a name, `e.g.`, words before what they abbreviate for. */
  readonly joins?: string;
  /** Never end a sentence before a number; before a capital they do: `p. 5`, `5 kg`. */
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
  /** Whether `3.` is an ordinal. */
  readonly ordinals?: true;
  /** Whether words without a vowel letter are words (syllabic r and l). */
  readonly vowelless?: true;
  /** Marks besides Unicode's that end a sentence. */
  readonly marks?: string;
}

export type Class = 'joins' | 'numbers' | 'may' | 'times' | 'ends';

export interface Rules {
  readonly classes: ReadonlyMap<string, Class>;
  /** Beginnings of the abbreviations of several parts. */
  readonly prefixes: ReadonlySet<string>;
  /** Length of the longest part of an abbreviation, so that long words need no look. */
  readonly longest: number;
  readonly starters: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly continues: ReadonlySet<string>;
  readonly says: ReadonlySet<string>;
  readonly goesOn: ReadonlySet<string>;
  readonly ordinals: boolean;
  readonly vowelless: boolean;
  readonly marks: string;
}

const CLASSES: readonly Class[] = ['joins', 'numbers', 'may', 'times', 'ends'];

/** Later languages win over earlier ones, word by word. */
export function compile(...languages: readonly SentenceLanguage[]): Rules {
  const classes = new Map<string, Class>();
  const prefixes = new Set<string>();
  for (const language of languages)
    for (const kind of CLASSES)
      for (const word of list(language[kind])) {
        classes.set(word, kind);
        for (let dot = word.indexOf('.'); dot > 0; dot = word.indexOf('.', dot + 1)) prefixes.add(word.slice(0, dot));
      }
  const all = (key: 'starters' | 'openers' | 'continues' | 'says' | 'goesOn') =>
    new Set(languages.flatMap((language) => list(language[key])));
  return {
    classes,
    prefixes,
    longest: Math.max(4, ...[...classes.keys()].map((word) => word.length)),
    starters: all('starters'),
    openers: all('openers'),
    continues: all('continues'),
    says: all('says'),
    goesOn: all('goesOn'),
    ordinals: languages.some((language) => language.ordinals),
    vowelless: languages.some((language) => language.vowelless),
    marks: languages.map((language) => language.marks ?? '').join(''),
  };
}

function list(words: string | undefined): string[] {
  return words === undefined ? [] : words.trim().split(/\s+/u);
}
