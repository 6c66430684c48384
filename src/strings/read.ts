/** From a file of i18next strings to an Article. */

import type { Article, Block, Segment } from '../article.ts';
import { segmentId } from '../text.ts';
import { textOfString } from './interpolations.ts';
import { decodeString } from './json.ts';
import { type Member, pluralsOf, readMembers, type StringNode, stringsOf } from './members.ts';
import { type Category, neededForms } from './plurals.ts';

export interface StringsOptions {
  readonly locale: string;
  readonly namespace: string;
  /**
   * The locale to translate into. Its plural forms become blocks: one for each form that the source has not (its words are
   * those of `_other`), none for a form that the locale has not.
   */
  readonly to?: string;
  /** The file's path, for errors. */
  readonly file?: string;
}

/**
 * Each string is a block with one segment: a message is chosen, counted and filled in as a whole, so it is not cut into sentences.
 * @param source i18next JSON, v4 plurals; comments and trailing commas are let be
 * @returns an article whose blocks are of kind `string`, with the key as path; its id is the namespace
 * @throws KnownError with file and line where the source is not a JSON object
 */
export function readStrings(source: string, options: StringsOptions): Article {
  const file = options.file ?? `${options.namespace}.json`;
  const drafts: Draft[] = [];
  for (const members of readMembers(source, file)) {
    const skipped = new Set<Member>();
    for (const plural of options.to === undefined ? [] : pluralsOf(members)) {
      const needed = neededForms(options.to ?? '', plural.stem, new Set(plural.forms.keys()));
      for (const [category, member] of plural.forms) if (!needed.includes(category)) skipped.add(member);
      const other = plural.forms.get('other');
      if (other === undefined) continue;
      for (const category of needed)
        if (!plural.forms.has(category)) drafts.push({ path: `${plural.path}${category}`, value: other.value, form: category });
    }
    drafts.push(...members.members.filter((member) => !skipped.has(member)).flatMap(stringsOf));
  }
  drafts.sort((a, b) => a.value.offset - b.value.offset || Number(a.form !== undefined) - Number(b.form !== undefined));
  const seen = new Map<string, number>();
  const blocks = drafts.flatMap((draft) => blockOf(draft, source, seen));
  return { id: options.namespace, locale: options.locale, source, blocks };
}

interface Draft extends StringNode {
  /** Set where the source has no such form. */
  readonly form?: Category;
}

function blockOf({ path, value, form }: Draft, source: string, seen: Map<string, number>): Block[] {
  const span = { start: value.offset + 1, end: value.offset + value.length - 1 };
  const text = textOfString(decodeString(source, span.start, span.end), source);
  if (!text.some((piece) => typeof piece === 'string' && /[\p{L}\p{N}]/u.test(piece))) return [];
  const first = segmentId(text, 1);
  const nth = form === undefined ? (seen.get(first) ?? 0) + 1 : (seen.get(first) ?? 1);
  if (form === undefined) seen.set(first, nth);
  const id = segmentId(text, nth);
  const segment: Segment = { id: form === undefined ? id : `${id}-${form}`, span, text };
  return [{ kind: 'string', syntax: 'json', span, segments: [segment], path }];
}
