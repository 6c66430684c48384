/** Terms: false alarms, misses, damaged names, source matching, speed, on the labelled uses of `../shared/data/terms`. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findTerms } from '../src/glossary/match.ts';
import { inspectTerm } from '../src/glossary/uses.ts';

const data = process.env.DRAGOMAN_DATA ?? join(import.meta.dirname, '../../shared/data');
const LANGUAGES = ['uk', 'ru', 'pl', 'de', 'es', 'fr', 'tr'];
const show = process.argv.slice(2);

interface Use {
  readonly term: string;
  readonly approved: string;
  readonly source: string;
  readonly target: string;
  readonly present: boolean;
  readonly how: string;
  readonly surface?: string;
}

if (!existsSync(join(data, 'terms'))) {
  console.log(`no data in ${data}`);
  process.exit(0);
}
for (const tag of LANGUAGES) {
  const uses = readFileSync(join(data, 'terms', `${tag}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Use);
  const kinds = new Map(
    readFileSync(join(data, 'terms', `${tag}.csv`), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const cells = line.split(',');
        return [cells[0], cells.at(-1)];
      }),
  );
  let present = 0,
    alarms = 0,
    derivedAlarms = 0,
    absent = 0,
    misses = 0,
    derivedHits = 0,
    derivedAll = 0;
  const lines: string[] = [];
  for (const use of uses) {
    const kind = kinds.get(use.term) as string;
    const got = inspectTerm(use.target, { target: use.approved, kind: kind === 'noun' ? 'term' : kind }, tag);
    const used = ['exact', 'inflected', 'compound'].includes(got.verdict);
    if (use.present) {
      present += 1;
      if (!used) {
        alarms += 1;
        if (got.verdict === 'derived') derivedAlarms += 1;
        lines.push(`ALARM ${use.approved} | ${use.surface} | ${got.verdict} ${got.surface ?? ''}`);
      }
    } else {
      absent += 1;
      if (used) {
        misses += 1;
        lines.push(`MISS ${use.approved} | ${got.surface} | ${use.how}`);
      }
      if (use.how === 'derived') {
        derivedAll += 1;
        if (got.verdict === 'derived') derivedHits += 1;
        else lines.push(`DERIVED? ${use.approved} | ${use.target.slice(0, 200)}`);
      } else if (got.verdict === 'derived') lines.push(`DERIVED! ${use.approved} | ${got.surface} | ${use.how}`);
    }
  }
  console.log(
    `${tag}: alarms ${alarms}/${present} ${((100 * alarms) / present).toFixed(2)}% (derived ${derivedAlarms})  misses ${misses}/${absent} ${((100 * misses) / absent).toFixed(2)}%  derived ${derivedHits}/${derivedAll}`,
  );
  if (show.includes(tag)) console.log(lines.join('\n'));
}
