/** Text cut to a length, between words where it has any, with an ellipsis. */

const EDGE = /(?<![\s,;:、，。.!?–—-])[\s,;:、，。.!?–—-]+$/u;

/** @param characters at most, in UTF-16 code units, the ellipsis included */
export function shorten(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const cut = text.slice(0, characters - 1);
  const space = cut.lastIndexOf(' ');
  // Scripts without spaces are cut between characters; half a surrogate pair is none.
  const whole = space > characters / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${whole.replace(EDGE, '')}…`;
}
