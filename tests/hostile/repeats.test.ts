import { describe, expect, test } from 'vitest';
import { FILES } from '../../scripts/slow/files.ts';
import { BODIES, FRONTS } from '../../scripts/slow/shapes.ts';
import { checks } from '../../src/adapters.ts';
import type { Edition } from '../../src/article.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { knownOf } from '../../src/errors.ts';
import { findTerms } from '../../src/glossary/match.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { writeEdition } from '../../src/markdown/write.ts';
import { withoutShortcodes } from '../../src/publish/body/shortcodes.ts';
import { sentences } from '../../src/sentences.ts';
import { editionOf, pseudo } from '../support/markdown.ts';

/** No time is asserted: what took exponential or cubic time over these lengths would never end. */
const LENGTH = 1_500;
const TERMS = ['a', 'a a', 'Port', 'Port Office', 'the'].map((source) => ({ source, target: 'x' }));

function through(source: string, locale: string): string | undefined {
  let edition: Edition;
  try {
    const article = readArticle(source, { slug: 'x', locale: 'en', frontMatter: ['title', 'summary', 'tags'] });
    edition = { ...editionOf(article, pseudo), locale };
  } catch (error) {
    if (knownOf(error) === undefined) throw error;
    return undefined;
  }
  const output = writeEdition(edition);
  runChecks(checks, edition, { terms: [], output, exists: () => false });
  return writeEdition({ ...edition, targets: new Map() });
}

describe('what repeats one thing is read, written and checked, or refused', () => {
  test.each(Object.entries(BODIES))('%s', (_, shape) => {
    const text = shape(LENGTH);
    expect([undefined, text]).toContain(through(text, 'es'));
    for (const locale of ['en', 'uk', 'ja']) {
      expect(sentences(text, locale).join('').length).toBeLessThanOrEqual(text.length);
      findTerms(text, locale, TERMS);
    }
    withoutShortcodes(text);
  });
  test.each(Object.entries(FRONTS))('%s', (_, shape) => {
    const text = `---\ntitle: A story\n${shape(LENGTH)}---\n\nWords.\n`;
    expect([undefined, text]).toContain(through(text, 'es'));
  });
  test.each(Object.entries(FILES))('%s', (_, shape) => {
    for (const read of Object.values(shape(LENGTH))) {
      try {
        read();
      } catch (error) {
        if (knownOf(error) === undefined) throw error;
      }
    }
  });
});

/** Texts over which a pattern of this program once took exponential or quadratic time. */
test.each<[string, string]>([
  ['numbered quotations in one line', `${'0)>'.repeat(400)}\n\nWords.\n`],
  ['front matter of marks of comments', `---\n{${'#'.repeat(5_000)}\n---\n\nWords.\n`],
  ['containers of tabs', `::${'\t'.repeat(5_000)}x\n\nWords.\n`],
  ['an opening line of tabs', `---${'\t'.repeat(50_000)}x\n`],
  ['ticks', `a ${'`'.repeat(50_000)}\n`],
  ['notes within the text', `${'^[a '.repeat(12_000)}\n`],
  ['names in brackets', `${'[a] '.repeat(12_000)}\n`],
  ['names beside each other', `${'Aa '.repeat(30_000)}\n`],
  ['a word without spaces', `${']('.repeat(120_000)}\n`],
  ['a sign of a change before a long line', `{+ ${'a'.repeat(100_000)}\n`],
  ['tags of a generator that nothing ends', `${'{% raw %} '.repeat(30)}\n\n`.repeat(300)],
  ['marker lines of one paragraph', `${': :::note\n: \n: \n'.repeat(4_000)}`],
  ['lines of definitions', `Term\n${': A *definition*\n'.repeat(3_000)}`],
  ['references to as many addresses', Array.from({ length: 3_000 }, (_, at) => `[a ${at}][r${at}]\n\n[r${at}]: /a/${at}\n\n`).join('')],
  ['words in parameters among as many paragraphs', `${'{{< figure title="A word" >}}\n\nWords.\n\n'.repeat(3_000)}`],
  ['pictures that are sentences', `${'![](/a). '.repeat(3_000)}\n`],
  ['an address of dots', `See https://a.example/${'.'.repeat(100_000)}a there.\n`],
  ['brackets that close nothing, before another sign', `${']] '.repeat(20_000)};\n`],
  ['sentences by the thousand in a paragraph', `${'A word. '.repeat(4_000)}\n`],
  ['comments that nothing ends', `${'a <!-- '.repeat(14_000)}\n`],
  ['instructions that nothing ends', `${'a <? '.repeat(16_000)}\n`],
  ['declarations that nothing ends', `${'a <!A '.repeat(14_000)}\n`],
  ['words of two alphabets', `${Array.from({ length: 300 }, (_, at) => 'п'.repeat(at + 1)).join('a')}\n`],
  ['comments of a generator that never end', `${'{% comment %}\n\n'.repeat(3_000)}`],
])('%s', (_, text) => {
  expect([undefined, text]).toContain(through(text, 'es'));
});

test('overlapping terms are compared with their neighbours, not with every other', () => {
  const text = 'a '.repeat(20_000);
  const found = findTerms(text, 'en', TERMS);
  expect(found.filter(({ covered }) => !covered).map(({ surface }) => surface)).toEqual(Array(10_000).fill('a a'));
});
