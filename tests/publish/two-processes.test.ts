/** Several processes publish and export into one folder at a time, of one checkout and of several. */

import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { temporaryFolder } from './folder.ts';

const article = (title: string) => `---\ntitle: ${title}\ndate: 2026-01-01\n---\n\nThe ferry is late.\n`;
const CONFIG = { publish: { baseUrl: 'https://courier.example' } };

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name).slice(folder.length), readFileSync(join(parentPath, name), 'latin1')]),
  );
}

test.each<[string, string[]]>([
  ['publish', ['publish']],
  ['export', ['export', '--layout', 'hugo']],
])(
  '%s: three processes at once leave what one leaves, and nothing beside it',
  async (_, command) => {
    const names = Array.from({ length: 4 }, (_, at) => `articles/en/story-${at}.md`);
    const project = checkout(Object.fromEntries(names.map((name) => [name, article(name)])), CONFIG);
    await project.run('translate', '--yes');
    const outer = temporaryFolder();
    const out = join(outer, 'site');
    // An older site is there, of which two articles go and one is new.
    expect((await project.run(...command, '--out', out)).code).toBe(0);
    const other = checkout({}, CONFIG);
    for (const folder of ['articles', 'locales']) cpSync(join(project.root, folder), join(other.root, folder), { recursive: true });
    for (const { write, root } of [project, other]) {
      write('articles/en/new.md', article('New'));
      for (const name of ['story-1', 'story-2'])
        for (const locale of ['en', 'es'])
          write(`articles/${locale}/${name}.md`, '---\ntitle: Held back\ndraft: true\n---\n\nThe ferry is late.\n');
      cpSync(join(root, 'articles/en/new.md'), join(root, 'articles/es/new.md'));
    }
    const ended = await Promise.all([project, project, other].map((one) => one.run(...command, '--out', out, '--json')));
    const alone = join(temporaryFolder(), 'site');
    await project.run(...command, '--out', alone);
    for (const { code, stderr } of ended) if (code !== 0) expect(stderr).toMatch(/another build has written to it meanwhile|Another run/);
    expect(ended.some(({ code }) => code === 0)).toBe(true);
    const [left, clean] = [contents(out), contents(alone)];
    expect(Object.keys(left).sort()).toEqual(Object.keys(clean).sort());
    expect(left).toEqual(clean);
    expect(readdirSync(outer)).toEqual(['site']);
  },
  60_000,
);
