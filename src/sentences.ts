/**
 * Cuts text into sentences. One scan looks at the marks that Unicode calls Sentence_Terminal, in every script; what is around
 * them decides, with data of the language. Intl.Segmenter, which is the same marks with fewer rules, is not asked: it costs as much
 * as the scan, and its breaks at line ends and lack of context would have to be taken back.
 */

import type { Mark, Text } from './article.ts';
import { cutPoints } from './sentences/cut.ts';
import { flatten, isCloser } from './sentences/flat.ts';
import { sentenceRules } from './sentences/rules.ts';
import type { Srx } from './sentences/srx.ts';

/**
 * @param text plain words; a line break ends a sentence unless the line looks wrapped, so soft breaks are spaces already
 * @param locale BCP 47; a language without data gets what holds for all
 * @param srx rules of the user's own (`readSrx`), which win where they match
 * @returns pieces that join to the text; white space stays with the piece before it
 */
export function sentences(text: string, locale: string, srx?: Srx): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const end of points(text, locale, srx)) {
    pieces.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

function points(text: string, locale: string, srx: Srx | undefined): readonly number[] {
  const built = cutPoints(text, sentenceRules(locale));
  if (srx === undefined) return built;
  const decided = srx.decide(text, locale);
  const breaks = [...decided].filter(([at, ends]) => ends && at > 0 && at < text.length).map(([at]) => at);
  return [...new Set([...built.filter((at) => decided.get(at) !== false), ...breaks])].sort((a, b) => a - b);
}

/**
 * The same over a text with marks.
 * @returns texts whose pieces in order join to the text. A closing mark stays left of a cut, an opening one right; a pair
 *   of marks that crosses the end of a sentence keeps both sentences in one text
 */
export function cutText(text: Text, locale: string, srx?: Srx): Text[] {
  const flat = flatten(text);
  const out: Text[] = [];
  let piece: (string | Mark)[] = [];
  const cuts = points(flat.words, locale, srx);
  let next = 0;
  for (const [index, part] of text.entries()) {
    const start = flat.starts[index] ?? 0;
    const cut = () => {
      if (piece.length > 0) out.push(piece);
      piece = [];
    };
    if (typeof part !== 'string') {
      if (cuts[next] === start && !isCloser(text, flat, index, start)) {
        if (flat.depth[index] === 0) cut();
        next++;
      }
      piece.push(part);
      continue;
    }
    let from = 0;
    for (; (cuts[next] ?? Number.POSITIVE_INFINITY) < start + part.length; next++) {
      if (flat.depth[index] !== 0) continue;
      const to = (cuts[next] ?? 0) - start;
      if (to > from) piece.push(part.slice(from, to));
      cut();
      from = to;
    }
    if (from < part.length) piece.push(part.slice(from));
  }
  if (piece.length > 0) out.push(piece);
  return out;
}
