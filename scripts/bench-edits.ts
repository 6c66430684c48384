/**
 * The bars of laws 6 and 7: random edits of editions' files, a run with nothing to do after each, and one after a sentence of the source
 * changed; editions that people made, adopted.
 * Run: npm run bench:edits [-- --edits 2000 --editions 60 --seed 1]
 */

import process from 'node:process';
import { parseArgs } from 'node:util';
import { editedEditions } from '../tests/support/edited-editions.ts';
import { adopted, humanEditions } from '../tests/support/law-seven.ts';
import { lawSix, start } from '../tests/support/law-six.ts';
import { random } from '../tests/support/random.ts';

const { values: options } = parseArgs({
  options: {
    edits: { type: 'string', default: '2000' },
    editions: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
const editions = editedEditions(Number(options.editions)).map((one) => ({ one, desk: start(one) }));
const dice = random(Number(options.seed));
const count = { edits: 0, readable: 0, bytes: 0, sent: 0, record: 0, outside: 0 };
const shown: string[] = [];
for (; count.edits < Number(options.edits); count.edits++) {
  const { one, desk } = editions[count.edits % editions.length] as (typeof editions)[number];
  const { kinds, broken, isReadable } = lawSix(one, desk, dice);
  if (isReadable) count.readable++;
  for (const fault of broken) {
    if (fault.startsWith('changed')) count.outside++;
    else if (fault.endsWith('sent')) count.sent++;
    else if (fault.endsWith('record')) count.record++;
    else count.bytes++;
  }
  if (broken.length > 0) shown.push(`${one.name} ${one.locale} (${kinds.join(', ')}): ${broken.join('; ').slice(0, 240)}`);
}
const share = (faults: number) => `${(100 * (1 - faults / Math.max(1, count.readable))).toFixed(2)} %`;
const bar = (name: string, faults: number) => {
  if (faults > 0) process.exitCode = 1;
  console.log(`${name.padEnd(72)} 100 %   ${share(faults).padEnd(10)} ${faults === 0 ? 'met' : 'NOT MET'}`);
};
console.log(
  `${count.edits} edits over ${editions.length} editions; ${count.edits - count.readable} left a file that cannot be read, which is left alone`,
);
bar('law 6: the edition byte for byte as its person left it, twice', count.bytes);
bar('law 6: nothing sent', count.sent);
bar('law 6: a second run writes the same record', count.record);
bar('law 6: bytes outside the target of a changed sentence as they were', count.outside);
for (const line of shown.slice(0, 20)) console.log(`  ${line}`);

const human = ['es', 'uk', 'ja', 'ar'].flatMap((locale) => humanEditions(locale, 15, dice));
const changed = human.filter((one) => adopted(one).edition !== one.edition);
if (changed.length > 0) process.exitCode = 1;
const kept = `${((100 * (human.length - changed.length)) / Math.max(1, human.length)).toFixed(2)} %`;
const name = `law 7: ${human.length} human editions byte for byte after adoption`;
console.log(`${name.padEnd(72)} 100 %   ${kept.padEnd(10)} ${changed.length === 0 ? 'met' : 'NOT MET'}`);
for (const one of changed) console.log(`  ${one.name} ${one.locale}`);
