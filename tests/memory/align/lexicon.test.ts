import { expect, test } from 'vitest';
import { dictionary } from '../../../src/memory/align/dictionary.ts';
import { termFinder } from '../../../src/memory/align/known-terms.ts';
import { learnLexicon } from '../../../src/memory/align/lexicon.ts';

const text = (words: string) => ({ stems: words.split(' ') });
const lessons = [
  ['the bat flies', 'der fleder fliegt'],
  ['a bat sleeps', 'ein fleder schläft'],
  ['the port sleeps', 'der hafen schläft'],
  ['a port opens', 'ein hafen öffnet'],
].map(([source = '', target = '']) => ({ source: text(source), target: text(target), weight: 1 }));

test('words of a text make those likely that others of its words came with', () => {
  const lexicon = learnLexicon(lessons);
  const met = (source: string, target: string) => lexicon?.fromSource.met(text(source), text(target)).likelier ?? 0;
  expect(met('bat', 'fleder')).toBeGreaterThan(met('bat', 'hafen'));
  expect(met('port', 'hafen')).toBeGreaterThan(met('port', 'fleder'));
});

test('no pair confirms itself', () => {
  const only = { source: text('pigs grunt'), target: text('schweine grunzen'), weight: 1 };
  const lexicon = learnLexicon([...lessons, only]);
  expect(lexicon?.fromSource.met(only.source, only.target)).toMatchObject({ likelier: 0, known: 0 });
  expect(lexicon?.fromSource.met(text('pigs grunt'), text('schweine grunzen')).likelier).toBeGreaterThan(0);
});

test('nothing is learned from nothing', () => {
  expect(learnLexicon([])).toBeUndefined();
});

test('the platform knows countries, months and weekdays in both languages', () => {
  const pairs = dictionary('en', 'uk').map(({ source, target }) => `${source} ${target}`);
  expect(pairs).toEqual(expect.arrayContaining(['Germany Німеччина', 'July липень', 'Monday понеділок', 'German німецька']));
});

test('terms are found where all their words are', () => {
  const terms = termFinder([
    { source: text('harbo offic'), target: text('autor portu'), weight: 3 },
    { source: text('frida'), target: text('viern'), weight: 1 },
  ]);
  expect(terms(text('the harbo offic opens on frida'), text('la autor portu abre el viern'))).toEqual([2, 0]);
  expect(terms(text('the harbo opens on frida'), text('la autor portu abre'))).toEqual([0, 2]);
});

test('a rare word is not taken for the translation of all that stand beside it: both directions have to say so', () => {
  const gull = { source: text('the gull sleeps'), target: text('der möwe auch doch ruhig schläft'), weight: 3 };
  const hen = { source: text('a hen sleeps'), target: text('ein huhn schläft'), weight: 3 };
  const lexicon = learnLexicon([...lessons, ...lessons, gull, hen]);
  const met = (source: string, target: string) => lexicon?.fromSource.met(text(source), text(target)).likelier ?? 0;
  expect(met('hen', 'huhn')).toBeGreaterThan(0.7);
  expect(met('gull', 'auch')).toBeLessThan(0.6);
});
