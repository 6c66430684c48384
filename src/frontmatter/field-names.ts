/** The front matter fields that mean something to the program, each under the names that site generators give it. */

/** Compared without case, hyphens and underscores: `publish_date` is `publishDate`. The first name that has a value counts. */
const FIELD_NAMES = {
  title: ['title'],
  description: ['description', 'summary'],
  date: ['date', 'published', 'pubDate', 'publishedAt', 'publishDate'],
  updated: ['updated', 'modified', 'lastmod', 'updatedDate'],
  tags: ['tags'],
  authors: ['authors'],
  author: ['author'],
  /** What the one author is or does. */
  authorTitle: ['author_title'],
  translator: ['translator'],
  image: ['image', 'cover', 'hero'],
  corrections: ['correction', 'corrections'],
  /** The part of the newspaper that an article is in. */
  section: ['section', 'category'],
  /** What sort of article it is: `live`, `opinion`, `review` ... */
  kind: ['kind'],
  /** Of a review: what is reviewed, and how it is rated. */
  review: ['review'],
  /** Of a live article: when it ended. */
  coverageEnd: ['coverageEnd', 'liveUntil'],
  /** Headline and summary are meant to be read aloud. */
  speakable: ['speakable'],
  /** Before all others on the front page. */
  pinned: ['pinned'],
  /** A number; the smaller, the further up on the front page. */
  weight: ['weight'],
  slug: ['slug'],
  permalink: ['permalink'],
  url: ['url'],
  aliases: ['aliases'],
  /** Of Jekyll's plugin of that name: old paths. */
  redirectFrom: ['redirect_from'],
  anchors: ['anchors'],
  draft: ['draft'],
  /** `false` withholds an article (Jekyll). */
  published: ['published'],
  /** Whether, or into which locales, the article is translated. */
  translate: ['translate'],
  /** Hugo's `publishDate` is one: before that day the article is not to be seen. */
  embargo: ['embargo', 'embargoUntil', 'publishDate'],
  /** Of the translation: a whole number, the higher the earlier. */
  priority: ['priority'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Field = keyof typeof FIELD_NAMES;

const KNOWN = new Set(Object.values(FIELD_NAMES).flatMap((names) => names.map(plainName)));

/** Whether a key is one of the fields above. */
export function isFieldName(key: string): boolean {
  return KNOWN.has(plainName(key));
}

/** The values of a front matter by field, whatever the spelling of their keys. */
export type FieldValues = (field: Field) => readonly unknown[];

/** @returns for a field its values that are neither absent nor null, in the order of its names */
export function fieldValues(data: Readonly<Record<string, unknown>>): FieldValues {
  const byName = new Map<string, unknown>();
  for (const [key, value] of Object.entries(data)) if (value !== undefined && value !== null) byName.set(plainName(key), value);
  return (field) => FIELD_NAMES[field].map((name) => byName.get(plainName(name))).filter((value) => value !== undefined);
}

function plainName(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}
