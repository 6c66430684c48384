/** Terms that an engine must not touch, or does not know, sent as marks and put back from its answer. */

import type { Mark, Text } from '../article.ts';
import { normalize, words } from '../text.ts';
import { elided } from './elision.ts';
import type { TermMatch } from './match.ts';
import { repairTerm } from './repair.ts';
import type { Term } from './term.ts';
import { usesTerm } from './uses.ts';

export interface ProtectOptions {
  /** Whether the engine holds to terms itself: then names are left to it, and only `untranslated` terms are protected. */
  readonly takesTerms?: boolean;
  /** The locale that is translated into. */
  readonly to?: string;
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
 * makes of the word is replaced by the term. Common nouns are left to the engine and to repair: a noun's form depends on
 * its sentence.
 * @param matches of `words(text)`, as `findTerms` gives them; a term with author's marks inside it is not protected
 */
export function protectTerms(text: Text, matches: readonly TermMatch[], options: ProtectOptions = {}): Protected {
  const terms = new Map<string, { term: Term; alone: boolean; surface: string }>();
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
      const surface = withoutGenitive(match.surface);
      const end = start + surface.length;
      if (start < at || end > piece.length || !sameName(surface, match.term.source)) continue;
      const id = `${PREFIX}${terms.size + 1}`;
      const alone = options.takesTerms === true;
      terms.set(id, { term: match.term, alone, surface });
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

function protects({ status, kind, case: cased, source }: Term, { takesTerms }: ProtectOptions): boolean {
  if (status === 'untranslated') return true;
  if (takesTerms === true || (status !== undefined && status !== 'preferred')) return false;
  if (kind !== undefined) return kind !== 'term';
  return cased !== 'any' && /^\p{Lu}/u.test(source);
}

const withoutGenitive = (surface: string) => surface.replace(/['’ʼ]s?$/u, '');

const sameName = (a: string, b: string) => plain(a) === plain(b) || a === b;
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\p{M}\s]/gu, '')
    .replace(/[’ʼ]/g, "'");

function restored(answer: Text, terms: ReadonlyMap<string, { term: Term; alone: boolean; surface: string }>, to: string): Text {
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
    write(formFor(words(inside), known.term, to));
    at = close;
  }
  return normalize(out);
}

/** The engine's own form where it is the term's; its word with the stem swapped; else the dictionary form. */
function formFor(answer: string, term: Term, to: string): string {
  const bare = answer.trim();
  if (term.status !== 'untranslated' && ['exact', 'inflected'].includes(usesTerm(bare, term, to))) return answer;
  const swapped = term.status === 'untranslated' ? undefined : repairTerm([bare], term, to, {});
  const name = swapped === undefined ? term.target : words(swapped.text);
  return (/^\s*/.exec(answer)?.[0] ?? '') + name + (/\s*$/.exec(answer)?.[0] ?? '');
}
