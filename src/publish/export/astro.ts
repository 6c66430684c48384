/** Astro: a content collection `articles` with a folder a language. */

import { type Layout, pageAddress } from './layout.ts';
import { astroStarter } from './starters/astro-site.ts';

export const astroLayout: Layout = {
  name: 'astro',
  path: ({ locale, slug, dialect }) => `src/content/articles/${locale}/${slug}.${dialect}`,
  files: 'public/',
  anchors: 'astro',
  link: pageAddress,
  frontMatter: ({ slug, address, locale, date, updated, state }) => ({
    date: undefined,
    pubDate: date,
    updated: undefined,
    updatedDate: updated,
    lang: locale,
    translationKey: slug,
    translationState: state,
    // Astro would take `slug` for the collection's id, in which the languages are not told apart.
    slug: undefined,
    address,
    // A layout or a component named in an article would be run.
    layout: undefined,
    ...{ embargo: undefined, draft: undefined },
  }),
  // Astro reads .md as plain Markdown; in .mdx the author wrote expressions to be run.
  starter: astroStarter,
  body: ({ body }) => body,
};
