/**
 * The bars of laws 6 and 7: random edits of editions' files, a run with nothing to do after each, and one after the source's author
 * changed something; editions that people made, adopted.
 * Run: npm run bench:edits [-- --edits 2000 --editions 60 --seed 1 --show 20]; with --only 480,542 these of its edits alone.
 */

import process from 'node:process';
import { parseArgs } from 'node:util';
import { editedEditions } from '../tests/support/edited-editions.ts';
import { adopted, humanEditions } from '../tests/support/law-seven.ts';
import { drawn, judged, LAWS, start } from '../tests/support/law-six.ts';
import { random } from '../tests/support/random.ts';

const { values: options } = parseArgs({
  options: {
    edits: { type: 'string', default: '2000' },
    editions: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '20' },
    only: { type: 'string' },
  },
});
const editions = editedEditions(Number(options.editions)).map((one) => ({ one, desk: start(one) }));
const dice = random(Number(options.seed));
const readable = { edits: 0, authored: 0 };
let judgedEdits = 0;
const faults = new Map<string, number>();
const shown: string[] = [];
const edits = Number(options.edits);
const only = options.only?.split(',').map(Number);
for (let count = 0; count < edits; count++) {
  const { one, desk } = editions[count % editions.length] as (typeof editions)[number];
  const change = drawn(one, desk, dice);
  if (only?.includes(count) === false) continue;
  const { kinds, author } = change;
  const { broken, isReadable } = judged(one, desk, change);
  judgedEdits++;
  if (isReadable) readable.edits++;
  if (isReadable && author !== undefined) readable.authored++;
  for (const law of new Set(broken.map((fault) => fault.law))) faults.set(law, (faults.get(law) ?? 0) + 1);
  for (const { law, what } of broken)
    shown.push(`${law}: ${one.name} ${one.locale} #${count} (${kinds.join(', ')}; ${author?.kind ?? '-'}): ${what.slice(0, 240)}`);
}
console.log(
  `${judgedEdits} edits over ${editions.length} editions; ${judgedEdits - readable.edits} left a file that cannot be read, which is left alone; ` +
    `after ${readable.authored} of the others the author edits the source`,
);
for (const [law, name] of Object.entries(LAWS)) {
  const of = ['outside', 'carried', 'settled'].includes(law) ? readable.authored : readable.edits;
  const broken = faults.get(law) ?? 0;
  if (broken > 0) process.exitCode = 1;
  const share = `${(100 * (1 - broken / Math.max(1, of))).toFixed(2)} %`;
  console.log(`${name.padEnd(72)} 100 %   ${share.padEnd(10)} ${broken === 0 ? 'met' : 'NOT MET'}`);
}
for (const line of shown.slice(0, Number(options.show))) console.log(`  ${line}`);

const human = ['es', 'uk', 'ja', 'ar'].flatMap((locale) => humanEditions(locale, 15, dice));
const changed = human.filter((one) => adopted(one).edition !== one.edition);
if (changed.length > 0) process.exitCode = 1;
const kept = `${((100 * (human.length - changed.length)) / Math.max(1, human.length)).toFixed(2)} %`;
const name = `law 7: ${human.length} human editions byte for byte after adoption`;
console.log(`${name.padEnd(72)} 100 %   ${kept.padEnd(10)} ${changed.length === 0 ? 'met' : 'NOT MET'}`);
for (const one of changed) console.log(`  ${one.name} ${one.locale}`);
