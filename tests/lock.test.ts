import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { type Machine, takeLock, thisMachine } from '../src/project/lock.ts';

const folder = () => join(mkdtempSync(join(tmpdir(), 'dragoman-lock-')), '.dragoman');
const machine = (pid: number, alive: { readonly [pid: number]: string }, host = 'here'): Machine => ({
  pid,
  host,
  startOf: (other) => alive[other],
});

test("a lock is one run's until it is given back", () => {
  const at = folder();
  const alive = { 1: '10', 2: '20' };
  const release = takeLock(at, 'dragoman translate', machine(1, alive));
  expect(() => takeLock(at, 'dragoman check', machine(2, alive))).toThrow('Another run');
  release();
  release();
  takeLock(at, 'dragoman check', machine(2, alive));
  release();
  expect(readFileSync(join(at, 'lock'), 'utf8')).toContain('dragoman check');
  expect(readdirSync(at)).toEqual(['lock']);
});

test('who holds it is named', () => {
  const at = folder();
  takeLock(at, 'dragoman translate', machine(1, { 1: '10' }));
  expect(() => takeLock(at, '', machine(2, { 1: '10', 2: '20' }))).toThrow(
    expect.objectContaining({ got: '"dragoman translate", process 1' }),
  );
});

test.each<[string, { readonly [pid: number]: string }]>([
  ['a dead process', { 2: '20' }],
  ['a process whose number another one has now', { 1: '99', 2: '20' }],
])('the lock of %s is taken over', (_, alive) => {
  const at = folder();
  takeLock(at, 'first', machine(1, { 1: '10' }));
  takeLock(at, 'second', machine(2, alive))();
  expect(existsSync(join(at, 'lock'))).toBe(false);
});

test('the lock of another machine is left alone', () => {
  const at = folder();
  takeLock(at, 'first', machine(1, { 1: '10' }, 'there'));
  expect(() => takeLock(at, 'second', machine(2, { 2: '20' }))).toThrow(expect.objectContaining({ got: '"first", process 1 on there' }));
});

test("a lock that cannot be read is nobody's", () => {
  const at = folder();
  takeLock(at, 'first', machine(1, { 1: '10' }));
  writeFileSync(join(at, 'lock'), '');
  takeLock(at, 'second', machine(2, { 1: '10', 2: '20' }));
});

test('this process is alive, and since when is known', () => {
  const { startOf } = thisMachine();
  expect(startOf(process.pid)).toBeDefined();
  expect(startOf(process.pid)).toBe(startOf(process.pid));
  expect(startOf(2 ** 22 + 1)).toBeUndefined();
});
