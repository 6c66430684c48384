/**
 * `npm run bench:damage [-- --answers 10000] [--seed 14] [--show]`: what becomes of answers that an engine has damaged, whatever it is
 * asked: mended to the letter, told (refused, or a finding), or published without a finding; and letters written as references.
 */

import process from 'node:process';
import { parseArgs } from 'node:util';
import { DAMAGES, damaged } from '../tests/support/damage.ts';
import { seeded } from '../tests/support/metered.ts';

const { values: options } = parseArgs({
  options: { answers: { type: 'string', default: '10000' }, seed: { type: 'string', default: '14' }, show: { type: 'boolean' } },
});
const kinds = Object.keys(DAMAGES);
const random = seeded(Number(options.seed));
const counts = new Map(kinds.map((kind) => [kind, { mended: 0, told: 0, published: 0, 'not damaged': 0 }]));
let references = 0;
let answers = 0;
for (let at = 0; answers < Number(options.answers); at++) {
  const kind = kinds[at % kinds.length] as string;
  const one = await damaged(kind, random);
  const count = counts.get(kind);
  if (count !== undefined) count[one.fate]++;
  if (one.fate === 'not damaged') continue;
  answers++;
  references += one.references.length;
  if (one.fate === 'published' && options.show === true) console.log(`  ${kind}\n    ${one.edition.trim()}\n    ${one.wanted.trim()}`);
}

console.log(`${''.padEnd(36)} mended  told  published`);
let published = 0;
for (const [kind, { mended, told, published: bad }] of counts) {
  published += bad;
  console.log(`${kind.padEnd(36)} ${String(mended).padStart(6)} ${String(told).padStart(5)} ${String(bad).padStart(10)}`);
}
console.log(`\n${kinds.length} kinds of damage, ${answers} answers`);
console.log(`published without a finding: ${published} (target 0)`);
console.log(`letters written as references in editions: ${references} (target 0)`);
process.exitCode = published + references > 0 ? 1 : 0;
