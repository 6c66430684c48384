/** Words on a page that are no markup yet, and must read right in writing from either side: names, figures, sentences around them. */

import { signedNumbers } from '../body/signed-numbers.ts';
import type { Chrome } from './chrome.ts';
import { type Html, html } from './html-tag.ts';
import { direction } from './locale-names.ts';

/** A figure and the sign behind it (`3.2 %`), which no line may part. */
const MEASURED = /\p{Nd}[\p{Nd}.,]* (?:[%‰]|°\p{L}?|\p{Sc})(?![\p{L}\p{N}])/gu;

/** An author's words: a figure keeps the sign behind it in its line; in writing from the right, numbers with a sign are isolated. */
export function prose(text: string, locale: string): Html | string {
  const isRight = direction(locale) === 'rtl';
  const parts = isRight ? signedNumbers(text) : [{ text, signed: false }];
  if (!parts.some(({ signed }) => signed) && text.search(MEASURED) < 0) return text;
  return html`${parts.map((part) => (part.signed ? html`<bdi dir="ltr">${part.text}</bdi>` : whole(part.text)))}`;
}

function whole(text: string): Html {
  const figures = text.match(MEASURED) ?? [];
  return html`${text.split(MEASURED).map((words, at) => [words, figures[at] !== undefined && html`<span class="figure">${figures[at]}</span>`])}`;
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
  const language = t.language(word);
  // What is put into a sentence of another language is the page's own.
  const own = language === undefined ? value : html`<span${spokenIn(t.locale)}>${value}</span>`;
  const words = html`${before}${after.map((rest) => html`${own}${rest}`)}`;
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
