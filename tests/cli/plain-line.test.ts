import { expect, it } from 'vitest';
import { plainLine } from '../../src/cli/plain-line.ts';
import { runProgram } from '../../src/cli/program.ts';
import { temporaryFolder } from '../publish/folder.ts';

it.each([
  ['plain: words, привет, 日本, 👍, a\ttab', 'plain: words, привет, 日本, 👍, a\ttab'],
  ['\u001b]0;title\u0007 \u001b[2J', '\\u001b]0;title\\u0007 \\u001b[2J'],
  ['a\r::error::b', 'a\n\u200b::error::b'],
  ['a\n  ::error file=x::b', 'a\n  \u200b::error file=x::b'],
  ['##vso[task.setvariable]x', '\u200b##vso[task.setvariable]x'],
  ['## Heading\nstd::map', '## Heading\nstd::map'],
  ['a\u2028::warning::b\u202e', 'a\\u2028::warning::b\\u202e'],
  ['\u009b31m', '\\u009b31m'],
])('shows %j as %j', (text, shown) => {
  expect(plainLine(text, false)).toBe(shown);
});

it('keeps the colours that the program writes, and no other sequence', () => {
  expect(plainLine('\u001b[31merror\u001b[0m \u001b[2J', true)).toBe('\u001b[31merror\u001b[0m \\u001b[2J');
  expect(plainLine('\u001b[31merror\u001b[0m', false)).toBe('\\u001b[31merror\\u001b[0m');
});

it('an argument with a line of its own is no command to the continuous integration', async () => {
  let out = '';
  const screen = { write: (text: string) => (out += text) };
  const signal = new AbortController().signal;
  await runProgram(['translate', '--config', 'x\n::error::owned\u001b[2J'], {
    cwd: temporaryFolder(),
    env: {},
    stdout: screen,
    stderr: screen,
    signal,
  });
  expect(out).toContain('owned');
  expect(out).not.toMatch(/^\s*::error/m);
  expect(out).not.toContain('\u001b');
});
