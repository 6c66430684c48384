import { describe, expect, test } from 'vitest';
import { MARKDOWN_DIALECTS } from '../../src/markdown/dialects.ts';
import { type DialectCase, dialectCases, identityEdition, markdownItTokens, offered, pseudoEdition } from '../support/dialects.ts';

const cases = dialectCases();

/** A case that fails one of these is named, so that a table of hundreds is one test. */
function failures(holds: (one: DialectCase) => boolean, among = cases): string[] {
  return among.filter((one) => !holds(one)).map(({ name }) => name);
}

/** Every third, so that each place comes up; `npm run bench:dialects` takes all. */
const third = cases.filter((_, index) => index % 3 === 0);

const identity = (source: string, extensions: readonly string[]) => identityEdition(source, extensions) === source;

test('there are enough sources', () => expect(cases.length).toBeGreaterThan(1900));

describe('without a dialect', () => {
  test('what is offered is words, and all words are', () => {
    const wrong = cases.filter(({ source, words }) => offered(source).join('\n') !== words.join('\n'));
    expect(wrong.map(({ name, source, words }) => ({ name, offered: offered(source), words }))).toEqual([]);
  });

  test('markdown-it and its plugins see the same structure in an edition', () => {
    const wrong = cases.flatMap(({ name, source }) => {
      const edition = pseudoEdition(source);
      const [before, after] = [markdownItTokens(source).join('\n'), markdownItTokens(edition).join('\n')];
      return before === after ? [] : [{ name, edition, before, after }];
    });
    expect(wrong).toEqual([]);
  });

  test('sources in CRLF and behind a byte order mark', () => {
    expect(failures(({ source }) => identity(source.replaceAll('\n', '\r\n'), []), third)).toEqual([]);
    expect(failures(({ source, words }) => offered(source.replaceAll('\n', '\r\n')).join('\n') === words.join('\n'), third)).toEqual([]);
    expect(failures(({ source, words }) => offered(`\uFEFF${source}`).join('\n') === words.join('\n'), third)).toEqual([]);
    expect(failures(({ source }) => pseudoEdition(`\uFEFF${source}`) === `\uFEFF${pseudoEdition(source)}`, third)).toEqual([]);
  });
});

test('a comment of MyST is none of other generators, where a line may begin with a percent sign', () => {
  const source = 'The share rose to 20\n% of all ships.\n';
  expect(offered(source)).toEqual(['The share rose to 20 % of all ships.']);
  expect(offered(source, ['myst'])).toEqual(['The share rose to 20']);
});

test('tags and properties of Obsidian are none of other dialects', () => {
  const source = 'tide:: low\nThe ferry #port/north sailed, not a#b or #12 [berth:: 5].\n';
  expect(offered(source, ['obsidian'])).toEqual(['The ferry sailed, not a#b or #12 .']);
  expect(offered(source, ['hugo'])).toEqual(['tide:: low The ferry #port/north sailed, not a#b or #12 [berth:: 5].']);
  expect(offered('- [l] It sails.\n', ['obsidian'])).toEqual(['It sails.']);
});

test('a list of letters or of Roman numbers is one in Pandoc alone, and begins a paragraph', () => {
  const source = 'i.  One port\nii. Two ports\n\n(1) One ferry\n(2) Two ferries\n\nI. Newton wrote\na) this.\n';
  expect(offered(source, ['pandoc'])).toEqual(['One port', 'Two ports', 'One ferry', 'Two ferries', 'I. Newton wrote a) this.']);
  expect(offered(source)).toEqual(['i. One port ii. Two ports', '(1) One ferry (2) Two ferries', 'I. Newton wrote a) this.']);
});

test.each(MARKDOWN_DIALECTS)('%s: identity', (dialect) => {
  expect(failures(({ source }) => identity(source, [dialect]), third)).toEqual([]);
});
