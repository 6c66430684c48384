/** Fences of code (CommonMark 4.5), line by line. */

/** A fence with the signs of quotes and the markers of items before it, and what follows it on its line. */
const FENCE = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\r\n]*)/;

/**
 * @param before the fence of the code that is open above the lines; empty where none is
 * @returns the one that is open below them; empty where none is
 */
export function fenceAfter(lines: string, before = ''): string {
  return lines.split('\n').reduce((open, line) => {
    const [, mark, rest = ''] = FENCE.exec(line) ?? [];
    if (mark === undefined) return open;
    // Backticks in what follows make it code within a line; a fence with anything behind it ends no code.
    if (open === '') return mark.startsWith('`') && rest.includes('`') ? open : mark;
    return mark.startsWith(open) && rest.trim() === '' ? '' : open;
  }, before);
}
