/** Words on a page that are no markup yet, and must read right in writing from either side: names, figures, sentences around them. */

import { signedNumbers } from '../body/signed-numbers.ts';
import type { Chrome } from './chrome.ts';
import { type Html, html } from './html-tag.ts';
import { direction } from './locale-names.ts';

/** An author's words: in writing from the right, numbers with a sign are isolated. */
export function prose(text: string, locale: string): Html | string {
  if (direction(locale) === 'ltr') return text;
  const parts = signedNumbers(text);
  if (!parts.some(({ signed }) => signed)) return text;
  return html`${parts.map((part) => (part.signed ? html`<bdi dir="ltr">${part.text}</bdi>` : part.text))}`;
}

/** A name that may be in another script than the words around it. */
export function name(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** A private use character that no word holds, in place of a value while i18next makes the sentence. */
const HOLE = '\ue0ff';

const lists = new Map<string, Intl.ListFormat>();

/** What may be said of two letters that meet: one of a script that has no spaces between words, the other of one that has. */
const MEET =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u;

/**
 * `Ada Lindqvist y Tomàs Ribera`, each name by itself. The word between names depends on them (`e Isabel`; in Hebrew, a name in another script).
 * @param names as text, and as markup
 */
export function namesOf(names: readonly (readonly [text: string, markup: Html])[], locale: string): Html {
  const list = lists.get(locale) ?? new Intl.ListFormat(locale);
  lists.set(locale, list);
  let at = 0;
  let before = '';
  return html`${list.formatToParts(names.map(([text]) => text)).map(({ type, value }) => {
    const [end = '', start = ''] = [before.at(-1), value[0]];
    before = value;
    const space = MEET.test(end + start) || MEET.test(start + end) ? ' ' : '';
    return [space, type === 'element' ? names[at++]?.[1] : value];
  })}`;
}

/** A sentence of the site with markup in it. @param value takes the place of `{{key}}` in the sentence */
export function sentence(t: Chrome, word: string, key: string, value: Html): Html {
  const [before = '', ...after] = t(word, { [key]: HOLE }).split(HOLE);
  const words = html`${before}${after.map((rest) => html`${value}${rest}`)}`;
  const language = t.language(word);
  return language === undefined ? words : html`<span${spokenIn(language)}>${words}</span>`;
}

/** A word of the site as text: one that the page's language lacks says which language it is in. */
export function say(t: Chrome, key: string, values?: Readonly<Record<string, unknown>>): Html | string {
  const language = t.language(key);
  const words = t(key, values);
  return language === undefined ? words : html`<span${spokenIn(language)}>${words}</span>`;
}

/** Attributes of an element that has a word of the site for its name. What is in it must say its own language: `ownLanguage`. */
export function named(t: Chrome, key: string): Html {
  return html` aria-label="${t(key)}"${foreign(t, key)}`;
}

/** Attributes of an element whose only words are those of a key. */
export function foreign(t: Chrome, key: string): Html | false {
  const language = t.language(key);
  return language !== undefined && spokenIn(language);
}

/** Attributes that give the page's language back within an element that is `named` by a word of another. */
export function ownLanguage(t: Chrome, key: string): Html | false {
  return t.language(key) !== undefined && spokenIn(t.locale);
}

function spokenIn(locale: string): Html {
  return html` lang="${locale}" dir="${direction(locale)}"`;
}
