/** An amount that changed its currency: the source's symbol gone, another one there. */

import type { SegmentCheck } from './check.ts';

/** Symbols and ISO 4217 codes by currency; `¥` is both the yen's and the yuan's. */
const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['$', /\$|＄|\b(?:USD|AUD|CAD|NZD|MXN|HKD|SGD)\b/],
  ['€', /€|\bEUR\b/],
  ['£', /£|\bGBP\b/],
  ['¥', /[¥￥]|\b(?:JPY|CNY|RMB)\b/],
  ['₴', /₴|\bUAH\b/],
  ['₽', /₽|\bRUB\b/],
  ['₹', /₹|\bINR\b/],
  ['₩', /₩|\bKRW\b/],
  ['₺', /₺|\bTRY\b/],
  ['₪', /₪|\bILS\b/],
  ['zł', /\bzł\b|\bPLN\b/u],
  ['CHF', /\bCHF\b/],
];

export const currencyCheck: SegmentCheck = {
  name: 'currency',
  segment: ({ sourceWords, targetWords }) => {
    const source = currenciesIn(sourceWords);
    const added = currenciesIn(targetWords).filter((currency) => !source.includes(currency));
    const lost = source.filter((currency) => !currenciesIn(targetWords).includes(currency));
    if (source.length === 0 || added.length === 0 || lost.length === 0) return [];
    return [{ message: `${lost.join(', ')} became ${added.join(', ')}`, expected: lost, got: added }];
  },
};

function currenciesIn(text: string): string[] {
  return CURRENCIES.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
