/** The part of the configuration that is the site: `publish`. */

import { z } from 'zod';
import { says } from './collection.ts';
import { embedsSchema, mediaOriginsSchema } from './embeds.ts';
import { localeSchema } from './locale.ts';

const publish = z
  .enum(['index', 'noindex', 'none'])
  .meta(says('`none`: not published; `noindex`: published, but neither indexed nor in hreflang.', 'noindex'));
const note = z.boolean().meta(says('Whether readers are told that a machine made it.', true));

/** How an edition of one state is published. */
const stateRules = z.strictObject({ publish, note });

/** As a policy names it: without a path. */
const httpsOrigin = z.string().regex(/^https:\/\/[^/\s;,'"]+$/, { error: 'an origin such as "https://stats.example.org"' });

const HOST_NAMES = ['netlify', 'cloudflare', 'github', 'nginx', 'apache'] as const;

const SHARE_PLACES = ['email', 'whatsapp', 'telegram', 'bluesky', 'facebook', 'x', 'linkedin', 'line', 'vk'] as const;
export type SharePlace = (typeof SHARE_PLACES)[number];

const menuItem = z.union(
  [
    z.strictObject({ section: z.string().min(1) }),
    z.strictObject({ topic: z.string().min(1) }),
    z.strictObject({ page: z.string().min(1) }),
    z.strictObject({ href: z.string().regex(/^(?:https?:\/\/|\/)/), label: z.string().min(1) }),
  ],
  { error: '{ "section": name }, { "topic": name }, { "page": slug } or { "href": address, "label": words }' },
);
const menuItems = z.array(menuItem);

const author = z.strictObject({
  photo: z.string().optional().meta(says('A picture, as an article names one.', '/images/ada.jpg')),
  links: z
    .array(z.url({ protocol: /^(?:https?|mailto)$/ }))
    .default([])
    .meta(says('Where else they are found.', ['https://social.example/@ada', 'mailto:ada@example.org'])),
  desk: z.boolean().default(false).meta(says('Whether it is an organization: a newsroom, an agency.', true)),
});

export const siteSchema = z.strictObject({
  baseUrl: z.url().optional().meta(says('The address that readers use.', 'https://news.example.org')),
  title: z
    .union([z.string(), z.record(localeSchema, z.string())])
    .optional()
    .meta(says("The newspaper's name; one for all locales, or one each.", { en: 'The Harbour News', es: 'Noticias del puerto' })),
  out: z.string().default('site').meta(says('The folder of the site.', 'public')),
  assets: z
    .string()
    .refine(isOwnFolder, { error: 'a folder of its own below the project, such as "public"' })
    .default('public')
    .meta(says('The folder of files that are copied to the site.', 'static')),
  dotFiles: z
    .array(z.string().regex(/^\.[^/\\.][^/\\]*$/, { error: 'a name that begins with a dot, without a path' }))
    .default([])
    .meta(says('Names that begin with a dot and are published all the same; `.well-known` always is.', ['.nojekyll'])),
  timeZone: z
    .string()
    .refine(isTimeZone, { error: 'an IANA time zone such as "Europe/Madrid"' })
    .default('UTC')
    .meta(says('The zone of dates without an offset, embargoes too.', 'Europe/Madrid')),
  embeds: embedsSchema,
  mediaOrigins: mediaOriginsSchema,
  perPage: z.number().int().positive().default(20).meta(says('Articles on a page of a list.', 50)),
  root: z
    .enum(['languages', 'front'])
    .default('languages')
    .meta(says('What is at `/`: a choice of language with the first headlines of each, or the front page of the main language.', 'front')),
  menu: z
    .union([menuItems, z.record(z.union([localeSchema, z.literal('default')]), menuItems)], {
      error:
        'a list of { "section": name }, { "topic": name }, { "page": slug } or { "href": address, "label": words }, or such a list per locale',
    })
    .optional()
    .meta(
      says(
        'The menu below the name: sections and topics as the source calls them, articles by slug, addresses with words or a key of `ui.json`; one list, or one per locale with `default`. Without it, all sections. What a locale does not have is left out.',
        [{ section: 'Harbour' }, { topic: 'bees' }, { page: 'about' }, { href: 'https://shop.example.org', label: 'Shop' }],
      ),
    ),
  authors: z
    .record(z.string().min(1), author)
    .default({})
    .meta(
      says('What the pages of authors show, by the names in the front matter of sources; their roles and lives are in `ui.json`.', {
        'Ada Lindqvist': { photo: '/images/ada.jpg', links: ['https://social.example/@ada'] },
        Newsroom: { desk: true },
      }),
    ),
  share: z
    .array(z.enum(SHARE_PLACES))
    .default(['email', 'whatsapp', 'telegram', 'facebook'])
    .meta(says('Links below an article that pass it on; none of them loads anything.', ['email', 'bluesky'])),
  host: z
    .enum(HOST_NAMES)
    .optional()
    .meta(says('Where the site is served: `publish` writes what is told to that host; as `--host`.', 'netlify')),
  theme: z
    .strictObject({
      look: z.enum(['daily', 'magazine']).default('daily').meta(says('The look to begin with.', 'magazine')),
      folder: z
        .string()
        .refine(isOwnFolder, { error: 'a folder of its own below the project, such as "theme"' })
        .optional()
        .meta(says('A folder with `style.css`, `head.html`, `header.html`, `footer.html`, `article.html`, or some of them.', 'theme')),
      templates: z
        .string()
        .regex(/^[\w-][\w.-]*\.m?[jt]s$/, { error: 'the name of a module in the theme folder, such as "templates.ts"' })
        .optional()
        .meta(
          says('A module in `folder` whose templates take the place of pieces of the pages: code of yours, which is run.', 'templates.ts'),
        ),
      logo: z.string().optional().meta(says("A picture in place of the newspaper's name, as an article names one.", '/images/logo.svg')),
      icon: z
        .string()
        .optional()
        .meta(
          says(
            'A square picture for tabs and home screens, SVG or PNG of 512 pixels; with it each language has a web manifest.',
            '/icon.svg',
          ),
        ),
      color: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, { error: 'a colour such as "#8c1d18"' })
        .optional()
        .meta(says('What browsers on phones colour their own frame with.', '#8c1d18')),
      allow: z
        .partialRecord(z.enum(['script', 'connect', 'style', 'font', 'image', 'media', 'frame', 'form']), z.array(httpsOrigin))
        .default({})
        .meta(
          says('Origins that scripts of the theme load by themselves; what its HTML names is allowed without this.', {
            connect: ['https://stats.example.org'],
          }),
        ),
    })
    .prefault({})
    .meta(says('How the site looks ([theme](publishing.md#a-look-of-your-own)).', { look: 'magazine', folder: 'theme' })),
  states: z
    .strictObject({
      machine: stateRules
        .prefault({ publish: 'noindex', note: true })
        .meta(says('Editions that no person has read.', { publish: 'none', note: true })),
      reviewed: stateRules
        .prefault({ publish: 'index', note: false })
        .meta(says('Editions that people have read.', { publish: 'index', note: false })),
      stale: stateRules
        .prefault({ publish: 'noindex', note: true })
        .meta(says('Editions whose source has changed since.', { publish: 'noindex', note: true })),
    })
    .prefault({})
    .meta(says('How editions are published, by what people have read of them.', { machine: { publish: 'index', note: true } })),
});

/** The project itself holds what is nobody else's business: keys, records, git. */
function isOwnFolder(path: string): boolean {
  const parts = path.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  return parts.length > 0 && !/^(?:[\\/]|[A-Za-z]:)/.test(path) && !parts.some((part) => part.startsWith('.'));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
