/** Headlines whose author has changed nothing but how capitals are used. */

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Whether two headlines say the same in another style: `Rain closes the port`, `Rain Closes the Port`, `RAIN CLOSES THE PORT`. One word
 * alone in other letters may be another word (`polish` and `Polish`, `us` and `US`), and is no style.
 */
export function isOtherStyle(a: string, b: string): boolean {
  if (a === b || a.toLowerCase() !== b.toLowerCase()) return false;
  const others = b.match(WORD) ?? [];
  const changed = (a.match(WORD) ?? []).flatMap((word, at) => (word === others[at] ? [] : [[word, others[at] ?? ''] as const]));
  const isShouted = [a, b].some((text) => text === text.toUpperCase());
  return changed.length > 1 && (isShouted || changed.every(([word, other]) => word.slice(1) === other.slice(1)));
}
