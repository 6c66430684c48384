import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moduleEngine } from '../../src/engines/module.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { engineContract } from './contract.ts';

const folder = temporaryFolder();
let count = 0;

/** Writes a module and loads it as the engine "mine". */
function load(source: string, entry: Record<string, unknown> = {}) {
  const module = `./engine-${count++}.mjs`;
  writeFileSync(join(folder, module), source);
  return moduleEngine({ name: 'mine', entry: { module, ...entry }, folder });
}
const ask = { texts: ['a', 'b'], from: 'en', to: 'es' };
const signal = new AbortController().signal;

engineContract('module', () =>
  load(`export default { name: 'same', translate: async ({ texts }, signal) => {
    if (signal.aborted) throw Object.assign(new Error('stopped'), { kind: 'aborted' });
    return texts;
  } }`),
);

describe('a module of one’s own', () => {
  test('an object: name, limits, price', async () => {
    const engine = await load(
      `export default { name: 'own', limits: { textsPerRequest: 3 }, pricePerMillionCharacters: 2.5, translate: async ({ texts }) => texts }`,
    );
    expect(engine).toMatchObject({ name: 'own', limits: { textsPerRequest: 3 }, pricePerMillionCharacters: 2.5 });
  });

  test('a function, and one that is async, of the config entry', async () => {
    const engine = await load(
      `export default async (entry) => ({ name: 'n', translate: async ({ texts }) => texts.map((t) => t + entry.mark) })`,
      {
        mark: '!',
      },
    );
    expect(await engine.translate(ask, signal)).toEqual(['a!', 'b!']);
  });

  test('`this` is the module’s own object', async () => {
    const engine = await load(
      `export default { name: 'n', mark: '?', async translate({ texts }) { return texts.map((t) => t + this.mark); } }`,
    );
    expect(await engine.translate(ask, signal)).toEqual(['a?', 'b?']);
  });

  test('what it does to its request, and to its answer later, is its own', async () => {
    const engine = await load(`export default { name: 'n', translate: async (request) => {
      const answer = request.texts.splice(0);
      request.terms[0].source = request.contexts = request.to = undefined;
      setImmediate(() => answer.splice(0));
      return answer; } }`);
    const request = { ...ask, texts: ['a', 'b'], terms: [{ source: 'x', target: 'y' }], contexts: [{}, {}] };
    const given = structuredClone(request);
    const answer = await engine.translate(request, signal);
    await new Promise((later) => setImmediate(later));
    expect([request, answer]).toEqual([given, ['a', 'b']]);
  });

  test('of what it says only what can be kept comes through', async () => {
    const engine = await load(`export default { name: 'n', translate: async ({ texts, report, bill }) => {
      const itself = { logProbability: NaN }; itself.unknown = [itself, 'pier'];
      report(0, itself); report(1, null); report(9, {}); report('length', {});
      bill(null); bill({ cost: NaN, characters: -1 }); bill({ cost: '5', characters: 7 });
      return texts; } }`);
    const said: unknown[] = [];
    const charges: unknown[] = [];
    await engine.translate({ ...ask, report: (...words) => said.push(words), bill: (charge) => charges.push(charge) }, signal);
    expect(said).toEqual([
      [0, { unknown: ['pier'] }],
      [1, {}],
    ]);
    expect(charges).toEqual([{}, {}, { characters: 7 }]);
  });

  test('terms reach it, and its retryable errors come through', async () => {
    const engine = await load(`export default { name: 'n', translate: async ({ terms }) => {
      throw Object.assign(new Error(terms[0].target), { retryable: true, retryAfterMs: 7 }); } }`);
    const asked = engine.translate({ ...ask, terms: [{ source: 'x', target: 'y' }] }, signal);
    await expect(asked).rejects.toMatchObject({ message: 'y', retryable: true, retryAfterMs: 7 });
  });

  test.each([
    ['[]', '0 texts for 2'],
    ["['a', 1]", 'a list with number in it'],
    ["'ab'", 'no list of texts (string)'],
    ['undefined', 'no list of texts (undefined)'],
  ])('an answer of %s is an error of the answer', async (answer, got) => {
    const engine = await load(`export default { name: 'n', translate: async () => ${answer} }`);
    await expect(engine.translate(ask, signal)).rejects.toMatchObject({ kind: 'answer', message: `The engine "mine" gave ${got}` });
  });

  test.each([
    ['export const other = 1', 'is no engine', 'nothing'],
    ['export default { name: "n" }', 'is no engine', 'nothing'],
    ['export default { name: 7, translate() {} }', 'is no engine', '7'],
    ['export default { name: "n", limits: { textsPerRequest: 0 }, translate() {} }', 'is no engine', '0'],
    ['export default { name: "n", limits: 5, translate() {} }', 'is no engine', '5'],
    ['export default { name: "n", pricePerMillionCharacters: "free", translate() {} }', 'is no engine', '"free"'],
    ['export default () => { throw new TypeError("no key") }', 'does not load', 'TypeError: no key'],
    ['import "./nowhere.mjs"; export default {}', 'does not load', /nowhere/],
    ['export default {', 'does not load', /syntax/i],
  ])('%s is refused in words', async (source, message, got) => {
    const refused = await load(source).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'KnownError', got: expect.stringMatching(got), help: expect.stringContaining(folder) });
    expect(String(refused)).toContain(message);
  });

  test('a module that is missing, or not named', async () => {
    const missing = moduleEngine({ name: 'mine', entry: { module: './none.mjs' }, folder });
    await expect(missing).rejects.toMatchObject({ name: 'KnownError', expected: `a file at ${join(folder, 'none.mjs')}` });
    await expect(moduleEngine({ name: 'mine', entry: {}, folder })).rejects.toMatchObject({ name: 'KnownError', got: 'nothing' });
  });
});
