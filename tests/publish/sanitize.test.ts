import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { injections } from './injections.ts';
import { siteInput } from './newsroom.ts';
import { attribute, readPages } from './pages.ts';

const article = (title: string, body: string) => `---\ntitle: ${JSON.stringify(title)}\ntags: [${JSON.stringify(title)}]\n---\n\n${body}\n`;

async function pagesOf(bodies: readonly string[]) {
  const root = temporaryFolder();
  const out = join(root, 'site');
  const drafts = Object.fromEntries(
    bodies.map((body, index) => [`story-${index}`, { en: article(body, `${body}\n\nWords ${body} words.`) }]),
  );
  await buildSite(siteInput(root, drafts, { locales: ['en'] }), { out });
  return readPages(out);
}

/** The words of one article's body, as markup. */
async function bodyOf(markdown: string): Promise<string> {
  const root = temporaryFolder();
  const out = join(root, 'site');
  await buildSite(siteInput(root, { story: { en: article('Story', markdown) } }, { locales: ['en'] }), { out });
  const page = readPages(out).find(({ path }) => path === '/en/story/');
  return /<!--body-->([\s\S]*)<!--\/body-->/.exec(page?.text ?? '')?.[1] ?? '';
}

describe('sanitizing', () => {
  it('lets no script, handler, style or address of another kind through', async () => {
    const faults: string[] = [];
    for (const page of await pagesOf(injections))
      for (const element of page.elements) {
        const name = element.tagName;
        const isData = name === 'script' && attribute(element, 'type') === 'application/ld+json';
        if (
          [
            'script',
            'style',
            'iframe',
            'object',
            'embed',
            'form',
            'base',
            'foreignObject',
            'image',
            'animate',
            'annotation-xml',
            'mglyph',
            'template',
          ].includes(name) &&
          !isData
        )
          faults.push(`${page.path} <${name}>`);
        for (const { name: key, value } of element.attrs) {
          if (key.startsWith('on') || key === 'style' || key === 'srcdoc') faults.push(`${page.path} ${key}=${value}`);
          if (
            /^(href|xlink:href|src|poster|data-embed|action|formaction|cite)$/.test(key) &&
            !/^(https?:\/\/|\/(?!\/)|#|mailto:|tel:)/.test(value)
          )
            faults.push(`${page.path} ${key}=${value}`);
        }
      }
    expect(faults).toEqual([]);
  });

  it('lets through what a newspaper writes', async () => {
    expect(
      await bodyOf('Press <kbd>Esc</kbd>, H<sub>2</sub>O, <abbr title="World Health Organization">WHO</abbr>, <mark>this</mark>.'),
    ).toBe('<p>Press <kbd>Esc</kbd>, H<sub>2</sub>O, <abbr title="World Health Organization">WHO</abbr>, <mark>this</mark>.</p>');
    expect(await bodyOf('<details open><summary>More</summary>\n\nWords.\n\n</details>')).toContain(
      '<details open><summary>More</summary>',
    );
    expect(await bodyOf('<aside class="pull evil">Words</aside>')).toBe('<div class="pull">Words</div>');
  });

  it('links what others would send, and loads none of it', async () => {
    expect(await bodyOf('![A map](https://maps.example/a.png)')).toBe('<p><a href="https://maps.example/a.png">Image: A map</a></p>');
    expect(await bodyOf('<iframe src="https://video.example/1" title="Video: pi"></iframe>')).toBe(
      '<p class="embed"><a href="https://video.example/1">Video: pi</a></p>',
    );
  });

  it('shapes headings, tables and code for those who cannot see or use a mouse', async () => {
    expect(await bodyOf('# Story\n\n#### Deep\n\n# Top\n\n### 2026 {#own}')).toBe(
      '<h2 id="deep">Deep</h2>\n<h2 id="top">Top</h2>\n<h3 id="own">2026</h3>',
    );
    expect(await bodyOf('| | B |\n|---|--:|\n| a | 1 |')).toMatch(
      /^<section class="table" tabindex="0" aria-label="Table 1"><table>\s*<thead>\s*<tr>\s*<td><\/td>\s*<th class="end" scope="col">B<\/th>/,
    );
    expect(await bodyOf('```\ncode  \n```')).toBe('<pre tabindex="0"><code>code\n</code></pre>');
    expect(await bodyOf('- [x] done\n- [ ] open')).toBe('<ul class="contains-task-list">\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>');
  });
});
