/** The promise on real translations: the checks hold their peace. `npm run bench:checks` measures all of it, and sown faults. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAULTS, random } from '../../scripts/faults.ts';
import { checks } from '../../src/adapters.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { dataFolder } from '../support/data.ts';
import { edition, outputOf } from './support.ts';

const folder = dataFolder();
if (folder === undefined) console.log('skipped: no public data (DRAGOMAN_DATA)');

const lines = (locale: string) =>
  readFileSync(join(folder ?? '', 'ntrex', `${locale}.txt`), 'utf8')
    .trimEnd()
    .split('\n');

describe.skipIf(folder === undefined)('human translations of news', () => {
  test.each(['es', 'uk', 'ar', 'zh'])('%s: at least 97 of 100 segments without a warning', (locale) => {
    const [source, target] = [lines('en'), lines(locale)];
    const pairs = source.slice(0, 300).map((line, index) => ({ source: line, target: target[index] as string }));
    const of = edition(locale, pairs);
    const loud = runChecks(checks, of, { output: outputOf(of) }).filter(
      (finding) => finding.level !== 'note' && finding.segment !== undefined,
    );
    expect(new Set(loud.map((finding) => finding.segment)).size).toBeLessThanOrEqual(9);
  });

  test.each(FAULTS.filter((fault) => fault.least === 100))('$name is always found', ({ sow }) => {
    const next = random(1);
    const [source, target, other] = [lines('en'), lines('fr'), lines('es')];
    let sown = 0;
    for (let at = 0; sown < 60 && at < source.length - 1; at++) {
      const after = { source: source[at + 1] as string, target: target[at + 1] as string };
      const pair = sow(
        {
          source: source[at] as string,
          target: target[at] as string,
          locale: 'fr',
          after,
          elsewhere: other[at] as string,
          inLanguage: () => undefined,
        },
        next,
      );
      if (pair === undefined) continue;
      sown++;
      expect(runChecks(checks, edition('fr', [pair])).some((finding) => finding.level === 'error')).toBe(true);
    }
    expect(sown).toBe(60);
  });
});
