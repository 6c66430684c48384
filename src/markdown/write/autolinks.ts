/** Bare addresses among changed words: where a neighbour would be taken for a part of the address, it gets brackets. */

import type { OutputPiece } from './pieces.ts';
import { CLOSE_KEY, OPEN_KEY } from './targets.ts';

const ADDRESS = /^(?:https?:\/\/|www\.|[-.\w+\\]+@)\S*$/i;
/** What GFM leaves out at the end of an address, before white space, and is not escaped. */
const TRAIL = /^[.,:;!?'")]*(?:\s|$)/;

/**
 * @param mdx where `<https://...>` is not Markdown
 * @param strong brackets wherever words are next to an address
 * @returns whether an address has neighbours that could change where it begins or ends
 */
export function guardAddresses(pieces: readonly OutputPiece[], mdx: boolean, strong: boolean): boolean {
  let risky = false;
  let links = 0;
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'raw') return;
    if (piece.key === OPEN_KEY && piece.text.startsWith('[')) links++;
    else if (piece.key === CLOSE_KEY && piece.text.startsWith(']')) links--;
    if (links > 0 || !ADDRESS.test(piece.text)) return;
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    const runsOn = after?.kind === 'words' && !TRAIL.test(after.text);
    const joined = before?.kind === 'words' && /[^\s("'*_~]$/.test(before.text);
    // Its last letter would be the outer neighbour of an emphasis.
    const beside = [before, after].some((one) => one?.kind === 'open' || one?.kind === 'close');
    if (!runsOn && !joined && !beside) return;
    risky = true;
    if (runsOn || strong) piece.text = bracketed(piece.text, mdx);
  });
  return risky;
}

function bracketed(address: string, mdx: boolean): string {
  const url = /^www\./i.test(address) ? `http://${address}` : /^https?:/i.test(address) ? address : `mailto:${address}`;
  // CommonMark's own autolinks know neither `www.`, nor an underscore or an escape in an email.
  const plain = !mdx && (url === address || (url.startsWith('mailto:') && !/@.*_|\\/.test(url)));
  return plain ? `<${address}>` : `[${address}](${url})`;
}
