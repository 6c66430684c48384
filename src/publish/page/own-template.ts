/** Pieces of pages as a newsroom's templates make them. */

import { KnownError, thrownWords } from '../../errors.ts';
import { formatDate } from '../../frontmatter/article-date.ts';
import type { Channel, EditionSummary } from '../survey/edition-summary.ts';
import { type ChannelKind, channelPath } from '../survey/page-addresses.ts';
import type { Html } from './html-tag.ts';
import { direction } from './locale-names.ts';
import { type Site, siteTitle } from './site.ts';
import type { PageView, Template, Templates, ViewLink } from './template.ts';

export const TEMPLATE_NAMES = [
  'article',
  'front',
  'section',
  'topic',
  'author',
  'notFound',
  'story',
  'masthead',
  'foot',
] as const satisfies readonly (keyof Templates)[];
type TemplateName = (typeof TEMPLATE_NAMES)[number];

type ViewOf<Name extends TemplateName> = Required<Templates>[Name] extends Template<infer View> ? Omit<View, keyof PageView> : never;

interface Piece<Name extends TemplateName> {
  readonly locale: string;
  /** Site path of the page, or of the article in a list. */
  readonly path: string;
  readonly view: () => ViewOf<Name>;
  readonly original: () => Html;
  /** What a reader must be told, or what other files take from the page: it has to be in it. */
  readonly obliged?: Readonly<Record<string, Html | false>>;
}

/**
 * @returns the piece as the theme's module makes it, or as the site does
 * @throws KnownError that names the template and the page
 */
export function templated<Name extends TemplateName>(site: Site, name: Name, { locale, path, view, original, obliged }: Piece<Name>): Html {
  const template = site.templates?.[name] as Template<PageView & ViewOf<Name>> | undefined;
  if (template === undefined) return original();
  const fault = (expected: string, got: string, cause?: unknown) =>
    new KnownError(`The template "${name}" fails on ${path}`, {
      expected,
      got,
      help: 'Correct the module of "publish.theme.templates".',
      cause,
    });
  let made: unknown;
  try {
    made = template({ ...pageView(site, locale, path), ...view() }, original);
  } catch (error) {
    if (error instanceof KnownError) throw error;
    throw fault('a function that gives what html`...` made', thrownWords(error), error);
  }
  const markup = typeof made === 'object' && made !== null && 'markup' in made ? made.markup : undefined;
  if (typeof markup !== 'string')
    throw fault(
      'what html`...` made',
      made === null || made === undefined ? String(made) : `a ${made instanceof Promise ? 'promise' : typeof made}`,
    );
  for (const [part, one] of Object.entries(obliged ?? {}))
    if (one !== false && !markup.includes(one.markup)) throw fault(`"${part}", which no page may leave out`, 'a page without it');
  return { markup };
}

function pageView(site: Site, locale: string, path: string): PageView {
  const t = site.chrome(locale);
  return {
    ...{ locale, path, direction: direction(locale), newspaper: siteTitle(site, locale) },
    word: (key, values) => t(key, values),
    date: (iso) => formatDate(iso, locale, site.options.timeZone),
  };
}

/** What an edition belongs to, as links. */
export function channelLinks(site: Site, { locale, section, topics, authors }: EditionSummary) {
  const link = (kind: ChannelKind) => (channel: Channel) => viewLink(site, locale, kind, channel);
  return {
    ...(section === undefined ? {} : { section: link('section')(section) }),
    topics: topics.map(link('tag')),
    authors: authors.map(link('author')),
  };
}

export function viewLink(site: Site, locale: string, kind: ChannelKind, { slug, label }: Channel): ViewLink {
  return { href: site.addresses.href(channelPath(locale, kind, slug)), label };
}
