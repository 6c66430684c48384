/** Jekyll: `{locale}/_posts/`, so that the language is the first part of the address. */

import type { ExportedEdition, Layout } from './layout.ts';
import { jekyllStarter } from './starters/jekyll-site.ts';

/** For an article without a date, which a post cannot do without. */
const NO_DATE = '1970-01-01';

const DAY = /^\d{4}-\d\d-\d\d-(?=.)/;

const nameOf = (slug: string): string => slug.split('/').at(-1) ?? '';

function path({ locale, slug, date }: ExportedEdition): string {
  const name = nameOf(slug);
  const dated = DAY.test(name) ? name : `${date?.text.slice(0, 10) ?? NO_DATE}-${name}`;
  return [locale, '_posts', ...slug.split('/').slice(0, -1), `${dated}.md`].join('/');
}

const isOwn = (extensions: readonly string[]): boolean => extensions.includes('kramdown');

export const jekyllLayout: Layout = {
  name: 'jekyll',
  path,
  files: '',
  anchors: 'jekyll',
  link: (target) => `{% link ${path(target)} %}`,
  frontMatter: ({ slug, address, locale, date, updated, state, data }) => ({
    layout: data.layout ?? 'post',
    date,
    last_modified_at: updated,
    updated: undefined,
    lang: locale,
    ref: slug,
    // The day is in a post's address already.
    slug: address === slug ? nameOf(slug).replace(DAY, '') : nameOf(address),
    translationState: state,
    embargo: undefined,
    draft: undefined,
  }),
  starter: jekyllStarter,
  isOwn,
  // Each opening by itself: a whole body in raw would end at the author's own endraw. Liquid runs in code blocks too.
  body: ({ body, extensions }) => (isOwn(extensions) ? body : body.replace(/\{\{|\{%/g, (open) => `{% raw %}${open}{% endraw %}`)),
};
