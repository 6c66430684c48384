import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/frontmatter/data.ts';
import { exportEditions, layouts } from '../../src/publish/export.ts';
import { temporaryFolder } from './folder.ts';
import { type Drafts, NOW, siteInput } from './newsroom.ts';
import { siteFiles } from './pages.ts';

const NODE_MODULES = join(import.meta.dirname, '../../node_modules');

/** What each generator would run if it were let. */
const TEMPTING = `Braces {{ title }} and {% include x %} and {# note #} and { expression } here.

Shortcodes {{< figure src="x" >}} and {{% note %}} and one without end {{< alone.

import words from daily life

\`{{ code }}\` and \`{{< code >}}\`

\`\`\`text
{{ page.url }} {% endraw %} {{< fenced >}} { brace }
\`\`\`
`;

const front = (title: string, more = '') =>
  `---\ntitle: ${JSON.stringify(title)}\ndescription: "no"\ndate: 2026-03-20\ntags: [sea]\nauthors: [Ada]\n${more}---\n\n`;

const drafts: Drafts = {
  '2026/boat': { en: front('Boat {{ x }}') + TEMPTING, es: front('Barco {{ x }}', 'slug: barco\n') + TEMPTING },
  secret: { en: front('Secret', 'embargo: 2027-01-01\n') + TEMPTING, es: front('Secreto') + TEMPTING },
};

function exported(name: string, given: Drafts = drafts, out = temporaryFolder()) {
  const layout = layouts.find((one) => one.name === name);
  if (layout === undefined) throw new Error(name);
  const result = exportEditions(siteInput(out, given, { locales: ['en', 'es'], now: NOW }), layout, out);
  return { out, result, text: (file: string) => readFileSync(join(out, file), 'utf8') };
}

describe('export', () => {
  it.each([
    ['hugo', 'content/en/2026/boat.md', 'content/es/2026/boat.md'],
    ['docusaurus', 'blog/2026/boat.md', 'i18n/es/docusaurus-plugin-content-blog/2026/boat.md'],
    ['astro', 'src/content/articles/en/2026/boat.md', 'src/content/articles/es/2026/boat.md'],
    ['eleventy', 'content/en/2026/boat.md', 'content/es/2026/boat.md'],
    ['jekyll', 'en/_posts/2026/2026-03-20-boat.md', 'es/_posts/2026/2026-03-20-boat.md'],
  ])('%s: editions where it expects them, and nothing that is withheld', (name, source, edition) => {
    const { out, result, text } = exported(name);
    expect(siteFiles(out)).toEqual(['.dragoman-export.json', source, edition].toSorted());
    expect(result).toMatchObject({ editions: 2, findings: [] });
    const { data } = readFrontMatter(text(edition));
    expect(data).toMatchObject({ title: 'Barco {{ x }}', translationState: 'machine' });
    expect(text(edition)).toMatch(/^(date|pubDate): 2026-03-20$/m);
    // A word that YAML 1.1 takes for a boolean.
    expect(text(edition)).toContain('description: "no"');
  });

  it.each([
    ['2026-03-20T06:40+01:00', '2026-03-20T06:40:00+01:00'],
    ['"2026-03-20T00:30:00+05:30"', '2026-03-20T00:30:00+05:30'],
    ['2026-03-20T06:40:11Z', '2026-03-20T06:40:11Z'],
    // Without an offset it is the newsroom's, Madrid: summer time or not.
    ['2026-03-20 06:40', '2026-03-20T06:40:00+01:00'],
    ['2026-07-20T06:40', '2026-07-20T06:40:00+02:00'],
    ['2026-03-20', '2026-03-20'],
  ])('keeps the zone of %s in every layout', (written, exportedAs) => {
    const given: Drafts = { boat: { en: `---\ntitle: Boat\ndate: ${written}\nupdated: ${written}\n---\n\nWords.\n` } };
    for (const { name } of layouts) {
      const { out, text } = exported(name, given);
      const file = siteFiles(out).find((one) => one.endsWith('.md')) ?? '';
      // Unquoted: Astro's `z.date()` takes a quoted date for a text.
      expect(text(file), name).toContain(`: ${exportedAs}\n`);
      if (name === 'jekyll') expect(file).toContain(exportedAs.slice(0, 10));
    }
  });

  it('says in every layout what readers must know of a text', () => {
    const given: Drafts = {
      boat: {
        en: front('Boat', 'correction:\n  - text: The boat is blue.\n    date: 2026-03-22\n'),
        es: { text: front('Barco'), state: 'machine' },
      },
    };
    for (const { name } of layouts) {
      const { out, text } = exported(name, given);
      const files = siteFiles(out).filter((file) => file.endsWith('.md'));
      const data = (title: string) => files.map((file) => readFrontMatter(text(file)).data).find((one) => one.title === title);
      const correction = { text: 'The boat is blue.', date: '2026-03-22', lang: 'en' };
      expect(data('Barco'), name).toMatchObject({ translationNote: expect.stringContaining('automáticamente'), corrections: [correction] });
      expect(data('Boat'), name).toMatchObject({ corrections: [correction] });
      expect(data('Boat')?.translationNote, name).toBeUndefined();
    }
  });

  it('takes out what is withdrawn, and keeps what others put there', () => {
    const { out } = exported('hugo');
    writeFileSync(join(out, 'content/en/about.md'), 'mine');
    const { result } = exported('hugo', { '2026/boat': { en: drafts['2026/boat']?.en ?? '' } }, out);
    expect(result.removed).toEqual(['content/es/2026/boat.md']);
    expect(siteFiles(out)).toEqual(['.dragoman-export.json', 'content/en/2026/boat.md', 'content/en/about.md']);
  });

  it('leaves an edition with errors as it was', () => {
    const { out } = exported('eleventy');
    const before = readFileSync(join(out, 'content/es/2026/boat.md'), 'utf8');
    const errors = [{ check: 'numbers', level: 'error', message: 'A number differs' }] as const;
    const { result } = exported('eleventy', { '2026/boat': { en: drafts['2026/boat']?.en ?? '', es: { text: 'broken', errors } } }, out);
    expect(readFileSync(join(out, 'content/es/2026/boat.md'), 'utf8')).toBe(before);
    expect(result.findings).toEqual(errors);
  });

  it('escapes for Jekyll each opening of Liquid', () => {
    const { text } = exported('jekyll');
    expect(text('es/_posts/2026/2026-03-20-boat.md')).toContain(
      'Braces {% raw %}{{{% endraw %} title }} and {% raw %}{%{% endraw %} include x %}',
    );
  });

  it('escapes for Docusaurus expressions and imports outside code', () => {
    const text = exported('docusaurus').text('blog/2026/boat.md');
    expect(text).toContain('and &#123; expression &#125; here');
    expect(text).toContain('\n import words');
    expect(text).toContain('`{{ code }}`');
    expect(text).toContain('\n{{ page.url }} {% endraw %}');
  });
});

/** What the words of a page must be, whatever built it. */
function expectWords(html: string): void {
  const words = html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/&[lr]dquo;|&quot;/g, '"')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) => String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)))
    .replaceAll('\u200b', '')
    .replaceAll(/[“”]/g, '"');
  expect(words).toContain('Braces {{ title }} and {% include x %} and {# note #} and { expression } here.');
  expect(words).toContain('Shortcodes {{< figure src="x" >}} and {{% note %}} and one without end {{< alone.');
  expect(words).toContain('import words from daily life');
  expect(words).toContain('{{ code }} and {{< code >}}');
  expect(words).toContain('{{ page.url }} {% endraw %} {{< fenced >}} { brace }');
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
  });
  if (error) throw error;
  expect(`${status === 0 ? '' : stdout + stderr}`).toBe('');
}

function write(out: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), text);
  }
}

describe('a small site built from the export', () => {
  it('with Eleventy and its i18n plugin', () => {
    const { out } = exported('eleventy');
    write(out, {
      'package.json': '{"type":"module"}',
      'eleventy.config.js': `import { EleventyI18nPlugin } from '@11ty/eleventy';
export default (config) => { config.addPlugin(EleventyI18nPlugin, { defaultLanguage: 'en' }); return { dir: { input: 'content', includes: '../_includes' } }; };`,
      '_includes/article.njk':
        '<html lang="{{ lang }}"><h1>{{ title }}</h1>{{ content | safe }}{% for link in page.url | locale_links %}<a href="{{ link.url }}">{{ link.lang }}</a>{% endfor %}</html>',
      'content/content.json': '{"layout":"article.njk"}',
    });
    symlinkSync(NODE_MODULES, join(out, 'node_modules'));
    run(process.execPath, [join(NODE_MODULES, '@11ty/eleventy/cmd.cjs'), '--quiet'], out);
    const html = readFileSync(join(out, '_site/es/barco/index.html'), 'utf8');
    expectWords(html);
    expect(html).toContain('<h1>Barco {{ x }}</h1>');
    expect(html).toContain('<a href="/en/2026/boat/">en</a>');
  }, 60_000);

  it('with Astro and its content collections', () => {
    const { out } = exported('astro');
    write(out, {
      'package.json': '{"type":"module","name":"small"}',
      'astro.config.mjs': 'export default {};',
      'src/content.config.ts': `import { defineCollection, z } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { articles: defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/content/articles' }), schema: z.object({ title: z.string(), pubDate: z.date(), lang: z.string(), address: z.string() }) }) };`,
      'src/pages/[...path].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() { return (await getCollection('articles')).map((entry) => ({ params: { path: entry.data.lang + '/' + entry.data.address }, props: { entry } })); }
const { Content } = await render(Astro.props.entry);
---
<html lang={Astro.props.entry.data.lang}><body><h1>{Astro.props.entry.data.title}</h1><Content /></body></html>`,
    });
    symlinkSync(NODE_MODULES, join(out, 'node_modules'));
    run(process.execPath, [join(NODE_MODULES, 'astro/bin/astro.mjs'), 'build', '--silent'], out);
    const html = readFileSync(join(out, 'dist/es/barco/index.html'), 'utf8');
    expectWords(html);
    expect(html).toContain('<h1>Barco {{ x }}</h1>');
  }, 120_000);

  const noHugo = ['/usr/bin/hugo', '/usr/local/bin/hugo'].find(existsSync) === undefined;
  if (noHugo) console.log('skipped: no Hugo (apt-get install hugo)');
  it.skipIf(noHugo)(
    'with Hugo, its translations linked',
    () => {
      const { out } = exported('hugo');
      write(out, {
        'config.toml': `baseURL = "https://example.org/"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[languages.en]
contentDir = "content/en"
[languages.es]
contentDir = "content/es"
`,
        'layouts/_default/single.html':
          '<html lang="{{ .Language.Lang }}"><h1>{{ .Title }}</h1>{{ .Content }}{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}</html>',
        'layouts/_default/list.html': '<p>{{ .Title }}</p>',
        'layouts/index.html': '<p>{{ .Title }}</p>',
      });
      run('hugo', ['--quiet'], out);
      const html = readFileSync(join(out, 'public/es/2026/barco/index.html'), 'utf8');
      expectWords(html);
      expect(html).toContain('<a href="/en/2026/boat/">en</a>');
    },
    60_000,
  );
});
