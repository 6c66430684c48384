/** White space as a locale's typography has it. */

import type { Text } from '../article.ts';

/**
 * Spaces as a locale sets them: one between words; none before a comma or a full stop; in French a no-break space before
 * the high punctuation and within guillemets (Imprimerie nationale, Lexique des règles typographiques; Switzerland sets
 * them close). Figures, times and URLs keep theirs.
 */
export function spaced(text: Text, locale: string): Text {
  return text.map((piece) => (typeof piece === 'string' ? spacedWords(piece, locale) : piece));
}

function spacedWords(words: string, locale: string): string {
  // Two spaces and more within a text; at its ends they belong to the neighbours.
  let out = words.replace(/(?<=\S)[ \u00a0]*(?: {2,}|\u00a0 | \u00a0)[ \u00a0]*(?=\S)/gu, (run) =>
    run.includes('\u00a0') ? '\u00a0' : ' ',
  );
  if (/^fr(?:-(?!CH\b)|$)/i.test(locale)) return french(out);
  if (!/^fr\b/i.test(locale)) out = out.replace(/(?<=[\p{L}\p{M}\p{N})\]»”])[ \u00a0\u202f]+(?=[,;!?](?:\s|$))/gu, '');
  return out.replace(/(?<=[\p{L}\p{M}\p{N})\]»”])[ \u00a0]+(?=[.,](?:\s|$))/gu, '');
}

const NARROW = '\u202f';
const FIXED = '\u00a0';

function french(words: string): string {
  return words
    .replace(/(?<=[\p{L}\p{M}\p{N})\]»”])[ \u00a0]+(?=[.,](?:\s|$))/gu, '')
    .replace(/(?<=[\p{L}\p{N})\]»”%…])[ ]?(?=[;!?]+(?:[\s»”)]|$))/gu, NARROW)
    .replace(/(?<=[\p{L}\p{N})\]»”%])[ ]?(?=:(?:\s|$))/gu, FIXED)
    .replace(/«[ ]?(?=\S)(?![\u00a0\u202f])/gu, `«${FIXED}`)
    .replace(/(?<=[^\s\u00a0\u202f])[ ]?»/gu, `${FIXED}»`);
}
