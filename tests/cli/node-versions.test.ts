import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

test('the command asks for the Node that the package asks for', () => {
  const [, major, minor] = /LEAST = \[(\d+), (\d+)\]/.exec(readFileSync(new URL('../../src/cli/bin.ts', import.meta.url), 'utf8')) ?? [];
  expect(packageJson.engines.node).toBe(`>=${major}.${minor}`);
});
