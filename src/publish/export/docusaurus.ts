/**
 * Docusaurus: the source in `blog/`, editions where its i18n looks for a blog's translations. Its language menu and its `hreflang` take
 * the same path below each language, so every edition is at its source's address.
 */

import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { readAuthors } from '../../frontmatter/authors.ts';
import { fieldValues } from '../../frontmatter/field-names.ts';
import { micromarkExtensions, syntaxOf } from '../../markdown/syntax.ts';
import type { ExportedEdition, Layout } from './layout.ts';
import { docusaurusStarter } from './starters/docusaurus-site.ts';

export const docusaurusLayout: Layout = {
  name: 'docusaurus',
  path: ({ locale, sourceLocale, slug, dialect }) =>
    locale === sourceLocale ? `blog/${slug}.${dialect}` : `i18n/${locale}/docusaurus-plugin-content-blog/${slug}.${dialect}`,
  files: 'static/',
  anchors: 'docusaurus',
  // From the root of its content: a file of the reader's language, else the source's. It does not look at addresses in elements.
  link: (target, from, place) => {
    const isShown = target.locale === from.locale || target.locale === target.sourceLocale;
    if (place === 'markdown' && isShown) return encodeURI(`/${target.slug}.${target.dialect}`);
    const locale = isShown ? from.locale : target.locale;
    const page = encodeURI(pagePath(locale, target, target.sourceAddress));
    return place === 'markdown' ? `pathname://${page}` : page;
  },
  displaced: (edition) => (edition.address === edition.sourceAddress ? undefined : pagePath(edition.locale, edition, edition.address)),
  frontMatter: ({ sourceAddress, date, updated, state, fields, dialect, data }) => ({
    date,
    slug: sourceAddress,
    authors: authorsOf(data),
    author: undefined,
    author_title: undefined,
    tags: fields.tags.length === 0 ? undefined : fields.tags,
    image: fields.image?.src,
    ...(updated === undefined ? {} : { last_update: { date: updated } }),
    ...{ updated: undefined, embargo: undefined, draft: undefined },
    translationState: state,
    // Read as Markdown, not as MDX: nothing in an article is run. Honoured since version 3; the escapes hold before it too.
    ...(dialect === 'md' ? { mdx: { format: 'md' } } : {}),
  }),
  starter: docusaurusStarter,
  body: (edition) => (edition.dialect === 'mdx' ? edition.body : escapeExpressions(edition)),
};

function pagePath(locale: string, { sourceLocale }: ExportedEdition, address: string): string {
  return `${locale === sourceLocale ? '' : `/${locale}`}/blog/${address}`;
}

/** Names with what Docusaurus shows of authors. */
function authorsOf(data: ExportedEdition['data']): readonly object[] | undefined {
  const authors = readAuthors(fieldValues(data)).map(({ name, role, more }) => {
    const { url, email, image, image_url = image } = more;
    return Object.fromEntries(
      Object.entries({ name, url, title: role, email, image_url }).filter(([, value]) => typeof value === 'string'),
    );
  });
  return authors.length === 0 ? undefined : authors;
}

const EXPRESSION = /[{}]|^(?:import|export)\b/gm;

/** Braces outside code as character references, and no line that MDX would take for an import: it looks in the first column alone. */
function escapeExpressions({ body, extensions }: ExportedEdition): string {
  // Most articles have none: they are not parsed for it.
  if (body.search(EXPRESSION) < 0) return body;
  const ranges = verbatimRanges(body, extensions);
  let next = 0;
  return body.replace(EXPRESSION, (found, at: number) => {
    while ((ranges[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next++;
    const range = ranges[next];
    if (range !== undefined && at >= range[0]) return found;
    return found.length > 1 ? ` ${found}` : `&#${found.charCodeAt(0)};`;
  });
}

/** Code, HTML and heading ids are not changed. */
function verbatimRanges(body: string, extensions: readonly string[]): [start: number, end: number][] {
  const tree = fromMarkdown(body, { extensions: micromarkExtensions(syntaxOf('md', extensions)), mdastExtensions: gfmFromMarkdown() });
  const ranges: [number, number][] = [];
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'html') ranges.push([start, end]);
    if (node.type === 'heading') {
      const id = /\{#[^\s{}]+\}\s*$/.exec(body.slice(start, end));
      if (id !== null) ranges.push([start + id.index, end]);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return ranges.sort((a, b) => a[0] - b[0]);
}
