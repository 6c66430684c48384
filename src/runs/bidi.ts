/** Right-to-left locales, and the marks that an edition in one of them has of its own. */

import type { Atom, TextRun } from './run.ts';

/** RIGHT-TO-LEFT MARK: no width, strong direction (Unicode Annex 9). */
export const RLM = '\u200f';

const RTL = new Set('ar arc ckb dv fa he ku-arab ps sd ug ur yi'.split(' '));

const known = new Map<string, boolean>();

export function isRightToLeft(locale: string): boolean {
  const isKnown = known.get(locale) ?? isWrittenRightToLeft(locale);
  known.set(locale, isKnown);
  return isKnown;
}

function isWrittenRightToLeft(locale: string): boolean {
  const { language, script } = new Intl.Locale(locale);
  return script === undefined ? RTL.has(language) : ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm'].includes(script);
}

/** What `keepApart` puts into an edition is no word: it is read as nothing. */
export function withoutRtlMarks(run: TextRun): void {
  if (!run.atoms.some((atom) => atom.role === 'words' && atom.text.startsWith(RLM))) return;
  run.atoms = run.atoms.flatMap((atom): Atom[] => {
    if (atom.role !== 'words' || !atom.text.startsWith(RLM) || atom.text.length !== atom.end - atom.start) return [atom];
    const rest: Atom = { ...atom, start: atom.start + 1, text: atom.text.slice(1) };
    return [{ role: 'words', text: '', start: atom.start, end: atom.start + 1 }, ...(rest.text === '' ? [] : [rest])];
  });
}
