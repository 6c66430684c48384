/** The page of one edition, made anew. */

import type { Links } from '../body/link-targets.ts';
import { type BodyWords, renderBody } from '../body/render-body.ts';
import { bodyOf, renderArticle } from '../page/article-page.ts';
import type { Chrome } from '../page/chrome.ts';
import { direction } from '../page/locale-names.ts';
import { siteTitle } from '../page/site.ts';
import type { PublishedEdition } from '../survey/assign-paths.ts';
import type { BodySummary } from '../survey/edition-summary.ts';
import { fileOf } from '../survey/page-addresses.ts';
import { leadImage, withPictures } from './page-images.ts';
import { bodyNow, originalOf, type PageMaking, versionsOf } from './page-making.ts';

export function writePage(
  work: PageMaking,
  placed: PublishedEdition,
  editions: readonly PublishedEdition[],
  read: () => string,
): BodySummary {
  const { summary, previous, lastGood } = placed;
  const source = originalOf(editions);
  const known = bodyNow(work, placed);
  const image = leadImage(work, summary.file, summary.fields.image?.src);
  let markup: string;
  let body: BodySummary;
  if (lastGood && known !== undefined) {
    body = known;
    markup = liveLinks(bodyOf(work.stage.read(fileOf(previous?.path ?? summary.path)) ?? '') ?? '', work.links);
  } else {
    const sourceHeadings = source === undefined || source.facts.locale === summary.locale ? undefined : bodyNow(work, source)?.headings;
    const { input, links, media, frames, site } = work;
    const options = {
      words: bodyWords(site.chrome(summary.locale)),
      direction: direction(summary.locale),
      extensions: input.extensions,
      links,
      ...{ media, frames, publish: site.options, title: siteTitle(site, summary.locale) },
      href: site.addresses.href,
    };
    const rendered = renderBody(read(), summary, { ...options, sourceHeadings, before: previous?.body });
    markup = withPictures(work, summary, rendered.markup, image !== undefined);
    body = rendered.summary;
  }
  const { related, next } = work.onward(placed);
  work.stage.put(
    fileOf(summary.path),
    renderArticle(work.site, {
      edition: { ...summary, body },
      source: source?.summary,
      versions: versionsOf(work.site, editions),
      image,
      related: related.map((one) => one.summary),
      next: next?.summary,
      body: markup,
    }),
  );
  return body;
}

function bodyWords(t: Chrome): BodyWords {
  return {
    ...{ table: t('body.table'), image: t('body.image'), embed: t('body.embed'), notes: t('body.notes') },
    language: t.language('body.table'),
    ...{ video: t('body.video'), audio: t('body.audio') },
    card: (provider) => ({
      load: t('body.embedLoad', { provider }),
      note: t('body.embedNote', { provider }),
      open: t('body.embedOpen', { provider }),
      language: t.language('body.embedOpen'),
    }),
    alert: (kind) => t(`body.alert.${kind}`),
    backToReference: (reference) => t('body.backToReference', { reference }),
  };
}

/** The last good page may link to an article that has been removed since: its words stay without the link. */
function liveLinks(body: string, links: Links): string {
  return body.replace(/<a [^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (whole, href: string, words: string) =>
    links.leads(href.replaceAll('&#x26;', '&')) ? whole : words,
  );
}
