/** What a page may load and run, said to the browser: the Content-Security-Policy. */

import type { BodySummary, EmbedKind } from '../survey/edition-summary.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';
import { type Allowance, SLOT_NAMES } from './theme.ts';

/** Whether a page needs the script of the cards that load what is elsewhere. */
export function needsEmbedScript(site: Site, origins: BodySummary['origins'] = []): boolean {
  return site.embedScript !== undefined && origins.length > 0;
}

/**
 * Nothing but the site's own style, pictures and media, and what the newsroom says is its own; scripts only where the search, a
 * card or the theme needs them. What a card may load is allowed on its page alone.
 */
export function policy(site: Site, { origins = [], kind }: Pick<Page, 'origins' | 'kind'>): string {
  const of = (...kinds: readonly EmbedKind[]) => origins.flatMap(([one, origin]) => (kinds.includes(one) ? [origin] : []));
  const { theme } = site;
  const slots = SLOT_NAMES.filter((name) => name !== 'article' || kind === 'article').flatMap((name) => theme.slots[name]?.allowed ?? []);
  const themed = (what: keyof Allowance) => [theme.allowed, ...slots].flatMap((allowed) => allowed[what] ?? []);
  const rule = (directive: string, ...lists: readonly (readonly string[])[]) => {
    const sources = [...new Set(lists.flat())];
    return `${directive} ${sources.length === 0 ? "'none'" : sources.join(' ')}`;
  };
  const own = ["'self'", ...site.options.mediaOrigins];
  const searched = site.searchScript === undefined ? [] : ["'self'"];
  const frames = [...of('frame'), ...themed('frame')];
  const connected = [...searched, ...themed('connect')];
  const hasFonts = theme.files.size > 0 || themed('font').length > 0;
  return [
    "default-src 'none'",
    rule('style-src', ["'self'"], themed('style')),
    ...(hasFonts ? [rule('font-src', ["'self'"], themed('font'))] : []),
    rule('img-src', own, of('image'), themed('image')),
    ...(frames.length > 0 || origins.some(([one]) => one !== 'image') ? [rule('frame-src', frames)] : []),
    rule('media-src', own, of('video', 'audio'), themed('media')),
    rule('form-action', themed('form')),
    "base-uri 'none'",
    ...(site.icons.length > 0 ? [rule('manifest-src', ["'self'"])] : []),
    rule(
      'script-src',
      needsEmbedScript(site, origins) ? ["'self'"] : searched,
      site.searchScript === undefined ? [] : ["'wasm-unsafe-eval'"],
      themed('script'),
    ),
    ...(connected.length > 0 ? [rule('connect-src', connected)] : []),
  ].join('; ');
}
