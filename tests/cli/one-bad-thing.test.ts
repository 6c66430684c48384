import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { BAD, badArticle, UNREADABLE } from '../hostile/bad-articles.ts';
import { temporaryFolder } from '../publish/folder.ts';

/** Odd, and no failure of its article's words. */
const ODD: Readonly<Record<string, string>> = {
  aliases: 'aliases: [[1, [2]], { a: 1 }, null, "../../x", "/robots.txt/old"]',
  tags: 'tags: { a: { b: [1] } }\nauthors: [[[[1]]]]',
};

async function run(cwd: string, ...argv: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const screen = { write: (text: string) => (out += text) };
  const signal = new AbortController().signal;
  const code = await runProgram(argv, { cwd, env: {}, stdout: screen, stderr: screen, signal });
  return { code, out };
}

it('each is a failure of its article, named, and all others are done, in every command', async () => {
  const cwd = temporaryFolder();
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), text);
  };
  const publish = { baseUrl: 'https://courier.example' };
  put('dragoman.config.json', JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo', publish }));
  for (const [name, { front, body }] of Object.entries(BAD)) put(`articles/en/${name}.md`, badArticle(front, body));
  for (const [name, front] of Object.entries(ODD)) put(`articles/en/${name}.md`, badArticle(front));
  for (const name of ['good', 'unread']) put(`articles/en/${name}.md`, badArticle());
  put('locales/en/deep.json', `${'{"a":'.repeat(5000)}"words"${'}'.repeat(5000)}`);
  put('locales/es/articles/unread.xlf', '<xliff><file>');
  put('articles/es/unread.md', badArticle());
  const translated = await run(cwd, 'translate', '--yes');
  const broken = [...UNREADABLE, 'deep', 'unread'];
  for (const name of broken) expect(translated.out).toContain(name);
  for (const name of ['good', ...Object.keys(ODD)]) expect(existsSync(join(cwd, `articles/es/${name}.md`)), name).toBe(true);
  for (const command of [['check'], ['status'], ['publish'], ['export', '--layout', 'hugo']]) {
    const { out } = await run(cwd, ...command);
    expect(out, command[0]).not.toMatch(/fault of the program|RangeError|\n {4}at /);
    for (const name of broken.filter((one) => !(one === 'deep' && /publish|export/.test(command[0] ?? ''))))
      expect(out, command[0]).toContain(name);
  }
  expect(readFileSync(join(cwd, 'site/es/good/index.html'), 'utf8')).toContain('</html>');
  expect(existsSync(join(cwd, 'site/es/tags/index.html'))).toBe(true);
  expect(existsSync(join(cwd, 'export-hugo/content/es/good.md'))).toBe(true);
}, 60_000);
