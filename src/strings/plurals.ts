/** Plural forms: those that a language has (CLDR), and the keys that hold them in files of strings. */

/** CLDR's order. */
export const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];

export function isCategory(key: string | number | undefined): key is Category {
  return (CATEGORIES as readonly (string | number | undefined)[]).includes(key);
}

/** A key taken for a plural form: what its forms have in common, and which one it is. */
interface PluralKey {
  /** `item_`, `place_ordinal_`. */
  readonly stem: string;
  readonly category: Category;
}

const SUFFIX = /^(.*_)(zero|one|two|few|many|other)$/s;

/**
 * The plural forms of i18next JSON v4: `item_one`, `item_other`, `place_ordinal_few`; before them a context (`friend_male_one`).
 * @param siblings the keys beside it: a plural has its `_other`, and `phase_one` alone is no plural
 */
export function pluralKey(key: string, siblings: ReadonlySet<string>): PluralKey | undefined {
  const [, stem, category] = SUFFIX.exec(key) ?? [];
  if (stem === undefined || stem === '_' || !siblings.has(`${stem}other`)) return undefined;
  return { stem, category: category as Category };
}

/** Whether a number is a count (`5 replies`) or a place (`5th`). */
export type PluralType = 'cardinal' | 'ordinal';

/** The forms that a language has for numbers of a type, in CLDR's order. */
function categoriesOf(locale: string, type: PluralType): readonly Category[] {
  const known = new Set<string>(new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories);
  return CATEGORIES.filter((category) => known.has(category));
}

/**
 * The forms that a translation must have: those of its language, and `zero` where the source has it, which i18next takes for
 * the number 0 in every language.
 */
export function neededForms(locale: string, type: PluralType, inSource: { has(category: Category): boolean }): readonly Category[] {
  const own = categoriesOf(locale, type);
  return CATEGORIES.filter((category) => own.includes(category) || (category === 'zero' && inSource.has('zero')));
}

/** Whether a form is for one whole number only, as English `one` does and Ukrainian `one` (1, 21, 31) does not. */
export function selectsOneNumber(locale: string, type: PluralType, category: Category): boolean {
  if (category === 'zero') return true;
  const rules = new Intl.PluralRules(locale, { type });
  let count = 0;
  // CLDR's conditions repeat from one hundred to the next.
  for (let number = 0; number < 300 && count < 2; number++) if (rules.select(number) === category) count++;
  return count === 1;
}
