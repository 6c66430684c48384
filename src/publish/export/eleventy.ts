/** Eleventy: `content/{locale}/`, as its i18n plugin pairs files. */

import { footnotesAsHtml } from './footnotes.ts';
import { type Layout, pageAddress } from './layout.ts';
import { eleventyStarter } from './starters/eleventy-site.ts';

export const eleventyLayout: Layout = {
  name: 'eleventy',
  path: ({ locale, slug }) => `content/${locale}/${slug}.md`,
  files: 'public/',
  link: pageAddress,
  frontMatter: ({ slug, address, locale, date, state }) => ({
    date,
    lang: locale,
    translationKey: slug,
    translationState: state,
    slug: undefined,
    // It leaves the date out of an address, and `index`.
    ...(address === slug && !/(?:^|\/)(?:\d{4}-\d\d-\d\d-[^/]*|index)$/.test(slug)
      ? {}
      : { permalink: `/${locale}/${address}/index.html` }),
    // Markdown alone: no template language reads the body, or an address.
    templateEngineOverride: 'md',
    // What Eleventy would run or repeat is no business of an article.
    ...{ eleventyComputed: undefined, eleventyImport: undefined, eleventyExcludeFromCollections: undefined, pagination: undefined },
    ...{ embargo: undefined, draft: undefined },
  }),
  starter: eleventyStarter,
  body: footnotesAsHtml,
};
