/** What a page may load and run, said to the browser: the Content-Security-Policy. */

import type { BodySummary, EmbedKind } from '../survey/edition-summary.ts';
import type { Site } from './site.ts';

/** Whether a page needs the script of the cards that load what is elsewhere. */
export function needsEmbedScript(site: Site, origins: BodySummary['origins'] = []): boolean {
  return site.embedScript !== undefined && origins.length > 0;
}

/**
 * Nothing but the site's own style, pictures and media, and what the newsroom says is its own; scripts only where the search or a
 * card needs them. What a card may load is allowed on its page alone.
 */
export function policy(site: Site, origins: BodySummary['origins'] = []): string {
  const of = (...kinds: readonly EmbedKind[]) => origins.flatMap(([kind, origin]) => (kinds.includes(kind) ? [origin] : []));
  const sources = (...lists: readonly string[][]) => [...new Set(lists.flat())].join(' ');
  const own = ["'self'", ...site.options.mediaOrigins];
  const rules = ["default-src 'none'", "style-src 'self'", `img-src ${sources(own, of('image'))}`];
  const played = sources(own, of('video', 'audio'));
  if (origins.some(([kind]) => kind !== 'image')) rules.push(`frame-src ${sources(of('frame')) || "'none'"}`);
  rules.push(`media-src ${played}`, "form-action 'none'", "base-uri 'none'");
  if (site.searchScript !== undefined) rules.push("script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'");
  else rules.push(needsEmbedScript(site, origins) ? "script-src 'self'" : "script-src 'none'");
  return rules.join('; ');
}
