/** Docusaurus: the source in `blog/`, editions where its i18n looks for a blog's translations. */

import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { micromarkExtensions, syntaxOf } from '../../markdown/syntax.ts';
import type { ExportedEdition, Layout } from './layout.ts';

export const docusaurusLayout: Layout = {
  name: 'docusaurus',
  path: ({ locale, sourceLocale, slug, dialect }) =>
    locale === sourceLocale ? `blog/${slug}.${dialect}` : `i18n/${locale}/docusaurus-plugin-content-blog/${slug}.${dialect}`,
  frontMatter: ({ address, date, updated, state, fields, dialect }) => ({
    date,
    slug: address,
    authors: fields.authors.length === 0 ? undefined : fields.authors.map((name) => ({ name })),
    author: undefined,
    tags: fields.tags.length === 0 ? undefined : fields.tags,
    image: fields.image?.src,
    ...(updated === undefined ? {} : { last_update: { date: updated } }),
    ...{ updated: undefined, embargo: undefined, draft: undefined },
    translationState: state,
    // Read as Markdown, not as MDX: nothing in an article is run. Honoured since version 3; the escapes hold before it too.
    ...(dialect === 'md' ? { mdx: { format: 'md' } } : {}),
  }),
  body: (edition) => (edition.dialect === 'mdx' ? edition.body : escapeExpressions(edition)),
};

/** Braces outside code as character references, and no line that MDX would take for an import: it looks in the first column alone. */
function escapeExpressions({ body, extensions }: ExportedEdition): string {
  const ranges = verbatimRanges(body, extensions);
  let next = 0;
  return body.replace(/[{}]|^(?:import|export)\b/gm, (found, at: number) => {
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
