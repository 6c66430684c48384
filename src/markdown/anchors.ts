/** The anchors of an article's headings, and those that its edition will have. */

import type { Edition } from '../article.ts';
import { ANCHOR_SETTINGS, type AnchorMaker, type AnchorSetting, type AnchorSettingName, inheritedAnchors } from './anchor-rules.ts';
import type { Heading } from './headings.ts';
import { type Outline, outlineOf } from './outline.ts';
import { outlineFor } from './read.ts';
import { dialectOf, type Syntax } from './syntax.ts';

interface Anchor extends Heading {
  /** The fragment that leads to it. */
  readonly slug: string;
}

/** The anchors of headings, as a generator's rule makes them. */
export function anchorsOf(headings: readonly Heading[], make: AnchorMaker): Anchor[] {
  return headings.map((heading) => ({ ...heading, slug: heading.id ?? make(heading.text) }));
}

/** The fragments of a source's headings, in order. */
export function fragments(source: string, options: { dialect?: 'md' | 'mdx'; extensions?: readonly string[] } = {}): string[] {
  return anchorsOf(outlineFor(source, options).headings, ANCHOR_SETTINGS.html.maker()).map(({ slug }) => slug);
}

export interface PageAnchors {
  readonly source: ReadonlySet<string>;
  readonly edition: ReadonlySet<string>;
  /** Whether the edition has its source's anchors, as Dragoman's own site gives them. */
  readonly inherited: boolean;
}

/**
 * The anchors that the pages of a source and of its edition will have where they are read.
 * @param output the edition's text
 * @param file its path: says whether it is MDX
 * @throws KnownError where the edition cannot be read
 */
export function pageAnchors(edition: Edition, output: string, file: string | undefined, name: AnchorSettingName): PageAnchors {
  const { maker, pin }: AnchorSetting = ANCHOR_SETTINGS[name];
  const outline = outlineIn(edition);
  const read = outlineFor(output, { dialect: dialectOf(file ?? ''), extensions: extensionsOf(outline.syntax) });
  const ids = ({ headings }: Pick<Outline, 'headings'>) => anchorsOf(headings, maker()).map(({ slug }) => slug);
  const source = ids(outline);
  const inherited = pin === undefined ? inheritedAnchors(source, read.headings.length) : undefined;
  return {
    source: new Set(['top', ...source, ...elementIds(edition.article.source)]),
    edition: new Set(['top', ...(inherited ?? ids(read)), ...elementIds(output)]),
    inherited: inherited !== undefined,
  };
}

/** The outline of an edition's source. */
export function outlineIn({ article }: Edition): Outline {
  return outlineOf(article) ?? outlineFor(article.source, {});
}

function extensionsOf({ directives, textDirectives, math, generator }: Syntax): string[] {
  const names = { directives, textDirectives, math };
  const on = Object.entries(names).flatMap(([name, used]) => (used ? [name] : []));
  return generator === undefined ? on : [...on, generator];
}

/** The ids that an author gave to elements of HTML. */
export function elementIds(markdown: string): string[] {
  return [...markdown.matchAll(/\b(?:id|name)\s*=\s*["']([^"']+)["']/g)].map((match) => match[1] as string);
}
