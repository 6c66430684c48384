/** `npm run fuzz [DOCUMENTS] [SEED]`: the laws of Markdown over generated documents; a document that breaks one is printed, shrunk. */

import fc from 'fast-check';
import { brokenLaws, documents, piecesOf } from '../tests/support/laws.ts';
import { markdownFiles } from '../tests/support/markdown.ts';

const [count = '10000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const files = markdownFiles();
if (files === undefined) console.log('No folder of data: fragments of real files are left out.');
const started = performance.now();
const result = fc.check(
  fc.property(documents(piecesOf(files ?? [])), (source) => {
    const broken = brokenLaws({ name: 'fuzz', source, dialect: 'md' });
    if (broken.length > 0) throw new Error(broken.join(', '));
  }),
  { numRuns: Number(count), seed: Number(seed), interruptAfterTimeLimit: 3_600_000 },
);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
if (result.failed) {
  console.log(JSON.stringify(result.counterexample?.[0]));
  console.log(`${result.errorInstance}\nafter ${result.numRuns} documents; again with: npm run fuzz ${count} ${seed}`);
  process.exitCode = 1;
} else console.log(`${result.numRuns} documents, every law holds (seed ${seed}, ${seconds} s)`);
