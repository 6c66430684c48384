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
  structure: { level: 'error', about: 'headings, lists, tables or code that are arranged otherwise than in the source' },
  'front-matter': { level: 'error', about: 'a front matter that does not parse, or whose keys and types differ from the source' },
  'dead-links': { level: 'error', about: 'a local link to a file or an anchor that the source reaches and the edition does not' },
  address: { level: 'error', about: "a permalink, a slug with a path or another address of the whole site that is the source's own" },
  unread: {
    level: 'note',
    about: 'a value of the front matter that stays as it is: an alias, a tag, a merged key, a key that is there twice',
  },
  strings: {
    level: 'error',
    about: 'in files of strings: plural forms that the locale needs or does not have, interpolations that are lost or unknown',
  },
  empty: { level: 'error', about: 'a target without words' },
  untranslated: { level: 'error', about: 'a target that is the same as its source: four words and more, that are no names' },
  language: { level: 'error', about: "an edition in another language than its locale's" },
  loops: { level: 'error', about: 'a word three times running, a phrase three times running, four words three times' },
  characters: {
    level: 'error',
    about:
      'U+FFFD, private use, bidirectional overrides, words that mix alphabets; an invisible break within a word, and a sign of Chinese and Japanese elsewhere, is a warning; control characters of the source, which pages leave out, are a note',
  },
  script: { level: 'error', about: 'template or script syntax that the source does not have' },
  forbidden: { level: 'error', about: 'a rendering that the glossary forbids' },
  chatter: { level: 'error', about: "an engine's words about its work" },
  terms: { level: 'warning', about: 'a term of the glossary that the target does not use (a derived form is a note)' },
  numbers: { level: 'warning', about: 'a number missing or added, compared as a value' },
  dates: { level: 'warning', about: 'a date in another month than in the source' },
  'doubled-words': { level: 'warning', about: 'a word twice running, where the language does not double it' },
  currency: { level: 'warning', about: 'an amount in another currency than in the source' },
  quotations: { level: 'warning', about: 'a quotation that is lost, or a quotation mark without its partner' },
  brackets: { level: 'warning', about: 'brackets that do not close, or words in brackets that are lost or added' },
  length: { level: 'warning', about: 'a target far longer or shorter than its language makes likely' },
  sentences: { level: 'warning', about: 'a sentence added or left out, or a text cut off' },
  'segment-language': { level: 'warning', about: 'a segment of forty characters and more in another language' },
  consistency: { level: 'warning', about: 'the same source with two targets in one article' },
  names: {
    level: 'warning',
    about:
      'the same name in two spellings in one edition; as a note, a name of the source that the target neither has nor writes in its script',
  },
  'untranslated-word': {
    level: 'warning',
    about: 'a word that the engine did not know (a name within a sentence is a note); three words of the source among those of the target',
    former: 'untranslated word',
  },
  'end-punctuation': {
    level: 'note',
    about:
      'an end that differs from the source: full stop, question, exclamation, colon; a question that does not open with `¿` is a warning',
  },
  spacing: { level: 'note', about: "white space that the locale's typography sets otherwise; `check --fix` sets it" },
  'number-format': { level: 'note', about: "a number in the source's format instead of the locale's; `check --fix` sets it" },

  engine: { level: 'error', about: 'a text that the engine refused: the source is in its place' },
  frozen: { level: 'error', about: 'under `--frozen`, an edition that is not up to date' },
  publish: { level: 'error', about: 'a page that cannot be published, a path or an image that is not usable (some are warnings or notes)' },
  'review-outdated': { level: 'warning', about: 'a reviewed target whose source has changed', former: 'review outdated' },
  'left-out': {
    level: 'warning',
    about: 'a sentence of the source that an adopted edition does not say, or a string that a person took out',
  },
  'needs-review': { level: 'warning', about: 'a text of an adopted edition that may not translate its sentence' },
  'edit-not-kept': {
    level: 'warning',
    about: 'in localized files of strings: what the source has changed and the form of the file has no place for',
    former: 'edit not kept',
  },
  'changed-twice': {
    level: 'warning',
    about: "lines, a key of the front matter or of a file of strings changed both in the source and in the edition; the edition's are kept",
  },
  'edited-twice': {
    level: 'warning',
    about: "a sentence changed both in the edition and in its record; the edition's text is kept",
    former: 'edited twice',
  },
  orphaned: { level: 'warning', about: 'an edition whose source is gone, or whose locale is no longer in the configuration' },
  'hand-made': { level: 'warning', about: 'a localized file without a record, which is left as it is' },
  merge: { level: 'warning', about: 'a sentence that two branches reviewed differently' },
  alignment: {
    level: 'warning',
    about: 'adopting an edition: a text of the edition without a source, or an edition of which too little fits (some are notes)',
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
