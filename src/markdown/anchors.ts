/** The anchors of headings: what a site generates from their words, and what keeps it where the words change. */

import GithubSlugger from 'github-slugger';
import type { Edition } from '../article.ts';
import type { Edit } from '../splice.ts';
import { isRemoved } from '../text.ts';
import { type Heading, markText } from './headings.ts';
import { outlineOf } from './outline.ts';
import { outlineFor } from './read.ts';
import { changedTarget } from './write/targets.ts';

interface Anchor extends Heading {
  /** The fragment that leads to it. */
  readonly slug: string;
}

/** github-slugger's rule, as GitHub, Astro, Docusaurus and rehype-slug use it: the second `Results` is `results-1`. */
function anchorsOf(headings: readonly Heading[]): Anchor[] {
  const slugger = new GithubSlugger();
  return headings.map((heading) => ({ ...heading, slug: heading.id ?? slugger.slug(heading.text) }));
}

/** The fragments of a source's headings, in order. */
export function fragments(source: string, options: { dialect?: 'md' | 'mdx'; extensions?: readonly string[] } = {}): string[] {
  return anchorsOf(outlineFor(source, options).headings).map(({ slug }) => slug);
}

/** What pins the anchors of headings whose translated words would move them. */
export function pins(edition: Edition, how: 'headingId' | 'html'): Edit[] {
  const { article } = edition;
  const headings = outlineOf(article)?.headings ?? outlineFor(article.source, {}).headings;
  const slugger = new GithubSlugger();
  const blocks = article.blocks.filter(({ kind }) => kind === 'heading');
  let next = 0;
  return anchorsOf(headings).flatMap((anchor): Edit[] => {
    while ((blocks[next]?.span.start ?? Number.POSITIVE_INFINITY) < anchor.start) next++;
    const block = (blocks[next]?.span.end ?? Number.POSITIVE_INFINITY) <= anchor.end ? blocks[next] : undefined;
    if (anchor.id !== undefined || block?.segments.every((segment) => isRemoved(edition.targets.get(segment.id)))) return [];
    const words = block?.segments.map((segment) =>
      (changedTarget(edition, segment)?.text ?? segment.text)
        .map((piece) => (typeof piece === 'string' ? piece : piece.role === 'alone' ? markText(piece.source) : ''))
        .join(''),
    );
    if (slugger.slug(words?.join(' ') ?? anchor.text) === anchor.slug) return [];
    const at = how === 'html' ? anchor.start : anchor.end;
    return [{ span: { start: at, end: at }, text: how === 'html' ? `<a id="${anchor.slug}"></a>` : ` {#${anchor.slug}}` }];
  });
}
