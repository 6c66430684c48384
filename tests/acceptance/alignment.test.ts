import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alignmentScore } from '../support/alignment.ts';
import { dataFolder } from '../support/data.ts';

/** All documents take a minute and a half, and are what `npm run bench:adopt` measures; every third scores the same within half a point. */
const folder = join(dataFolder() ?? '', 'ntrex');

test.skipIf(!existsSync(folder)).each(['es', 'uk', 'de', 'ja'])(
  'sentences of disturbed translations find their sources: %s',
  {
    // Ten seconds of CPU, beside everything else that runs.
    timeout: 600_000,
  },
  (locale) => {
    const { pairs, right } = alignmentScore(folder, locale, 11, 3);
    console.log(`${locale}: ${right} of ${pairs} pairs right (${((100 * right) / pairs).toFixed(1)} %)`);
    expect(right / pairs).toBeGreaterThanOrEqual(0.97);
  },
);
