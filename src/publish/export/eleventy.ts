/** Eleventy: `content/{locale}/`, as its i18n plugin pairs files. */

import type { Layout } from './layout.ts';

export const eleventyLayout: Layout = {
  name: 'eleventy',
  path: ({ locale, slug }) => `content/${locale}/${slug}.md`,
  frontMatter: ({ slug, address, locale, date, state }) => ({
    date,
    lang: locale,
    translationKey: slug,
    translationState: state,
    slug: undefined,
    ...(address === slug ? {} : { permalink: `/${locale}/${address}/index.html` }),
    // Markdown alone: no template language reads the body, or an address.
    templateEngineOverride: 'md',
    // What Eleventy would run or repeat is no business of an article.
    ...{ eleventyComputed: undefined, eleventyImport: undefined, eleventyExcludeFromCollections: undefined, pagination: undefined },
    ...{ embargo: undefined, draft: undefined },
  }),
  body: ({ body }) => body,
};
