/** Figures copied from the source where the locale groups and points them otherwise. */

import type { SegmentCheck } from './check.ts';

export const numberFormatCheck: SegmentCheck = {
  name: 'number-format',
  level: 'note',
  about: "A number in the source's format instead of the locale's",
  segment: ({ sourceWords, targetWords, from, to }) => {
    if (!/\d[.,]\d/.test(targetWords)) return [];
    const source = separators(from);
    const target = separators(to);
    if (source.decimal === target.decimal) return [];
    // Times, dates and versions are written with points everywhere.
    const shaped = new RegExp(
      `(?<![\\d.,:])(?:\\d{1,3}(?:\\${source.group}\\d{3})+(?:\\${source.decimal}\\d+)?|\\d+\\${source.decimal}\\d{1,2}(?=\\s?[%€$£]|\\s(?:million|per\\b|m\\b)))(?![\\d.,:])`,
      'g',
    );
    const expected = (figure: string) =>
      figure.replaceAll(source.group, '\0').replaceAll(source.decimal, target.decimal).replaceAll('\0', target.group);
    const copied = (sourceWords.match(shaped) ?? []).filter((figure) => figure !== expected(figure) && targetWords.includes(figure));
    return copied.length === 0
      ? []
      : [{ message: `${copied.join(', ')} is not how the locale writes it`, expected: copied.map(expected), got: copied }];
  },
};

const known = new Map<string, { group: string; decimal: string }>();

function separators(locale: string): { group: string; decimal: string } {
  const cached = known.get(locale);
  if (cached !== undefined) return cached;
  const parts = new Intl.NumberFormat(`${locale}-u-nu-latn`, { useGrouping: 'always' }).formatToParts(1_234_567.8);
  const of = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  const found = { group: of('group', ','), decimal: of('decimal', '.') };
  known.set(locale, found);
  return found;
}
