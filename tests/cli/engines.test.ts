import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';

test('engines that can be used, those that cannot, and what they need', async () => {
  const project = checkout(
    {},
    { engines: { mine: { module: './engine.mjs' }, gone: { module: './gone.mjs' }, apertium: { dataFolder: '/nowhere' } } },
  );
  const { code, events, summary } = await project.run('engines', '--to', 'es,ja', '--json');
  expect(code).toBe(0);
  const engine = (name: string) => events.find((event) => event.type === 'engine' && event.name === name);
  expect(engine('pseudo')).toMatchObject({ ready: true });
  expect(engine('mine')).toMatchObject({ ready: true });
  expect(engine('gone')).toMatchObject({ ready: false, message: 'The module of the engine "gone" is missing' });
  expect(engine('google')).toMatchObject({ ready: false, help: expect.stringContaining('gcloud') });
  const pair = (to: string) => events.find((event) => event.type === 'pair' && event.engine === 'apertium' && event.to === to);
  expect(pair('es')).toMatchObject({ ready: false, help: 'Run: apt-get install apertium apertium-eng-spa' });
  expect(pair('ja')).toMatchObject({ ready: false, help: 'Choose another engine for this locale.' });
  expect(summary).toMatchObject({ type: 'summary', ready: expect.any(Number) });
});

test('for people, a line an engine', async () => {
  const project = checkout({}, { engine: 'pseudo' });
  const { stdout } = await project.run('engines');
  expect(stdout).toMatch(/^pseudo +ready +en -> es; used for es$/m);
  expect(stdout).toMatch(/^google +not ready +The engine "google" needs a Google Cloud project$/m);
});

test('a locale that is none', async () => {
  const { code, stderr } = await checkout({}).run('engines', '--to', 'xx');
  expect([code, stderr]).toEqual([2, expect.stringContaining('"xx" is not a locale')]);
});
