/** A live article: each heading of its second level begins an entry, with the time that the heading begins with. */

import { parseDate } from '../../frontmatter/article-date.ts';
import { asciiDigits } from '../../numbers/digits.ts';

export interface LiveEntry {
  /** Of its heading. */
  readonly id: string;
  readonly headline: string;
  /** An instant. */
  readonly at?: string;
  /** Its words, without markup. */
  readonly text: string;
}

/** `<h2 id="a">14:05 The bridge opens</h2>`, and what `renderLive` makes of it: pages are read back. */
const HEADING = /<h2 id="([^"]+)">(?:<a class="moment" href="[^"]*"><time datetime="([^"]*)">[^<]*<\/time><\/a> )?([\s\S]*?)<\/h2>/g;
/** `14:05`, `14.05`, `14h05`, with the day before it where it is another one than the article's. */
const MOMENT = /^(?:(\d{4}-\d\d-\d\d)[ T,]+)?(\d{1,2})[:.h](\d\d)(?!\d)[\s–—:|-]*/u;

/**
 * @param body sanitized markup
 * @param day of the article, as `2026-03-02`
 */
export function liveEntries(body: string, day: string | undefined, timeZone: string): LiveEntry[] {
  const heads = [...body.matchAll(HEADING)];
  return heads.map((head, index) => {
    const [whole, id = '', known, words = ''] = head;
    const { at, rest } = known === undefined ? momentOf(words, day, timeZone) : { at: known, rest: words };
    const end = heads[index + 1]?.index ?? body.length;
    return {
      id,
      headline: plain(rest),
      text: plain(body.slice(head.index + whole.length, end)),
      ...(at === undefined ? {} : { at }),
    };
  });
}

/** The body with the time of each entry as a link to the entry: it can be passed on. */
export function renderLive(body: string, day: string | undefined, timeZone: string): string {
  return body.replace(HEADING, (whole, id: string, known: string | undefined, words: string) => {
    const { at, shown, rest } = momentOf(words, day, timeZone);
    if (known !== undefined || at === undefined) return whole;
    return `<h2 id="${id}"><a class="moment" href="#${id}"><time datetime="${at}">${shown}</time></a> ${rest}</h2>`;
  });
}

interface Moment {
  readonly at?: string;
  /** As the author wrote it. */
  readonly shown?: string;
  /** The heading without it. */
  readonly rest: string;
}

function momentOf(words: string, day: string | undefined, timeZone: string): Moment {
  // Each digit is one character in every script of the languages that are written with digits of their own.
  const found = MOMENT.exec(asciiDigits(words));
  if (found === null) return { rest: words };
  const [matched, own, hour = '', minute = ''] = found;
  const at =
    own === undefined && day === undefined ? undefined : parseDate(`${own ?? day}T${hour.padStart(2, '0')}:${minute}`, timeZone)?.iso;
  if (at === undefined) return { rest: words };
  return { at, shown: words.slice(0, matched.length).replace(/(?<![\s–—:|-])[\s–—:|-]+$/u, ''), rest: words.slice(matched.length) };
}

function plain(markup: string): string {
  const text = markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot));/gi, (_, hex?: string, decimal?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
      : (NAMES[name.toLowerCase()] ?? ''),
  );
}

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
