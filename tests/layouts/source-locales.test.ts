/** Articles in other languages than the project's: a Spanish original goes to English. */

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcessCheckout as checkout } from '../support/program.ts';

const locales = { sourceLocale: 'en', targetLocales: ['es', 'ca'] };

test("a collection in another language goes into the project's own, and not into itself", async () => {
  const project = checkout(
    { 'news/a.md': 'English words.\n', 'noticias/b.md': 'Palabras.\n' },
    {
      ...locales,
      sources: [
        { source: 'news/{slug}.md', edition: 'news/{locale}/{slug}.md' },
        { name: 'noticias', source: 'noticias/{slug}.md', edition: 'noticias/{locale}/{slug}.md', sourceLocale: 'es' },
      ],
    },
  );
  expect((await project.run('translate', '--json')).summary).toMatchObject({ articles: 2, editions: 4 });
  expect([project.read('news/es/a.md'), project.read('news/ca/a.md')]).toEqual(['ENGLISH WORDS.\n', 'ENGLISH WORDS.\n']);
  expect([project.read('noticias/en/b.md'), project.read('noticias/ca/b.md')]).toEqual(['PALABRAS.\n', 'PALABRAS.\n']);
  expect(existsSync(join(project.root, 'noticias/es'))).toBe(false);
  expect(project.read('locales/en/articles/noticias/b.xlf')).toContain('source-language="es"');
  expect((await project.run('translate', '--frozen')).stdout).toContain('4 of 4 editions');
  expect((await project.run('status')).stdout).toMatch(/^article +en +es +ca\na +- +fresh +fresh\nnoticias\/b +fresh +- +fresh/m);
});

test('the path names the language: what has a record is an edition, whatever folder it is in', async () => {
  const project = checkout(
    { 'content/en/a.md': 'English words.\n', 'content/es/b.md': 'Palabras.\n', 'content/ca/deep/c.md': 'Paraules.\n' },
    { ...locales, sources: [{ source: 'content/{sourceLocale}/{slug}.md', edition: 'content/{locale}/{slug}.md' }] },
  );
  for (const run of [1, 2]) {
    expect((await project.run('translate', '--json')).summary, `run ${run}`).toMatchObject({ articles: 3, editions: 6 });
    expect(project.read('content/en/b.md')).toBe('PALABRAS.\n');
    expect(project.read('content/es/deep/c.md')).toBe('PARAULES.\n');
    expect(project.read('content/es/a.md')).toBe('ENGLISH WORDS.\n');
  }
  expect(project.sent()).toHaveLength(6);
  expect((await project.run('translate', '--frozen')).code).toBe(0);
  rmSync(join(project.root, 'content/es/b.md'));
  const pruned = await project.run('prune', '--json');
  expect(pruned.summary).toMatchObject({ editions: 2, files: { removed: 4 } });
  expect(existsSync(join(project.root, 'content/en/b.md'))).toBe(false);
});

test("the front matter names the language; the key names the edition's language in the edition", async () => {
  const project = checkout(
    {
      'posts/a.md': '---\nlang: es_ES\n---\nPalabras.\n',
      'posts/b.md': '---\nlang: en\n---\nEnglish words.\n',
      'posts/c.md': 'More words.\n',
      'posts/d.md': '---\nlang: fr\n---\nMots.\n',
    },
    {
      ...locales,
      localeNames: { es: 'es_ES' },
      sources: [{ source: 'posts/{slug}.md', edition: 'posts/{locale}/{slug}.md', sourceLocale: { frontMatter: 'lang' } }],
    },
  );
  expect((await project.run('translate', '--json')).summary).toMatchObject({ articles: 4, editions: 9 });
  expect(project.read('posts/en/a.md')).toBe('---\nlang: en\n---\nPALABRAS.\n');
  expect(project.read('posts/es_ES/b.md')).toBe('---\nlang: es\n---\nENGLISH WORDS.\n');
  expect(project.read('posts/en/d.md')).toBe('---\nlang: en\n---\nMOTS.\n');
  expect((await project.run('translate', '--frozen')).code).toBe(0);
  expect((await project.run('check', '--json')).summary).toMatchObject({ editions: 9, stale: 0, missing: 0 });

  project.write('posts/e.md', '---\nlang: Klingon\n---\nqaStaH.\n');
  expect(await project.run('translate')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('posts/e.md: "lang" names no language'),
  });
});

test('each language of sources has a glossary of its own', async () => {
  const project = checkout(
    {
      'content/en/a.md': 'The harbour opens.\n',
      'content/es/b.md': 'El puerto abre.\n',
      'locales/ca/glossary.csv': 'source,target\nharbour,PORT\n',
      'locales/ca/glossary.es.csv': 'source,target\npuerto,MOLL\n',
    },
    { ...locales, sources: [{ source: 'content/{sourceLocale}/{slug}.md', edition: 'content/{locale}/{slug}.md' }] },
  );
  await project.run('translate');
  const { events } = await project.run('check', '--to', 'ca', '--json');
  const missing = events.filter(({ check }) => check === 'terms').map(({ slug, expected }) => [slug, expected]);
  expect(missing).toEqual([
    ['a', ['PORT']],
    ['b', ['MOLL']],
  ]);
  project.write('locales/ca/glossary.es.csv', 'source,target\npuerto,BARRA\n');
  expect((await project.run('translate', '--frozen')).stdout).toContain('content/ca/b.md  stale');
});

test("a term of another language's articles is corrected in its own glossary, and in their editions alone", async () => {
  const project = checkout(
    {
      'content/en/a.md': 'The moll opens.\n',
      'content/es/b.md': 'El moll abre.\n',
      'locales/ca/glossary.csv': 'source,target\nmoll,MOLL\n',
      'locales/ca/glossary.es.csv': 'source,target\nmoll,MOLL\n',
    },
    { ...locales, sources: [{ source: 'content/{sourceLocale}/{slug}.md', edition: 'content/{locale}/{slug}.md' }] },
  );
  await project.run('translate');
  const english = project.read('content/ca/a.md');
  const { events } = await project.run('glossary', 'set', 'ca', 'moll', 'PORT', '--from', 'es', '--json');
  expect(events.filter(({ type }) => type === 'affected').map(({ slug }) => slug)).toEqual(['b']);
  expect(project.read('locales/ca/glossary.es.csv')).toContain('moll,PORT');
  expect(project.read('content/ca/b.md')).toContain('PORT');
  expect(project.read('content/ca/a.md')).toBe(english);
  expect(await project.run('glossary', 'set', 'ca', 'moll', 'PORT', '--from', 'de')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no article of this project is in "de"'),
  });
});

test('the site shows an original in its own language, and its English edition as a translation from it', async () => {
  const project = checkout(
    { 'content/en/a.md': '---\ntitle: One\n---\nWords.\n', 'content/es/b.md': '---\ntitle: Dos\n---\nPalabras.\n' },
    {
      ...locales,
      publish: { baseUrl: 'https://example.org' },
      sources: [{ source: 'content/{sourceLocale}/{slug}.md', edition: 'content/{locale}/{slug}.md' }],
    },
  );
  await project.run('translate');
  expect((await project.run('publish')).code).toBe(0);
  expect(project.read('site/es/b/index.html')).not.toContain('translation-note');
  expect(project.read('site/en/b/index.html')).toMatch(/translation-note.*Spanish/s);
});

const TWO_LANGUAGES = {
  files: {
    'content/en/a.md': 'The Northwind board met. Northwind pays.\n\nNorthwind is here.\n',
    'content/es/b.md': 'La junta de Ibercaja habló. Ibercaja paga.\n\nVive Ibercaja.\n',
  },
  config: { ...locales, sources: [{ source: 'content/{sourceLocale}/{slug}.md', edition: 'content/{locale}/{slug}.md' }] },
};

test('engines are told for the pairs of all articles', async () => {
  const project = checkout(TWO_LANGUAGES.files, { ...TWO_LANGUAGES.config, engine: 'pseudo' });
  const { stdout } = await project.run('engines');
  expect(stdout).toMatch(/^pseudo +ready +en -> es, ca; es -> en, ca; used for es, ca, en$/m);
  const { events } = await project.run('engines', '--json');
  const pairs = events.filter(({ type, engine }) => type === 'pair' && engine === 'pseudo');
  expect(pairs.map(({ from, to, chosen }) => [from, to, chosen])).toEqual([
    ['en', 'es', true],
    ['en', 'ca', true],
    ['es', 'en', true],
    ['es', 'ca', true],
  ]);
});

test('names are suggested of the articles in one language', async () => {
  const project = checkout(TWO_LANGUAGES.files, TWO_LANGUAGES.config);
  await project.run('translate');
  const sources = async (...args: string[]) => {
    const { events } = await project.run('glossary', 'suggest', 'ca', '--json', ...args);
    return events.filter(({ type }) => type === 'suggestion').map(({ source }) => source);
  };
  expect(await sources()).toEqual(['Northwind']);
  expect(await sources('--from', 'es')).toEqual(['Ibercaja']);
});

test('a memory says of each sentence which language it is in, and comes back as one of each', async () => {
  const project = checkout(TWO_LANGUAGES.files, TWO_LANGUAGES.config);
  await project.run('translate');
  await project.run('memory', 'export', 'all.tmx');
  const tmx = project.read('all.tmx');
  expect(tmx).toContain('<tu srclang="es">\n      <prop type="x-slug">b</prop>\n      <tuv xml:lang="es"><seg>Vive Ibercaja.</seg></tuv>');
  expect(tmx).toContain('<tu>\n      <prop type="x-slug">a</prop>\n      <tuv xml:lang="en"><seg>Northwind is here.</seg></tuv>');
  await project.run('memory', 'export', 'es.tmx', '--from', 'es');
  expect(project.read('es.tmx')).toContain('srclang="es"');
  expect(project.read('es.tmx')).not.toContain('Northwind');
  expect(await project.run('memory', 'export', 'ca.xlf', '--to', 'ca')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('an XLIFF file holds one source language'),
  });
  expect((await project.run('memory', 'export', 'ca.xlf', '--to', 'ca', '--from', 'es')).code).toBe(0);
  expect(project.read('ca.xlf')).toContain('source-language="es" target-language="ca"');
  // Six sentences go to ca, three of each language to es or en.
  expect((await project.run('memory', 'import', 'all.tmx', '--json')).summary).toMatchObject({ imported: { ca: 6, es: 3, en: 3 } });
  expect(project.read('locales/ca/memory/all.es.xlf')).toContain('source-language="es"');
  expect(project.read('locales/ca/memory/all.xlf')).not.toContain('Ibercaja');
  expect((await project.run('memory', 'import', 'es.tmx', '--to', 'ca', '--json')).summary).toMatchObject({ imported: { ca: 3 } });
});

test.each([
  ['both the path and a key', { source: 'a/{sourceLocale}/{slug}.md', sourceLocale: 'es' }, '"sources.0.sourceLocale" is not usable'],
  [
    'its own language among its locales',
    { source: 'a/{slug}.md', sourceLocale: 'es', locales: ['es'] },
    '"sources.0.locales" is not usable',
  ],
])('%s is a mistake of the configuration', async (_, collection, message) => {
  const project = checkout({ 'a/x.md': 'Words.\n' }, { ...locales, sources: [{ edition: 'a/{locale}/{slug}.md', ...collection }] });
  expect(await project.run('translate')).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
});
