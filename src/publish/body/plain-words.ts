/**
 * Runs of plain words are taken out of a body before it is parsed, and put back into its tree. micromark looks at every character
 * several times, and nine tenths of an article are words that no rule of Markdown can be about: words of letters, with white space
 * around them. A run is within a line and stays a word there, so that lines, blocks and what is next to a mark are the same.
 */

import type { Element, Root } from 'hast';
import type { Syntax } from '../../markdown/syntax.ts';

/** What takes the place of a run: one character of Unicode's private plane 15. */
const FIRST = 0xf0000;
const LAST = 0xffffd;
const PLACEHOLDERS = /[\u{f0000}-\u{ffffd}]/gu;
const HOLDS_PLACEHOLDER = /[\u{f0000}-\u{ffffd}]/u;

/** In a word of letters; none of these begins or ends anything in Markdown. */
const WITHIN = '[\\p{L}\\p{M}\\p{N}\u00a0\u202f’“”„«»‘、。「」『』，！？：；・—–…]';
const LETTERS = `\\p{L}${WITHIN}*(?:-\\p{L}${WITHIN}*)*[,.;:!?]?`;
const FIGURES = '\\p{N}+(?:[.,]\\p{N}+)*[,.]?';
/** The first word begins with a letter: `1.` at the start of a line is a list. */
const RUN = `(?<![^ \\n])${LETTERS}(?: (?:${LETTERS}|${FIGURES}))*(?![^ \\n])`;
/** Behind a fence is the name of a language, which ends where its first word does. */
const FENCE = '^[^\\n]*(?:```|~~~)[^\\n]*$';
const RUNS = new RegExp(RUN, 'gu');
const FENCES_AND_RUNS = new RegExp(`${FENCE}|${RUN}`, 'gmu');
/** Alone it is an address, also behind a quotation mark. */
const ADDRESS = /www\./i;
/** A shorter run is not worth the way. */
const SHORTEST = 4;

export interface PlainWords {
  /** Of as many lines as the body. */
  readonly body: string;
  /** Puts the runs back into a tree that was made of `body`. */
  readonly putBack: (tree: Root) => void;
}

/**
 * @param body Markdown without front matter
 * @returns the body itself where words may be more than words: names of attributes in HTML and MDX, labels that a definition repeats
 */
export function withoutPlainWords(body: string, { dialect, directives, math }: Syntax): PlainWords {
  const isMarkup = dialect === 'mdx' || /<[a-z!?/]/i.test(body) || body.includes(']:');
  const isExtended = (directives && body.includes(':')) || (math && body.includes('$'));
  if (isMarkup || isExtended || HOLDS_PLACEHOLDER.test(body)) return { body, putBack: () => {} };
  const runs: string[] = [];
  const hasFence = body.includes('```') || body.includes('~~~');
  const short = body.replace(hasFence ? FENCES_AND_RUNS : RUNS, (run) => {
    if (run.length < SHORTEST || FIRST + runs.length > LAST || ADDRESS.test(run) || (hasFence && /```|~~~/.test(run))) return run;
    return String.fromCodePoint(FIRST + runs.push(run) - 1);
  });
  const whole = (text: string) => text.replace(PLACEHOLDERS, (one) => runs[(one.codePointAt(0) ?? FIRST) - FIRST] ?? one);
  return { body: short, putBack: (tree) => fill(tree, whole) };
}

function fill(parent: Root | Element, whole: (text: string) => string): void {
  for (const child of parent.children) {
    if ('value' in child) child.value = whole(child.value);
    if (child.type !== 'element') continue;
    for (const [name, value] of Object.entries(child.properties)) {
      if (typeof value === 'string') child.properties[name] = whole(value);
      else if (Array.isArray(value)) child.properties[name] = value.map((one) => (typeof one === 'string' ? whole(one) : one));
    }
    fill(child, whole);
  }
}
