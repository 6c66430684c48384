/** Figures copied from the source where the locale groups and points them otherwise; `check --fix` sets them. */

import { worded } from '../text/worded.ts';
import { words } from '../text.ts';
import type { SegmentCheck } from './check.ts';

export const numberFormatCheck: SegmentCheck = {
  name: 'number-format',
  segment: ({ target, targetWords, sourceWords, from, to }) => {
    const copied = copiedFigures(sourceWords, targetWords, from, to);
    if (copied.length === 0) return [];
    const expected = copied.map((figure) => inFormat(figure, from, to));
    const fix = words(target.text.map((piece) => (typeof piece === 'string' ? replaced(piece, copied, from, to) : piece)));
    return [{ ...worded`${copied.join(', ')} is not in the format of the locale`, expected, got: copied, fix }];
  },
  repair: ({ target, targetWords, sourceWords, from, to }) => {
    const copied = copiedFigures(sourceWords, targetWords, from, to);
    return target.text.map((piece) => (typeof piece === 'string' ? replaced(piece, copied, from, to) : piece));
  },
};

/** Figures that both texts have letter by letter, and that the target's locale writes otherwise. */
function copiedFigures(source: string, target: string, from: string, to: string): string[] {
  if (!/\d[.,]\d/.test(target)) return [];
  const own = separators(from);
  if (own.decimal === separators(to).decimal) return [];
  const group = `\\${own.group}`;
  const decimal = `\\${own.decimal}`;
  // Times, dates and versions have points everywhere: a decimal is one only before its measure.
  const figure = new RegExp(
    `(?<![\\d.,:])(?:\\d{1,3}(?:${group}\\d{3})+(?:${decimal}\\d+)?|\\d+${decimal}\\d{1,2}(?=\\s?[%€$£°]|\\s(?:per ?cent|[mb]illion|trillion|miles?|met|k?m\\b|kg\\b)))(?![\\d.,:]\\d)`,
    'g',
  );
  const copied = (source.match(figure) ?? []).filter((one) => bounded(one).test(target));
  return [...new Set(copied)].filter((one) => one !== inFormat(one, from, to));
}

function replaced(text: string, figures: readonly string[], from: string, to: string): string {
  return figures.reduce((out, figure) => out.replace(bounded(figure), () => inFormat(figure, from, to)), text);
}

/** The figure where it is no part of a longer one. */
function bounded(figure: string): RegExp {
  return new RegExp(`(?<![\\d.,:])${figure.replaceAll('.', '\\.')}(?![\\d.,:]\\d|\\d)`, 'g');
}

function inFormat(figure: string, from: string, to: string): string {
  const [own, other] = [separators(from), separators(to)];
  return [...figure].map((char) => (char === own.group ? other.group : char === own.decimal ? other.decimal : char)).join('');
}

const known = new Map<string, { group: string; decimal: string }>();

/** As CLDR has them; grouping whether or not the locale groups four digits. */
function separators(locale: string): { group: string; decimal: string } {
  const cached = known.get(locale);
  if (cached !== undefined) return cached;
  const parts = new Intl.NumberFormat(`${locale}-u-nu-latn`, { useGrouping: 'always' }).formatToParts(1_234_567.8);
  const of = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  const found = { group: of('group', ','), decimal: of('decimal', '.') };
  known.set(locale, found);
  return found;
}
