/** Jekyll: `{locale}/_posts/`, so that the language is the first part of the address. */

import type { Layout } from './layout.ts';

/** For an article without a date, which a post cannot do without. */
const NO_DATE = '1970-01-01';

export const jekyllLayout: Layout = {
  name: 'jekyll',
  path: ({ locale, slug, date }) => {
    const parts = slug.split('/');
    const name = parts.pop() ?? '';
    const day = date?.text.slice(0, 10) ?? NO_DATE;
    const dated = /^\d{4}-\d\d-\d\d-/.test(name) ? name : `${day}-${name}`;
    return [locale, '_posts', ...parts, `${dated}.md`].join('/');
  },
  frontMatter: ({ slug, address, locale, date, updated, state, data }) => ({
    layout: data.layout ?? 'post',
    date,
    last_modified_at: updated,
    updated: undefined,
    lang: locale,
    ref: slug,
    slug: address.split('/').at(-1),
    translationState: state,
    embargo: undefined,
    draft: undefined,
  }),
  // Each opening by itself: a whole body in raw would end at the author's own endraw. Liquid runs in code blocks too.
  body: ({ body }) => body.replace(/\{\{|\{%/g, (open) => `{% raw %}${open}{% endraw %}`),
};
