/** Jekyll: `{locale}/_posts/`, so that the language is the first part of the address. */

import type { ExportedEdition, Layout } from './layout.ts';
import { jekyllStarter } from './starters/jekyll-site.ts';

const DAY = /^\d{4}-\d\d-\d\d-(?=.)/;

const nameOf = (slug: string): string => slug.split('/').at(-1) ?? '';

/** A post cannot do without a date; what has none is a page. */
const isPage = ({ slug, date }: ExportedEdition): boolean => date === undefined && !DAY.test(nameOf(slug));

function path(edition: ExportedEdition): string {
  const { locale, slug, date } = edition;
  if (isPage(edition)) return `${locale}/${slug}.md`;
  const name = nameOf(slug);
  const dated = DAY.test(name) ? name : `${date?.text.slice(0, 10)}-${name}`;
  return [locale, '_posts', ...slug.split('/').slice(0, -1), `${dated}.md`].join('/');
}

const isOwn = (extensions: readonly string[]): boolean => extensions.includes('kramdown');

export const jekyllLayout: Layout = {
  name: 'jekyll',
  path,
  files: '',
  anchors: 'jekyll',
  link: (target) => `{% link ${path(target)} %}`,
  frontMatter: (edition) => ({
    ...posted(edition),
    // Its address is its path, which says the language and not the slug.
    ...(isPage(edition) ? { slug: undefined, permalink: edition.data.permalink ?? `/${edition.locale}/${edition.address}/` } : {}),
  }),
  starter: jekyllStarter,
  isOwn,
  // Each opening by itself: a whole body in raw would end at the author's own endraw. Liquid runs in code blocks too.
  body: ({ body, extensions }) => (isOwn(extensions) ? body : body.replace(/\{\{|\{%/g, (open) => `{% raw %}${open}{% endraw %}`)),
};

function posted({ slug, address, locale, date, updated, state, data }: ExportedEdition): Readonly<Record<string, unknown>> {
  return {
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
  };
}
