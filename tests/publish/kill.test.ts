import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { temporaryFolder } from './folder.ts';
import { deadLinks, readPages, siteFiles } from './pages.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const ARTICLES = 120;

/** @returns whether it was killed */
function publish(cwd: string, out: string, killAfter?: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, 'publish', '--out', out], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, SOURCE_DATE_EPOCH: '1770000000' },
    });
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('error', reject);
    child.on('close', (code, signal) => (signal === null && code !== 0 ? reject(new Error(errors)) : resolve(signal === 'SIGKILL')));
  });
}

function writeArticles(cwd: string, version: number): void {
  for (const locale of ['en', 'es']) {
    mkdirSync(join(cwd, 'articles', locale), { recursive: true });
    // Every version has an article that the one before had not, and lacks one that it had.
    for (let index = version; index < ARTICLES + version; index++)
      writeFileSync(
        join(cwd, 'articles', locale, `story-${index}.md`),
        `---\ntitle: Story ${index}\ndate: 2026-01-01\ntags: [t${index % 5}]\n---\n\nVersion ${version}. [Next](story-${index + 1}.md)\n`,
      );
  }
}

it('a site whose build is killed at any moment has whole pages only, and the next build is as from nothing', async () => {
  const cwd = temporaryFolder();
  writeFileSync(
    join(cwd, 'dragoman.config.json'),
    JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], publish: { title: 'Courier', baseUrl: 'https://courier.example' } }),
  );
  const site = join(cwd, 'site');
  writeArticles(cwd, 0);
  await publish(cwd, 'site');
  let kills = 0;
  for (let version = 1; version <= 5; version++) {
    writeArticles(cwd, version);
    if (await publish(cwd, 'site', 100 + version * 120)) kills++;
    expect(existsSync(join(site, 'index.html'))).toBe(true);
    for (const page of readPages(site)) expect(page.text.endsWith('</html>\n'), page.path).toBe(true);
  }
  expect(kills).toBeGreaterThan(0);
  await publish(cwd, 'site');
  expect(deadLinks(site, 'https://courier.example')).toEqual([]);
  await publish(cwd, 'anew');
  const bytes = (folder: string) =>
    siteFiles(join(cwd, folder))
      .filter((file) => !file.startsWith('.'))
      .map((file) => [file, readFileSync(join(cwd, folder, file), 'utf8')]);
  expect(bytes('site')).toEqual(bytes('anew'));
}, 60_000);
