/** Whatever is changed, a build after the change gives what one from nothing gives: the files, the list of them, the findings. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BuildResult, buildSite } from '../../src/publish/build.ts';
import { MANIFEST } from '../../src/publish/survey/manifest.ts';
import '../support/seed.ts';
import { temporaryFolder } from './folder.ts';
import { type Drafts, NOW, picture, type SiteChanges, siteInput, uiStrings } from './newsroom.ts';
import { siteFiles } from './pages.ts';

const LOCALES: readonly string[] = ['en', 'es', 'ar'];

/** An article of a small newsroom as its front matter and body say it; what is undefined is left out. */
interface Story {
  readonly title: string;
  readonly date: string;
  readonly topic: string;
  readonly section?: string | undefined;
  readonly author: string;
  readonly weight?: number | undefined;
  readonly pinned?: boolean | undefined;
  readonly image?: string | undefined;
  readonly kind?: string | undefined;
  readonly alias?: string | undefined;
  readonly draft?: boolean | undefined;
  readonly embargo?: string | undefined;
  readonly correction?: string | undefined;
  readonly body: string;
  /** The slug of another article, which may not be there. */
  readonly link?: string | undefined;
  readonly locales: readonly string[];
  readonly reviewed: boolean;
  /** A word that its editions alone have. */
  readonly translated: string;
}

interface Newsroom {
  stories: Record<string, Story>;
  changes: SiteChanges;
  files: Record<string, string | Buffer>;
}

const story = (title: string, day: number, more: Partial<Story> = {}): Story => ({
  ...{ title, date: `2026-03-${String(day).padStart(2, '0')}`, topic: 'sea', author: 'Ada Lind', body: 'Words.' },
  ...{ locales: LOCALES, reviewed: true, translated: 'Palabras', ...more },
});

function textOf(one: Story, locale: string): string {
  const { title, date, topic, section, author, weight, pinned, image, kind, alias, draft, embargo, correction, link } = one;
  const fields: [string, unknown][] = [
    ['title', locale === 'en' ? title : `${title} ${locale}`],
    ...(locale === 'en' ? ([['date', date]] as [string, unknown][]) : []),
    ...Object.entries({ section, weight, pinned, image, kind, draft, embargo }),
    ['tags', `[${topic}]`],
    ['authors', `[${author}]`],
    ['aliases', alias === undefined ? undefined : `[${alias}]`],
    ['corrections', correction === undefined ? undefined : `[{ date: 2026-03-22, text: ${correction} }]`],
  ];
  const front = fields.filter(([, value]) => value !== undefined).map(([key, value]) => `${key}: ${value}\n`);
  const more = locale === 'en' ? '' : ` ${one.translated}.`;
  const linked = link === undefined ? '' : `\n\nSee [there](${link}.md#history).`;
  return `---\n${front.join('')}---\n\n${one.body}${more}${linked}\n\n## History\n\nMore words.\n`;
}

const draftsOf = (stories: Newsroom['stories']): Drafts =>
  Object.fromEntries(
    Object.entries(stories)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([slug, one]) => [
        slug,
        Object.fromEntries(
          one.locales.map((locale) => [
            locale,
            { text: textOf(one, locale), state: locale === 'en' ? 'source' : one.reviewed ? 'reviewed' : 'machine' },
          ]),
        ),
      ]),
  );

const first = (): Newsroom => ({
  stories: {
    boat: story('Boats', 20, { link: 'tram', section: 'City', weight: 2 }),
    tram: story('Trams', 19, { topic: 'city', link: 'gone', image: 'images/ferry.png' }),
    bees: story('Bees', 18, { topic: 'city', locales: ['en', 'es'], section: 'Nature' }),
    quay: story('Quay', 17, { author: 'Nour Haddad', section: 'City', link: 'bees' }),
    rain: story('Rain', 16, { reviewed: false, link: 'boat' }),
    imprint: story('Imprint', 1, { kind: 'page' }),
    snow: story('Snow', 15, { topic: 'city', draft: true }),
  },
  changes: { publish: { perPage: 2 } },
  files: {
    'articles/en/images/ferry.png': picture(60, 40, [31, 58, 86], [226, 178, 122]),
    'articles/es/images/ferry.png': picture(60, 40, [31, 58, 86], [226, 178, 122]),
    'public/robots.txt': 'User-agent: *\n',
    'theme/style.css': ':root { --accent: #123 }\n',
  },
});

const slugs = ['boat', 'tram', 'bees', 'quay', 'rain', 'imprint', 'snow', 'new', 'gone'];
const one = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);

/** What an editor may change of an article. */
const ofStory: fc.Arbitrary<Partial<Story>> = fc.oneof(
  fc.record({ title: one('Boats', 'Trams', 'A title', 'Another') }),
  fc.record({ date: one('2026-03-02', '2026-03-18', '2026-03-22', '2026-03-22T10:00:00Z') }),
  fc.record({ topic: one('sea', 'city', 'Sea', 'new') }),
  fc.record({ section: one('City', 'Nature', undefined) }),
  fc.record({ author: one('Ada Lind', 'Nour Haddad', 'Ola Berg') }),
  fc.record({ weight: one(1, 2, 3, undefined) }),
  fc.record({ pinned: one(true, undefined) }),
  fc.record({ image: one('images/ferry.png', 'images/none.png', undefined) }),
  fc.record({ kind: one('opinion', 'page', undefined) }),
  fc.record({ alias: one('/old/', 'older', 'boat', undefined) }),
  fc.record({ draft: one(true, undefined) }),
  fc.record({ embargo: one('2026-03-24', '2026-03-20', undefined) }),
  fc.record({ correction: one('We were wrong.', undefined) }),
  fc.record({
    body: one('Words.', 'Other words.', '<form><input></form> Words.', '[x](#none) Words.', 'Words with ![a](images/ferry.png).'),
  }),
  fc.record({ link: one(...slugs, undefined) }),
  fc.record({ locales: one(['en'], ['en', 'es'], LOCALES) }),
  fc.record({ reviewed: fc.boolean() }),
  fc.record({ translated: one('Palabras', 'Otras') }),
);

type Edit = (room: Newsroom) => void;

/** An edit that a failure names. */
const named = (what: unknown, edit: Edit): Edit => Object.assign(edit, { [fc.toStringMethod]: () => JSON.stringify(what) });

const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(one(...slugs), ofStory).map(([slug, change]) =>
      named([slug, change], ({ stories }) => {
        if (stories[slug] !== undefined) stories[slug] = { ...stories[slug], ...change };
      }),
    ),
  },
  { weight: 2, arbitrary: one(...slugs).map((slug) => named(['gone', slug], ({ stories }) => void delete stories[slug])) },
  {
    weight: 3,
    arbitrary: one(...slugs).map((slug) =>
      named(['new', slug], ({ stories }) => {
        stories[slug] ??= story(slug, 21, { link: 'boat' });
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(one(...slugs), one(...slugs)).map(([from, to]) =>
      named(['renamed', from, to], ({ stories }) => {
        if (stories[from] === undefined || stories[to] !== undefined) return;
        stories[to] = stories[from];
        delete stories[from];
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: one({ perPage: 2 }, { perPage: 3 }, { perPage: 2, root: 'front' }, { title: 'Other', perPage: 2 }).map((publish) =>
      named(publish, (room) => {
        room.changes = { ...room.changes, publish: { ...publish, theme: { folder: 'theme' } } };
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: one(0, 1, 3).map((days) =>
      named(['days', days], (room) => {
        room.changes = { ...room.changes, now: NOW + days * 86_400_000 };
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: one('Neuestes', 'Latest').map((heading) =>
      named(['words', heading], (room) => {
        const strings = Object.fromEntries(LOCALES.map((locale) => [locale, uiStrings(locale)]));
        room.changes = { ...room.changes, strings: { ...strings, es: { ...strings.es, front: { heading } } } };
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        one('public/robots.txt', 'public/map.html', 'public/es/boat/index.html', 'theme/style.css', 'articles/en/images/ferry.png'),
        one('one', 'three', undefined),
      )
      .map(([file, content]) =>
        named([file, content], ({ files }) => {
          if (content !== undefined) files[file] = file.endsWith('.png') ? picture(40, content.length, [1, 2, 3], [4, 5, 6]) : content;
          else if (!file.endsWith('.css')) delete files[file];
        }),
      ),
  },
);

function settle(root: string, before: Newsroom['files'], { files }: Newsroom): void {
  for (const file of Object.keys(before)) if (files[file] === undefined) rmSync(join(root, file));
  for (const [file, content] of Object.entries(files)) {
    if (content === before[file]) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
}

/** All but where old addresses lead: a site that is built from nothing has none but the aliases. */
function built(out: string, { findings }: BuildResult) {
  const list = JSON.parse(readFileSync(join(out, MANIFEST), 'utf8')) as Record<string, unknown>;
  return {
    files: Object.fromEntries(
      siteFiles(out)
        .filter((file) => file !== MANIFEST)
        .map((file) => [file, readFileSync(join(out, file), 'utf8')]),
    ),
    list: [list.articles, list.parts],
    findings: findings.map((finding) => JSON.stringify(finding)).sort(),
  };
}

it('a build after any change gives what a build from nothing gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 10, maxLength: 10 }), async (walk) => {
      const root = temporaryFolder();
      const room = first();
      settle(root, {}, room);
      const build = (out: string, cache: string) =>
        buildSite(siteInput(root, draftsOf(room.stories), { locales: LOCALES, stamps: true, ...room.changes }), {
          out: join(root, out),
          cache: join(root, cache),
          // So few that they are in parts, and go over into parts and back.
          partsAbove: 6,
          program: 'one',
        });
      await build('site', 'cache.json');
      for (const edit of walk) {
        const before = { ...room.files };
        edit(room);
        settle(root, before, room);
        const after = built(join(root, 'site'), await build('site', 'cache.json'));
        rmSync(join(root, 'anew'), { recursive: true, force: true });
        rmSync(join(root, 'anew.json'), { force: true });
        rmSync(join(root, 'anew.json.changes'), { force: true });
        rmSync(join(root, 'anew.json.list'), { force: true });
        expect(after).toEqual(built(join(root, 'anew'), await build('anew', 'anew.json')));
      }
    }),
    { numRuns: 3 },
  );
}, 240_000);
