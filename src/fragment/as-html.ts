/**
 * A fragment as HTML for engines that read HTML, and back. The tags are known inline elements: an unknown one splits the
 * sentence (Google), a self-closing one swallows what follows. They are as long as those of the fragment, so that what is
 * counted is what is billed.
 */

import { fragmentWords } from './read-fragment.ts';

/** `<g id="1">` is `<u id="1">`, `<x id="2"/>` is `<img id=2 >`. */
export function toHtml(fragment: string): string {
  return fragment
    .replace(/<g /g, '<u ')
    .replace(/<\/g>/g, '</u>')
    .replace(/<x id="([^"]*)"\/>/g, '<img id=$1 >');
}

const TAG = /<(\/?)([a-z][a-z\d]*)\b([^<>]*)>/gi;
const ID = /(?:^|\s)id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+))/i;

/** Our tags as the fragment has them, whatever attributes came with them (`style` is added where the direction turns); any other tag goes. */
export function fromHtml(html: string): string {
  let fragment = '';
  let at = 0;
  const ours: boolean[] = [];
  for (const tag of html.matchAll(TAG)) {
    fragment += fragmentWords(html.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const [, slash, name = '', attributes = ''] = tag;
    const id = ID.exec(attributes);
    const value = id?.[1] ?? id?.[2] ?? id?.[3];
    if (slash === '/') {
      if (name.toLowerCase() !== 'img' && ours.pop() === true) fragment += '</g>';
    } else if (name.toLowerCase() === 'img') {
      if (value !== undefined) fragment += `<x id="${value}"/>`;
    } else {
      ours.push(value !== undefined);
      if (value !== undefined) fragment += `<g id="${value}">`;
    }
  }
  return fragment + fragmentWords(html.slice(at));
}
