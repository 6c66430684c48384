/**
 * Bare addresses among changed words: where a neighbour would be taken for a part of the address, or where emphasis would neither open
 * nor close beside its letter, it gets brackets.
 */

import { worksBeside } from './flanking.ts';
import type { OutputToken } from './output-token.ts';
import type { LineContext } from './surroundings.ts';
import { ALONE_KEY, CLOSE_KEY, OPEN_KEY } from './targets.ts';

export const ADDRESS = /^(?:https?:\/\/|www\.|[-.\w+\\]+@)\S*$/i;
/** With a template within, an address can have white space. */
const ADDRESS_START = /^(?:https?:\/\/|www\.|[-.\w+\\]+@)/i;
/** An email in brackets (CommonMark 0.31.2, 6.5); GFM's bare ones may have a `_` in their domain, too, and labels that are empty or longer. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;
/** What GFM leaves out at the end of an address, before white space, and is not escaped. */
const TRAIL = /^[.,:;!?'")]*(?:\s|$)/;

/**
 * @param place `mdx`: where `<https://...>` is not Markdown
 * @param strong brackets wherever words are next to an address
 * @returns whether an address has neighbours that could change where it begins or ends
 */
export function guardAddresses(tokens: readonly OutputToken[], { mdx, before: left, after: right }: LineContext, strong: boolean): boolean {
  let risky = false;
  let links = 0;
  tokens.forEach((token, index) => {
    if (token.kind !== 'raw') return;
    if (token.key === OPEN_KEY && token.text.startsWith('[')) links++;
    else if (token.key === CLOSE_KEY && token.text.startsWith(']')) links--;
    if (links > 0 || token.key !== ALONE_KEY || !ADDRESS_START.test(token.text)) return;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    // A sign that becomes a reference is no longer one that GFM leaves out.
    const runsOn = after?.kind === 'words' && !(strong ? /^\s/ : TRAIL).test(after.text);
    const joined = before?.kind === 'words' && /[^\s("'*_~]$/.test(before.text);
    // Its last letter would be the outer neighbour of an emphasis.
    const beside = [before, after].some((one) => one?.kind === 'open' || one?.kind === 'close');
    if (!runsOn && !joined && !beside) return;
    risky = true;
    if (ADDRESS.test(token.text) && isLink(token.text) && (runsOn || strong || !worksBeside(tokens, index, left, right)))
      token.text = bracketed(token.text, mdx);
  });
  return risky;
}

/** Whether GFM makes a link of an address at all: not where the last two parts of its domain have a `_`. In brackets it would be one. */
function isLink(address: string): boolean {
  const domain = MAIL.test(address) ? undefined : DOMAIN.exec(address)?.[0];
  return domain === undefined || !domain.split('.').slice(-2).join('').includes('_');
}

const MAIL = /^(?:[-.\w+]+|(?!www\.)[-.\w+\\]+)@/i;
const DOMAIN = /(?<=^(?:https?:\/\/)?)(?:[^\s\p{P}\p{S}]|[-._])+/iu;

function bracketed(address: string, mdx: boolean): string {
  const url = MAIL.test(address) ? `mailto:${address}` : /^https?:/i.test(address) ? address : `http://${address}`;
  const plain = !mdx && (url === address || (url.startsWith('mailto:') && EMAIL.test(address)));
  if (plain) return `<${address}>`;
  if (url.startsWith('mailto:')) return `[${address}](${url})`;
  const signs = mdx ? /[\\`*[\]<>~{}]|(?<![a-z\d])_|_(?![a-z\d])/gi : /[\\`*[\]<>~]|(?<![a-z\d])_|_(?![a-z\d])/gi;
  return `[${escaped(address, signs)}](${escaped(url, /[\\()<>]/g)})`;
}

const escaped = (address: string, signs: RegExp): string => address.replace(signs, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
