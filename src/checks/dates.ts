/** A month that became another month. */

import { datedMonths, monthsIn } from '../numbers/months.ts';
import { worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

export const datesCheck: SegmentCheck = {
  name: 'dates',
  segment: ({ sourceWords, targetWords, from, to }) => {
    // A month counts in a date: beside a figure. Names such as "may" and "mars" are words too.
    if (!/\p{Nd}/u.test(sourceWords) || !/\p{Nd}/u.test(targetWords)) return [];
    const source = datedMonths(sourceWords, from);
    if (source.length !== 1) return [];
    const target = datedMonths(targetWords, to);
    const [month] = source;
    if (target.length !== 1 || target[0] === month || monthsIn(targetWords, to).includes(month as number)) return [];
    const name = (number: number | undefined, locale: string) =>
      new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, (number ?? 1) - 1, 15));
    return [{ ...worded`${name(month, from)} became ${name(target[0], to)}`, expected: [name(month, to)], got: [name(target[0], to)] }];
  },
};
