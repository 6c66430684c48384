/**
 * `npm run fuzz [-- DOCUMENTS [SEED [REPEATS]]]`: the laws of Markdown over generated documents; a document that breaks one is printed,
 * shrunk. Then texts that repeat something, four times as long at each step, through some of what reads an article: one whose time grows by
 * more than it should is printed with the reader and the length. A text's own number says which commands it goes through and how far.
 */

import process from 'node:process';
import fc from 'fast-check';
import { piecesOf, samples } from '../tests/support/documents.ts';
import { brokenLaws } from '../tests/support/laws.ts';
import { markdownFiles } from '../tests/support/markdown.ts';
import { fuzzRepeats } from './slow/fuzz.ts';

const [count = '10000', said = String(Date.now() % 1_000_000), repeats = '100'] = process.argv.slice(2);
const seed = Number(said);
const again = `again with: npm run fuzz -- ${count} ${seed} ${repeats}`;
const files = markdownFiles();
if (files === undefined) console.log('No folder of data: fragments of real files are left out.');
const started = performance.now();
const result = fc.check(
  fc.property(samples(piecesOf(files ?? [])), (sample) => {
    const broken = brokenLaws(sample);
    if (broken.length > 0) throw new Error(broken.join(', '));
  }),
  { numRuns: Number(count), seed, interruptAfterTimeLimit: 3_600_000 },
);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
if (result.failed) {
  console.log(JSON.stringify(result.counterexample?.[0]));
  console.log(`${result.errorInstance}\nafter ${result.numRuns} documents; ${again}`);
  process.exitCode = 1;
} else console.log(`${result.numRuns} documents, every law holds (seed ${seed}, ${seconds} s)`);

const slow = await fuzzRepeats({ seed, count: Number(repeats), say: (line) => console.log(line) });
if (slow > 0) {
  console.log(`${slow} of ${repeats} repeated texts are slow; ${again}`);
  process.exitCode = 1;
} else console.log(`${repeats} repeated texts, none takes more than its length is worth (seed ${seed})`);
