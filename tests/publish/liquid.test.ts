import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutLiquid } from '../../src/publish/body/liquid.ts';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput } from './newsroom.ts';

it('links to the addresses of other generators lead to their articles: of the file, of its own name in its folder, of its day', async () => {
  const root = temporaryFolder();
  const drafts = {
    'docs/limits': { en: '---\ntitle: Limits\nslug: rates\n---\n\nWords.\n' },
    'post/2026-03-20-boat': { en: '---\ntitle: Boat\n---\n\nWords.\n' },
    a: {
      en: '---\ntitle: A\n---\n\n[a](/docs/limits) [b](/docs/rates/) [c](/2026/03/20/boat.html) [d](/post/2026/03/20/boat/) [e](/docs/x)\n',
    },
  };
  const { findings } = await buildSite(siteInput(root, drafts, { locales: ['en'] }), { out: join(root, 'site') });
  const page = readFileSync(join(root, 'site/en/a/index.html'), 'utf8');
  const body = /<!--body-->([\s\S]*)<!--\/body-->/.exec(page)?.[1] ?? '';
  const [limits, boat] = ['/en/rates/', '/en/post/2026-03-20-boat/'];
  expect([...body.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([limits, limits, boat, boat]);
  expect(findings.map(({ got }) => got)).toEqual([['/docs/x']]);
});

describe('what Jekyll would fill in', () => {
  it.each([
    ['[x]({{ site.baseurl }}/a/)', '[x](/a/)', []],
    ['[x]({{ "/a/" | relative_url }})', '[x](/a/)', []],
    ['[x]({% link news/_posts/2026-03-20-boat.md %})', '[x](/news/_posts/2026-03-20-boat.md)', []],
    ['{% assign x = site.data %}\nWords {{ x.y }}{{ x.z | upcase }}.', '\nWords .', ['{{ x }}']],
    ['{% include ad.html id="1" %}', '', ['{% include %}']],
    ['{% raw %}{{ x }}{% endraw %} {% comment %}a\nb{% endcomment %}', '{{ x }} \n', []],
    ['{% highlight ruby %}\nputs {: .a}\n{% endhighlight %}', '```ruby\nputs {: .a}\n```', []],
    ['Words.\n{: .summary}\n\nMore.\n{: #end .x}', 'Words.\n\n\nMore.\n<a id="end"></a>', []],
    ['[x](y){: .button} and `code {: .x}`', '[x](y) and `code {: .x}`', []],
    ['`{: .x}` and `x`{: .y}', '`{: .x}` and `x`', []],
    ['* TOC\n{:toc}\n\n## A', '\n\n\n## A', []],
    ['Braces { % and {x}', 'Braces { % and {x}', []],
  ])('%j', (body, shown, dropped) => {
    const plain = withoutLiquid(body);
    expect(plain.body).toBe(shown);
    expect(plain.dropped.map(({ what }) => what)).toEqual(dropped);
    expect(plain.body.split('\n')).toHaveLength(body.split('\n').length);
  });

  it('is in no page, and its addresses lead where they led', async () => {
    const root = temporaryFolder();
    const post = (title: string, words: string) => `---\ntitle: ${title}\ndate: 2026-3-20 4:05:00 +0000\n---\n\n${words}\n`;
    const drafts = {
      'news/_posts/2026-03-20-boat': { en: post('Boat', 'Words {{ x }}.'), 'zh-TW': post('船', '字') },
      'docs/index': { en: post('Docs', '[a](/en/news/2026/03/20/boat/) [b](/news/2026/03/20/boat.html)') },
      'about/us': { en: post('Us', '[c]({{ site.baseurl }}/en/docs/)'), 'zh-TW': post('我們', '[d](/zh_tw/news/2026/03/20/boat/)') },
    };
    const input = siteInput(root, drafts, { locales: ['en', 'zh-TW'], extensions: ['kramdown' as never] });
    const { findings } = await buildSite(input, { out: join(root, 'site') });
    const links = (page: string) => {
      const [, body = ''] = /<!--body-->([\s\S]*)<!--\/body-->/.exec(readFileSync(join(root, 'site', page, 'index.html'), 'utf8')) ?? [];
      return [...body.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    };
    const boat = 'news/_posts/2026-03-20-boat/';
    expect(links('en/docs/index')).toEqual([`/en/${boat}`, `/en/${boat}`]);
    expect([links('en/about/us'), links('zh-TW/about/us')]).toEqual([['/en/docs/index/'], [`/zh-TW/${boat}`]]);
    expect(findings.filter(({ check }) => check === 'publish').map(({ got }) => got)).toEqual([['{{ x }}']]);
    expect(readFileSync(join(root, 'site/en/about/us/index.html'), 'utf8')).toContain('"datePublished":"2026-03-20T04:05:00Z"');
  });
});
