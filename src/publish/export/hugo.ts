/** Hugo: `content/{locale}/`, one content folder a language (`languages.es.contentDir: content/es`). */

import type { ExportedEdition, Layout } from './layout.ts';
import { hugoStarter } from './starters/hugo-site.ts';

const isOwn = (extensions: readonly string[]): boolean => extensions.includes('shortcodes') || extensions.includes('hugo');

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

export const hugoLayout: Layout = {
  name: 'hugo',
  path: ({ locale, slug, dialect }) => `content/${locale}/${slug}.${dialect}`,
  files: 'static/',
  anchors: 'hugo',
  // Its languages are in lower case.
  link: (target) => `{{< relref path="/${target.slug}.${target.dialect}" lang="${target.locale.toLowerCase()}" >}}`,
  frontMatter: ({ slug, address, date, updated, state }) => ({
    date,
    lastmod: updated,
    updated: undefined,
    // A slug takes the place of the last part of the path; an address, below the language without a slash at its start, that of all of it.
    ...(folderOf(address) === folderOf(slug) ? { slug: address.slice(folderOf(address).length) } : { slug: undefined, url: `${address}/` }),
    translationKey: slug,
    translationState: state,
    // Withheld articles are not exported; an embargo that has passed is none of Hugo's business.
    embargo: undefined,
    draft: undefined,
  }),
  starter: hugoStarter,
  isOwn,
  body: (edition) => (isOwn(edition.extensions) ? edition.body : escapeShortcodes(edition)),
};

/**
 * Hugo looks for shortcodes before Markdown, in code too, and shows a commented-out one without its comment marks. One that
 * never ends would stop the build: a space without width keeps it apart.
 * @see https://gohugo.io/content-management/shortcodes/
 */
function escapeShortcodes({ body }: ExportedEdition): string {
  return body
    .replace(/\{\{<((?:(?!\{\{[<%])[\s\S])*?)>\}\}/g, '{{</*$1*/>}}')
    .replace(/\{\{%((?:(?!\{\{[<%])[\s\S])*?)%\}\}/g, '{{%/*$1*/%}}')
    .replace(/\{\{(?=[<%](?!\/\*))/g, '{{\u200b');
}
