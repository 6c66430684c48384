/** A problem of content, as data: where it is, which rule, what was expected and what was got. Imports nothing. */

export type Level = 'error' | 'warning' | 'note';

interface FindingRule {
  /** Where the configuration gives no other. */
  readonly level: Level;
  /** What it is about: a phrase, for the table in docs/checks.md (`npm run docs`) and for SARIF. */
  readonly about: string;
  /** The name that older baselines know. */
  readonly former?: string;
}

/** Every name that a finding can have. The first ones are checks, one file each in `src/checks/`; the others are told by the step itself. */
const RULES = {
  marks: { level: 'error', about: 'inline markup that is lost, doubled or misnested' },
  links: { level: 'error', about: 'a URL, e-mail address, image, footnote or reference that differs from the source' },
  structure: { level: 'error', about: 'headings, lists, tables or code whose structure differs from the source' },
  'front-matter': { level: 'error', about: 'front matter that does not parse, or whose keys or types differ from the source' },
  'dead-links': { level: 'error', about: 'a local link to a file or an anchor that works in the source and not in the edition' },
  address: { level: 'error', about: "a permalink, a slug with a path or another site-wide address that is the same as the source's" },
  unread: {
    level: 'note',
    about: 'a front matter value that is left unchanged: an alias, a tag, a merged key, a duplicate key',
  },
  strings: {
    level: 'error',
    about: 'in string files: missing or superfluous plural forms, lost or unknown interpolations',
  },
  empty: { level: 'error', about: 'a target without words' },
  untranslated: { level: 'error', about: 'a target identical to its source: four or more words that are not names' },
  language: { level: 'error', about: 'an edition in a language other than that of its locale' },
  loops: { level: 'error', about: 'a word or a phrase three times in a row, or four words three times' },
  characters: {
    level: 'error',
    about:
      'U+FFFD, private use, bidirectional overrides, words that mix alphabets; an invisible break within a word, or a Chinese or Japanese character in another script, is a warning; control characters of the source, which pages omit, are a note',
  },
  script: { level: 'error', about: 'template or script syntax that the source does not have' },
  forbidden: { level: 'error', about: 'a translation that the glossary forbids' },
  chatter: { level: 'error', about: 'a comment of the engine on its own work' },
  terms: { level: 'warning', about: 'a glossary term that the target does not use (a derived form is a note)' },
  numbers: { level: 'warning', about: 'a missing or added number, compared by value' },
  dates: { level: 'warning', about: 'a date whose month differs from the source' },
  'doubled-words': { level: 'warning', about: 'a repeated word, where the language does not repeat it' },
  currency: { level: 'warning', about: 'an amount whose currency differs from the source' },
  quotations: { level: 'warning', about: 'a quotation that is lost, or a quotation mark without its partner' },
  brackets: { level: 'warning', about: 'brackets that do not close, or words in brackets that are lost or added' },
  length: { level: 'warning', about: 'a target far longer or shorter than its language suggests' },
  sentences: { level: 'warning', about: 'an added or missing sentence, or truncated text' },
  'segment-language': { level: 'warning', about: 'a segment of forty or more characters in another language' },
  consistency: { level: 'warning', about: 'a sentence translated in two ways in one article' },
  names: {
    level: 'warning',
    about: 'a name with two spellings in one edition; as a note, a name of the source that the target neither keeps nor transcribes',
  },
  'untranslated-word': {
    level: 'warning',
    about: 'a word that the engine did not know (a name within a sentence is a note); three words of the source left in the target',
    former: 'untranslated word',
  },
  'end-punctuation': {
    level: 'note',
    about:
      'final punctuation that differs from the source: full stop, question mark, exclamation mark, colon; a question that does not open with `¿` is a warning',
  },
  spacing: { level: 'note', about: 'spacing that does not follow the typography of the locale; `check --fix` corrects it' },
  'number-format': {
    level: 'note',
    about: 'a number in the format of the source instead of that of the locale; `check --fix` corrects it',
  },

  engine: { level: 'error', about: 'a text that the engine could not translate; the source text stands in its place' },
  frozen: { level: 'error', about: 'under `--frozen`, an edition that is not up to date' },
  publish: { level: 'error', about: 'a page that cannot be published, or an unusable path or image (some are warnings or notes)' },
  'review-outdated': { level: 'warning', about: 'a reviewed target whose source has changed', former: 'review outdated' },
  'left-out': {
    level: 'warning',
    about: 'a sentence of the source that an adopted edition leaves out, or a string that a person removed',
  },
  'needs-review': { level: 'warning', about: 'a sentence of an adopted edition that may not be the translation of its source' },
  'edit-not-kept': {
    level: 'warning',
    about: 'in localized string files: a change of the source for which the layout of the file has no place',
    former: 'edit not kept',
  },
  'changed-twice': {
    level: 'warning',
    about: 'lines, or a key of front matter or strings, changed both in the source and in the edition; the edition is kept',
  },
  'edited-twice': {
    level: 'warning',
    about: 'a sentence changed both in the edition and in its record; the text of the edition is kept',
    former: 'edited twice',
  },
  orphaned: { level: 'warning', about: 'an edition whose source is gone, or whose locale is no longer configured' },
  'hand-made': { level: 'warning', about: 'a localized file without a record, which is left unchanged' },
  merge: { level: 'warning', about: 'a sentence that two branches reviewed differently' },
  alignment: {
    level: 'warning',
    about: 'on adoption: text of the edition without a source, or an edition that matches its source too little (some are notes)',
  },
} as const satisfies Readonly<Record<string, FindingRule>>;

export type FindingName = keyof typeof RULES;

export const findingRules: Readonly<Record<FindingName, FindingRule>> = RULES;
export const findingNames = Object.keys(RULES) as readonly FindingName[];

/** A name as people write it, in the one spelling: `review outdated` is `review-outdated`. */
export function findingName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

/** A message in parts, for who says it in another language: `The bracket {{0}} has no partner` and `(`. */
export interface Wording {
  /** The English message with `{{0}}`, `{{1}}` where its values are. */
  readonly form: string;
  /** Texts; languages by their tag; messages within the message. */
  readonly values: readonly (string | { readonly language: string } | Wording)[];
}

export interface Finding {
  /** The rule's name, stable for configuration, waivers and baselines. */
  readonly check: FindingName;
  readonly level: Level;
  /** One sentence for a person. */
  readonly message: string;
  /** The message in parts, for who says it in another language. */
  readonly wording?: Wording;
  readonly slug?: string;
  readonly locale?: string;
  /** Id of the segment. */
  readonly segment?: string;
  /** Path relative to the project, with `/`. */
  readonly file?: string;
  /** From 1, in the file: where it begins, and where the character after its last one is. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Plain words of the segment and its target. */
  readonly source?: string;
  readonly target?: string;
  readonly expected?: readonly string[];
  readonly got?: readonly string[];
  /** The target's text as it should be, where one rule can say so. */
  readonly fix?: string;
}
