/** Bare addresses among changed words: where a neighbour would be taken for a part of the address, it gets brackets. */

import type { OutputToken } from './output-token.ts';
import { CLOSE_KEY, OPEN_KEY } from './targets.ts';

const ADDRESS = /^(?:https?:\/\/|www\.|[-.\w+\\]+@)\S*$/i;
/** What GFM leaves out at the end of an address, before white space, and is not escaped. */
const TRAIL = /^[.,:;!?'")]*(?:\s|$)/;

/**
 * @param mdx where `<https://...>` is not Markdown
 * @param strong brackets wherever words are next to an address
 * @returns whether an address has neighbours that could change where it begins or ends
 */
export function guardAddresses(tokens: readonly OutputToken[], mdx: boolean, strong: boolean): boolean {
  let risky = false;
  let links = 0;
  tokens.forEach((token, index) => {
    if (token.kind !== 'raw') return;
    if (token.key === OPEN_KEY && token.text.startsWith('[')) links++;
    else if (token.key === CLOSE_KEY && token.text.startsWith(']')) links--;
    if (links > 0 || !ADDRESS.test(token.text)) return;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const runsOn = after?.kind === 'words' && !TRAIL.test(after.text);
    const joined = before?.kind === 'words' && /[^\s("'*_~]$/.test(before.text);
    // Its last letter would be the outer neighbour of an emphasis.
    const beside = [before, after].some((one) => one?.kind === 'open' || one?.kind === 'close');
    if (!runsOn && !joined && !beside) return;
    risky = true;
    if (runsOn || strong) token.text = bracketed(token.text, mdx);
  });
  return risky;
}

function bracketed(address: string, mdx: boolean): string {
  const url = /^www\./i.test(address) ? `http://${address}` : /^https?:/i.test(address) ? address : `mailto:${address}`;
  // CommonMark's own autolinks know neither `www.`, nor an underscore or an escape in an email.
  const plain =
    !mdx && (url === address || (url.startsWith('mailto:') && !url.includes('\\') && !url.slice(url.indexOf('@')).includes('_')));
  return plain ? `<${address}>` : `[${address}](${url})`;
}
