/** The topics, the section and the authors of an edition, each the same in every language. */

import type { ArticleFields } from '../../frontmatter/fields.ts';
import { isData, optional } from '../../frontmatter/values.ts';
import type { Channel, EditionSummary } from './edition-summary.ts';
import { type ChannelKind, channelSlug } from './page-addresses.ts';

/** Groups of a locale's `ui.json` that name channels by their slugs. */
const GROUPS = { tag: 'topics', section: 'sections', author: 'authors' } as const satisfies Readonly<Record<ChannelKind, string>>;

/**
 * @param source fields of the article's original
 * @param strings of the edition's locale: what they name is called so, whatever the front matter says
 */
export function channelsOf(
  fields: ArticleFields,
  source: ArticleFields,
  strings: object | undefined,
): Pick<EditionSummary, 'topics' | 'section' | 'authors'> {
  const named = (kind: ChannelKind, of: readonly string[], original: readonly string[]) =>
    aligned(of, original).map((channel) => ({ ...channel, label: labelIn(strings, kind, channel.slug) ?? channel.label }));
  const [section] = named('section', optionalList(fields.section), optionalList(source.section));
  return {
    topics: named('tag', fields.tags, source.tags),
    ...(section === undefined ? {} : { section }),
    authors: aligned(fields.authors, source.authors).map(({ slug, label }) => ({
      ...{ slug, label: labelIn(strings, 'author', slug) ?? label },
      ...optional('role', authorWord(strings, slug, 'role') ?? fields.roles?.[label]),
    })),
  };
}

/** What a newsroom calls a channel in its `ui.json`: `"sections": { "harbour": "Puerto" }`, `"authors": { "desk": { "name": "..." } }`. */
function labelIn(strings: object | undefined, kind: ChannelKind, slug: string): string | undefined {
  return kind === 'author' ? authorWord(strings, slug, 'name') : word(strings, GROUPS[kind], slug);
}

function authorWord(strings: object | undefined, slug: string, what: 'name' | 'role'): string | undefined {
  return word(strings, GROUPS.author, slug, what);
}

function word(strings: object | undefined, ...keys: readonly string[]): string | undefined {
  const found = keys.reduce<unknown>((tree, key) => (isData(tree) ? tree[key] : undefined), strings);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** They are the same in all locales where the edition has as many as the source: their order tells which is which. */
function aligned(labels: readonly string[], original: readonly string[]): Channel[] {
  const isAligned = labels.length === original.length;
  const channels = new Map<string, Channel>();
  for (const [index, label] of labels.entries()) {
    const slug = channelSlug(isAligned ? (original[index] ?? label) : label);
    if (!channels.has(slug)) channels.set(slug, { slug, label });
  }
  return [...channels.values()];
}

function optionalList(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
