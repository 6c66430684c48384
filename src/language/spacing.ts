/** White space as a locale's typography has it. */

import type { Text } from '../article.ts';
import type { PunctuationSpaces } from '../languages/language.ts';
import { languageOf, regionOf } from '../languages/lookup.ts';

/**
 * Spaces as a locale sets them: one between words; none before a comma or a full stop; around other marks those of the
 * language's file (French has a no-break space before high punctuation and within guillemets). Figures, times and URLs keep theirs.
 */
export function spaced(text: Text, locale: string): Text {
  const { spaces } = languageOf(locale);
  const own = spaces?.[regionOf(locale) ?? 'default'] ?? spaces?.default;
  return text.map((piece) => (typeof piece === 'string' ? spacedWords(piece, own) : piece));
}

/** Two spaces, a no-break one, or one before a sign: most texts have none of it, and no rule for all languages changes them. */
const MAY_DIFFER = / {2}|[\u00a0\u202f]| [.,;!?]/;

function spacedWords(words: string, own: PunctuationSpaces | undefined): string {
  // Two spaces and more within a text; at its ends they belong to the neighbours.
  if (!MAY_DIFFER.test(words)) return own === undefined ? words : withSpaces(words, own);
  const single = words.replace(/(?<=\S)(?=[ \u00a0]{2})(?!\u00a0+\S)[ \u00a0]+(?=\S)/gu, (run) =>
    run.includes('\u00a0') ? '\u00a0' : ' ',
  );
  const close = own === undefined ? single.replace(/(?<=[\p{L}\p{M}\p{N})\]»”])[ \u00a0\u202f]+(?=[,;!?](?:\s|$))/gu, '') : single;
  const out = close.replace(/(?<=[\p{L}\p{M}\p{N})\]»”])[ \u00a0]+(?=[.,](?:\s|$))/gu, '');
  return own === undefined ? out : withSpaces(out, own);
}

function withSpaces(words: string, { high, colon, guillemets }: PunctuationSpaces): string {
  let out = words;
  if (high === '') out = out.replace(/(?<=[\p{L}\p{N})\]»”%…])[ \u00a0\u202f]+(?=[;!?]+(?:[\s»”)]|$))/gu, '');
  else if (high !== undefined) out = out.replace(/(?<=[\p{L}\p{N})\]»”%…])[ ]?(?=[;!?]+(?:[\s»”)]|$))/gu, high);
  if (colon !== undefined) out = out.replace(/(?<=[\p{L}\p{N})\]»”%])[ ]?(?=:(?:\s|$))/gu, colon);
  if (guillemets !== undefined)
    out = out.replace(/«[ ]?(?=\S)(?![\u00a0\u202f])/gu, `«${guillemets}`).replace(/(?<=[^\s\u00a0\u202f])[ ]?»/gu, `${guillemets}»`);
  return out;
}
