/** What the strings of a file are to its site: which of them are words, and which are the plural forms of one. */

import { type Leaf, pathOf } from './leaf.ts';
import { type Category, isCategory, type PluralType, pluralKey } from './plurals.ts';

/**
 * `i18next`: keys with plural suffixes. `docusaurus`: `{ "message", "description" }`, also of Chrome's extensions and FormatJS. `hugo`:
 * tables of go-i18n. `icu`: every string is a message. `arb`: messages at the root, with what is said of each under its name with `@`
 * (Application Resource Bundle, of Flutter). `data`: values of any names (Jekyll's `_data`).
 */
export const STRING_KINDS = ['i18next', 'docusaurus', 'hugo', 'icu', 'arb', 'data'] as const;
export type StringKind = (typeof STRING_KINDS)[number];

export interface ChosenString {
  readonly leaf: Leaf;
  readonly path: string;
  /** What the author says to translators. */
  readonly note?: string;
}

/** The plural forms of one thing, each a member of its own. */
export interface PluralTable {
  readonly type: PluralType;
  /** The path of a form, and its key. */
  readonly path: (category: string) => string;
  readonly key: (category: string) => string;
  readonly forms: ReadonlyMap<Category, ChosenString>;
}

export interface ChosenStrings {
  readonly strings: readonly ChosenString[];
  readonly tables: readonly PluralTable[];
}

export interface StringChoice {
  readonly kind: StringKind;
  /** Names or key paths of values that are words; every one where it is absent. */
  readonly translate?: readonly string[];
  /** Of those that are not. */
  readonly keep?: readonly string[];
}

/** What is in the values of data files that is no words, by the names of their keys. */
const NO_WORDS =
  'id url uri href link src slug path permalink icon class image file color colour lang locale type layout key ref target rel'.split(' ');

/** Values that are no words under any name: addresses, paths, colours. */
const NO_SENTENCE =
  /^(?:[a-z][a-z0-9+.-]*:\/\/\S*|mailto:\S+|\.{0,2}\/\S*|#[\w-]*|[\w.+-]+@[\w-]+\.[\w.]+|\S+\.(?:png|jpe?g|gif|svg|webp|html?|css|js|pdf))$/i;

export function chosenStrings(leaves: readonly Leaf[], selection: StringChoice): ChosenStrings {
  const strings = KINDS[selection.kind](leaves).filter(({ leaf, path }) => isMeant(leaf, path, selection));
  const tables = selection.kind === 'i18next' ? suffixed(strings) : tabled(strings);
  return { strings, tables };
}

function isMeant({ keys, values }: Leaf, path: string, { kind, translate, keep = kind === 'data' ? NO_WORDS : [] }: StringChoice): boolean {
  const names = [keys.findLast((key) => typeof key === 'string') ?? '', path.replace(/\.\d+(?=\.|$)/g, '[]')];
  const isNamed = (list: readonly string[]) => list.some((one) => names.includes(one));
  if (translate !== undefined) return isNamed(translate);
  return !isNamed(keep) && !(kind === 'data' && values.every(({ words }) => NO_SENTENCE.test(words)));
}

const asTheyAre = (leaves: readonly Leaf[]): ChosenString[] => leaves.map((leaf) => ({ leaf, path: pathOf(leaf.keys) }));

const KINDS: Readonly<Record<StringKind, (leaves: readonly Leaf[]) => ChosenString[]>> = {
  i18next: asTheyAre,
  icu: (leaves) => (leaves.some(isMessage) ? described(leaves) : asTheyAre(leaves)),
  arb: (leaves) => {
    const notes = new Map(
      leaves.flatMap(({ keys: [key, name], values }) =>
        name === 'description' ? [[key, values.map(({ words }) => words).join(' ')]] : [],
      ),
    );
    return asTheyAre(leaves.filter(({ keys: [key] }) => !String(key).startsWith('@'))).map((one) => {
      const note = notes.get(`@${one.leaf.keys[0]}`);
      return note === undefined ? one : { ...one, note };
    });
  },
  data: asTheyAre,
  docusaurus: described,
  hugo: (leaves) => {
    const ids = new Map(leaves.flatMap(({ keys, values }) => (keys.length === 2 && keys[1] === 'id' ? [[keys[0], values[0]?.words]] : [])));
    return withNotes(leaves).flatMap(({ leaf, note }) => {
      const [first = '', ...rest] = leaf.keys;
      // `- id: home` of go-i18n's first version.
      const keys = [ids.get(first) ?? first, ...rest.filter((key) => key !== 'translation')];
      if (/^(?:id|description|hash|leftdelim|rightdelim)$/i.test(String(keys.at(-1))) && keys.length > 1) return [];
      return [{ leaf, path: pathOf(keys), ...(note !== undefined && { note }) }];
    });
  },
};

/** Whether a file says by itself that it is Docusaurus': messages with their descriptions, and nothing else. */
export function holdsMessages(leaves: readonly Leaf[]): boolean {
  return (
    leaves.some(isMessage) &&
    leaves.every(({ keys }) => keys.length === 2 && /^(?:message|defaultMessage|description)$/.test(String(keys[1])))
  );
}

const isMessage = ({ keys }: Leaf): boolean => keys.length > 1 && /^(?:message|defaultMessage)$/.test(String(keys.at(-1)));

function described(leaves: readonly Leaf[]): ChosenString[] {
  return withNotes(leaves).flatMap(({ leaf, note }) => {
    if (!isMessage(leaf) && leaf.keys.length > 1) return [];
    const path = pathOf(isMessage(leaf) ? leaf.keys.slice(0, -1) : leaf.keys);
    return [{ leaf, path, ...(note !== undefined && { note }) }];
  });
}

/** Each with the description beside it. */
function withNotes(leaves: readonly Leaf[]): { leaf: Leaf; note?: string }[] {
  const notes = new Map(leaves.filter(({ keys }) => keys.at(-1) === 'description').map(({ keys, values }) => [parentOf(keys), values]));
  return leaves.map((leaf) => {
    const note = notes.get(parentOf(leaf.keys))?.map(({ words }) => words);
    return note === undefined ? { leaf } : { leaf, note: note.join(' ') };
  });
}

function parentOf(keys: readonly (string | number)[]): string {
  return pathOf(keys.slice(0, -1));
}

/** Forms under keys of one object with the form's name at the end. */
function suffixed(strings: readonly ChosenString[]): PluralTable[] {
  const tables: PluralTable[] = [];
  for (const siblings of groups(strings).values()) {
    const keys = new Set(siblings.map(({ leaf }) => String(leaf.keys.at(-1))));
    const byStem = Map.groupBy(siblings, ({ leaf }) => pluralKey(String(leaf.keys.at(-1)), keys)?.stem);
    for (const [stem, forms] of byStem) {
      if (stem === undefined) continue;
      const category = (key: string | number | undefined) => String(key).slice(stem.length) as Category;
      const parent = forms[0]?.leaf.keys.slice(0, -1) ?? [];
      tables.push({
        type: stem.endsWith('_ordinal_') ? 'ordinal' : 'cardinal',
        path: (form) => pathOf([...parent, stem + form]),
        key: (form) => stem + form,
        forms: new Map(forms.map((form) => [category(form.leaf.keys.at(-1)), form])),
      });
    }
  }
  return tables;
}

/** Forms as the keys of one object that has no others. One form alone is a plural where it fills in a count. */
function tabled(strings: readonly ChosenString[]): PluralTable[] {
  const tables: PluralTable[] = [];
  for (const siblings of groups(strings).values()) {
    const forms = siblings.filter(({ leaf }) => isCategory(leaf.keys.at(-1)));
    const other = forms.find(({ leaf }) => leaf.keys.at(-1) === 'other');
    if (other === undefined || forms.length < siblings.length) continue;
    if (forms.length < 2 && !other.leaf.values.some(({ words }) => /\{\{-?\s*\.(?:Plural)?Count\b/i.test(words))) continue;
    const stem = other.path.slice(0, -'other'.length);
    tables.push({
      type: 'cardinal',
      path: (form) => stem + form,
      key: (form) => form,
      forms: new Map(forms.map((form) => [form.leaf.keys.at(-1) as Category, form])),
    });
  }
  return tables;
}

/** Members by the object that they are in. */
function groups(strings: readonly ChosenString[]): Map<string, ChosenString[]> {
  return Map.groupBy(
    strings.filter(({ leaf }) => leaf.member !== undefined),
    ({ leaf }) => parentOf(leaf.keys),
  );
}
