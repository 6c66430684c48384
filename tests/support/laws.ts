/** The laws of the Markdown reader and writer over one document. */

import type { Edition, Text } from '../../src/article.ts';
import { linksCheck } from '../../src/checks/links.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { readArticle } from '../../src/markdown/read.ts';
import type { Dialect } from '../../src/markdown/syntax.ts';
import { unwritten, writeEdition } from '../../src/markdown/write.ts';
import { editionOf, expectedWords, FRONT_MATTER, hostile, pseudo, read, type Sample, tree, wordsOf, write } from './markdown.ts';

/** @returns what is broken, empty where every law holds */
export function brokenLaws(sample: Sample): string[] {
  const { source, dialect } = sample;
  const broken: string[] = [];
  const article = read(sample);
  const isSameTree = sameTreeAs(source, dialect);
  if (writeEdition({ article, locale: 'es', targets: new Map() }) !== source) broken.push('no targets: bytes');
  if (write(sample, (text) => text.map((piece) => (typeof piece === 'string' ? piece : { ...piece }))) !== source)
    broken.push('identity: bytes');
  for (const [name, change] of CHANGES) {
    const asked = editionOf(article, change());
    const output = writeEdition(asked);
    const edition = withoutUnwritten(asked);
    if (!isSameTree(output) && !isTold(edition, output, dialect)) broken.push(`${name}: tree`);
    const back = wordsOf(readArticle(output, { slug: sample.name, locale: 'en', dialect, frontMatter: FRONT_MATTER }));
    const isSame = name === 'without spaces' ? sameButForEdges : (a: string, b: string) => a === b;
    if (!isSame(plain(back), plain(expectedWords(edition)))) broken.push(`${name}: words`);
    if (
      !holdsGaps(
        output,
        article.source,
        article.blocks.flatMap(({ segments }) => segments.map(({ span }) => span)),
      )
    )
      broken.push(`${name}: bytes outside`);
  }
  return broken;
}

/** Where authors write emphasis in HTML themselves, theirs and what an edition needs are not told apart. */
function sameTreeAs(source: string, dialect: Dialect): (output: string) => boolean {
  const structure = tree(source, dialect, { htmlEmphasis: 'any' });
  const htmlEmphasis = structure === tree(source, dialect) ? 'needed' : 'any';
  return (output) => tree(output, dialect, { htmlEmphasis }) === structure;
}

/** What no file can say stays the source's, and is told. */
function withoutUnwritten(edition: Edition): Edition {
  const left = unwritten(edition);
  return left.size === 0 ? edition : { ...edition, targets: new Map([...edition.targets].filter(([id]) => !left.has(id))) };
}

/**
 * GFM makes a link of an address in any words, escaped or not (`\\@`): nothing keeps the tree where a target says one that its source does
 * not. The check of links tells it; all else is the same.
 */
function isTold(edition: Edition, output: string, dialect: Dialect): boolean {
  const unlinked = runChecks([linksCheck], edition).flatMap(({ got = [] }) => got.filter((one) => /@|:\/\/|^www\./i.test(one)));
  const without = (source: string) => tree(source, dialect, { htmlEmphasis: 'needed', unlinked });
  return unlinked.length > 0 && without(output) === without(edition.article.source);
}

/** Beside a letter, signs at the edge of an emphasis are written outside of it. */
function sameButForEdges(a: string, b: string): boolean {
  const parts = (text: string) => [text.replace(/\u0001\w+\u0001/g, ''), text.match(/\u0001\w+\u0001/g)?.join()];
  return parts(a).join('\n') === parts(b).join('\n');
}

const CHANGES: readonly [name: string, change: () => (text: Text) => Text][] = [
  ['pseudo', () => pseudo],
  ['hostile', () => hostile()],
  ['hostile, attached', () => attached('*_[]<>&~:`|#!\\{'.split(''))],
  ['hostile starts', () => hostile(['1)', '+', '-', '=', '>', '```', '~~~', '***', '#', '|', '[x]', '<b>', '![', '](c)', '&lt;', '\\'])],
  ['without spaces', () => withoutSpaces],
];

/** Words that touch their marks with a character that could be markup. */
function attached(characters: readonly string[]): (text: Text) => Text {
  let at = 0;
  const next = () => characters[at++ % characters.length] as string;
  return (text) =>
    text.map((piece) =>
      typeof piece === 'string' && piece.trim() !== ''
        ? piece.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, a, b, c) => `${a}${next()}${b}${next()}${c}`)
        : piece,
    );
}

/** A script without spaces, with brackets of its own beside the marks. */
function withoutSpaces(text: Text): Text {
  return text.map((piece) =>
    typeof piece === 'string' && piece.trim() !== '' ? `「${piece.replace(/[^\p{L}\p{N}]+/gu, '').replace(/\p{L}/gu, '語')}」本` : piece,
  );
}

export function plain(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/\s+/g, '')).join('\n');
}

/** Law 5: what stands between the segments stands in the edition, in order. */
export function holdsGaps(output: string, source: string, spans: readonly { start: number; end: number }[]): boolean {
  let at = 0;
  let found = 0;
  for (const { start, end } of [...spans.toSorted((a, b) => a.start - b.start), { start: source.length, end: source.length }]) {
    if (start < at) continue;
    // The `[]` of a collapsed reference gives way to its label.
    const gap = source.slice(at, start).replace(/^\]\[\]/, ']');
    found = output.indexOf(gap, found);
    if (found < 0) return false;
    found += gap.length;
    at = end;
  }
  return true;
}
