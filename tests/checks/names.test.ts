/** The check of names: what it says, once or as a note, and how it is waived. */

import { expect, test } from 'vitest';
import { namesCheck } from '../../src/checks/names.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { edition, findingsOf, outputOf, type Pair } from './support.ts';

const told = (locale: string, pairs: readonly Pair[]) => {
  const of = edition(locale, pairs);
  return runChecks([namesCheck], of, { output: outputOf(of) }).map(
    ({ segment, expected, level }) => `${segment} ${expected?.join()} ${level}`,
  );
};

test('a name that the target lacks is a note with the name expected', () => {
  const [finding] = findingsOf(namesCheck, 'es', 'A spokesman for Pelosi said so.', 'Un portavoz de la escama lo dijo.');
  expect(finding).toMatchObject({ check: 'names', level: 'note', message: '"Pelosi" is not in the target', expected: ['Pelosi'] });
});

test('what the edition always says otherwise is told once', () => {
  const pair = { source: 'They sell Microsoft there.', target: '他们在那里卖微软。' };
  expect(told('zh', [pair, { ...pair, source: 'We bought Microsoft here.' }])).toEqual(['s1 Microsoft note']);
});

test('a common word is a name where the edition keeps it in all other sentences', () => {
  const kept = [1, 2, 3].map((day) => ({ source: `On day ${day} the Rangers won.`, target: `El día ${day} ganaron los Rangers.` }));
  const lost = { source: 'Later the Rangers lost.', target: 'Luego perdieron los guardabosques.' };
  expect(told('es', [...kept, lost])).toEqual(['s4 Rangers note']);
  expect(told('es', [{ source: 'Later the Rangers lost.', target: 'Luego perdieron los guardabosques.' }])).toEqual([]);
});

test('a sentence that a person left out, and a sentence without names, say nothing', () => {
  expect(told('es', [{ source: 'They met Pelosi.', target: '', state: 'reviewed' }])).toEqual([]);
  expect(told('es', [{ source: 'they met nobody.', target: 'no se reunieron con nadie.' }])).toEqual([]);
});
