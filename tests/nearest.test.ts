import { expect, test } from 'vitest';
import { nearest } from '../src/text/nearest.ts';

test.each([
  ['sourcelocale', 'sourceLocale'],
  ['targetLocale', 'targetLocales'],
  ['foo', undefined],
  // Nobody meant a name by two million letters, and to compare them would take a minute.
  ['segmentation'.repeat(170_000), undefined],
])('%.20s is like %s', (given, expected) => {
  expect(nearest(given, ['sourceLocale', 'targetLocales', 'segmentation'])).toBe(expected);
});
