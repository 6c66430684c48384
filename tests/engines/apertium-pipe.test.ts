/** The pipeline's process, with plain commands as stages: what matters is how it ends. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { findMode, installedModes, pipelineOf } from '../../src/engines/apertium/modes.ts';
import { type Pipe, startPipe } from '../../src/engines/apertium/pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const signal = new AbortController().signal;
const started: Pipe[] = [];
const start = (script: string) => {
  const pipe = startPipe(script, 'test');
  started.push(pipe);
  return pipe;
};
afterEach(() => {
  for (const pipe of started.splice(0)) pipe.kill();
});

describe('a pipeline', () => {
  test('answers each line, again and again', async () => {
    const pipe = start('cat | cat');
    expect(await pipe.ask(['one', '[[t:1]]two[[/]]', 'three\nlines'], signal)).toEqual(['one', '[[t:1]]two[[/]]', 'three\nlines']);
    expect(await pipe.ask(['four'], signal)).toEqual(['four']);
    expect(pipe.alive).toBe(true);
  });

  test('more than the pipes hold', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `${at} ${'x'.repeat(200)}`);
    expect(await start('cat | cat').ask(lines, signal)).toEqual(lines);
  });

  test('characters cut between two chunks', async () => {
    const lines = ['é'.repeat(40_001), '😀'.repeat(30_001)];
    expect(await start('cat').ask(lines, signal)).toEqual(lines);
  });

  test.each([
    ['dies at once', 'cat | false | cat', /ended/],
    ['is not there', 'cat | no-such-stage | cat', /ended: .*no-such-stage.*not found/],
    ['dies on the way', 'cat | head -c 40 | cat', /ended/],
    ['says why', 'cat | (echo "model.bin: wrong version" >&2; exit 1)', /ended: model.bin: wrong version/],
  ])('a stage that %s', async (_, script, message) => {
    const pipe = start(script);
    await expect(pipe.ask(['first', 'second', 'third'], signal)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(message),
    });
    expect(pipe.alive).toBe(false);
    await expect(pipe.ask(['next'], signal)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test.each([
    ['loses a text', `sed -zu '/second/d'`],
    ['loses the frame', `sed -zu 's/\\[s1\\]//'`],
    ['gives an older text again', `sed -zu 's/1\\]/0]/g'`],
  ])('an answer of a stage that %s is nobody’s', async (_, script) => {
    await expect(start(script).ask(['first', 'second', 'third'], signal)).rejects.toMatchObject({
      kind: 'unavailable',
      message: /out of step/,
    });
  });

  test('calls may overlap', async () => {
    const pipe = start('cat | cat');
    const asked = [pipe.ask(['a', 'b'], signal), pipe.ask(['c'], signal), pipe.ask(['d', 'e'], signal)];
    expect(await Promise.all(asked)).toEqual([['a', 'b'], ['c'], ['d', 'e']]);
  });

  test('a signal ends its own call, and the pipeline only where nobody else waits', async () => {
    const pipe = start('cat | cat');
    const control = new AbortController();
    const stopped = expect(pipe.ask(['a'], control.signal)).rejects.toMatchObject({ kind: 'aborted' });
    const other = pipe.ask(['b'], signal);
    control.abort();
    await stopped;
    expect(await other).toEqual(['b']);
    expect(pipe.alive).toBe(true);
  });

  test('the death of a stage fails all that wait', async () => {
    const pipe = start('cat | head -c 12 | cat');
    const asked = await Promise.allSettled([pipe.ask(['a'], signal), pipe.ask(['b'], signal)]);
    expect(asked.map(({ status }) => status)).toContain('rejected');
    expect(asked.at(-1)).toMatchObject({ reason: { kind: 'unavailable' } });
  });

  test('is killed by the signal, all stages', async () => {
    const control = new AbortController();
    const pipe = start('cat | sleep 1000');
    const asked = pipe.ask(['first'], control.signal);
    control.abort();
    await expect(asked).rejects.toMatchObject({ kind: 'aborted' });
    expect(pipe.alive).toBe(false);
  });
});

describe('modes', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'modes'));
  for (const name of ['eng-cat', 'eng-cat_valencia', 'en-gl', 'es-pt', 'es-pt_BR', 'eco-es-fr', 'rus-ukr', 'en-es-tagger'])
    writeFileSync(join(folder, 'modes', `${name}.mode`), '');
  const modes = installedModes(folder);

  test.each([
    ['en', 'ca', 'eng-cat'],
    ['en-GB', 'ca', 'eng-cat'],
    ['en', 'ca-valencia', 'eng-cat_valencia'],
    ['en', 'gl', 'en-gl'],
    ['es', 'pt', 'es-pt'],
    ['es-MX', 'pt-BR', 'es-pt_BR'],
    ['ru', 'uk', 'rus-ukr'],
    ['es', 'fr', undefined],
  ])('%s -> %s is %s', (from, to, name) => expect(findMode(modes, from, to)?.name).toBe(name));

  test('a variant by name', () => expect(findMode(modes, 'en', 'ca', 'valencia')?.name).toBe('eng-cat_valencia'));
  test('nothing installed', () => expect(installedModes(join(folder, 'nowhere'))).toEqual([]));

  test('a tagger that does not run gives way to the constraint grammar', () => {
    const script = `lt-proc -z 'a.bin' | cg-proc -z -w 'b.bin' | apertium-tagger -z -g $2 'c.prob' | apertium-pretransfer -z`;
    const [mode, other] = [findMode(modes, 'ru', 'uk'), findMode(modes, 'en', 'gl')];
    if (mode === undefined || other === undefined) throw new Error('the modes are missing');
    expect(pipelineOf(mode, script)).toBe(`lt-proc -z 'a.bin' | cg-proc -z -1 -n -w 'b.bin' | apertium-pretransfer -z`);
    expect(pipelineOf(other, script)).toBe(script);
  });
});
