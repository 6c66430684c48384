import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { type Drafts, picture, siteInput } from './newsroom.ts';

const text = (title: string, body: string) =>
  `---\ntitle: ${JSON.stringify(title)}\ndescription: Short & "sharp"\ndate: 2026-03-20T10:00:00\nupdated: 2026-03-21\nauthors: [Ada]\ntags: [sea]\n---\n\n${body}`;

async function feeds(drafts: Drafts, changes: Parameters<typeof siteInput>[2] = {}) {
  const root = temporaryFolder();
  const out = join(root, 'site');
  await buildSite(siteInput(root, drafts, changes), { out });
  const atom = (locale: string) => readFileSync(join(out, locale, 'feed.xml'), 'utf8');
  const json = (locale: string) => JSON.parse(readFileSync(join(out, locale, 'feed.json'), 'utf8'));
  return { atom, json };
}

/** Elements with their attributes and text, in order; throws where the XML is not well-formed. */
function elements(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const all: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof all)[number][] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes } as Record<string, string>, text: '' };
    all.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += piece;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return all;
}

describe('feeds', () => {
  const drafts: Drafts = {
    boat: {
      en: text(
        'Boats & <b>more</b>\u0008',
        'See [tram](tram.md#rails), [here](#sails).\n\n## Sails\n\n<script>x</script>\n\n`<a href="/x">`\n',
      ),
      ar: { text: text('قوارب', 'كلمات.\n'), state: 'machine' },
    },
    tram: { en: text('Trams', '## Rails\n\nWords.\n') },
  };

  it('are well-formed Atom with the whole text, its addresses absolute', async () => {
    const { atom } = await feeds(drafts);
    const all = elements(atom('en'));
    const of = (name: string) => all.filter((element) => element.name === name);
    expect(all[0]).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' } });
    expect(of('title').map((title) => title.text)).toEqual(['The Quillhaven Courier', 'Boats & <b>more</b>', 'Trams']);
    expect(of('updated').map((updated) => updated.text)).toEqual([
      '2026-03-21T00:00:00+01:00',
      '2026-03-21T00:00:00+01:00',
      '2026-03-21T00:00:00+01:00',
    ]);
    expect(of('published')[0]?.text).toBe('2026-03-20T09:00:00Z');
    const content = of('content')[0]?.text ?? '';
    expect(content).toContain(
      '<a href="https://courier.example/en/tram/#rails">tram</a>, <a href="https://courier.example/en/boat/#sails">here</a>',
    );
    expect(content).toContain('<code>&#x3C;a href="/x"></code>');
    expect(content).not.toContain('<script');
  });

  it('name films, recordings, subtitles and frames with their host', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'public'));
    for (const name of ['clip.mp4', 'clip.vtt', 'talk.mp3']) writeFileSync(join(root, 'public', name), name);
    writeFileSync(join(root, 'public/poster.png'), picture(8, 8, [1, 2, 3], [4, 5, 6]));
    writeFileSync(join(root, 'public/chart.html'), '<!DOCTYPE html><title>x</title><p>1</p>');
    const body = `<video title="a > b" poster="/poster.png"><source src="/clip.mp4"><track src="/clip.vtt"></video>

<audio src="/talk.mp3"></audio>

<iframe src="/chart.html" title="Prices"></iframe>

![A quay](/poster.png)
`;
    await buildSite(siteInput(root, { film: { en: text('Film', body) } }), { out: join(root, 'site') });
    const atom = elements(readFileSync(join(root, 'site/en/feed.xml'), 'utf8')).find(({ name }) => name === 'content')?.text ?? '';
    const json = JSON.parse(readFileSync(join(root, 'site/en/feed.json'), 'utf8')).items[0].content_html as string;
    for (const content of [atom, json]) {
      const addresses = [...content.matchAll(/\s(?:src|href|poster)="([^"]*)"/g)].map(([, address]) => address);
      expect(addresses.length).toBeGreaterThanOrEqual(7);
      expect(addresses.filter((address) => !address?.startsWith('https://courier.example/'))).toEqual([]);
    }
  });

  it("keep an article's id whatever its address and host", async () => {
    const ids = async (edit: (text: string) => string, changes = {}) => {
      const edited = { boat: { en: edit(text('Boats', 'x')), ar: text('قوارب', 'x') } };
      const { atom, json } = await feeds(edited, changes);
      const id = elements(atom('en')).filter(({ name }) => name === 'id')[1]?.text;
      expect(json('en').items[0].id).toBe(id);
      expect(json('ar').items[0].id).not.toBe(id);
      return id;
    };
    const first = await ids((same) => same);
    expect(first).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await ids((file) => file.replace('date:', 'slug: new-name\ndate:'), { publish: { baseUrl: 'https://other.example/x' } })).toBe(
      first,
    );
  });

  it('are JSON Feed 1.1 too', async () => {
    const { json } = await feeds(drafts);
    expect(json('ar')).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      language: 'ar',
      feed_url: 'https://courier.example/ar/feed.json',
      items: [
        {
          url: 'https://courier.example/ar/boat/',
          title: 'قوارب',
          tags: ['sea'],
          content_html: expect.stringMatching(/^<div dir="rtl" lang="ar"><div class="translation-note"[\s\S]*<p>كلمات\.<\/p><\/div>$/),
        },
      ],
    });
  });
});
