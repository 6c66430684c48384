/** A piece of HTML that a newsroom puts into every page: read once, with what the browser must be allowed for it. */

import { hash } from 'node:crypto';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { KnownError } from '../../errors.ts';
import { lineOf } from '../../text/lines.ts';
import type { Chrome } from './chrome.ts';
import { escapeText } from './html-tag.ts';
import type { Allowance, Slot } from './theme.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** `{{theme.newsletter}}`: a key of `ui.json`. */
const WORD = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** Attributes that name what is loaded or sent to, by element, and the directive of the policy that allows it. */
const LOADS: Readonly<Record<string, readonly [attribute: string, directive: keyof Allowance]>> = {
  script: ['src', 'script'],
  img: ['src', 'image'],
  iframe: ['src', 'frame'],
  form: ['action', 'form'],
  video: ['src', 'media'],
  audio: ['src', 'media'],
  source: ['src', 'media'],
};

/** Scripts that are data are not run. */
const RUN = /^(?:module|(?:text|application)\/(?:java|ecma)script)?$/i;

/**
 * @param file for errors, relative to the project
 * @param t words of the source's language: a key that it lacks is an error
 * @throws KnownError that names file and line
 */
export function readSlot(text: string, file: string, t: Chrome): Slot {
  const allowed: Partial<Record<keyof Allowance, string[]>> = {};
  const allow = (directive: keyof Allowance, source: string) => {
    const list = allowed[directive] ?? [];
    if (!list.includes(source)) list.push(source);
    allowed[directive] = list;
  };
  const fault = (offset: number, what: string, expected: string, got: string): KnownError =>
    new KnownError(`${file}:${lineOf(text, offset)}: ${what}`, { expected, got, help: `Correct ${file}.` });
  for (const match of text.matchAll(WORD)) {
    const [whole, key = ''] = match;
    if (!t.has(key)) throw fault(match.index, 'a word that ui.json does not have', `a key of locales/${t.locale}/ui.json`, whole);
  }
  const tree = parseFragment(text, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startOffset }) => {
      throw fault(startOffset, 'no valid HTML', 'HTML whose elements are opened and closed', code);
    },
  });
  for (const element of elementsOf(tree)) {
    const at = element.sourceCodeLocation?.startOffset ?? 0;
    const value = (name: string) => element.attrs.find((one) => one.name === name)?.value;
    const refused =
      element.tagName === 'style' ? '<style>' : element.attrs.find(({ name }) => name === 'style' || name.startsWith('on'))?.name;
    if (refused !== undefined)
      throw fault(at, 'what the policy of the pages does not run', "rules in the theme's style.css, scripts in elements", refused);
    if (element.tagName === 'link' && /\bstylesheet\b/i.test(value('rel') ?? '')) allow('style', sourceOf(value('href') ?? ''));
    const load = LOADS[element.tagName];
    const address = load && value(load[0]);
    if (load !== undefined && address !== undefined) allow(load[1], sourceOf(address));
    if (element.tagName === 'script' && address === undefined && RUN.test(value('type') ?? '')) {
      const script = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
      if (new RegExp(WORD.source).test(script))
        throw fault(at, 'words in a script', 'words in the HTML, from where the script takes them', '{{');
      allow('script', `'sha256-${hash('sha256', script, 'base64')}'`);
    }
  }
  return { text, allowed };
}

/** The slot in the words of a locale. */
export function renderSlot({ text }: Slot, t: Chrome): string {
  return text.replace(WORD, (_, key: string) => escapeText(t(key)));
}

/** What allows an address: its origin, or the site itself. */
function sourceOf(address: string): string {
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
  return url === null || url.origin === 'null' ? "'self'" : url.origin;
}

/** In the order of the document, however deep they are in each other. */
function elementsOf(node: Node): Element[] {
  const elements: Element[] = [];
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('tagName' in next) elements.push(next);
    if ('childNodes' in next) for (const child of next.childNodes.toReversed()) waiting.push(child);
  }
  return elements;
}
