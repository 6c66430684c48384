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

const lists = new Map<string, Intl.ListFormat>();

/** `Ada Lindqvist y Tomàs Ribera`, each name by itself. */
export function namesOf(names: readonly string[], locale: string): Html {
  const list = lists.get(locale) ?? new Intl.ListFormat(locale);
  lists.set(locale, list);
  return html`${list.formatToParts(names).map(({ type, value }) => (type === 'element' ? name(value) : value))}`;
}

/** A private use character that no word holds, in place of a value while i18next makes the sentence. */
const HOLE = '\ue0ff';

/** A sentence of the site with markup in it. @param value takes the place of `{{key}}` in the sentence */
export function sentence(t: Chrome, word: string, key: string, value: Html): Html {
  const [before = '', ...after] = t(word, { [key]: HOLE }).split(HOLE);
  return html`${before}${after.map((rest) => html`${value}${rest}`)}`;
}
