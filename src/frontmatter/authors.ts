/** Who wrote an article, in the shapes that site generators give them. */

import type { FieldValues } from './field-names.ts';
import { type Data, isData, oneLine, optional } from './values.ts';

export interface WrittenAuthor {
  readonly name: string;
  /** What they are or do. */
  readonly role?: string;
  /** What else the front matter says of them, as it says it. */
  readonly more: Data;
}

/**
 * `authors` or `author`: a list, or one of what may stand in a list: names in one text, or an object with a name or, where a file of the generator has
 * the name, its key. `ui.json` may say what a key is called.
 */
export function readAuthors(values: FieldValues): WrittenAuthor[] {
  const [several] = values('authors');
  const [given = several] = several === undefined ? values('author') : [];
  const authors = [given].flat().flatMap((one: unknown): WrittenAuthor[] => {
    if (!isData(one))
      return namesIn(oneLine(one) ?? '', several !== undefined && !Array.isArray(several)).map((name) => ({ name, more: {} }));
    const name = oneLine(one.name ?? one.key ?? one.title);
    // Docusaurus has an office as `title`.
    const role = oneLine(one.role ?? one.jobTitle ?? (oneLine(one.title) === name ? undefined : one.title));
    return name === undefined ? [] : [{ name, ...optional('role', role), more: one }];
  });
  const [first] = authors;
  // The flat keys of Docusaurus before version 2.
  const office = oneLine(values('authorTitle')[0]);
  return first !== undefined && authors.length === 1 && first.role === undefined ? [{ ...first, ...optional('role', office) }] : authors;
}

/** Between names that have commas in them. */
const SEMICOLONS = /\s*[;؛；]\s*/;
/** Between what stands in one text and is several. */
export const COMMAS = /\s*[,،、，]\s*/;

/**
 * A comma is between names where each has more than one word, or none of its script's words is told by spaces: it is within a name in `Lindqvist, Ada`
 * and `Sammy Davis, Jr.`.
 * @param areSeveral whether the key says that there may be more than one: then each comma is between names
 */
function namesIn(text: string, areSeveral: boolean): string[] {
  const parts = (separator: RegExp) => text.split(separator).filter((name) => name !== '');
  const [bySemicolons, byCommas] = [parts(SEMICOLONS), parts(COMMAS)];
  if (bySemicolons.length > 1) return bySemicolons;
  return areSeveral || byCommas.every(isWhole) ? byCommas : parts(/$/);
}

function isWhole(name: string): boolean {
  return /\s|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}・]+$/u.test(
    name,
  );
}
