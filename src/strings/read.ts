/** From a file of strings to an Article. */

import type { Article, Block, Text } from '../article.ts';
import { reachOf } from '../ranges/reach.ts';
import { segmentId } from '../text.ts';
import { type FileString, isTranslated, readFile, type StringsFile, type StringsFormat, textOf } from './file.ts';
import type { StringsArticle } from './origin.ts';
import type { MessageChoice, Passage } from './passage.ts';
import { type Category, neededForms } from './plurals.ts';

export interface StringsOptions {
  readonly locale: string;
  readonly namespace: string;
  /**
   * The locale to translate into. Its plural forms become blocks: one for each form that the source has not (its words are
   * those of `other`), none for a form that the locale has not.
   */
  readonly to?: string;
  /** The file's path: for errors, and its extension says which language it is written in; JSON without it. */
  readonly file?: string;
  readonly format?: StringsFormat;
}

/**
 * Each string is a block with one segment, and so is each branch of a choice in it: a message is chosen, counted and filled in as a
 * whole, so it is not cut into sentences.
 * @param source JSON, YAML or TOML
 * @returns an article whose blocks are of kind `string`, with the key as path; its id is the namespace
 * @throws KnownError with file and line where the source does not parse
 */
export function readStrings(source: string, options: StringsOptions): Article {
  const { locale, namespace: id, to, file = `${id}.json`, format } = options;
  const read = readFile(source, file, locale, format);
  const drafts = to === undefined ? read.strings.flatMap(passagesOf) : draftsFor(read, to);
  drafts.sort((a, b) => startOf(a) - startOf(b) || Number(a.form !== undefined) - Number(b.form !== undefined));
  const seen = new Map<string, number>();
  const blocks = drafts.flatMap((draft) => blockOf(draft, source, seen));
  const article: StringsArticle = { id, locale, source, blocks, origin: { file, ...(format !== undefined && { format }) } };
  return article;
}

interface Draft {
  readonly string: FileString;
  readonly passage: Passage;
  readonly path: string;
  /** Set where the source has no such form. */
  readonly form?: Category;
}

function startOf({ string, passage }: Draft): number {
  return string.value.offset(passage.from);
}

function passagesOf(string: FileString): Draft[] {
  return string.message.passages.map((passage) => ({ string, passage, path: string.path + passage.name }));
}

/** The passages with the forms that a language needs, and without those that it has not. */
function draftsFor({ strings, tables }: StringsFile, to: string): Draft[] {
  const drafts: Draft[] = [];
  const gone = new Set<string>();
  const byPath = new Map(strings.toReversed().map((one) => [one.path, one]));
  for (const { type, path, forms } of tables) {
    const needed = neededForms(to, type, forms);
    for (const category of forms.keys()) if (!needed.includes(category)) gone.add(path(category));
    const other = byPath.get(path('other'));
    const passage = other?.message.passages[0];
    if (other === undefined || passage === undefined) continue;
    for (const form of needed) if (!forms.has(form)) drafts.push({ string: other, passage, path: path(form), form });
  }
  for (const string of strings) {
    const { passages, choices } = string.message;
    const cut = reachOf(choices.flatMap((choice) => superfluous(choice, to)));
    for (const draft of passagesOf(string)) if (!gone.has(draft.path) && cut(draft.passage.from) < draft.passage.to) drafts.push(draft);
    const byName = new Map(passages.toReversed().map((one) => [one.name, one]));
    for (const { type, forms, name } of choices) {
      const passage = byName.get(name('other'));
      for (const form of passage === undefined ? [] : neededForms(to, type, forms))
        if (!forms.has(form) && passage !== undefined) drafts.push({ string, passage, path: string.path + name(form), form });
    }
  }
  return drafts;
}

function superfluous({ type, forms }: MessageChoice, to: string): { readonly start: number; readonly end: number }[] {
  const needed = neededForms(to, type, forms);
  return [...forms].flatMap(([category, range]) => (needed.includes(category) ? [] : [{ start: range.from, end: range.to }]));
}

function blockOf({ string, passage, path, form }: Draft, source: string, seen: Map<string, number>): Block[] {
  const { value, note } = string;
  const text: Text = textOf(passage, value, source);
  if (!isTranslated(text)) return [];
  const span = { start: value.offset(passage.from), end: value.offset(passage.to) };
  const first = segmentId(text, 1);
  const nth = form === undefined ? (seen.get(first) ?? 0) + 1 : (seen.get(first) ?? 1);
  if (form === undefined) seen.set(first, nth);
  const id = segmentId(text, nth);
  const segment = { id: form === undefined ? id : `${id}-${form}`, span, text };
  return [{ kind: 'string', syntax: 'json', span, segments: [segment], path, ...(note !== undefined && { note }) }];
}
