/** What helps with a long text: how long it takes, and what is in it. */

import { type Html, html, raw } from './html-tag.ts';
import { named, ownLanguage, say } from './reader-words.ts';
import type { Site } from './site.ts';

/** Words a minute of scripts with spaces; letters a minute of those without. From studies of silent reading, rounded down. */
const WORDS = 220;
const UNSPACED: readonly (readonly [RegExp, perMinute: number])[] = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, 500],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu, 900],
];

/** Of all of them: most texts have none, and are looked through once. */
const HAS_UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** @param body sanitized markup. @returns minutes, rounded */
export function readingMinutes(body: string): number {
  let text = body.replace(/<[^>]*>/g, ' ');
  let minutes = 0;
  for (const [letters, perMinute] of HAS_UNSPACED.test(text) ? UNSPACED : []) {
    minutes += (text.match(letters)?.length ?? 0) / perMinute;
    text = text.replace(letters, ' ');
  }
  return Math.round(minutes + (text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0) / WORDS);
}

/** A text that is shorter needs no clock, and one of fewer parts no list of them. */
const LONG_MINUTES = 3;
const MANY_PARTS = 4;

export function renderReadingTime(site: Site, locale: string, body: string): Html | false {
  const minutes = readingMinutes(body);
  return (
    minutes >= LONG_MINUTES && html` <span class="reading">${say(site.chrome(locale), 'article.readingTime', { count: minutes })}</span>`
  );
}

/** The headings of a long text, as links. */
export function renderContents(site: Site, locale: string, body: string): Html | false {
  const parts = [...body.matchAll(/<h2 id="([^"]+)">([\s\S]*?)<\/h2>/g)];
  if (parts.length < MANY_PARTS || readingMinutes(body) < LONG_MINUTES) return false;
  const t = site.chrome(locale);
  return html`<nav class="contents"${named(t, 'article.contents')}><p>${t('article.contents')}</p>
<ol${ownLanguage(t, 'article.contents')}>${parts.map(([, id = '', words = '']) => html`<li><a href="#${raw(id)}">${raw(words.replace(/<[^>]*>/g, ''))}</a></li>`)}</ol></nav>
`;
}
