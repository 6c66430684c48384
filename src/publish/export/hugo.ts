/** Hugo: `content/{locale}/`, one content folder a language (`languages.es.contentDir: content/es`). */

import type { ExportedEdition, Layout } from './layout.ts';

export const hugoLayout: Layout = {
  name: 'hugo',
  path: ({ locale, slug, dialect }) => `content/${locale}/${slug}.${dialect}`,
  frontMatter: ({ slug, address, date, updated, state, fields }) => ({
    date,
    lastmod: updated,
    updated: undefined,
    slug: address.split('/').at(-1),
    translationKey: slug,
    translationState: state,
    aliases: fields.aliases.length === 0 ? undefined : fields.aliases,
    // Withheld articles are not exported; an embargo that has passed is none of Hugo's business.
    embargo: undefined,
    draft: undefined,
  }),
  body: (edition) => (edition.extensions.includes('shortcodes') ? edition.body : escapeShortcodes(edition)),
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
