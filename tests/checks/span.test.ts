import { expect, test } from 'vitest';
import { numbersCheck } from '../../src/checks/numbers.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { edition } from './support.ts';

const pairs = [
  { source: 'The mayor spoke.', target: 'Habló la alcaldesa.' },
  { source: 'The crew of 40 was saved.', target: 'La tripulación de 50 personas se salvó.' },
  { source: 'There were 3 boats.', target: 'Había 4 barcos.' },
];

test('a finding has the span of its sentence, also where its person has wrapped it', () => {
  const output = '# Habló la alcaldesa.\n\n> La tripulación de 50\n> personas se salvó.\n\nHabía 4 barcos.\n';
  expect(
    runChecks([numbersCheck], edition('es', pairs), { output }).map((one) => [one.line, one.column, one.endLine, one.endColumn]),
  ).toEqual([
    [3, 3, 4, 21],
    [6, 1, 6, 16],
  ]);
});

test('letters that a person wrote as references are found, whatever words come below', () => {
  const output =
    'Habl&oacute; la alcaldesa.\n\nLa tripulaci&oacute;n de 50 personas se salv&oacute;.\n\nHab&#237;a 4 barcos.\n\nOtras personas.\n';
  expect(
    runChecks([numbersCheck], edition('es', pairs), { output }).map((one) => [one.line, one.column, one.endLine, one.endColumn]),
  ).toEqual([
    [3, 1, 3, 54],
    [5, 1, 5, 21],
  ]);
});

test('only some segments are checked where only they are asked for, and nothing of the whole edition', () => {
  const found = runChecks([numbersCheck, { name: 'names', edition: () => [{ message: 'of the edition' }] }], edition('es', pairs), {
    output: '',
    only: new Set(['s3']),
  });
  expect(found.map(({ segment, message }) => [segment, message])).toEqual([['s3', expect.stringContaining('3')]]);
});
