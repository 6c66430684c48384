/** What a page names and the project does not have, as findings. */

import type { Finding } from '../../finding.ts';
import type { Media, MediaFile } from '../body/media.ts';
import type { EditionFacts, PageRefs } from '../survey/edition-facts.ts';
import type { BodySummary } from '../survey/edition-summary.ts';
import type { PageMaking } from './page-making.ts';

/**
 * What leads nowhere; the files that the page shows are gathered on the way.
 * @param body where it gives reason for a finding
 */
export function faultsOf(
  work: PageMaking,
  edition: EditionFacts,
  refs: PageRefs | undefined,
  body: BodySummary | undefined,
  media: Map<string, MediaFile>,
): Finding[] {
  const { slug, locale, file } = edition;
  const findings: Finding[] = [];
  const warn = (message: string, got: string) =>
    findings.push({ check: 'publish', level: 'warning', slug, locale, file, message, got: [got] });
  for (const href of refs?.links ?? []) {
    const link = work.links.resolve(href, edition);
    if (link === undefined) warn('A link leads nowhere; its words stay, without the link', href);
    else if (link.deadAnchor) warn('A link names an anchor that the article does not have; it leads to the article', href);
    else if (link.mediaPath !== undefined) gather(work.media, href, file, media);
  }
  for (const href of body?.deadAnchors ?? [])
    warn('A link names an anchor that is not in this article; its words stay, without the link', href);
  for (const src of refs?.pictures ?? []) gather(work.media, src, file, media);
  for (const src of refs?.media ?? [])
    if (!gather(work.media, src, file, media)) warn('A film or recording is not there, or may not be shown; it is left out', src);
  for (const { what, line } of body?.dropped ?? [])
    findings.push({
      ...{ check: 'publish', level: 'warning', slug, locale, file, got: [what], ...(line === undefined ? {} : { line }) },
      message: `The page cannot show ${what}; it is left out`,
    });
  for (const { address, line } of body?.linked ?? [])
    findings.push({
      ...{ check: 'publish', level: 'note', slug, locale, file, got: [address], ...(line === undefined ? {} : { line }) },
      message: 'What is at another address is not shown but linked: "publish.embeds" does not allow it',
    });
  for (const src of [refs?.lead, ...(refs?.images ?? [])])
    if (src !== undefined && !gather(work.media, src, file, media)) warn('An image is not there, or may not be shown; it is left out', src);
  return findings;
}

function gather(media: Media, source: string, articleFile: string, into: Map<string, MediaFile>): boolean {
  const found = media.find(source.replace(/[?#].*$/s, ''), articleFile);
  if (found !== undefined) into.set(found.path, found);
  return found !== undefined;
}
