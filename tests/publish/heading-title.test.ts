import { expect, test } from 'vitest';
import { headingTitle } from '../../src/publish/survey/heading-title.ts';

test('a body that is too much to read is not parsed for its title', () => {
  const title = '# A story\n\n';
  expect(headingTitle(`${title}${'- a\n'.repeat(100)}`)).toBe('A story');
  expect(headingTitle(`${title}${'- a\n'.repeat(30_000)}`)).toBeUndefined();
});
