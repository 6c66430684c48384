/** A newspaper's own look: a stylesheet, slots, a logo, and a policy that allows what they name and nothing else. */

import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { dayOfNews, siteInput, uiStrings } from './newsroom.ts';

const WORDS = { theme: { join: 'Join <us> & read' } };

async function built(files: Record<string, string>, theme: object = {}, extra: object = WORDS) {
  const root = temporaryFolder();
  const all = dayOfNews(root);
  mkdirSync(join(root, 'theme/fonts'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'theme', name), text);
  const out = join(root, 'site');
  const strings = { en: { ...uiStrings('en'), ...extra }, es: { ...uiStrings('es'), theme: { join: 'Únase' } } };
  const publish = { theme: { folder: 'theme', ...theme } };
  const drafts = { bees: all.bees ?? {}, 'night-ferry': all['night-ferry'] ?? {} };
  const { findings } = await buildSite(siteInput(root, drafts, { locales: ['en', 'es'], strings, publish }), { out });
  const text = (file: string) => readFileSync(join(out, file), 'utf8');
  const policyOf = (file: string) =>
    new Map(
      (/Content-Security-Policy" content="([^"]*)"/.exec(text(file))?.[1] ?? '')
        .replaceAll('&#39;', "'")
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')] as const),
    );
  const style = () => text(/href="\/(assets\/style\.[^"]+)"/.exec(text('en/index.html'))?.[1] ?? '');
  return { text, policyOf, style, findings };
}

describe('a theme', () => {
  it('puts its slots into the pages, in the language of each', async () => {
    const { text } = await built({
      'header.html': '<p class="promo">{{theme.join}}</p>',
      'footer.html': '<p>foot</p>',
      'article.html': '<aside>after</aside>',
      'head.html': '<meta name="generator" content="x">',
    });
    expect(text('en/index.html')).toContain('</header>\n<p class="promo">Join &lt;us&gt; &amp; read</p><main');
    expect(text('es/index.html')).toContain('<p class="promo">Únase</p>');
    expect(text('en/bees/index.html')).toContain('<aside>after</aside>');
    expect(text('en/index.html')).not.toContain('<aside>after</aside>');
    expect(text('en/404.html')).toContain('<p>foot</p></footer>');
    expect(text('en/404.html')).toContain('<meta name="generator" content="x"></head>');
  });

  it('is allowed what its HTML names, on the pages that have it', async () => {
    const { policyOf } = await built(
      {
        'head.html': '<script defer src="https://stats.example/js/script.js"></script><script>window.a = 1</script>',
        'article.html':
          '<form action="https://news.example/join"><input aria-label="x"></form><iframe title="c" src="//talk.example/c"></iframe>',
      },
      { allow: { connect: ['https://stats.example'] } },
    );
    const front = policyOf('en/index.html');
    expect(front.get('script-src')).toBe(`https://stats.example 'sha256-${hash('sha256', 'window.a = 1', 'base64')}'`);
    expect([front.get('connect-src'), front.get('form-action'), front.get('frame-src')]).toEqual([
      'https://stats.example',
      "'none'",
      undefined,
    ]);
    const page = policyOf('en/bees/index.html');
    expect([page.get('form-action'), page.get('frame-src')]).toEqual(['https://news.example', 'https://talk.example']);
  });

  it('follows the stylesheet with its own, and brings the files that it names', async () => {
    const { style, text, policyOf } = await built({
      'style.css':
        '/* url(https://no.example/a) */\n:root { --accent: #123456; }\n@font-face { font-family: Own; src: url("fonts/own.woff2"); }',
      'fonts/own.woff2': 'font',
    });
    expect(style().endsWith('src: url("fonts/own.woff2"); }')).toBe(true);
    expect(text('assets/fonts/own.woff2')).toBe('font');
    expect(policyOf('en/index.html').get('font-src')).toBe("'self'");
  });

  it('has a logo in place of the name, and a colour for browsers', async () => {
    const { text, findings } = await built({}, { logo: '/articles/images/quay.png', color: '#8c1d18' });
    const page = text('en/bees/index.html');
    expect(page).toMatch(/<p class="name"><a href="\/en\/"><img src="\/media\/quay\.[^"]+" alt="The Quillhaven Courier" width="450"/);
    expect(page).toContain('<meta name="theme-color" content="#8c1d18">');
    expect(page).toContain('"logo":{"@type":"ImageObject","url":"https://courier.example/media/quay.');
    expect(findings.filter(({ message }) => message.includes('logo'))).toEqual([]);
    const lost = await built({}, { logo: '/lost.svg' });
    expect(lost.findings).toContainEqual(expect.objectContaining({ message: 'The logo is not there, or may not be shown' }));
  });

  it('may begin with the look of a magazine', async () => {
    const [daily, magazine] = [await built({}), await built({}, { look: 'magazine' })];
    expect(daily.style()).not.toContain('The look of a magazine');
    expect(magazine.style()).toContain('The look of a magazine');
  });

  it.each([
    ['header.html', '<p>\n{{theme.lost}}</p>', 'theme/header.html:2: a word that ui.json does not have'],
    ['header.html', '<p>x</p>\n\n<b title="a" title="b">y</b>', 'theme/header.html:3: no valid HTML'],
    ['footer.html', '\n<a href="/" onclick="x()">y</a>', 'theme/footer.html:2: what the policy of the pages does not run'],
    ['head.html', '<style>a{}</style>', 'theme/head.html:1: what the policy of the pages does not run'],
    ['head.html', '<script>\nx = "{{theme.join}}"</script>', 'theme/head.html:1: words in a script'],
    ['style.css', 'a {}\n@import "https://fonts.example/a.css";', 'theme/style.css:2: a file that the theme does not have'],
    ['style.css', 'a { background: url(lost.png) }', 'theme/style.css:1: a file that the theme does not have'],
    ['style.css', 'a { background: url(../dragoman.config.json) }', 'theme/style.css:1: a file that the theme does not have'],
  ])('says where %s is wrong: %j', async (name, text, message) => {
    await expect(built({ [name]: text })).rejects.toThrow(message);
  });
});
