/** Pictures: what they tell of their makers stays here, which way is up and whom to name is kept, and readers get the size they need. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { imageSize } from '../../src/publish/body/image-size.ts';
import { buildSite } from '../../src/publish/build.ts';
import { jpegSegments } from '../../src/publish/pictures/jpeg-segments.ts';
import { photoFacts } from '../../src/publish/pictures/photo-facts.ts';
import { pictureScaler } from '../../src/publish/pictures/scale.ts';
import { cutsOf, variantsOf } from '../../src/publish/pictures/variants.ts';
import { withoutMetadata } from '../../src/publish/pictures/without-metadata.ts';
import { launch, noBrowser, serve } from './browser.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput } from './newsroom.ts';
import { siteFiles } from './pages.ts';

const WHERE = 'GPS 59/1 20/1 Brackwater';

type Format = 'jpeg' | 'png' | 'webp' | 'avif';

/** A photograph with a place, an orientation and a comment, as cameras and phones write them. */
async function photo(width: number, height: number, format: Format = 'jpeg', orientation = 1): Promise<Buffer> {
  return sharp({ create: { channels: 3, width, height, background: '#246' } })
    .withExif({ IFD0: { ImageDescription: WHERE, Make: 'Phone' }, IFD3: { GPSLatitude: '59/1 20/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${WHERE}</rdf:RDF></x:xmpmeta>`,
    )
    .toFormat(format)
    .toBuffer();
}

/** An APP13 segment with an IPTC record, put behind the first two bytes. */
function withIptc(jpeg: Buffer, fields: Record<number, string | Buffer>): Buffer {
  const sets = Object.entries(fields).map(([number, value]) => {
    const data = Buffer.from(value as string);
    return Buffer.concat([Buffer.from([0x1c, 2, Number(number), data.length >> 8, data.length & 255]), data]);
  });
  const record = Buffer.concat(sets);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(record.length);
  const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), length, record, Buffer.alloc(record.length % 2)]);
  const content = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resource]);
  const head = Buffer.from([0xff, 0xed, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
const tells = (bytes: Buffer) => ['Brackwater', 'GPS', 'Phone', 'xmpmeta'].filter((word) => bytes.includes(word));

it.each(['jpeg', 'png', 'webp', 'avif'] as const)('the size of %s is known', async (format) => {
  const bytes = await sharp({ create: { width: 70, height: 40, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer();
  expect(imageSize(bytes)).toEqual({ width: 70, height: 40 });
});

describe('metadata', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('of %s is left out, and no pixel changes', async (format) => {
    const original = await photo(64, 48, format);
    expect(tells(original)).not.toEqual([]);
    const plain = withoutMetadata(original) as Buffer;
    expect(tells(plain)).toEqual([]);
    const { exif, xmp, iptc } = await sharp(plain).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect((await pixels(plain)).equals(await pixels(original))).toBe(true);
    expect(withoutMetadata(plain)?.equals(plain)).toBe(true);
  });

  it('keeps which way is up, and nothing else, and the colour profile', async () => {
    const turned = await photo(64, 48, 'jpeg', 6);
    const plain = withoutMetadata(turned) as Buffer;
    expect([tells(plain), photoFacts(plain).orientation, (await sharp(plain).metadata()).orientation]).toEqual([[], 6, 6]);
    const profiled = await sharp(await photo(32, 32))
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    expect((await sharp(withoutMetadata(profiled) as Buffer).metadata()).icc?.length).toBe((await sharp(profiled).metadata()).icc?.length);
  });

  it('behind the picture goes with the rest: phones put a film or a second photograph there', async () => {
    const original = await photo(32, 32);
    expect(tells(withoutMetadata(Buffer.concat([original, await photo(16, 16), Buffer.from(WHERE)])) as Buffer)).toEqual([]);
  });

  it('of AVIF is not rewritten: such a file is refused, one without is taken', async () => {
    expect(withoutMetadata(await photo(32, 32, 'avif'))).toBeUndefined();
    const clean = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .avif()
      .toBuffer();
    expect(withoutMetadata(clean)?.equals(clean)).toBe(true);
  });

  it('of broken files throws nothing: cut anywhere, they tell nothing', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const original = await photo(16, 16, format);
      for (let length = 0; length < original.length; length += 7) {
        const cut = original.subarray(0, length);
        photoFacts(cut);
        const plain = withoutMetadata(cut);
        if (plain !== undefined && length > 12) expect([format, length, tells(plain)]).toEqual([format, length, []]);
      }
    }
  });

  it.each([
    ['the credit line', { 80: 'Ada Lindqvist', 110: 'AFP / Ada Lindqvist' }, 'AFP / Ada Lindqvist'],
    ['the photographer', { 80: 'Tomàs Ribera' }, 'Tomàs Ribera'],
    ['Latin-1', { 80: Buffer.from('Tom\xe0s', 'latin1') }, 'Tomàs'],
    ['nobody', { 120: 'A caption' }, undefined],
  ])('names %s', async (_, fields, credit) => {
    const named = withIptc(await photo(16, 16), fields as Record<number, string>);
    expect(photoFacts(named).credit).toBe(credit);
    expect(photoFacts(withoutMetadata(named) as Buffer).credit).toBeUndefined();
  });
});

it('a progressive JPEG of many scans is read to its end', async () => {
  const original = await sharp(await photo(64, 64))
    .jpeg({ progressive: true })
    .toBuffer();
  const segments = jpegSegments(Buffer.concat([original, Buffer.from('more')])) ?? [];
  expect(segments.filter(({ marker }) => marker === 0xda).length).toBeGreaterThan(1);
  expect(segments.at(-1)?.end).toBe(original.length);
});

it.each([
  [
    '/media/a.1.jpg',
    3600,
    ['480 avif', '960 avif', '1440 avif', '1920 avif', '480 webp', '960 webp', '1440 webp', '1920 webp', '1440 jpeg'],
  ],
  ['/media/a.1.png', 700, ['480 avif', '700 avif', '480 webp', '700 webp', '700 png']],
  ['/media/a.1.svg', 700, []],
  ['/media/a.1.gif', 700, []],
])('%s, %i wide, is offered as %j', (path, width, expected) => {
  expect(variantsOf(path, width).map((variant) => `${variant.width} ${variant.format}`)).toEqual(expected);
});

describe('a site', () => {
  async function built(scaled: boolean, picture: Buffer, front = 'image: { src: /images/a.jpg, alt: A ferry, caption: The quay }') {
    const root = temporaryFolder();
    const out = join(root, 'site');
    mkdirSync(join(root, 'public/images'), { recursive: true });
    writeFileSync(join(root, 'public/images/a.jpg'), picture);
    writeFileSync(join(root, 'public/images/b.jpg'), withIptc(await photo(50, 30), { 80: 'Nour Haddad' }));
    const text = `---\ntitle: A\ndate: 2026-03-20\n${front}\n---\n\nWords.\n\n![B](/images/b.jpg)\n`;
    const options = { out, cache: join(root, 'cache/publish.json'), scale: scaled ? pictureScaler() : undefined };
    const { findings } = await buildSite(siteInput(root, { a: { en: text } }, { locales: ['en'] }), options);
    const page = readFileSync(join(out, 'en/a/index.html'), 'utf8');
    return { root, out, findings, page, options, text };
  }

  it('shows no place of any photograph, with sharp and without', async () => {
    for (const scaled of [true, false]) {
      const { out } = await built(scaled, withIptc(await photo(70, 40), { 110: 'AFP' }));
      for (const file of siteFiles(out)) expect([scaled, file, tells(readFileSync(join(out, file)))]).toEqual([scaled, file, []]);
    }
  });

  it('offers widths and formats, the first picture at once, the others when they are near, all with their size and credit', async () => {
    const { page, out, findings, options, root, text } = await built(true, withIptc(await photo(520, 280), { 110: 'AFP' }));
    expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
    expect(page).toMatch(
      /<figure class="hero"><picture><source type="image\/avif" srcset="\/media\/a\.\w+-480\.avif 480w, [^"]*-520\.avif 520w" sizes="[^"]+"><source type="image\/webp" [^>]*><img src="\/media\/a\.\w+-520\.jpg" alt="A ferry" width="520" height="280" fetchpriority="high"><\/picture><figcaption>The quay Photo: <bdi>AFP<\/bdi><\/figcaption>/,
    );
    expect(page).toMatch(
      /<figure><picture>.*<img src="\/media\/b\.\w+-50\.jpg" alt="B" loading="lazy" decoding="async" width="50" height="30"><\/picture><figcaption>Photo: <bdi>Nour Haddad<\/bdi><\/figcaption><\/figure>/,
    );
    for (const file of siteFiles(out).filter((one) => /a\.\w+-480\./.test(one))) {
      const { width, height, format } = await sharp(readFileSync(join(out, file))).metadata();
      expect([file, width, height, format]).toEqual([file, 480, 258, file.endsWith('webp') ? 'webp' : 'heif']);
    }
    // Nothing is scaled twice: neither for the same site, nor for one that is built anew.
    const again = { ...options, scale: () => Promise.reject(new Error('scaled again')) };
    await buildSite(siteInput(root, { a: { en: text } }, { locales: ['en'] }), again);
    await buildSite(siteInput(root, { a: { en: text } }, { locales: ['en'] }), { ...again, out: join(root, 'anew') });
    expect(siteFiles(join(root, 'anew'))).toEqual(siteFiles(out));
  });

  it('is cut to the shapes that search engines show, as large as it gives, for the picture above the text', async () => {
    const { page, out } = await built(true, await photo(900, 700));
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    const images = JSON.parse(data).image as { url: string; width: number; height: number }[];
    expect(images.map(({ width, height }) => [width, height])).toEqual([
      [900, 700],
      [900, 506],
      [900, 675],
      [700, 700],
    ]);
    for (const { url, width, height } of images) {
      const real = await sharp(readFileSync(join(out, new URL(url).pathname))).metadata();
      expect([url, real.width, real.height]).toEqual([url, width, height]);
    }
    expect(siteFiles(out).filter((file) => /b\..*x/.test(file))).toEqual([]);
    expect(cutsOf('/media/a.1.jpg', 200, 150)).toEqual([]);
  });

  it('turns a photograph upright, and keeps one that is higher than wide from filling the screen', async () => {
    for (const scaled of [true, false]) {
      const { page } = await built(scaled, await photo(320, 200, 'jpeg', 6));
      expect(page).toMatch(/<figure class="hero portrait">.*width="200" height="320"/);
    }
  });

  it('shows a stamp in its own size, below its headline alone', async () => {
    const { page, out } = await built(true, await photo(80, 50));
    expect(page).toMatch(/<figure class="hero small">.*width="80" height="50"/);
    expect(page).toContain('<meta name="twitter:card" content="summary">');
    expect(readFileSync(join(out, 'en/index.html'), 'utf8')).not.toContain('<img');
  });

  it.skipIf(noBrowser !== undefined)(
    'a browser shows a stamp, and a sign in a sentence, as large as they are',
    async () => {
      const { out } = await built(true, await photo(80, 50));
      const [browser, site] = await Promise.all([launch(), serve(out)]);
      try {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        await page.goto(`${site.url}/en/a/`);
        expect(await page.evaluate('[...document.images].map((one) => one.getBoundingClientRect().width)')).toEqual([80, 50]);
      } finally {
        await browser.close();
        await site.close();
      }
    },
    60_000,
  );

  it.each([
    [
      'Git LFS keeps',
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n',
      'A file is left out: a pointer of Git LFS is in its place',
    ],
    ['somebody cut off', 'GIF', 'A picture is left out: the file holds none'],
  ])('does not show a picture that %s', async (_, words, message) => {
    const { page, findings, out } = await built(false, Buffer.from(words));
    expect(page).not.toContain('/images/a.jpg');
    expect(siteFiles(out)).not.toContain('images/a.jpg');
    expect(findings).toMatchObject([
      { slug: 'a', message: 'An image is not there, or may not be shown; it is left out', got: ['/images/a.jpg'] },
      { file: 'public/images/a.jpg', message },
    ]);
  });

  it('shows in every edition what is beside its source', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'articles/en'), { recursive: true });
    writeFileSync(join(root, 'articles/en/quay.jpg'), await photo(520, 280));
    writeFileSync(join(root, 'articles/en/report.pdf'), '%PDF');
    const text = (title: string) => `---\ntitle: ${title}\nimage: quay.jpg\n---\n\n![A](./quay.jpg) [paper](report.pdf)\n`;
    const input = siteInput(root, { a: { en: text('A'), es: text('B') } }, { locales: ['en', 'es'] });
    const { findings } = await buildSite(input, { out: join(root, 'site') });
    expect(findings).toEqual([]);
    const pages = ['en', 'es'].map((locale) => readFileSync(join(root, 'site', locale, 'a/index.html'), 'utf8'));
    for (const page of pages) expect(page.match(/(?:src|href)="\/media\/(?:quay|report)\.\w+\.\w+"/g)).toHaveLength(3);
  });

  it('without sharp notes pictures of a camera’s size, once', async () => {
    const { findings, page } = await built(false, await photo(2600, 300), 'image: /images/a.jpg');
    expect(findings).toMatchObject([{ check: 'publish', level: 'note', message: expect.stringContaining('1 picture wider than 2400') }]);
    expect(page).not.toContain('<picture>');
  });

  it('gives the first picture of an article without one above it to readers at once', async () => {
    const { page } = await built(false, await photo(80, 50), 'tags: [x]');
    expect(page).toMatch(/<img src="\/images\/b\.jpg" alt="B" fetchpriority="high"/);
  });

  it('says whose words those of a picture are, where an edition has the source’s', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'public'), { recursive: true });
    writeFileSync(join(root, 'public/a.jpg'), await photo(700, 400));
    const text = (front: string) => `---\ntitle: A\ndate: 2026-03-20\n${front}---\n\nWords.\n`;
    const own = (alt: string, caption: string) => `image: { src: /a.jpg, alt: ${alt}, caption: ${caption} }\n`;
    const drafts = { a: { en: text(own('A ferry', 'The quay')), ar: text(''), es: text(own('Un ferri', 'El muelle')) } };
    await buildSite(siteInput(root, drafts, { locales: ['en', 'ar', 'es'] }), { out: join(root, 'site'), newsletter: true });
    const read = (file: string) => readFileSync(join(root, 'site', file), 'utf8');
    expect(read('ar/a/index.html')).toContain('<figcaption><span lang="en" dir="ltr">The quay</span></figcaption>');
    expect(read('ar/a/index.html')).toContain('alt="A ferry" lang="en"');
    expect(read('ar/newsletter/index.html')).toContain('alt="A ferry" lang="en"');
    for (const [locale, caption] of [
      ['en', 'The quay'],
      ['es', 'El muelle'],
    ]) {
      expect(read(`${locale}/a/index.html`)).toContain(`<figcaption>${caption}</figcaption>`);
      expect(read(`${locale}/a/index.html`)).not.toMatch(/alt="[^"]*" lang=/);
    }
  });
});
