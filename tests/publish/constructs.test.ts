import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuildResult, buildSite } from '../../src/publish/build.ts';
import type { SiteInput } from '../../src/publish/survey/input.ts';
import { constructs } from './constructs.ts';
import { picture, siteInput } from './newsroom.ts';

const PUBLISH = {
  embeds: ['youtube', 'vimeo', 'datawrapper', 'flourish', { name: 'Agency', origin: 'https://pictures.example' }],
  mediaOrigins: ['https://cdn.courier.example'],
};

const BODY = /<!--body-->([\s\S]*)<!--\/body-->/;

/** Every construct in an article of its own, and what they name in the public folder. */
function input(root: string): SiteInput {
  const folder = join(root, 'public');
  for (const name of ['chart', 'embeds']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of [
    'clip.webm',
    'clip.mp4',
    'clip.vtt',
    'talk.mp3',
    'report.pdf',
    'poster.png',
    'poster.webp',
    'embeds/youtube-dQw4w9WgXcQ.png',
  ])
    writeFileSync(join(folder, name), /(?:png|webp)$/.test(name) ? picture(8, 8, [1, 2, 3], [4, 5, 6]) : `the bytes of ${name}`);
  writeFileSync(join(folder, 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');
  writeFileSync(join(folder, 'chart/index.html'), '<!DOCTYPE html><title>x</title><p>1</p><a href="https://e.example/">source</a>');
  writeFileSync(join(folder, 'chart/remote.html'), '<!DOCTYPE html><title>x</title><script src="//e.example/d3.js"></script>');
  const drafts = Object.fromEntries(
    constructs.map(({ source }, index) => [`c${index}`, { en: `---\ntitle: T${index}\n---\n\nFirst.\n\n${source}\n` }]),
  );
  const made = siteInput(root, drafts, { locales: ['en'], publish: PUBLISH, extensions: ['shortcodes'] });
  const articles = made.articles.map((article, index) => {
    if (constructs[index]?.file !== 'mdx') return article;
    const { editions } = article.load();
    return {
      ...article,
      load: () => ({ slug: article.slug, editions: editions.map((one) => ({ ...one, file: one.file.replace(/md$/, 'mdx') })) }),
    };
  });
  return { ...made, articles };
}

describe('everything in an article', () => {
  let out = '';
  let built: BuildResult;
  let again: BuildResult;
  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), 'dragoman-constructs-'));
    out = join(root, 'site');
    built = await buildSite(input(root), { out });
    again = await buildSite(input(root), { out });
    return () => rmSync(root, { recursive: true, force: true });
  });
  const pageOf = (index: number) => readFileSync(join(out, `en/c${index}/index.html`), 'utf8');

  it('is tried in at least forty ways', () => {
    expect(constructs.length).toBeGreaterThanOrEqual(40);
    for (const { name, page, finding } of constructs) expect(page ?? finding, name).toBeDefined();
  });

  it.each(constructs.map((construct, index) => [construct.name, construct, index] as const))(
    'reaches the page or a finding: %s',
    (_, construct, index) => {
      const body = BODY.exec(pageOf(index))?.[1] ?? '';
      for (const part of construct.page ?? []) typeof part === 'string' ? expect(body).toContain(part) : expect(body).toMatch(part);
      const named = built.findings.filter(({ slug }) => slug === `c${index}`);
      if (construct.finding === undefined) expect(named).toEqual([]);
      else expect(named.map(({ got }) => got?.[0])).toContain(construct.finding);
    },
  );

  it('says where, and says it again in a build that changes nothing', () => {
    const linked = ['https://tools.example/x', 'https://photos.example/pier.jpg', 'https://films.example/a.mp4'];
    for (const what of ['<canvas>', 'the shortcode "figure"', ...linked])
      expect(built.findings.find(({ got }) => got?.[0] === what)?.line, what).toBe(7);
    expect(again.findings).toEqual(built.findings);
    expect(again.files.written).toEqual([]);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
    const faults: string[] = [];
    for (const index of constructs.keys())
      for (const { messages } of (await validator.validateString(pageOf(index))).results)
        faults.push(...messages.map((message) => `${constructs[index]?.name}: ${message.ruleId}: ${message.message}`));
    expect(faults).toEqual([]);
  });

  it('is allowed by the policy of its page alone', () => {
    const policy = (name: string) => {
      const index = constructs.findIndex((construct) => construct.name === name);
      return /Security-Policy" content="([^"]*)"/.exec(pageOf(index))?.[1]?.replaceAll('&#39;', "'");
    };
    const cdn = 'https://cdn.courier.example';
    expect(policy('a picture')).toBe(
      `default-src 'none'; style-src 'self'; img-src 'self' ${cdn}; media-src 'self' ${cdn}; form-action 'none'; base-uri 'none'; script-src 'none'`,
    );
    expect(policy('a film of Vimeo')).toContain("frame-src https://player.vimeo.com; media-src 'self'");
    expect(policy('a film of Vimeo')).toContain("script-src 'self'");
    expect(policy('a picture of a host that is allowed')).toContain(`img-src 'self' ${cdn} https://pictures.example;`);
    expect(policy('a document of the public folder')).toContain("frame-src 'self';");
    expect(policy('a frame of nobody known')).not.toContain('tools.example');
  });
});
