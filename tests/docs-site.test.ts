import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from './publish/folder.ts';
import { deadLinks, siteFiles } from './publish/pages.ts';

test('the pages of docs/ are a site that this program builds, without a dead link or a finding', { timeout: 120_000 }, () => {
  const out = temporaryFolder();
  const script = resolve(import.meta.dirname, '../scripts/docs-site.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, out, 'https://docs.example/'], { encoding: 'utf8' });
  expect(stdout + stderr).not.toMatch(/ (?:warning|error) /);
  expect(status).toBe(0);
  expect(siteFiles(out)).toContain('en/getting-started/index.html');
  expect(deadLinks(out, 'https://docs.example')).toEqual([]);
});
