/**
 * The bars of adoption: editions that lag behind their source.
 * Run: npm run bench:adopt [-- --locales es,uk --seeds 3]
 */

import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { alignmentScore } from '../tests/support/alignment.ts';
import { dataFolder } from '../tests/support/data.ts';
import { type Adoption, adoptionScore, LAG } from '../tests/support/lagging.ts';

const { values: options } = parseArgs({
  options: { locales: { type: 'string', default: 'es,uk,de,ja' }, seeds: { type: 'string', default: '3' } },
});
const data = dataFolder();
const seeds = Array.from({ length: Number(options.seeds) }, (_, at) => at + 1);
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

/** Every so many articles are adopted alone as well: one edition more, with and without what the records of the others teach. */
const ALONE = 10;
/** Of the public news. */
const DOCUMENTS = 60;

function tell(name: string, all: readonly Adoption[], isBar: boolean): void {
  const sum = (of: (one: Adoption) => number) => all.reduce((total, one) => total + of(one), 0);
  const [said, right, wrong, invented] = [
    sum((one) => one.said),
    sum((one) => one.right),
    sum((one) => one.wrong),
    sum((one) => one.invented),
  ];
  const isMet = wrong / Math.max(1, right + wrong) <= 0.003 && invented === 0 && right / said >= 0.95;
  if (isBar && !isMet) process.exitCode = 1;
  const shares = `wrong ${percent(wrong, right + wrong)} (<= 0.3 %)  invented ${invented} (0)  adopted ${percent(right, said)} (>= 95 %)`;
  console.log(`${name.padEnd(34)} ${shares}  doubtful ${sum((one) => one.doubtful)}  ${isBar ? (isMet ? 'met' : 'NOT MET') : ''}`);
}

for (const locale of data === undefined ? [] : options.locales.split(',')) {
  const folder = join(data as string, 'ntrex');
  for (const [name, lag] of [
    ['paragraphs', LAG],
    ['one paragraph', { ...LAG, paragraph: 0 }],
    ['a paragraph moved', { ...LAG, moved: 1 }],
  ] as const)
    tell(
      `en-${locale}, ${name}`,
      seeds.map((seed) => adoptionScore(folder, locale, seed, lag)),
      true,
    );
  for (const isKnown of [false, true])
    tell(
      `en-${locale}, alone${isKnown ? ', others known' : ''}`,
      Array.from({ length: Math.floor(DOCUMENTS / ALONE) }, (_, nth) =>
        adoptionScore(folder, locale, 1, LAG, (document) => document === nth * ALONE, isKnown),
      ),
      false,
    );
  const former = seeds.map((seed) => alignmentScore(folder, locale, seed));
  const share = former.reduce((total, { right }) => total + right, 0) / former.reduce((total, { pairs }) => total + pairs, 0);
  console.log(`${`en-${locale}, whole editions`.padEnd(34)} right ${(share * 100).toFixed(2)} % (>= 99.2 %)`);
}
