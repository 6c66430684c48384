/** `frontMatter.set` of the configuration: the keys that each edition gets of its own. */

import { tryFrontMatter } from './data.ts';
import { writtenDay } from './fields.ts';

/** What the holes of a value are filled with. */
export interface SettingHoles {
  readonly locale: string;
  readonly sourceLocale: string;
  readonly slug: string;
  /** The source's text: its front matter holds the date. */
  readonly source: string;
}

/** What is filled in. */
export const SETTING_NAMES = ['locale', 'sourceLocale', 'slug', 'date', 'year', 'month', 'day'] as const;

/**
 * @param set key path to value; `{locale}`, `{sourceLocale}`, `{slug}`, `{date}` (`2026-03-02`, as the author wrote it), `{year}`,
 * `{month}` and `{day}` in a value are filled in, other words in braces stay
 * @returns a value that needs a date is left out where the article has none
 */
export function filledSettings(set: Readonly<Record<string, string>>, holes: SettingHoles): { [key: string]: string } {
  if (Object.keys(set).length === 0) return {};
  const { locale, sourceLocale, slug, source } = holes;
  const date = writtenDay(tryFrontMatter(source) ?? {});
  const [year, month, day] = date?.split('-') ?? [];
  const fill: { readonly [hole in (typeof SETTING_NAMES)[number]]: string | undefined } & { readonly [hole: string]: string | undefined } =
    { locale, sourceLocale, slug, date, year, month, day };
  return Object.fromEntries(
    Object.entries(set).flatMap(([key, value]) => {
      const filled = value.replace(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(fill, name) ? (fill[name] ?? '\0') : hole));
      return filled.includes('\0') ? [] : [[key, filled]];
    }),
  );
}
