import { expect, test } from 'vitest';
import { heardWord, shareHeard } from '../../src/names/heard.ts';

function heard(name: string, written: string, tag: string, least = 0.5) {
  return shareHeard(heardWord(name, 'en'), heardWord(written, tag), least);
}

test.each([
  ['Mandagi', 'マンダギ', 'ja'],
  ['Coons', 'クーンズ', 'ja'],
  ['Clinton', '克林顿', 'zh'],
  ['Stamford', '斯坦福', 'zh'],
  ['Wade', 'ウェイド', 'ja'],
  ['Trump', 'ترامب', 'ar'],
  ['Nielsen', 'Нільсен', 'uk'],
  ['Simpson', '심슨', 'ko'],
  ['Chris', 'כריס', 'he'],
])('%s is heard in %s, and no other name', (name, written, tag) => {
  expect(heard(name, written, tag)).toBeGreaterThan(0.65);
  expect(heard('Gutenberg', written, tag, 0.6)).toBe(0);
});

test('a name is heard where it has an ending, or a word joined to its front', () => {
  expect(heard('Simpson', 'Сімпсона', 'uk')).toBeGreaterThan(0.85);
  expect(heard('Trump', 'وترامب', 'ar')).toBeGreaterThan(0.7);
});

test('a name is heard anywhere in a run of a script that writes no spaces', () => {
  expect(heard('Trump', 'ドナルドトランプ', 'ja')).toBe(heard('Trump', 'トランプ', 'ja'));
});

test('a name of another script is heard in the words of Latin letters', () => {
  const [name, word] = [heardWord('Тіхуані', 'uk'), heardWord('Tijuana', 'en')];
  expect(shareHeard(name, word, 0.5)).toBeGreaterThan(0.6);
  expect(shareHeard(name, heardWord('Manchester', 'en'), 0.5)).toBe(0);
});

test('what is less than asked for is nothing', () => {
  const share = heard('Nielsen', 'Нільсен', 'uk');
  expect(heard('Nielsen', 'Нільсен', 'uk', (1 + share) / 2)).toBe(share < 1 ? 0 : 1);
});
