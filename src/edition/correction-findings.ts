/** What a corrected term changes in the findings of a sentence: those that it would have, and those that go. */

import type { Article, Edition, Target, Text } from '../article.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Finding } from '../finding.ts';
import { termsIn } from '../glossary/csv.ts';
import type { Term } from '../glossary/term.ts';
import type { Affected, Correction } from './correction.ts';
import type { Desk } from './desk.ts';

export interface ChangedFindings {
  readonly come: readonly Finding[];
  readonly gone: readonly Finding[];
}

/**
 * Each sentence is looked at by itself, as a paragraph: some half a millisecond, where opening its article takes forty times that.
 * @returns what looks at a row; undefined for one that no rule changes
 */
export function findingsLook({ csv, file }: Correction, desk: Desk, from: string): (row: Affected) => ChangedFindings | undefined {
  const [known] = desk.glossary.terms;
  // A dictionary of the system confirms forms, after the change as before.
  const confirmed = known?.confirm === undefined ? {} : { confirm: known.confirm };
  const after = csv.trim() === '' ? [] : termsIn(csv, file).map((term) => ({ ...term, ...confirmed }));
  return ({ slug, texts: { source, before, after: text } }) => {
    if (text === undefined) return undefined;
    const was = findingsIn({ slug, from, source, target: before }, desk.glossary.terms, desk);
    const is = findingsIn({ slug, from, source, target: { ...before, text } }, after, desk);
    const without = (all: readonly Finding[], others: readonly Finding[]) =>
      all.filter((one) => !others.some(({ check, message }) => check === one.check && message === one.message));
    return { come: without(is, was), gone: without(was, is) };
  };
}

interface Sentence {
  readonly slug: string;
  /** The language of the source. */
  readonly from: string;
  readonly source: Text;
  readonly target: Target;
}

function findingsIn({ slug, from, source, target }: Sentence, terms: readonly Term[], { locale, settings, checks }: Desk): Finding[] {
  const [id, span] = ['sentence', { start: 0, end: 0 }];
  const article: Article = {
    id: slug,
    locale: from,
    source: '',
    blocks: [{ kind: 'paragraph', syntax: 'markdown', span, segments: [{ id, span, text: source }] }],
  };
  const edition: Edition = { article, locale, targets: new Map([[id, target]]) };
  return runChecks(checks, edition, { terms, levels: settings.config.checks, only: new Set([id]) });
}
