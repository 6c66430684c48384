/** A newspaper's own look: a stylesheet, slots, a logo, and a policy that allows what they name and nothing else. */

import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { pictureScaler } from '../../src/publish/pictures/scale.ts';
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

describe('an icon', () => {
  async function iconed(scaled: boolean, name: string, content: Buffer, extra: Record<string, Buffer> = {}) {
    const root = temporaryFolder();
    mkdirSync(join(root, 'public'), { recursive: true });
    for (const [file, bytes] of Object.entries({ [name]: content, ...extra })) writeFileSync(join(root, 'public', file), bytes);
    const out = join(root, 'site');
    const publish = { theme: { icon: `/${name}`, color: '#8c1d18' }, title: { en: 'Courier', ar: 'الساعي' } };
    const front = '---\ntitle: A\ndate: 2026-03-01\n---\n\nWords.\n';
    const input = siteInput(root, { a: { en: front, ar: { text: front } } }, { locales: ['en', 'ar'], publish });
    const build = () => buildSite(input, { out, ...(scaled ? { scale: pictureScaler() } : {}) });
    const { findings } = await build();
    const read = (file: string) => readFileSync(join(out, file));
    return { read, findings, again: build, text: (file: string) => read(file).toString('utf8') };
  }

  it('comes in the sizes of tabs, phones and desks, and each language has a manifest', async () => {
    const png = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#8c1d18' } })
      .png()
      .toBuffer();
    const { read, text, again, findings } = await iconed(true, 'icon.png', png);
    expect(findings).toEqual([]);
    const manifest = JSON.parse(text('ar/site.webmanifest'));
    expect(manifest).toMatchObject({ name: 'الساعي', lang: 'ar', dir: 'rtl', start_url: '/ar/', scope: '/', theme_color: '#8c1d18' });
    for (const { src, sizes } of manifest.icons) {
      const { width, height, format } = await sharp(read(src.slice(1))).metadata();
      expect(`${width}x${height} ${format}`).toBe(`${sizes} png`);
    }
    expect(manifest.icons.map(({ sizes }: { sizes: string }) => sizes)).toEqual(['32x32', '180x180', '192x192', '512x512']);
    expect(text('ar/a/index.html')).toMatch(/<link rel="icon" type="image\/png" sizes="32x32" href="\/media\/icon\.[\w-]+-32\.png">/);
    expect(text('ar/a/index.html')).toMatch(/<link rel="apple-touch-icon" href="[^"]*-180\.png">/);
    expect(text('ar/a/index.html')).toContain('<link rel="manifest" href="/ar/site.webmanifest">');
    expect(text('ar/a/index.html')).toContain('manifest-src &#39;self&#39;');
    // An ICO file of one picture, which is a PNG.
    const ico = read('favicon.ico');
    expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
    expect((await sharp(ico.subarray(ico.readUInt32LE(18))).metadata()).width).toBe(32);
    expect((await again()).files.written).toEqual([]);
  });

  it('is the first letter of the name where none is named: browsers ask for one, and would tell of an error', async () => {
    const root = temporaryFolder();
    const out = join(root, 'site');
    const input = () => siteInput(root, { a: { en: '---\ntitle: A\n---\n\nWords.\n' } }, { locales: ['en'], publish: { title: '<élan>' } });
    const link = () => /<link rel="icon"[^>]*href="([^"]*)">/.exec(readFileSync(join(out, 'en/a/index.html'), 'utf8'))?.[1];
    await buildSite(input(), { out });
    expect(readFileSync(join(out, link() ?? ''), 'utf8')).toContain('text-anchor="middle">&lt;</text>');
    mkdirSync(join(root, 'public'), { recursive: true });
    writeFileSync(join(root, 'public/favicon.ico'), 'own');
    await buildSite(input(), { out });
    expect(link()).toBeUndefined();
  });

  it('is a drawing as it is, without sharp too; a favicon of the public folder stays', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z"/></svg>');
    const { text } = await iconed(false, 'icon.svg', svg, { 'favicon.ico': Buffer.from('own') });
    expect(text('en/index.html')).toMatch(/<link rel="icon" type="image\/svg\+xml" sizes="any" href="\/media\/icon\.\w+\.svg">/);
    expect(text('favicon.ico')).toBe('own');
    const scaled = await iconed(true, 'icon.svg', svg, { 'favicon.ico': Buffer.from('own') });
    expect(scaled.text('favicon.ico')).toBe('own');
    expect(JSON.parse(scaled.text('en/site.webmanifest')).icons.map(({ sizes }: { sizes: string }) => sizes)).toEqual([
      ...['any', '32x32', '180x180', '192x192', '512x512'],
    ]);
  });

  it('that is not there is told of', async () => {
    const { findings, text } = await iconed(false, 'icon.txt', Buffer.from(''));
    expect(findings).toMatchObject([{ level: 'warning', message: 'The icon is not there, or may not be shown' }]);
    expect(text('en/index.html')).not.toContain('rel="icon"');
  });
});

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
    ['style.css', 'a {}\n@import "https://fonts.example/a.css"', 'theme/style.css:2: a file that the theme does not have'],
    ['style.css', 'a { background: url(lost.png) }', 'theme/style.css:1: a file that the theme does not have'],
    ['style.css', 'a { background: url(../dragoman.config.json) }', 'theme/style.css:1: a file that the theme does not have'],
  ])('says where %s is wrong: %j', async (name, text, message) => {
    await expect(built({ [name]: text })).rejects.toThrow(message);
  });

  it('is read to the last element, however deep they are in each other', async () => {
    const deep = `${'<b>'.repeat(20_000)}<i onclick="x()">y</i>`;
    await expect(built({ 'header.html': deep })).rejects.toThrow('theme/header.html:1: what the policy of the pages does not run');
  });
});
