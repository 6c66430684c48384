/** The plural forms of i18next JSON v4: `item_one`, `item_other`, `place_ordinal_few`; before them a context (`friend_male_one`). */

/** CLDR's order. */
export const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];

/** A key taken for a plural form: what its forms have in common, and which one it is. */
export interface PluralKey {
  /** `item_`, `place_ordinal_`. */
  readonly stem: string;
  readonly category: Category;
}

const SUFFIX = /^(.*_)(zero|one|two|few|many|other)$/s;

/**
 * @param siblings the keys beside it: a plural has its `_other`, and `phase_one` alone is no plural
 */
export function pluralKey(key: string, siblings: ReadonlySet<string>): PluralKey | undefined {
  const [, stem, category] = SUFFIX.exec(key) ?? [];
  if (stem === undefined || stem === '_' || !siblings.has(`${stem}other`)) return undefined;
  return { stem, category: category as Category };
}

/** The forms that a language has for the numbers of a stem, in CLDR's order. */
function categoriesOf(locale: string, stem: string): readonly Category[] {
  const known = new Set<string>(rulesOf(locale, stem).resolvedOptions().pluralCategories);
  return CATEGORIES.filter((category) => known.has(category));
}

/**
 * The forms that a translation must have: those of its language, and `_zero` where the source has it, which i18next takes for
 * the number 0 in every language.
 */
export function neededForms(locale: string, stem: string, inSource: ReadonlySet<string>): readonly Category[] {
  const own = categoriesOf(locale, stem);
  return CATEGORIES.filter((category) => own.includes(category) || (category === 'zero' && inSource.has('zero')));
}

function rulesOf(locale: string, stem: string): Intl.PluralRules {
  return new Intl.PluralRules(locale, { type: stem.endsWith('_ordinal_') ? 'ordinal' : 'cardinal' });
}

/** Whether a form is for one whole number only, as English `one` does and Ukrainian `one` (1, 21, 31) does not. */
export function selectsOneNumber(locale: string, stem: string, category: Category): boolean {
  if (category === 'zero') return true;
  const rules = rulesOf(locale, stem);
  let count = 0;
  // CLDR's conditions repeat from one hundred to the next.
  for (let number = 0; number < 300 && count < 2; number++) if (rules.select(number) === category) count++;
  return count === 1;
}
