/** Holds a localized file of strings against its source: keys, plural forms, placeholders. */

import type { Article } from '../article.ts';
import { lineFinder } from '../text/lines.ts';
import { marks } from '../text.ts';
import { type FileString, readFile, textOf } from './file.ts';
import { choosesByIcu } from './icu.ts';
import { originOf } from './origin.ts';
import type { Passage } from './passage.ts';
import { placeholderName } from './placeholders.ts';
import { CATEGORIES, type Category, neededForms, type PluralType, selectsOneNumber } from './plurals.ts';

/** What is wrong with one string of the localized file. */
export interface Difference {
  /** As `Block.path`. */
  readonly path: string;
  /** From 1, in the localized file; the object's where the string is missing. */
  readonly line: number;
  readonly kind:
    | 'missing key'
    | 'missing form'
    | 'superfluous form'
    | 'missing interpolation'
    | 'superfluous interpolation'
    | 'broken message';
  readonly names: readonly string[];
}

/**
 * @param article the source, as `readStrings` gives it
 * @param output the localized file
 * @param to the locale of `output`, whose plural forms are needed
 * @throws KnownError where one of the two does not parse
 */
export function compareStrings(article: Article, output: string, to: string): Difference[] {
  const { file, format } = originOf(article);
  const ours = filed(article.source, readFile(article.source, file, article.locale, format));
  const theirs = filed(output, readFile(output, file, to, format));
  const differences: Difference[] = [];
  const lineAt = lineFinder(output);
  const report = (kind: Difference['kind'], path: string, place: number, names: readonly string[]) => {
    if (names.length > 0) differences.push({ kind, path, line: lineAt(place), names });
  };
  const firsts = firstOfEach(theirs.strings);
  /** Where a string should be that is not there: beside the others of its object. */
  const placeOf = (path: string) => firsts.get(parentOf(path) ?? '') ?? 0;

  for (const [path, { names, isBranch }] of ours.strings) {
    if (ours.forms.has(path)) continue;
    const own = theirs.strings.get(path);
    if (own !== undefined) judge(path, own, new Set(names), new Set(names));
    else if (!isBranch) report('missing key', path, placeOf(path), [path]);
  }
  for (const { path, type, categories } of ours.plurals) {
    const needed = neededForms(to, type, categories);
    const all = [...categories].map((category) => ours.strings.get(path(category))?.names ?? []);
    const allowed = new Set([...all.flat(), 'count', '#']);
    const required = new Set(ours.strings.get(path('other'))?.names ?? []);
    const missing = needed.filter((category) => !theirs.strings.has(path(category)));
    report('missing form', path('other'), theirs.strings.get(path('other'))?.place ?? placeOf(path('other')), missing);
    for (const category of CATEGORIES) {
      const own = theirs.strings.get(path(category));
      if (own === undefined) continue;
      if (!needed.includes(category)) report('superfluous form', path(category), own.place, [category]);
      judge(path(category), own, selectsOneNumber(to, type, category) ? withoutNumber(required, own) : required, allowed);
    }
  }
  for (const { path, place, isBroken } of theirs.strings.values()) if (isBroken) report('broken message', path, place, [path]);
  return differences.sort((a, b) => a.line - b.line);

  function judge(path: string, own: Said, required: ReadonlySet<string>, allowed: ReadonlySet<string>): void {
    report(
      'missing interpolation',
      path,
      own.place,
      [...required].filter((name) => !own.names.includes(name)),
    );
    report(
      'superfluous interpolation',
      path,
      own.place,
      [...new Set(own.names)].filter((name) => !allowed.has(name)),
    );
  }
}

/** The path of the object that holds a string; undefined at the top. */
const parentOf = (path: string): string | undefined => /^(.*)\.(?:[^.\\]|\\.)*$/s.exec(path)?.[1];

/** Where the first string of each object is. */
function firstOfEach(strings: ReadonlyMap<string, Said>): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>();
  for (const [path, { place }] of strings) {
    // What is known has its parents known.
    for (let parent = parentOf(path); parent !== undefined && !firsts.has(parent); parent = parentOf(parent)) firsts.set(parent, place);
  }
  return firsts;
}

/** "One reply": a form for one number only may say it in words. Where it is not filled in as `count` or `#`, it may be any one name. */
function withoutNumber(required: ReadonlySet<string>, { names }: Said): ReadonlySet<string> {
  const missing = [...required].filter((name) => !names.includes(name));
  const number = ['count', '#', '.Count'].find((name) => required.has(name)) ?? (missing.length === 1 ? missing[0] : undefined);
  return new Set([...required].filter((name) => name !== number));
}

interface Said {
  readonly path: string;
  readonly place: number;
  /** `count`, `$t(key)`; an empty string has none that it lacks. */
  readonly names: readonly string[];
  /** Of a choice: a localized message may choose otherwise. */
  readonly isBranch: boolean;
  /** It would choose, and does not parse. */
  readonly isBroken: boolean;
}

interface Plural {
  readonly type: PluralType;
  readonly path: (category: string) => string;
  readonly categories: ReadonlySet<Category>;
}

function filed(source: string, { strings, tables }: ReturnType<typeof readFile>) {
  const said = new Map<string, Said>();
  const plurals: Plural[] = tables.map(({ type, path, forms }) => ({ type, path, categories: new Set(forms.keys()) }));
  for (const string of strings) {
    const { path, leaf, value, message } = string;
    const isBroken = choosesByIcu(value.words) && message.choices.length === 0 && message.passages.length === 1;
    for (const passage of message.passages)
      said.set(path + passage.name, {
        path: path + passage.name,
        place: leaf.place,
        names: namesOf(string, passage, source),
        isBranch: passage.name !== '',
        isBroken,
      });
    for (const { type, name, forms } of message.choices)
      plurals.push({ type, path: (category) => path + name(category), categories: new Set(forms.keys()) });
  }
  const forms = new Set(plurals.flatMap(({ path, categories }) => [...categories].map(path)));
  return { strings: said, plurals, forms };
}

/** The placeholders of a passage by name: formats and the sign for unescaped values left out. */
function namesOf({ value }: FileString, passage: Passage, source: string): string[] {
  return marks(textOf(passage, value, source)).flatMap((mark) => placeholderName(mark.source) ?? []);
}
