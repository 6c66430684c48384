/** The embedded engine: the true WebAssembly on models whose weights are set by hand. */

import { expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createQueue } from '../../src/queue/queue.ts';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { embeddedStore } from '../../src/store/embedded.ts';
import { ENGLISH_SPANISH, withModels } from '../support/bergamot.ts';
import { job, limits, never } from '../support/queue.ts';
import { engineContract } from './contract.ts';

const dictionary = withModels({ 'en-es': { words: ENGLISH_SPANISH } }, 'en', ['es']);

engineContract('bergamot', async () => (await dictionary).open());

test('how probable the model finds its own words is told, and kept by the journal with the answer', async () => {
  const engine = (await dictionary).open();
  const journal = openJournal(':memory:', { name: 'run', at: 0 });
  const queue = createQueue(engine, { limits, clock: systemClock, store: embeddedStore(journal, systemClock) });
  const text = 'The house is <g id="1">big</g>.';
  const answer = await queue.submit(job(text), never);
  expect(answer.text).toBe('El casa es <g id="1">grande</g>.');
  expect(answer.remarks?.logProbability).toBeLessThan(0);
  const again = await queue.submit(job(text), never);
  expect(again).toMatchObject({ recovered: true, remarks: answer.remarks });
  // A function of the text alone, as the answer is.
  const told: unknown[] = [];
  await engine.translate({ texts: ['The river.', text], from: 'en', to: 'es', report: (_, remarks) => told.push(remarks) }, never);
  expect(told).toContainEqual(answer.remarks);
  await queue.close?.();
  journal.close();
});

test('a pair around a sentence that is cut twice stays one pair, with the spaces at the cuts in it', async () => {
  const clause = 'the ferry from Harlow to the island of Skerry left at nine with forty cars and the mail on board';
  const text =
    `<g id="1">On Monday, ${clause}; on Tuesday, <x id="2"/> ${clause}; on <g id="3">Wednesday, ${clause}; on Thursday, ${clause},</g> ` +
    `and on Friday ${clause}, by order of the harbour master.</g>`;
  const { open } = await withModels({ 'en-es': { words: [['the', 'the']] } }, 'en', ['es']);
  const engine = open();
  expect(await engine.translate({ texts: [text], from: 'en', to: 'es' }, never)).toEqual([text]);
  await engine.close?.();
});
