import { expect, test } from 'vitest';
import type { Target, Text } from '../src/article.ts';
import { isRemoved } from '../src/text.ts';

const target = (state: Target['state'], ...text: Text): Target => ({ text, state, origin: { by: 'person' }, terms: [] });

test('only a person takes a segment out of an edition: an empty answer of an engine is none', () => {
  expect(isRemoved(target('reviewed'))).toBe(true);
  expect(isRemoved(target('left-out', ' '))).toBe(true);
  expect(isRemoved(target('machine'))).toBe(false);
  expect(isRemoved(target('reviewed', { role: 'alone', id: '1', source: '`code`' }))).toBe(false);
  expect(isRemoved(target('reviewed', 'words'))).toBe(false);
  expect(isRemoved(undefined)).toBe(false);
});
