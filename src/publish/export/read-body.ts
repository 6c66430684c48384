/** The body of an edition to be exported, as far as its links and anchors are concerned. */

import { knownOf } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import { bodyStart } from '../../frontmatter/fence.ts';
import { idFor, inheritedAnchors, siteAnchors } from '../../markdown/anchor-rules.ts';
import { anchorsOf } from '../../markdown/anchors.ts';
import type { Heading } from '../../markdown/headings.ts';
import { refuseTooMuch } from '../../markdown/read/limits.ts';
import { outlineFor } from '../../markdown/read.ts';
import { syntaxOf } from '../../markdown/syntax.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import { addressesIn, type BodyAddress } from './body-addresses.ts';
import type { ExportedEdition } from './layout.ts';

export interface ReadBody {
  readonly edition: ExportedEdition;
  readonly summary: EditionSummary;
  /** The whole file. */
  readonly text: string;
  /** Offset of the body in it. */
  readonly start: number;
  readonly headings: readonly Heading[];
  /** The anchor of each heading on Dragoman's own site: what links name. */
  readonly anchors: readonly string[];
  /** Other elements that links may name. */
  readonly elements: ReadonlySet<string>;
  readonly addresses: readonly BodyAddress[];
}

/**
 * @param source of the edition's article; undefined for the source itself
 * @param findings is told of a body that does not parse, or is too much for a parser: it is exported as it is
 */
export function readBody(
  edition: ExportedEdition,
  summary: EditionSummary,
  text: string,
  source: ReadBody | undefined,
  findings: Finding[],
): ReadBody {
  const start = bodyStart(text);
  const { dialect, extensions } = edition;
  try {
    refuseTooMuch(text);
    const { headings } = outlineFor(text, { dialect, extensions });
    const shared = inheritedAnchors(source?.anchors, headings.length);
    const anchors = anchorsOf(headings, siteAnchors()).map(({ slug, id }, index) => id ?? shared?.[index] ?? slug);
    const elements = new Set([...text.slice(start).matchAll(/\s(?:id|name)\s*=\s*["']([^"']+)["']/g)].map((match) => match[1] as string));
    return {
      edition,
      summary,
      text,
      start,
      headings,
      anchors,
      elements,
      addresses: addressesIn(text.slice(start), syntaxOf(dialect, extensions), start),
    };
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    const { slug, locale, file } = summary;
    findings.push({ check: 'publish', level: 'warning', slug, locale, file, message: `${known.message}; its links stay as they are` });
    return { edition, summary, text, start, headings: [], anchors: [], elements: new Set(), addresses: [] };
  }
}

/** The anchor of a body that a fragment means; undefined for one that it does not have. */
export function anchorIn({ anchors, elements, edition }: ReadBody, fragment: string): string | undefined {
  const id = edition.fields.anchors[fragment] ?? fragment;
  return idFor(id, (one) => anchors.includes(one) || elements.has(one));
}
