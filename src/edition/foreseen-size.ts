/** Whether an edition would be too large to be read again: told before anything is sent for it. */

import { KnownError } from '../errors.ts';
import { TEXT_BYTES } from '../files/read.ts';
import { likelyLength } from '../language/lengths.ts';
import { languageOf } from '../languages/lookup.ts';
import { words } from '../text.ts';
import type { OpenEdition } from './open.ts';

/** Bytes of a character in UTF-8, spaces and signs included: Latin letters have one, those of most alphabets two, all others three. */
const [ONE, TWO, THREE] = [1.05, 1.85, 2.8];
const TWO_BYTES = new Set(['Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Armenian', 'Syriac', 'Thaana', 'Nko']);

/**
 * @param most bytes of a text file that can be read
 * @throws KnownError where the sentences that are to be translated are likely to make the edition larger
 */
export function refuseTooLarge({ source, locale, edition, pending, texts }: OpenEdition, most = TEXT_BYTES): void {
  const { article } = edition;
  // No language needs five times the bytes of another.
  const present = Math.max(article.source.length, texts.localized?.length ?? 0);
  if (pending.length === 0 || present * 5 < most) return;
  const [script = 'Latin'] = languageOf(locale).scripts ?? [];
  const each = script === 'Latin' ? ONE : TWO_BYTES.has(script) ? TWO : THREE;
  let bytes = Buffer.byteLength(article.source);
  for (const { text } of pending) {
    const plain = words(text);
    bytes += likelyLength(plain, article.locale, locale) * each - Buffer.byteLength(plain);
  }
  if (bytes <= most) return;
  throw new KnownError(`${source.file}: its edition in ${locale} would be too large`, {
    expected: `at most ${most / 1_000_000} MB, which can be read again`,
    got: `${(bytes / 1_000_000).toFixed(1)} MB, as far as it can be foreseen`,
    help: 'Split the article; nothing of it was sent.',
    place: source.file,
  });
}
