/** The glossary's term that a cursor is on: in a source's words, or in the words that say it in an edition. */

import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Glossary } from '../edition/glossary.ts';
import { findTerms } from '../glossary/match.ts';
import type { Term } from '../glossary/term.ts';
import { inspectTerm } from '../glossary/uses.ts';
import type { Opened, Workspace } from '../session/workspace.ts';
import { words } from '../text.ts';
import { contains, type Placed, sentenceAt, wordsPlace } from './sentences.ts';

export interface TermAt {
  readonly term: Term;
  readonly range: Range;
}

export function termInSource(glossary: Glossary, { segment, range }: Placed, document: TextDocument, at: Position): TermAt | undefined {
  for (const { term, start, end } of glossary.matches(segment)) {
    const place = wordsPlace(document, range, { words: words(segment.text), start, end });
    if (place !== undefined && contains(place, at)) return { term, range: place };
  }
  return undefined;
}

export function termInEdition({ open, desk }: Opened, document: TextDocument, at: Position): TermAt | undefined {
  const sentence = sentenceAt(open, at);
  if (sentence === undefined) return undefined;
  const target = words(open.edition.targets.get(sentence.segment.id)?.text ?? []);
  for (const { term } of desk.glossary.matches(sentence.segment)) {
    const { start, end } = inspectTerm(target, term, open.locale);
    if (start === undefined || end === undefined) continue;
    const place = wordsPlace(document, sentence.range, { words: target, start, end });
    if (place !== undefined && contains(place, at)) return { term, range: place };
  }
  return undefined;
}

/** Sentences that are counted: more are as good as many. */
const MOST = 1_000;

/** How many sentences of a locale's records have a term in their source; `MOST` where there are more. */
export function usesOf({ memories }: Workspace, term: Pick<Term, 'source' | 'case'>, from: string, to: string): number {
  const terms = [term];
  let count = 0;
  for (const { source } of memories.recordedHolding(to, term.source, false)) {
    if (findTerms(words(source), from, terms).length > 0) count++;
    if (count === MOST) break;
  }
  return count;
}
