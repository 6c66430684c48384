import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { type Holder, inWords, takeLock } from '../src/project/lock.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = () => join(temporaryFolder(), '.dragoman');
const atOnce = async () => {};

test("a lock is one command's until it is given back", async () => {
  const at = folder();
  const release = await takeLock(at, 'translate');
  await expect(takeLock(at, 'check')).rejects.toMatchObject({ got: `"translate", process ${process.pid}` });
  release();
  release();
  const second = await takeLock(at, 'check');
  // The first one's release is over: it does not give back what another has taken.
  release();
  await expect(takeLock(at, 'third')).rejects.toMatchObject({ got: `"check", process ${process.pid}` });
  second();
  expect(readdirSync(at)).toEqual(['lock.db']);
});

test('who waits is told for whom, once, and has the lock when it is given back', async () => {
  const at = folder();
  const release = await takeLock(at, 'translate');
  const told: (Holder | undefined)[] = [];
  let pauses = 0;
  const sleep = async () => {
    if (++pauses === 3) release();
  };
  const second = await takeLock(at, 'check', { waitMs: Number.POSITIVE_INFINITY, onWait: (holder) => told.push(holder), sleep });
  expect(told).toMatchObject([{ pid: process.pid, command: 'translate' }]);
  expect(pauses).toBe(3);
  second();
});

test('who has waited long enough is refused, and so is who is told to stop', async () => {
  const at = folder();
  const release = await takeLock(at, 'translate');
  const pauses: number[] = [];
  const sleep = async (ms: number) => pauses.push(ms);
  await expect(takeLock(at, 'check', { waitMs: 1000, sleep })).rejects.toThrow('Another run');
  expect(pauses.reduce((sum, ms) => sum + ms)).toBe(1000);
  const stop = new AbortController();
  const stopping = async () => stop.abort();
  await expect(takeLock(at, 'check', { waitMs: Number.POSITIVE_INFINITY, sleep: stopping, signal: stop.signal })).rejects.toThrow(
    'Another run',
  );
  release();
});

test('a file that is no lock is named', async () => {
  const at = folder();
  mkdirSync(at);
  writeFileSync(join(at, 'lock.db'), 'other bytes'.repeat(100));
  await expect(takeLock(at, 'translate')).rejects.toMatchObject({ name: 'KnownError', help: expect.stringContaining('Delete the file') });
});

test('what killed processes left beside the caches goes with the next run', async () => {
  const at = folder();
  mkdirSync(at);
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const long = new Date(Date.now() - 3_600_000);
  const put = (name: string, time?: Date) => {
    writeFileSync(join(at, name), '');
    if (time !== undefined) utimesSync(join(at, name), time, time);
  };
  put(`lock.json.${gone}.part`, long);
  put(`fresh-es.bin.${gone}.part`, long);
  // Of another machine that shares the folder, of a process that runs, and of somebody else.
  put(`releases.json.${gone}.part`);
  put(`fresh-ca.bin.${process.ppid}.part`, long);
  put('notes.part', long);
  (await takeLock(at, 'translate'))();
  expect(readdirSync(at).sort()).toEqual([`fresh-ca.bin.${process.ppid}.part`, 'lock.db', 'notes.part', `releases.json.${gone}.part`]);
});

test('locks of other names are no hindrance', async () => {
  const at = folder();
  const all = [await takeLock(at, 'translate'), await takeLock(at, 'publish', { name: 'site' })];
  for (const release of all) release();
});

test('many that wait have it one after the other', async () => {
  const at = folder();
  let holders = 0;
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      const release = await takeLock(at, 'save', {
        waitMs: Number.POSITIVE_INFINITY,
        sleep: () => new Promise((next) => setImmediate(next)),
      });
      expect(++holders).toBe(1);
      await new Promise((next) => setImmediate(next));
      holders--;
      release();
    }),
  );
});

test('the lock of a process that was killed is free', async () => {
  const at = folder();
  const program = `
    const { takeLock } = await import(${JSON.stringify(resolve(import.meta.dirname, '../src/project/lock.ts'))});
    await takeLock(${JSON.stringify(at)}, 'translate');
    console.log('taken');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((taken) => child.stdout.once('data', taken));
  await expect(takeLock(at, 'check')).rejects.toMatchObject({ got: `"translate", process ${child.pid}` });
  const ended = new Promise((end) => child.once('close', end));
  child.kill('SIGKILL');
  await ended;
  const release = await takeLock(at, 'check', { sleep: atOnce });
  release();
  expect(existsSync(join(at, 'lock.json'))).toBe(false);
});

test('a holder is named with its machine where that is another', () => {
  expect(inWords({ pid: 7, host: 'build-3', command: 'translate' })).toBe('"translate", process 7 on build-3');
  expect(inWords(undefined)).toBe('another command');
});
