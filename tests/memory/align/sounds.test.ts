import { expect, test } from 'vitest';
import { shareHeard, weightOf, wordSounds } from '../../../src/memory/align/sounds.ts';

function heard(word: string, ...text: string[]) {
  const sounds = wordSounds([word]);
  return shareHeard(sounds, weightOf(sounds), wordSounds(text));
}

test.each([
  ['Mandagi', 'マンダギ'],
  ['Coons', 'クーンズ'],
  ['Clinton', '克林顿'],
  ['Trump', 'ترامب'],
  ['Nielsen', 'Нільсен'],
  ['Simpson', '심슨'],
  ['Chris', 'כריס'],
])('%s is heard in %s, and hardly in another name', (name, written) => {
  expect(heard(name, written)).toBeGreaterThan(0.7);
  expect(heard('Gutenberg', written)).toBeLessThan(0.6);
});

test('a name is found within a text, also where it has an ending', () => {
  expect(heard('Simpson', 'допит', 'Сімпсона', 'закінчився')).toBe(1);
});

test('all of a word that is not there is lost', () => {
  expect(heard('Simpson')).toBe(0);
  expect(heard('Simpson', 'o')).toBeLessThan(0.2);
});

test('consonants weigh more than vowels, which come and go', () => {
  expect(weightOf(wordSounds(['ado']))).toBe(6);
  expect(weightOf(wordSounds(['add']))).toBe(5);
});
