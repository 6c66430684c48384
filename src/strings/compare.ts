/** Holds a localized file of strings against its source: keys, plural forms, interpolations. */

import { partitionPoint } from '../partition-point.ts';
import { marks } from '../text.ts';
import { textOfString } from './interpolations.ts';
import { decodeString } from './json.ts';
import { pluralsOf, readMembers, stringsOf } from './members.ts';
import { CATEGORIES, neededForms, selectsOneNumber } from './plurals.ts';

/** What is wrong with one string of the localized file. */
export interface Difference {
  /** As `Block.path`. */
  readonly path: string;
  /** From 1, in the localized file; the object's where the string is missing. */
  readonly line: number;
  readonly kind: 'missing key' | 'missing form' | 'superfluous form' | 'missing interpolation' | 'superfluous interpolation';
  readonly names: readonly string[];
}

/**
 * @param source the source's file
 * @param output the localized file
 * @param to the locale of `output`, whose plural forms are needed
 * @throws KnownError where one of the two is not a JSON object
 */
export function compareStrings(source: string, output: string, to: string): Difference[] {
  const ours = filed(source, 'source');
  const theirs = filed(output, 'output');
  const differences: Difference[] = [];
  const lineAt = lines(output);
  const report = (kind: Difference['kind'], path: string, place: number, names: readonly string[]) => {
    if (names.length > 0) differences.push({ kind, path, line: lineAt(place), names });
  };
  const placeOf = (path: string) => theirs.objects.get(/^(.*)\.(?:[^.\\]|\\.)*$/s.exec(path)?.[1]) ?? 0;

  for (const [path, leaf] of ours.strings) {
    if (ours.forms.has(path)) continue;
    const own = theirs.strings.get(path);
    if (own === undefined) report('missing key', path, placeOf(path), [path]);
    else judge(path, own, new Set(leaf.names), new Set(leaf.names));
  }
  for (const { path, stem, forms } of ours.plurals) {
    const categories = new Set(forms.keys());
    const needed = neededForms(to, stem, categories);
    const names = [...categories].map((category) => ours.strings.get(`${path}${category}`)?.names ?? []);
    const allowed = new Set([...names.flat(), 'count']);
    const required = new Set(ours.strings.get(`${path}other`)?.names ?? []);
    const missing = needed.filter((category) => !theirs.strings.has(`${path}${category}`));
    report('missing form', `${path}other`, theirs.strings.get(`${path}other`)?.place ?? placeOf(path), missing);
    const present = CATEGORIES.filter((category) => theirs.strings.has(`${path}${category}`));
    for (const category of present) {
      const own = theirs.strings.get(`${path}${category}`) as Leaf;
      if (!needed.includes(category)) report('superfluous form', `${path}${category}`, own.place, [category]);
      judge(`${path}${category}`, own, selectsOneNumber(to, stem, category) ? withoutNumber(required, own) : required, allowed);
    }
  }
  return differences.sort((a, b) => a.line - b.line);

  function judge(path: string, own: Leaf, required: ReadonlySet<string>, allowed: ReadonlySet<string>): void {
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

/** "One reply": a form for one number only may say it in words. Where it is not filled in as `count`, it may be any one name. */
function withoutNumber(required: ReadonlySet<string>, { names }: Leaf): ReadonlySet<string> {
  const missing = [...required].filter((name) => !names.includes(name));
  const number = required.has('count') ? 'count' : missing.length === 1 ? missing[0] : undefined;
  return new Set([...required].filter((name) => name !== number));
}

interface Leaf {
  readonly place: number;
  /** `count`, `$t(key)`; an empty string has none that it lacks. */
  readonly names: readonly string[];
}

function filed(source: string, file: string) {
  const strings = new Map<string, Leaf>();
  const objects = new Map<string | undefined, number>();
  const all = readMembers(source, file);
  const forms = new Set<string>();
  for (const members of all) {
    objects.set(members.path, members.members[0]?.start ?? 0);
    for (const { path, value } of members.members.flatMap(stringsOf)) {
      const decoded = decodeString(source, value.offset + 1, value.offset + value.length - 1);
      strings.set(path, { place: value.offset, names: namesOf(textOfString(decoded, source)) });
    }
  }
  const plurals = all.flatMap(pluralsOf);
  for (const plural of plurals) for (const member of plural.forms.values()) forms.add(member.path);
  return { strings, objects, plurals, forms };
}

/** The interpolations of a text by name: formats and the sign for unescaped values left out. */
function namesOf(text: Parameters<typeof marks>[0]): string[] {
  return marks(text).flatMap(({ source }) => {
    const name = /^\{\{-?\s*([^,}]*?)\s*[,}]/.exec(source)?.[1] ?? /^\$t\(\s*([^,)]*?)\s*[,)]/.exec(source)?.[0];
    return name === undefined ? [] : [name.replace(/\s*[,)]$/, ')')];
  });
}

/** From an offset to its line; asked in any order. */
function lines(source: string): (offset: number) => number {
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => partitionPoint(starts.length, (line) => (starts[line] ?? 0) <= offset);
}
