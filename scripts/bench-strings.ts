/** Law 6 over files of strings: `npm run bench:strings [-- --count N --seed N]`. */

import process from 'node:process';
import { parseArgs } from 'node:util';
import { drawnStrings, judgedStrings } from '../tests/support/law-six-strings.ts';
import { random } from '../tests/support/random.ts';
import { STRING_CASES } from '../tests/support/string-cases.ts';
import { runStrings } from '../tests/support/string-room.ts';

const LOCALES = ['es', 'uk', 'ja'];
const { values } = parseArgs({ options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '7' } } });
const dice = random(Number(values.seed));
const each = Math.ceil(Number(values.count) / (STRING_CASES.length * LOCALES.length));
const tally = { edits: 0, unreadable: 0, broken: 0 };
for (const one of STRING_CASES)
  for (const to of LOCALES) {
    const first = runStrings(one, one.source, to);
    for (let count = 0; count < each; count++) {
      const { kinds, edition } = drawnStrings(one, first, dice);
      const broken = judgedStrings(one, to, first, edition, dice);
      tally.edits++;
      if (broken === undefined) tally.unreadable++;
      if (broken === undefined || broken.length === 0) continue;
      tally.broken++;
      process.stdout.write(`${one.name} in ${to}: ${kinds.join(', ')}\n${broken.map((what) => `  ${what}\n`).join('')}`);
    }
  }
process.stdout.write(`${JSON.stringify(tally)}\n`);
process.exitCode = tally.broken > 0 ? 1 : 0;
