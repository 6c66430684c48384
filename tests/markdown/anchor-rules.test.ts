import { expect, test } from 'vitest';
import { ANCHOR_SETTINGS, type AnchorSettingName } from '../../src/markdown/anchor-rules.ts';

test.each<[AnchorSettingName, Record<string, string>]>([
  ['none', { 'The Results': 'the-results', '2026 in figures': 'at-2026-in-figures', '!': 'at-section' }],
  ['github', { 'The Results': 'the-results', 'A & b': 'a--b', a_b: 'a_b', Été: 'été', हिन्दी: 'हिन्दी' }],
  ['hugo', { 'The Results': 'the-results', 'A & b': 'a--b', a_b: 'a_b', Été: 'été', हिन्दी: 'हनद', '!': 'heading' }],
  ['jekyll', { 'The Results': 'the-results', 'A & b': 'a--b', a_b: 'a_b', Été: 'été', हिन्दी: 'हिन्दी' }],
])('anchors as %s makes them', (name, expected) => {
  const make = ANCHOR_SETTINGS[name].maker();
  expect(Object.fromEntries(Object.keys(expected).map((text) => [text, make(text)]))).toEqual(expected);
  expect(make('The Results')).toBe('the-results-1');
});
