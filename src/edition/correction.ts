/** One term corrected, added or removed: the glossary's text before and after, and what that does to the editions, seen before it is done. */

import type { Target, Text } from '../article.ts';
import { removeTerm, setTerm, termsIn } from '../glossary/csv.ts';
import { findTerms, type TermMatch } from '../glossary/match.ts';
import { requiredTerms, type Term } from '../glossary/term.ts';
import { usesTerm } from '../glossary/uses.ts';
import { sameTerms } from '../memory/recall.ts';
import type { RecordedTarget } from '../memory/store.ts';
import { sameText, toFragment, words } from '../text.ts';
import { IS_SAID, renewed } from './enforce-terms.ts';

/** A segment with its target, as its record has it. */
export interface RecordedSentence extends Omit<RecordedTarget, 'path'> {
  /** Whether somebody has said that it is right without the term. */
  readonly isWaived?: () => boolean;
}

export interface Affected {
  readonly slug: string;
  /** Plain words of the source, and of the target as it is. */
  readonly source: string;
  readonly before: string;
  /** Of the target as it will be; absent where an engine or a person has to say. */
  readonly after?: string;
  /**
   * `repair`: changed by rule. `resend`: an engine translates it again. `lacking`: an engine was asked with this term already, and did not
   * bring it. `reviewed`: a person's, left as it is.
   */
  readonly action: 'repair' | 'resend' | 'lacking' | 'reviewed';
  /** Code points that an engine will be sent. */
  readonly characters: number;
  /** The same with their marks. */
  readonly texts: { readonly source: Text; readonly before: Target; readonly after?: Text };
}

/** Whether a correction may change a sentence: by rule, or by an engine's word. */
export const isChanging = ({ action }: Affected): boolean => action === 'repair' || action === 'resend';

/** A term as it shall be; without a target it goes. */
export type TermChange = Pick<Term, 'source'> & Partial<Term>;

export interface Correction {
  /** The glossary's path. */
  readonly file: string;
  /** Its text as it will be; the same as now where nothing changes. */
  readonly csv: string;
  readonly isChanged: boolean;
  /** The former target. */
  readonly former: string | undefined;
  readonly affected: readonly Affected[];
}

/**
 * What a change would do.
 * @param glossary path and text; an empty text where there is none yet
 * @param holding the segments of the locale's records whose source holds some letters
 * @throws KnownError where the glossary is not usable
 */
export function foreseeCorrection(
  term: TermChange,
  glossary: { readonly file: string; readonly csv: string },
  locales: { readonly from: string; readonly to: string },
  holding: (letters: string, sameCase: boolean) => Iterable<RecordedSentence>,
): Correction {
  const { file, csv: now } = glossary;
  const csv = term.target === undefined ? removeTerm(now, term.source, file) : setTerm(now, term, file);
  const [before, after] = [now, csv].map((text) => (text.trim() === '' ? [] : termsIn(text, file))) as [Term[], Term[]];
  const former = requiredTerms(before).find(({ source }) => source === term.source);
  const current = after.find(({ source }) => source === term.source) ?? former;
  const { letters, sameCase } = lettersOf(current ?? term);
  const affected = planCorrection(holding(letters, sameCase), { ...locales, source: term.source, required: requiredTerms(after) });
  return { file, csv, isChanged: csv !== now, former: former?.target, affected };
}

/** A segment that an engine was asked for again, by this run or an earlier one, as its record has it now. */
export interface Resent {
  readonly slug: string;
  readonly source: string;
  readonly after: string;
  /** Whether the term is said; an engine that does not know terms may say it as before. */
  readonly isSaid: boolean;
}

/**
 * What came of the segments that an engine was asked for again, and of those that lacked the term before. What a person has written since
 * is theirs.
 * @param holding as for `foreseeCorrection`, once the run is over
 */
export function afterCorrection(
  term: TermChange,
  { file, csv, affected }: Correction,
  locales: { readonly from: string; readonly to: string },
  holding: (letters: string, sameCase: boolean) => Iterable<RecordedSentence>,
): Resent[] {
  const asked = new Set(affected.filter(({ action }) => isMachineToSay(action)).map(({ slug, source }) => `${slug}\0${source}`));
  if (asked.size === 0) return [];
  const required = requiredTerms(csv.trim() === '' ? [] : termsIn(csv, file));
  const { letters, sameCase } = lettersOf(required.find(({ source }) => source === term.source) ?? term);
  return [...holding(letters, sameCase)].flatMap(({ slug, source, target, isWaived }): Resent[] => {
    const plain = words(source);
    if (target.state !== 'machine' || !asked.has(`${slug}\0${plain}`)) return [];
    const after = words(target.text);
    const uses = findTerms(plain, locales.from, required).filter((match) => !match.covered);
    return [{ slug, source: plain, after, isSaid: isSaid(after, uses, term.source, locales.to) || isWaived?.() === true }];
  });
}

const isMachineToSay = (action: Affected['action']): boolean => action === 'resend' || action === 'lacking';

/** What is known of `lacking` sentences where nothing runs: they are as they were. */
export function stillLacking({ affected }: Correction): Resent[] {
  return affected.flatMap(({ slug, source, before, action }) =>
    action === 'lacking' ? [{ slug, source, after: before, isSaid: false }] : [],
  );
}

/** Whether a target says each use of a term of the glossary. */
function isSaid(target: string, uses: readonly TermMatch[], source: string, to: string): boolean {
  const terms = new Set(uses.flatMap(({ term }) => (term.source === source ? [term] : [])));
  return [...terms].every((term) => IS_SAID.has(usesTerm(target, term, to)));
}

export interface CorrectionOptions {
  readonly from: string;
  readonly to: string;
  /** The source of the changed term. */
  readonly source: string;
  /** What targets are held to once it is changed. */
  readonly required: readonly Term[];
}

/**
 * The segments that a changed term affects: its source has the term, and its target does not say it as the glossary now
 * does. The run that follows does just this.
 * @param segments of one locale; any that may hold the term
 */
export function planCorrection(segments: Iterable<RecordedSentence>, options: CorrectionOptions): Affected[] {
  const { from, to, source: changed, required } = options;
  const probe = [{ source: changed }];
  const affected: Affected[] = [];
  for (const { slug, source, target, isWaived } of segments) {
    const plain = words(source);
    if (findTerms(plain, from, probe).length === 0) continue;
    const matches = findTerms(plain, from, required).filter((match) => !match.covered);
    const place = { slug, source: plain, before: words(target.text), texts: { source, before: target } };
    const isRight = () => isSaid(place.before, matches, changed, to) || isWaived?.() === true;
    if (target.state !== 'machine') {
      // A person's sentence is theirs: an adjective of the term is no reason to name it.
      if (!isRight()) affected.push({ ...place, action: 'reviewed', characters: 0 });
      continue;
    }
    const uses = matches.map(({ term }) => ({ source: term.source, target: term.target }));
    if (sameTerms(target.terms, uses)) {
      if (!isRight()) affected.push({ ...place, action: 'lacking', characters: 0 });
      continue;
    }
    const now = renewed(target, matches, to);
    if (now === undefined) affected.push({ ...place, action: 'resend', characters: [...toFragment(source)].length });
    else if (!sameText(now.text, target.text)) {
      const texts = { ...place.texts, after: now.text };
      affected.push({ ...place, texts, after: words(now.text), action: 'repair', characters: 0 });
    }
  }
  return affected;
}

/**
 * What a text that holds a term surely holds: the beginning of its longest word, short enough to be in every form.
 * @returns the letters, and whether they are in the same case
 */
export function lettersOf(term: Pick<Term, 'source' | 'case'>): { letters: string; sameCase: boolean } {
  const longest = (term.source.match(/[\p{L}\p{N}]+/gu) ?? [term.source]).reduce((a, b) => (b.length > a.length ? b : a));
  const isAcronym = longest.length > 1 && longest === longest.toUpperCase() && term.case !== 'any';
  return { letters: longest.slice(0, 4), sameCase: isAcronym };
}
