/**
 * A text as Apertium's stream format has it, and back (wiki.apertium.org, "Apertium stream format"): only letters, figures
 * and plain punctuation go in as themselves. Whatever else, marks without words included, is a superblank `[x1]`, which all
 * stages pass on; the words of pairs are in word-bound blanks `[[t:1]]...[[/]]`, which follow the words wherever they go.
 */

import type { Text } from '../../article.ts';
import { hasWords, isPair, type Node, type Pair, pathsOf, textOf, treeOf } from './tree.ts';

/** What a superblank stands for. */
export interface Blank {
  readonly text: Text;
  /** Index of the pairs around it. */
  readonly path: number;
  /** Whether white space stands before and after it in the source; undefined at the text's edge. */
  readonly before: boolean | undefined;
  readonly after: boolean | undefined;
}

export interface Encoded {
  /** What goes down the pipeline; empty where no word stands. */
  readonly line: string;
  readonly tree: readonly Node[];
  readonly blanks: readonly Blank[];
  /** The ids of the pairs around, outermost first; a word-bound blank and a superblank name it by index. 0 is outside of all. */
  readonly paths: readonly (readonly string[])[];
}

const WORD = '\\p{L}\\p{M}\\p{N}';
/** What goes in as it is. `/` and `$` are escaped: dictionaries know `and/or` and `$5 million`. */
const SIGNS = `.,;:!?'"()\\-–—…“”‘’«»„‚¿¡%‰°€£¥$\\/&§º·×`;
/** A sign that goes into a superblank; not the zero-width joiners between letters, which are spelling (Persian, Hindi). */
const ODD = `(?:(?!(?<=\\p{L}\\p{M}*)[\\u200C\\u200D]\\p{L})[^${WORD}\\s${SIGNS}]|[\\uFE0F\\u20E3])`;

/** What no dictionary should touch. */
const KEPT = [
  // Addresses and handles.
  `(?:[a-z][a-z0-9+.\\-]*:\\/\\/|www\\.)\\S*[^\\s.,;:!?'")\\]”’»]`,
  `[\\w.+\\-]+@[\\w\\-]+(?:\\.[\\w\\-]+)+`,
  `(?<![${WORD}])[@#][${WORD}_]+`,
  // Hosts and file names: a full stop with no space and a small letter after it.
  `[\\w\\-]*\\w{2}(?:\\.[a-z]{2,})+(?:\\/\\S*[\\w\\/])?(?![${WORD}])`,
  // Holes of templates.
  `\\{+[^{}]*\\}+`,
  // Letters joined by a sign: AT&T, snake_case, 3^2.
  `[${WORD}]+(?:(?:${ODD}|&)+[${WORD}]+)+`,
  `${ODD}(?:${ODD}|[\\p{M}\\u200D])*`,
];
const SPLIT = new RegExp(`(${KEPT.join('|')})`, 'u');
const LETTER = /[\p{L}\p{N}]/u;

export function encode(text: Text): Encoded {
  const tree = treeOf(text);
  if (!hasWords(tree)) return { line: '', tree, blanks: [], paths: [[]] };
  const paths = pathsOf(tree);
  const runs = joinGenitives(runsOf(tree, paths));
  // Figures and addresses are the same in every language.
  if (!runs.some(({ content }) => typeof content === 'string' && /\p{L}/u.test(content))) return { line: '', tree, blanks: [], paths };
  const bound = paths.length > 1;
  const blanks: Blank[] = [];
  let line = '';
  runs.forEach((run, at) => {
    if (typeof run.content === 'string') line += bound ? bind(run.content, run.path) : escaped(run.content);
    else {
      const edge = (neighbour: Run | undefined, ends: RegExp) =>
        neighbour === undefined ? undefined : typeof neighbour.content === 'string' && ends.test(neighbour.content);
      line += `[x${blanks.length}]`;
      blanks.push({ text: run.content, path: run.path, before: edge(runs[at - 1], /\s$/), after: edge(runs[at + 1], /^\s/) });
    }
  });
  return { line, tree, blanks, paths };
}

interface Run {
  readonly content: string | Text;
  readonly path: number;
}

function runsOf(nodes: readonly Node[], paths: readonly (readonly string[])[], pair?: Pair): Run[] {
  const path = pair === undefined ? 0 : paths.findIndex((ids) => ids === pair.path);
  return nodes.flatMap((node): Run[] => {
    if (typeof node === 'string') return wordsAndBlanks(node).map((content) => ({ content, path }));
    if (isPair(node) && hasWords(node.children)) return runsOf(node.children, paths, node);
    return [{ content: textOf([node]), path }];
  });
}

/** Strings go to the dictionaries, Texts do not. */
function wordsAndBlanks(words: string): (string | Text)[] {
  // Where a word may be broken in the source says nothing of its translation.
  const parts = words.replace(/\u00AD/g, '').split(SPLIT);
  return parts.flatMap((part, at) => (part === '' ? [] : [at % 2 === 1 ? [part] : part]));
}

/** `[Google](...)'s`: the genitive is read with its word, or it means nothing. */
function joinGenitives(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const genitive = typeof run.content === 'string' ? /^['’]s(?![\p{L}\p{N}])/u.exec(run.content)?.[0] : undefined;
    if (genitive !== undefined && typeof last?.content === 'string' && /[\p{L}\p{N}]$/u.test(last.content)) {
      out[out.length - 1] = { ...last, content: last.content + genitive };
      out.push({ ...run, content: (run.content as string).slice(genitive.length) });
    } else out.push(run);
  }
  return out.filter(({ content }) => content !== '');
}

const escaped = (words: string) => words.replace(/[/$]/g, '\\$&');

/** A word-bound blank around the words, from the first letter to the last: signs at the edges are placed by themselves. */
function bind(words: string, path: number): string {
  const first = words.search(LETTER);
  if (first < 0) return escaped(words);
  let last = words.length;
  while (!LETTER.test(codePointBefore(words, last))) last--;
  return `${escaped(words.slice(0, first))}[[t:${path}]]${escaped(words.slice(first, last))}[[/]]${escaped(words.slice(last))}`;
}

function codePointBefore(words: string, at: number): string {
  const pair = words.slice(at - 2, at);
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair) ? pair : words.slice(at - 1, at);
}
