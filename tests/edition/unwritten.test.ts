/** A target that no file can say: the source's sentence is in its place, the finding tells it, and nobody takes it for a person's. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';

const ENGINE = `export default { name: 'glue', translate: async ({ texts }) => texts.map((text) => text.replace(', <', '本<').replace('Open', 'Abierto')) };\n`;

test('a word that would end an address with a template in it', async () => {
  const source = '`five`, www.p.q{{ page.title }} it is\n\nOpen now.\n';
  const project = checkout(
    { 'articles/en/a.md': source, 'engine.mjs': ENGINE },
    { targetLocales: ['ja'], engine: 'glue', engines: { glue: { module: './engine.mjs' } } },
  );
  const run = inProcess(project.root);
  const edition = () => readFileSync(join(project.root, 'articles/ja/a.md'), 'utf8');
  const first = await run('translate', '--yes', '--json');
  expect(edition()).toBe('`five`, www.p.q{{ page.title }} it is\n\nAbierto now.\n');
  expect(first.stdout).toContain('its words would be other markup in this place');
  const again = await run('translate', '--yes', '--json');
  expect(again.stdout).toContain('"characters":0');
  const check = await run('check', '--json');
  expect(check.stdout).toContain('its words would be other markup in this place');
  expect(readFileSync(join(project.root, 'locales/ja/articles/a.xlf'), 'utf8')).not.toContain('state="final"');
});
