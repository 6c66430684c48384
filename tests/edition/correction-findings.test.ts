/** What a corrected term brings, and what it settles, seen before it is done. */

import { expect, test } from 'vitest';
import { checks, recordFormat } from '../../src/adapters.ts';
import { findingsLook } from '../../src/edition/correction-findings.ts';
import { openDisk } from '../../src/project/disk.ts';
import { openProject } from '../../src/project/project.ts';
import { foreseeTerm } from '../../src/session/correcting.ts';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

test('a target with another number in it brings a finding, the next one takes it away again', async () => {
  const project = checkout({
    'articles/en/a.md': 'The mayor spoke to 3 people.\n',
    'locales/es/glossary.csv': 'source,target,kind,variants\nmayor,ALCALDESA,term,MAYOR\n',
  });
  const run = inProcess(project.root);
  await run('translate');
  const opened = openProject(project.root);
  const look = (target: string) => {
    const correction = foreseeTerm(opened, { from: 'en', to: 'es' }, { source: 'mayor', target });
    const desk = openDisk(opened, { recordFormat, checks }).deskFor('es', 'en');
    return correction.affected
      .map(findingsLook(correction, desk, 'en'))
      .map((one) => [one?.come, one?.gone].map((all) => all?.map(({ check }) => check)));
  };
  expect(look('PRIMERA EDIL')).toEqual([[[], []]]);
  expect(look('EDIL 77')).toEqual([[['numbers'], []]]);
  await run('glossary', 'set', 'es', 'mayor', 'EDIL 77');
  expect(look('PRIMERA EDIL')).toEqual([[[], ['numbers']]]);
});
