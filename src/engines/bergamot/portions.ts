/** A fragment cut into what the engine takes at once, and put together again. */

import type { Mark, Text } from '../../article.ts';
import { fromHtml, toHtml } from '../../fragment/as-html.ts';
import { mendFragment } from '../../fragment/mend.ts';
import { languageOf } from '../../languages/lookup.ts';
import { cutText } from '../../sentences.ts';
import { fromFragment, toFragment, words } from '../../text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The engine cuts at 128 tokens (`max-length-break`), in the middle of a clause: room for what our count may miss. */
const MOST_TOKENS = 110;

/** What a model is better off not to read: it comes out as it went in. */
const KEPT =
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S*[^\s.,;:!?'")\]”’»]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+|\{+[^{}]*\}+/gu;

/** White space that means nothing to a translation; a no-break space behind a figure keeps it with its unit. */
const LOOSE_SPACE = /(?<![0-9])[\u00a0\u202f\u2007]|[^\S\u00a0\u202f\u2007 ]/gu;

export interface Portions {
  /** HTML, one sentence or a part of one each. */
  readonly html: readonly string[];
  /** Words that went as marks because the model cannot read their characters. */
  readonly unknown: readonly string[];
  /** The whole answer as a fragment, from one answer a portion. */
  readonly join: (answers: readonly string[]) => string;
}

/** @param fragment as `toFragment` writes it */
export function portionsOf(fragment: string, from: string, to: string, vocabulary: Vocabulary): Portions {
  // A half of a pair is no pair here: it must neither be closed nor be taken for one.
  const text = fromFragment(fragment.replace(/<x id="(open|close)-/g, '<x id="half-$1-'), []);
  const kept: string[] = [];
  const unknown: string[] = [];
  const readable = withMarks(text, vocabulary, kept, unknown);
  const parts = cutText(readable, from).flatMap((sentence) => shorter(sentence, vocabulary));
  const through = openThrough(parts);
  // A part without a word of the model's is an answer already.
  const isWorded = (part: Text) => /[\p{L}\p{N}]/u.test(words(part));
  const asked = parts.filter(isWorded);
  return {
    html: asked.map((part) => toHtml(toFragment(closed(part)))),
    unknown,
    join: (answers) => {
      let next = 0;
      const joined = parts.map((part, at) => {
        const source = toFragment(closed(part));
        const marks = through[at] ?? [];
        const within = (words: string) => `${marks.map(({ id }) => `<g id="${id}">`).join('')}${words}${'</g>'.repeat(marks.length)}`;
        if (!isWorded(part)) return within(source);
        const mended = withSpaceAtEnd(mendFragment(source, fromHtml(answers[next++] ?? ''), to), part);
        if (languageOf(to).unspaced) return within(mended.trimEnd());
        return within(languageOf(from).unspaced && !/\s$/.test(mended) ? `${mended} ` : mended);
      });
      const whole = joined
        .join('')
        .replace(/<x id="half-/g, '<x id="')
        .replace(/<x id="kept-(\d+)"\/>/g, (_, at: string) => toFragment([kept[Number(at)] ?? '']));
      return mendFragment(fragment, whole, to);
    },
  };
}

/** The text with a mark in the place of each address, and of each word that the model cannot read. */
function withMarks(text: Text, vocabulary: Vocabulary, kept: string[], unknown: string[]): Text {
  const mark = (word: string): Mark => ({ role: 'alone', id: `kept-${kept.push(word) - 1}`, source: '' });
  return text.flatMap((piece) => {
    if (typeof piece !== 'string') return [piece];
    const pieces: (string | Mark)[] = [];
    for (const part of splitBy(piece, KEPT)) {
      if (part.matches) {
        pieces.push(mark(part.text));
        continue;
      }
      for (const { text: run, matches } of splitBy(part.text.replace(LOOSE_SPACE, ' '), /[^ ]+/gu)) {
        if (!matches || vocabulary.knows(run)) pieces.push(run);
        else pieces.push(...readableParts(run, vocabulary, mark, unknown));
      }
    }
    return pieces;
  });
}

/** A word with its neighbouring signs: a letter that is not known takes the whole word along, a sign only itself. */
function readableParts(run: string, vocabulary: Vocabulary, mark: (word: string) => Mark, unknown: string[]): (string | Mark)[] {
  return splitBy(run, /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu).flatMap(({ text, matches }): (string | Mark)[] => {
    if (vocabulary.knows(text)) return [text];
    if (matches) {
      unknown.push(text);
      return [mark(text)];
    }
    const signs = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
    return signs.map((sign) => (vocabulary.knows(sign) ? sign : mark(sign)));
  });
}

function splitBy(text: string, pattern: RegExp): { text: string; matches: boolean }[] {
  const parts: { text: string; matches: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), matches: false });
    parts.push({ text: match[0], matches: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), matches: false });
  return parts;
}

/** Where a sentence that is too long is best cut: after a clause, then between words. */
const CUTS = [/[;:—–][\s]+/gu, /[,，、；：][\s]*/gu, /\s+/gu];

/** The sentence in parts that the engine does not have to cut, as few as possible, each ending at the best place there is. */
function shorter(sentence: Text, vocabulary: Vocabulary): Text[] {
  if (vocabulary.count(words(sentence)) <= MOST_TOKENS) return [sentence];
  const plain = words(sentence);
  const middle = plain.length / 2;
  for (const cut of CUTS) {
    const places = [...plain.matchAll(cut)].map((match) => match.index + match[0].length).filter((at) => at > 0 && at < plain.length);
    // A half near the middle keeps both parts long enough to make sense.
    const place = places.reduce<number | undefined>(
      (best, at) => (best === undefined || Math.abs(at - middle) < Math.abs(best - middle) ? at : best),
      undefined,
    );
    if (place === undefined || Math.min(place, plain.length - place) < plain.length / 8) continue;
    return halves(sentence, place).flatMap((half) => shorter(half, vocabulary));
  }
  // No space anywhere: a script without spaces, or no language at all.
  return halves(
    sentence,
    plain.codePointAt(Math.floor(middle) - 1) === plain.charCodeAt(Math.floor(middle) - 1) ? Math.floor(middle) : Math.floor(middle) + 1,
  ).flatMap((half) => shorter(half, vocabulary));
}

/** A text cut at an offset into its words. */
function halves(text: Text, at: number): [Text, Text] {
  const before: (string | Mark)[] = [];
  const after: (string | Mark)[] = [];
  let seen = 0;
  for (const piece of text) {
    if (typeof piece !== 'string') (seen < at ? before : after).push(piece);
    else {
      const cut = Math.max(0, Math.min(piece.length, at - seen));
      if (cut > 0) before.push(piece.slice(0, cut));
      if (cut < piece.length) after.push(piece.slice(cut));
      seen += piece.length;
    }
  }
  return [before, after];
}

/** The space at a cut within a pair is not at the part's edge, where it would be mended: the pair is closed behind it. */
function withSpaceAtEnd(mended: string, part: Text): string {
  const isSpaced = (text: string) => /\s(?:<\/g>)*$/.test(text);
  return isSpaced(toFragment(part)) && !isSpaced(mended) ? mended.replace(/(?<!<\/g>)(?:<\/g>)*$/, ' $&') : mended;
}

/** For each part the pairs that begin before it and end after it, the outermost first: the part itself shows nothing of them. */
function openThrough(parts: readonly Text[]): Mark[][] {
  const open: Mark[] = [];
  return parts.map((part) => {
    const before = [...open];
    for (const piece of part) {
      if (typeof piece === 'string' || piece.role === 'alone') continue;
      if (piece.role === 'open') open.push(piece);
      else
        open.splice(
          open.findLastIndex(({ id }) => id === piece.id),
          1,
        );
    }
    return before.filter((mark) => open.includes(mark));
  });
}

/** Pairs that are open at an edge are closed there: `mendFragment` makes one pair of the parts again. */
function closed(part: Text): Text {
  const open: Mark[] = [];
  const missing: Mark[] = [];
  for (const piece of part) {
    if (typeof piece === 'string') continue;
    if (piece.role === 'open') open.push(piece);
    else if (piece.role === 'close' && open.pop() === undefined) missing.unshift({ ...piece, role: 'open' });
  }
  return [...missing, ...part, ...open.reverse().map((mark): Mark => ({ ...mark, role: 'close' }))];
}
