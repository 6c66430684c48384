/** Globs of the configuration, as far as they are matched in next to no time. */

import { z } from 'zod';

/** Characters of a glob; brackets without an end take Node's `matchesGlob` the third power of their number. */
const LONGEST = 200;
/** `*` between two "/", and folders of any name (`**`): each takes another power of the length of what is compared. */
const STARS = 3;
/** Paths that the braces of a glob stand for: each is compared. */
const CHOICES = 100;

/**
 * `matchesGlob` goes back: `*a*a*a*a*b` takes it seconds for one long name, fifteen times `{a,b}` five, and a name of ten thousand articles
 * is compared ten thousand times.
 */
export const globSchema = z.string().refine(isQuick, {
  error: `a glob of at most ${LONGEST} characters, with at most ${STARS} "*" between two "/", ${STARS} times "**", ${CHOICES} choices in braces, and no "+(" or "*("`,
});

function isQuick(glob: string): boolean {
  // What stands in `+(...)` and `*(...)` is repeated, and may itself be a repetition.
  if (glob.length > LONGEST || choicesOf(glob) > CHOICES || /[+*]\(/.test(glob)) return false;
  const parts = glob.split('/');
  return parts.filter((part) => part.includes('**')).length <= STARS && parts.every((part) => starsOf(part) <= STARS);
}

/** Of a part between two slashes; `!(...)` is a star with a condition. */
const starsOf = (part: string): number => part.match(/\*+|!\(/g)?.length ?? 0;

/** At least as many as the braces of a glob stand for; those within others are multiplied, too. */
function choicesOf(glob: string): number {
  const ranges = [...glob.matchAll(/\{(-?\w+)\.\.(-?\w+)/g)].map(([, from = '', to = '']) => Math.abs(placeOf(to) - placeOf(from)) + 1);
  const lists = glob
    .split('{')
    .slice(1)
    .map((part) => part.split(',').length);
  return [...ranges, ...lists].reduce((product, count) => product * count, 1);
}

/** Of a number or a letter in a range such as `{1..9}` or `{a..f}`. */
const placeOf = (end: string): number => (/^-?\d+$/.test(end) ? Number(end) : (end.codePointAt(0) ?? 0));
