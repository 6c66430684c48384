import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/frontmatter/data.ts';
import { buildSite } from '../../src/publish/build.ts';
import { writeStarter } from '../../src/publish/export/write-starter.ts';
import { exportEditions, layouts } from '../../src/publish/export.ts';
import { inputWithLinks } from './every-link.ts';
import { contents, put, temporaryFolder } from './folder.ts';
import { type Drafts, NOW, picture, siteInput } from './newsroom.ts';
import { siteFiles } from './pages.ts';

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
    // This hour was left out: the instant is the one that the own site shows, 03:30 of the summer's.
    ['2026-03-29T02:30', '2026-03-29T02:30:00+01:00'],
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
        en: front('Boat', 'correction:\n  - text: The boat is blue.\n    date: 2026-03-22T15:00+01:00\n'),
        es: { text: front('Barco'), state: 'machine' },
      },
    };
    for (const { name } of layouts) {
      const { out, text } = exported(name, given);
      const files = siteFiles(out).filter((file) => file.endsWith('.md'));
      const data = (title: string) => files.map((file) => readFrontMatter(text(file)).data).find((one) => one.title === title);
      const when = { date: '2026-03-22T15:00:00+01:00', dateText: 'March 22, 2026 at 3:00 PM GMT+1' };
      const correction = { text: 'The boat is blue.', ...when, lang: 'en' };
      expect(data('Barco'), name).toMatchObject({ translationNote: expect.stringContaining('automáticamente'), corrections: [correction] });
      expect(data('Boat'), name).toMatchObject({ corrections: [correction] });
      expect(data('Boat')?.translationNote, name).toBeUndefined();
    }
  });

  it.each([
    ['hugo', 'hugo', '{{< def id="quay" >}} [a](#def-quay)'],
    ['jekyll', 'kramdown', '{% include def.html id="quay" %} [a](#def-quay)'],
  ])('to %s keeps alive what is written for it, and links to what that may make', (name, dialect, words) => {
    const body = `---\ntitle: Boat\ndate: 2026-03-02\n---\n\n${words}\n`;
    const layout = layouts.find((one) => one.name === name) as (typeof layouts)[number];
    const out = temporaryFolder();
    const input = siteInput(out, { boat: { en: body } }, { locales: ['en'], extensions: [dialect as never] });
    expect(exportEditions(input, layout, out).findings).toEqual([]);
    const [file = ''] = siteFiles(out).filter((one) => one.endsWith('.md'));
    expect(readFileSync(join(out, file), 'utf8')).toContain(words);
  });

  it('has the title that the own site has: the heading, where the front matter has none', () => {
    for (const { name } of layouts) {
      const { out, text } = exported(name, { boat: { en: '---\ndate: 2026-03-02\n---\n\n# Boats *are* back\n\nWords.\n' } });
      const [file = ''] = siteFiles(out).filter((one) => one.endsWith('.md'));
      expect(readFrontMatter(text(file)).data.title, name).toBe('Boats are back');
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

/** The export of `every-link.ts` in one layout. */
function exportedLinks(name: string) {
  const root = temporaryFolder();
  const out = join(root, 'theirs');
  const layout = layouts.find((one) => one.name === name) as (typeof layouts)[number];
  const input = inputWithLinks(root);
  const result = exportEditions(input, layout, out);
  return { out, input, layout, result, text: (file: string) => readFileSync(join(out, file), 'utf8') };
}

describe('links of an export', () => {
  it.each([
    ['hugo', 'content/es/2026/boat.md', '{{< relref path="/tram.md" lang="es" >}}#rails', '{{< relref path="/tram.md" lang="es" >}}'],
    ['docusaurus', 'i18n/es/docusaurus-plugin-content-blog/2026/boat.md', '/tram.md#rails', '/es/blog/tram'],
    ['astro', 'src/content/articles/es/2026/boat.md', '/es/tranv%C3%ADa/#rails', '/es/tranv%C3%ADa/'],
    ['eleventy', 'content/es/2026/boat.md', '/es/tranv%C3%ADa/#rails', '/es/tranv%C3%ADa/'],
    [
      'jekyll',
      'es/_posts/2026/2026-03-20-boat.md',
      '{% link es/_posts/2026-03-19-tram.md %}#rails',
      '{% link es/_posts/2026-03-19-tram.md %}',
    ],
  ])('%s: are in its own form, old addresses and elements too', (name, file, withAnchor, inElement) => {
    const text = exportedLinks(name).text(file);
    expect(text).toContain(`[ñtram](${withAnchor}), [ñstops](`);
    expect(text).toContain(`<a href="${inElement}">ñelement</a>`);
    expect(text).not.toMatch(/old-tram\)|\.\.\/tram/);
    // What nobody may read yet is not told of; what is elsewhere is left alone.
    expect(text).toContain('ñwithheld, [');
    expect(text).toContain('(https://example.com/x?a=b&c=d)');
    expect(text).toContain('<!-- unseen -->');
  });

  it.each([
    ['hugo', 'content/es/tram.md', '## ñRails {#rails}', 'static/'],
    ['docusaurus', 'i18n/es/docusaurus-plugin-content-blog/tram.md', '## ñRails {#rails}', 'static/'],
    ['astro', 'src/content/articles/es/tram.md', '## <a id="rails"></a>ñRails', 'public/'],
    ['eleventy', 'content/es/tram.md', '## <a id="rails"></a>ñRails', 'public/'],
    ['jekyll', 'es/_posts/2026-03-19-tram.md', '## ñRails {#rails}', ''],
  ])('%s: find the anchors and files that they name', (name, file, heading, folder) => {
    const { out, text, input, layout } = exportedLinks(name);
    expect(text(file)).toContain(`${heading}\n`);
    const files = siteFiles(out);
    expect(files.filter((one) => /media\/quay\.\w+\.png$/.test(one))).toHaveLength(1);
    expect(files).toContain(`${folder}pictures/ferry.png`);
    // A picture that the site has under the same name is its own, and what no article names goes.
    writeFileSync(join(out, `${folder}pictures/other.png`), 'theirs');
    exportEditions({ ...input, articles: [] }, layout, out);
    expect(siteFiles(out)).toEqual(['.dragoman-export.json', `${folder}pictures/other.png`]);
  });

  it('tell where they lead nowhere', () => {
    const { result } = exportedLinks('hugo');
    expect(result.findings).toContainEqual(
      expect.objectContaining({
        slug: '2026/boat',
        locale: 'en',
        line: 12,
        got: ['../secret.md'],
        message: expect.stringContaining('leads nowhere'),
      }),
    );
  });

  it('leave footnotes to those that have them, and give Eleventy elements', () => {
    expect(exportedLinks('hugo').text('content/en/2026/boat.md')).toContain('\n[^1]: First [note](');
    const text = exportedLinks('eleventy').text('content/en/2026/boat.md');
    expect(text).toContain('Notes.<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup> Again.');
    expect(text).toContain(
      '<li id="fn1" class="footnote-item">\n\nFirst [note](/en/tram/). <a href="#fnref1" class="footnote-backref">↩</a>\n\n</li>',
    );
    expect(text).toContain('\n\nLong.\n\nSecond {{ x }}. <a href="#fnref2"');
    expect(text).not.toContain('[^');
  });

  it('have no dead anchors of their own', () => {
    const source = `${front('A')}[one](#one), [**none**](#none), [list](#list), <a href="#none">element</a>.\n\n## One\n\nWords.\n{: #list}\n`;
    for (const { name } of layouts) {
      const out = temporaryFolder();
      const { findings } = exported(name, { a: { en: source } }, out).result;
      const text = readFileSync(join(out, siteFiles(out).find((file) => file.endsWith('a.md')) ?? ''), 'utf8');
      expect(text, name).toContain('[one](#one), **none**, [list](#list), <a href="#">element</a>.');
      expect(findings.map(({ got }) => got?.[0])).toEqual(['#none', '#none']);
    }
  });

  it("keep authors' addresses, and say a day once", () => {
    const authors = [{ name: 'Ada', url: 'https://ada.example/' }, { name: 'Nour' }];
    expect(readFrontMatter(exportedLinks('docusaurus').text('blog/2026/boat.md')).data.authors).toEqual(authors);
    const jekyll = exportedLinks('jekyll');
    expect(readFrontMatter(jekyll.text('en/_posts/2026-03-18-dated.md')).data.slug).toBe('dated');
    expect(readFrontMatter(jekyll.text('es/_posts/2026/2026-03-20-boat.md')).data).toMatchObject({ slug: 'barco' });
    expect(readFrontMatter(jekyll.text('es/_posts/2026-03-19-tram.md')).data.aliases).toEqual(['/es/old-tram/']);
  });
});

describe('addresses of Docusaurus', () => {
  const front = (file: string) => readFrontMatter(exportedLinks('docusaurus').text(`i18n/es/docusaurus-plugin-content-blog/${file}`)).data;

  it("are the source's in every language, and the edition's own leads there", () => {
    expect(front('2026/boat.md')).toMatchObject({ slug: '2026/boat', aliases: ['/es/blog/mar/barco'] });
    expect(front('tram.md')).toMatchObject({ slug: 'tram', aliases: ['/es/old-tram/', '/es/blog/tranvía'] });
  });

  it('that are old become pages that lead on, over no page that is there', async () => {
    const root = temporaryFolder();
    const docusaurus = layouts.find(({ name }) => name === 'docusaurus') as (typeof layouts)[number];
    writeStarter(inputWithLinks(root), docusaurus, root);
    const { default: plugin } = await import(pathToFileURL(join(root, 'src/plugins/dragoman-addresses.mjs')).href);
    const outDir = join(root, 'build');
    mkdirSync(join(outDir, 'blog/there'), { recursive: true });
    writeFileSync(join(outDir, 'blog/there/index.html'), 'a page');
    const { allContentLoaded, postBuild } = plugin({ siteConfig: { baseUrl: '/es/', url: 'https://courier.example' } });
    const metadata = {
      permalink: '/es/blog/tram',
      frontMatter: { aliases: ['/es/blog/tranvía', '/es/blog/there', '/es/old.html', '/en/old'] },
    };
    allContentLoaded({ allContent: { 'docusaurus-plugin-content-blog': { default: { blogPosts: [{ metadata }] } } } });
    postBuild({ outDir });
    const page = readFileSync(join(outDir, 'blog/tranvía/index.html'), 'utf8');
    expect(page).toContain('content="0; url=/es/blog/tram"');
    expect(page).toContain('href="https://courier.example/es/blog/tram"');
    expect(readFileSync(join(outDir, 'old.html'), 'utf8')).toBe(page);
    // Where the language menu of the page "not found" leads.
    expect(readFileSync(join(outDir, '404/index.html'), 'utf8')).toContain('url=/es/"');
    expect(readFileSync(join(outDir, 'blog/there/index.html'), 'utf8')).toBe('a page');
    expect(existsSync(join(outDir, '../en'))).toBe(false);
  });
});

describe('a starter', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))('%s: begins a site, and writes over nothing', (_, layout) => {
    const root = temporaryFolder();
    const out = join(root, 'theirs');
    const input = inputWithLinks(root);
    const first = writeStarter(input, layout, out);
    expect(first).toMatchObject({ kept: [], configuration: undefined });
    const [configuration = ''] = first.written.filter((file) => layout.starter.configurations.includes(file));
    for (const locale of ['ar', 'zh-Hant']) expect(readFileSync(join(out, configuration), 'utf8') + first.written.join()).toContain(locale);
    for (const file of first.written) writeFileSync(join(out, file), 'mine');
    const again = writeStarter(input, layout, out);
    expect(again).toEqual({ written: [], kept: Object.keys(layout.starter.partials), configuration });
    for (const file of first.written) expect(readFileSync(join(out, file), 'utf8')).toBe('mine');
  });

  it('gives a site that is there the notes alone', () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'config.toml'), 'title = "Mine"');
    const hugo = layouts.find(({ name }) => name === 'hugo') as (typeof layouts)[number];
    const { written, configuration } = writeStarter(inputWithLinks(root), hugo, root);
    expect({ written, configuration }).toEqual({
      written: ['layouts/partials/dragoman-note.html', 'layouts/partials/dragoman-corrections.html'],
      configuration: 'config.toml',
    });
    expect(existsSync(join(root, 'hugo.toml'))).toBe(false);
  });
});

describe('what an article shows', () => {
  const PUBLIC = {
    'chart/index.html': '<link href="style.css" rel="stylesheet"><script type="module" src="draw.js"></script><a href="/other.html">x</a>',
    'chart/style.css': "@font-face { src: url(fonts/a.woff2) } @import 'more.css';",
    'chart/more.css': '',
    'chart/fonts/a.woff2': 'font',
    'chart/draw.js': "import './lib/axis.js'; fetch('data.json?v=1');",
    'chart/lib/axis.js': "fetch('ticks.json')",
    'chart/data.json': '{"picture":"boat.png"}',
    'chart/ticks.json': '[]',
    'chart/.secret.json': '{}',
    'chart/unnamed.json': '{}',
    'map.html': '<img src="../secret.txt"><img src=".env"><iframe src="map.html"></iframe>',
    'film.webm': 'film',
    'film.vtt': 'WEBVTT',
    'paper.pdf': '%PDF',
    'sound.mp3': 'sound',
    'other.html': 'another page',
  };
  const image = picture(60, 40, [0, 0, 90], [90, 0, 0]);
  const BODY = `<iframe src="/chart/?a=1#b" title="Chart"></iframe>

<iframe src='/map.html'></iframe>

<video src="/film.webm" poster="/small.png"><track src="/film.vtt"></video>

<audio><source src="/sound.mp3"></audio>

<object data="/paper.pdf" type="application/pdf"></object> <embed src="/paper.pdf">

<picture><source srcset="/wide.png 2x,/small.png 1x"><img src="/small.png" srcset="near.png 480w, /wide.png 960w" alt="A"></picture>

<iframe src="/elsewhere/"></iframe> <img src="lost.png" alt="">
`;

  it.each(layouts.map((layout) => [layout.name, layout] as const))('%s: goes along, documents with what they name', (name, layout) => {
    const root = temporaryFolder();
    put(join(root, 'public'), PUBLIC);
    put(root, { 'secret.txt': 'secret', 'public/.env': 'KEY', 'articles/en/x': '' });
    for (const file of ['public/chart/boat.png', 'public/small.png', 'public/wide.png', 'articles/en/near.png'])
      writeFileSync(join(root, file), image);
    const { findings } = exportEditions(
      siteInput(root, { boat: { en: front('Boat') + BODY } }, { locales: ['en', 'es'], now: NOW }),
      layout,
      join(root, 'out'),
    );
    const files = Object.keys(contents(join(root, 'out'))).filter((file) => !/\.md$|export\.json$/.test(file));
    const near = files.find((file) => /media\/near\.[0-9a-f]{12}\.png$/.test(file)) ?? '';
    const named = Object.keys(PUBLIC).filter((file) => !/secret|unnamed/.test(file));
    expect(files.toSorted()).toEqual(
      [...named, 'chart/boat.png', 'small.png', 'wide.png']
        .map((file) => layout.files + file)
        .concat(near)
        .toSorted(),
    );
    const text = Object.entries(contents(join(root, 'out'))).find(([file]) => file.endsWith('.md'))?.[1] ?? '';
    expect(text).toContain(`srcset="/${near.slice(layout.files.length)} 480w, /wide.png 960w"`);
    expect(text).toContain('srcset="/wide.png 2x,/small.png 1x"');
    expect(text).toContain('<iframe src="/chart/?a=1#b"');
    expect(
      findings.map(({ got }) => got),
      name,
    ).toEqual([['lost.png']]);
  });
});

describe('an article', () => {
  it('without a date is a page of Jekyll’s, for its posts have one', () => {
    const undated = (title: string, more = '') => `---\ntitle: ${title}\n${more}---\n\n[Boat](2026-03-20-boat.md)\n`;
    const { out, text } = exported('jekyll', {
      'about/us': { en: undated('About'), es: undated('Sobre', 'slug: nosotros\n') },
      '2026-03-20-boat': { en: undated('Boat').replace('2026-03-20-boat', 'about/us') },
    });
    expect(siteFiles(out).filter((file) => file.endsWith('.md'))).toEqual([
      'en/_posts/2026-03-20-boat.md',
      'en/about/us.md',
      'es/about/us.md',
    ]);
    expect(readFrontMatter(text('es/about/us.md')).data).toMatchObject({ lang: 'es', ref: 'about/us', permalink: '/es/nosotros/' });
    expect(text('en/_posts/2026-03-20-boat.md')).toContain('[Boat]({% link en/about/us.md %})');
  });

  it('in a folder has its own address in Hugo, where a slug is the last part alone', () => {
    const given: Drafts = { 'docs/boat': { en: front('Boat', 'slug: ship\n'), es: front('Barco', 'slug: docs/barco\n') } };
    const { text } = exported('hugo', given);
    expect(readFrontMatter(text('content/en/docs/boat.md')).data).toMatchObject({ url: 'ship/' });
    expect(readFrontMatter(text('content/es/docs/boat.md')).data).toMatchObject({ slug: 'barco' });
  });

  it.each([
    ['hugo', 'docs/ship'],
    ['kramdown', 'docs/ship'],
    ['gfm', 'ship'],
  ])('written for %s has by its slug the address /en/%s/', async (dialect, address) => {
    const root = temporaryFolder();
    const input = siteInput(root, { 'docs/boat': { en: front('Boat', 'slug: ship\n') } }, { locales: ['en', 'es'], now: NOW });
    await buildSite({ ...input, extensions: [dialect] }, { out: join(root, 'site') });
    expect(existsSync(join(root, 'site/en', address, 'index.html'))).toBe(true);
  });
});
