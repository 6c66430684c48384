/** Terms that an engine must not touch, or does not know, sent as marks and put back from its answer. */

import type { Mark, Text } from '../article.ts';
import { normalize, words } from '../text.ts';
import { elided } from './elision.ts';
import { formLike, type Replaced } from './form-like.ts';
import type { TermMatch } from './match.ts';
import { repairTerm } from './repair.ts';
import type { Term } from './term.ts';
import { usesTerm } from './uses.ts';

export interface ProtectOptions {
  /** Whether the engine holds to terms itself: then names are left to it, and only `untranslated` terms are protected. */
  readonly takesTerms?: boolean;
  /** The locale that is translated into. */
  readonly to?: string;
  /** Common nouns that are protected as names are, by the term's source; with what the engine says for each by itself, where it was asked. */
  readonly nouns?: ReadonlyMap<string, string | undefined>;
}

export interface Protected {
  /** To be sent. */
  readonly text: Text;
  /** The answer with the terms back in their places. Marks of lost terms are dropped; `hold` and the check see that they are missing. */
  readonly restore: (answer: Text) => Text;
}

/** Ids that no segment's own marks have: those are numbers. */
const PREFIX = 't';

/**
 * `untranslated` terms become a mark alone where the engine takes terms. For one that does not, they and the names are set
 * between a pair of marks: the engine sees a word there, with its genitive and its place in the sentence, and whatever it
 * makes of the word is replaced by the term. Common nouns are left to the engine and to repair, since a noun's form depends on its
 * sentence; only those in `nouns`, which an engine was seen not to use, take the form of the word that it says for them.
 * @param matches of `words(text)`, as `findTerms` gives them; a term with author's marks inside it is not protected
 */
export function protectTerms(text: Text, matches: readonly TermMatch[], options: ProtectOptions = {}): Protected {
  const terms = new Map<string, Sent>();
  const out: (string | Mark)[] = [];
  let offset = 0;
  for (const piece of text) {
    if (typeof piece !== 'string') {
      out.push(piece);
      continue;
    }
    let at = 0;
    for (const match of matches) {
      if (match.covered || !protects(match.term, options)) continue;
      const start = match.start - offset;
      const stop = abbreviated(match, piece, match.end - offset);
      const surface = withoutGenitive(match.surface + stop, match.term.source);
      const end = start + surface.length - (stop !== '' && isLast(piece, match.end - offset) ? stop.length : 0);
      const isNoun = options.nouns?.has(match.term.source) === true;
      if (start < at || end > piece.length || !(isNoun || sameName(surface, match.term.source))) continue;
      const id = `${PREFIX}${terms.size + 1}`;
      const alone = options.takesTerms === true;
      const isPlural = !sameName(surface.toLowerCase(), match.term.source.toLowerCase());
      terms.set(id, { term: match.term, alone, isPlural, said: options.nouns?.get(match.term.source) });
      out.push(piece.slice(at, start));
      if (alone) out.push({ role: 'alone', id, source: surface });
      else out.push({ role: 'open', id, source: '' }, piece.slice(start, end), { role: 'close', id, source: '' });
      at = end;
    }
    out.push(piece.slice(at));
    offset += piece.length;
  }
  if (terms.size === 0) return { text, restore: (answer) => answer };
  return { text: normalize(out), restore: (answer) => restored(answer, terms, options.to ?? '') };
}

/** A term that travels as a mark. */
interface Sent extends Replaced {
  readonly term: Term;
  readonly alone: boolean;
}

function protects({ status, kind, case: cased, source }: Term, { takesTerms, nouns }: ProtectOptions): boolean {
  if (status === 'untranslated' || nouns?.has(source) === true) return true;
  if (takesTerms === true || (status !== undefined && status !== 'preferred')) return false;
  if (kind !== undefined) return kind !== 'term';
  return cased !== 'any' && /^\p{Lu}/u.test(source);
}

/** The full stop of an abbreviation, which a match leaves out: `U.S.` */
const abbreviated = ({ term, surface }: TermMatch, piece: string, end: number) =>
  piece[end] === '.' && term.source === `${surface}.` ? '.' : '';

/** Whether a full stop ends the sentence as well: then it stays. */
const isLast = (piece: string, at: number) => !/[\p{L}\p{N}]/u.test(piece.slice(at));

/** `Sainsbury's` is a name that ends so by itself. */
const withoutGenitive = (surface: string, source: string) => (sameName(surface, source) ? surface : surface.replace(/['’ʼ]s?$/u, ''));

const sameName = (a: string, b: string) => plain(a) === plain(b) || a === b;
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\p{M}\s]/gu, '')
    .replace(/[’ʼ]/g, "'");

function restored(answer: Text, terms: ReadonlyMap<string, Sent>, to: string): Text {
  const out: (string | Mark)[] = [];
  const write = (name: string) => {
    const before = out.at(-1);
    const changed = typeof before === 'string' ? elided(before, name, to) : undefined;
    if (changed !== undefined) out[out.length - 1] = changed;
    out.push(name);
  };
  for (let at = 0; at < answer.length; at += 1) {
    const piece = answer[at] as string | Mark;
    const known = typeof piece === 'string' ? undefined : terms.get(piece.id);
    if (known === undefined) {
      out.push(piece);
      continue;
    }
    if (typeof piece === 'string') continue;
    if (piece.role === 'alone') write(known.term.target);
    if (piece.role !== 'open') continue;
    const close = answer.findIndex((one, index) => index > at && typeof one !== 'string' && one.role === 'close' && one.id === piece.id);
    if (close < 0) continue;
    const inside = answer.slice(at + 1, close);
    // Author's marks that an engine has moved into the name stay, before it.
    out.push(...inside.filter((one) => typeof one !== 'string' && !terms.has(one.id)));
    write(formFor(words(inside), known, to, isAtStart(out)));
    at = close;
  }
  return normalize(out);
}

/** Whether nothing but marks and signs is before: a sentence begins with a capital. */
const isAtStart = (before: Text) => !/[\p{L}\p{N}]/u.test(words(before));

/** The engine's own form where it is the term's; its word with the stem swapped; else the form that its word suggests. */
function formFor(answer: string, sent: Sent, to: string, isFirst: boolean): string {
  const { term } = sent;
  const bare = answer.trim();
  const isKept = term.status === 'untranslated';
  if (!isKept && ['exact', 'inflected'].includes(usesTerm(bare, term, to))) return answer;
  const swapped = isKept ? undefined : repairTerm([bare], term, to, {});
  const name = swapped !== undefined ? words(swapped.text) : isKept ? term.target : formLike(bare, term, to, sent);
  const placed = isFirst && !isKept && /^\p{Lu}/u.test(bare) ? name.slice(0, 1).toLocaleUpperCase(to) + name.slice(1) : name;
  return (/^\s*/.exec(answer)?.[0] ?? '') + placed + (/\s*$/.exec(answer)?.[0] ?? '');
}
