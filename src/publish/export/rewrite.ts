/**
 * Bodies as another generator reads them: links between articles in its own form, the headings that they lead to with the anchors that
 * they name, files of the newsroom at addresses that it serves. Everything else stays byte for byte.
 */

import type { Finding } from '../../finding.ts';
import { type Edit, splice } from '../../splice.ts';
import { askedOnce } from '../../text/asked-once.ts';
import { lineFinder } from '../../text/lines.ts';
import { decodeAddress, isAbsoluteAddress } from '../../web-address.ts';
import type { Links } from '../body/link-targets.ts';
import type { Media } from '../body/media.ts';
import type { BodyAddress } from './body-addresses.ts';
import type { Layout } from './layout.ts';
import { pinned } from './pinned.ts';
import { anchorIn, type ReadBody } from './read-body.ts';
import type { StaticFiles } from './static-files.ts';

export interface Rewriting {
  readonly layout: Layout;
  readonly links: Links;
  readonly media: Media;
  readonly files: StaticFiles;
  /** The edition at an address of Dragoman's own site. */
  readonly at: (sitePath: string) => ReadBody | undefined;
}

interface Rewritten {
  readonly edits: readonly Edit[];
  /** Links in the generator's form, which its escaping must not see. */
  readonly links: readonly string[];
}

export interface RewrittenBodies {
  readonly findings: readonly Finding[];
  readonly bodyOf: (body: ReadBody) => string;
}

/** Between these two characters, which nobody writes, is a link's number while the body is escaped for the generator. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const PLACE = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

export function rewriteBodies(bodies: readonly ReadBody[], work: Rewriting): RewrittenBodies {
  const findings: Finding[] = [];
  const named = new Map<ReadBody, Set<string>>();
  const lead = (target: ReadBody, id: string): void => {
    named.set(target, (named.get(target) ?? new Set()).add(id));
  };
  const all = new Map(bodies.map((body) => [body, rewriteLinks(body, work, lead, findings)]));
  return {
    findings,
    bodyOf: (body) => {
      const { edits = [], links = [] } = all.get(body) ?? {};
      const text = splice(body.text, [...edits, ...pinned(body, named.get(body) ?? new Set(), work.layout)]);
      return work.layout
        .body({ ...body.edition, body: text.slice(body.start) })
        .replace(PLACE, (_, number: string) => links[Number(number)] ?? '');
    },
  };
}

/** @param lead is told of every anchor that a link leads to */
function rewriteLinks(body: ReadBody, work: Rewriting, lead: (target: ReadBody, id: string) => void, findings: Finding[]): Rewritten {
  const { slug, locale, file } = body.summary;
  const links: string[] = [];
  const lineAt = lineFinder(body.text);
  const listed = askedOnce(idsInLists);
  const edits = body.addresses.flatMap((found): readonly Edit[] => {
    const { address, kind, span } = found;
    const warn = (message: string): void => {
      const line = lineAt(span.start);
      findings.push({ check: 'publish', level: 'warning', slug, locale, file, line, message, got: [address] });
    };
    if (address.startsWith('#')) {
      const id = anchorIn(body, decodeAddress(address.slice(1)));
      if (id !== undefined) {
        lead(body, id);
        return [{ span, text: `#${encodeURIComponent(id)}` }];
      }
      if (address.startsWith('#fn') || listed(body.text).has(address) || isFilledIn(body, work)) return [];
      warn('A link names an anchor that is not in this article; its words stay, without the link');
      return withoutLink(found);
    }
    const isShown = kind === 'image' || kind === 'shown';
    const path = isShown ? undefined : work.links.resolve(address, body.summary)?.target?.path;
    const target = path === undefined ? undefined : work.at(path);
    if (target !== undefined) {
      const fragment = decodeAddress(/#(.*)$/s.exec(address)?.[1] ?? '');
      const id = fragment === '' ? undefined : anchorIn(target, fragment);
      if (id !== undefined) lead(target, id);
      else if (fragment !== '') warn('A link names an anchor that the article does not have; it leads to the article');
      const form = work.layout.link(target.edition, body.edition, kind === 'html' ? 'html' : 'markdown');
      links.push(id === undefined ? form : `${form}#${encodeURIComponent(id)}`);
      return [{ span, text: `${OPEN}${links.length - 1}${CLOSE}` }];
    }
    if (isAbsoluteAddress(address)) return [];
    const media = work.media.find(address, file);
    if (media !== undefined) return [{ span, text: work.files.put(media, address) }];
    if (kind === 'shown' && work.files.putDocument(address)) return [];
    if (kind === 'image' || (isShown && !address.startsWith('/'))) warn('What an article shows is not there, or may not be shown');
    // An address from the root may be a page of that site, which nobody knows here.
    if (isShown || (address.startsWith('/') && !/\.mdx?(?:[?#]|$)/.test(address))) return [];
    warn('A link leads nowhere; its words stay, without the link');
    return withoutLink(found);
  });
  return { edits, links };
}

/** Whether the generator fills something into the body: it may make the anchor. */
function isFilledIn({ edition }: ReadBody, { layout }: Rewriting): boolean {
  return layout.isOwn?.(edition.extensions) === true && /\{\{[<%]|\{%/.test(edition.body);
}

/** What attribute lists give elements, `#id` among it: `{: #id}`, which some generators read. */
function idsInLists(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{[^{}\n]*\}/g)].flatMap(([list]) => list.slice(1, -1).split(/\s+/)));
}

function withoutLink({ whole, words, span }: BodyAddress): Edit[] {
  // Of a definition and of an element the end is not known here: they lead to the page itself.
  if (whole === undefined || words === undefined) return [{ span, text: '#' }];
  return [
    { span: { start: whole.start, end: words.start }, text: '' },
    { span: { start: words.end, end: whole.end }, text: '' },
  ];
}
