/** What an edition said for a sentence, commit by commit: git knows it, for the record is in git. */

import { recordFormat } from '../adapters.ts';
import type { OpenEdition } from '../edition/open.ts';
import { KnownError } from '../errors.ts';
import { matchRecord } from '../memory/match-segments.ts';
import type { EditionRecord } from '../memory/record.ts';
import { changesOf, fileAt } from '../project/git.ts';
import type { Project } from '../project/project.ts';
import type { HistoryView } from './contract.ts';
import { targetFragment } from './texts.ts';

/** Commits of a record that are read. */
const MOST_COMMITS = 30;

/** The commits that changed the sentence's target or its state, newest first. */
export async function sentenceHistory(project: Project, open: OpenEdition, segment: string): Promise<HistoryView['changes']> {
  const { article } = open.edition;
  const commits = await changesOf(project.root, open.recordFile, MOST_COMMITS);
  const said = await Promise.all(
    commits.map(async ({ commit, author, at }) => {
      const record = readable(await fileAt(project.root, commit, open.recordFile), open.recordFile);
      const matching = record && matchRecord(article, record);
      const one = matching?.same.get(segment) ?? matching?.before.get(segment);
      return { commit, author, at, target: targetFragment(one?.target), state: one?.target?.state ?? ('missing' as const) };
    }),
  );
  return said.filter(({ target, state }, index) => {
    const before = said[index + 1];
    return before === undefined ? target !== null : before.target !== target || before.state !== state;
  });
}

/** A record that was not readable then says nothing. */
function readable(text: string | undefined, file: string): EditionRecord | undefined {
  try {
    return text === undefined ? undefined : recordFormat.read(text, file);
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}
