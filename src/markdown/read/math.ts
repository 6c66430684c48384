/** Mathematics between `$$`, `\( \)`, `\[ \]` and in a setting of LaTeX: never words, whichever program draws it. */

import type { Range } from '../../runs/ranges.ts';

/**
 * Code and comments, which are passed over; then `$$ ... $$`, `\( ... \)` and `\[ ... \]` within a paragraph, also with the backslash
 * doubled, as authors write it where Markdown takes one away.
 */
const MATH =
  /(?<!\\|(?<!\\)`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|^[ \t>]*(~{3,})[\s\S]*?(?:^[ \t>]*\2|$(?![\s\S]))|<!--(?:(?!<!--)[\s\S])*?-->|(?<![\\$])\$\$(?!\$)(?:(?!\n[ \t>]*\r?\n)[\s\S])+?(?<!\\)\$\$(?!\$)(?:[ \t]*(?:\([\w:.-]+\)|\{#[^{}\n]*\})(?=[ \t]*\r?$))?|(?<!\\)(\\{1,2})\((?:(?!\n[ \t>]*\r?\n|(?<!\\)\3\()[\s\S])+?(?<!\\)\3\)|(?<!\\)(\\{1,2})\[(?:(?!\n[ \t>]*\r?\n|(?<!\\)\4\[)[\s\S])+?(?<!\\)\4\]/gm;

/** A dollar's own rule, which Pandoc and GitHub share: no space within, no digit after, so that `$5 and $6` are prices. */
const DOLLARS = /(?<![\\$\w])\$(?=[^\s$])(?:[^$\n\\]|\\.)*?(?<=[^\s$\\])\$(?![\d$])/g;

/** What tells mathematics from words that were escaped: `\[sic\]` is not. */
const SIGNS = /\\[A-Za-z]+|[\^_={}<>|+]|\\\\/;

/** `\begin{align*} ... \end{align*}`, which MathJax draws without delimiters; lists and pictures of LaTeX are not its. */
const SETTINGS =
  /(?<![\\`])\\begin\{((?:equation|align(?:ed|at)?|gather(?:ed)?|multline|eqnarray|split|cases|[bpvV]?matrix|array|CD)\*?)\}(?:(?!\n[ \t>]*\r?\n)[\s\S]){0,5000}?\\end\{\1\}/g;

const QUICK = /\$\$|\\[([]/;

/**
 * @param single whether `$x$` is mathematics too
 * @returns the ranges of mathematics in a text, delimiters included
 */
export function mathIn(text: string, single: boolean): Range[] {
  const ranges: Range[] = [];
  if (QUICK.test(text)) {
    for (const match of text.matchAll(MATH)) {
      const [all, code, fence, round, square] = match;
      if (code !== undefined || fence !== undefined || all.startsWith('<!--')) continue;
      const delimiter = (round ?? square ?? '$').length + 1;
      const inner = all.slice(delimiter, -delimiter);
      if (round !== undefined ? isFormula(inner) : square === undefined || SIGNS.test(inner))
        ranges.push([match.index, match.index + all.length]);
    }
  }
  if (text.includes('\\begin{')) ranges.push(...outside(ranges, text.matchAll(SETTINGS)));
  ranges.sort(([a], [b]) => a - b);
  if (single && text.includes('$')) {
    const formulas = text.matchAll(DOLLARS).filter(([all]) => isFormula(all.slice(1, -1)));
    ranges.push(...outside(ranges, formulas));
  }
  return ranges.sort(([a], [b]) => a - b);
}

/** What is found, in its order, without what begins within one of the ranges, which are in theirs. */
function outside(ranges: readonly Range[], found: Iterable<RegExpExecArray>): Range[] {
  const out: Range[] = [];
  let at = 0;
  for (const { index, 0: all } of found) {
    while (at < ranges.length && (ranges[at] as Range)[1] <= index) at++;
    const range = ranges[at];
    if (range === undefined || index < range[0]) out.push([index, index + all.length]);
  }
  return out;
}

/** Signs of mathematics, or no word of two letters. */
function isFormula(inner: string): boolean {
  return SIGNS.test(inner) || !/\p{L}{2}/u.test(inner);
}
