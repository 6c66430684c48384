/** The checks of one edition. */

import type { Edition } from '../article.ts';
import { atLevels } from '../checks/levels.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Finding } from '../finding.ts';
import { adoptionFindings } from '../memory/adoption-findings.ts';
import { outdatedFindings } from '../memory/outdated.ts';
import type { EditionRecord } from '../memory/record.ts';
import { collectionOf } from './collections.ts';
import type { Desk } from './desk.ts';
import type { OpenEdition } from './open.ts';
import { unwrittenFindings } from './unwritten.ts';

/**
 * Every check over an edition.
 * @param output the localized file's text that says these targets
 * @param only segments whose own checks run, by id; all where it is undefined
 * @param record that says these targets: the edition's own where it was not renewed
 */
export function checkEdition(
  open: Pick<OpenEdition, 'file' | 'record' | 'source'>,
  edition: Edition,
  output: string,
  { settings, glossary, checks, exists }: Desk,
  { only, record = open.record }: { readonly only?: ReadonlySet<string>; readonly record?: EditionRecord } = {},
): Finding[] {
  const { checks: levels } = settings.config;
  const recorded = atLevels(
    [...outdatedFindings(record, open.file), ...adoptionFindings(record, open.file), ...unwrittenFindings(open, edition, record)],
    levels,
  );
  const found = runChecks(checks, edition, {
    terms: glossary.terms,
    levels,
    output,
    file: open.file,
    sourceFile: open.source.file,
    anchors: collectionOf(settings.config, edition.article.id).markdown.anchors,
    exists,
    formerKeys: new Set(open.record.front?.keys()),
    waivers: waiversIn(open),
    ...(only !== undefined && { only, whole: true }),
  });
  return [...recorded, ...found];
}

/**
 * What some segments have by themselves: some 0.25 ms each, where the checks of a whole edition compare all of it. For a sentence that
 * is being written; its findings name no line.
 * @param segments ids
 */
export function checkSegments(
  open: Pick<OpenEdition, 'file' | 'record'>,
  edition: Edition,
  segments: ReadonlySet<string>,
  { settings, glossary, checks }: Desk,
): Finding[] {
  const { checks: levels } = settings.config;
  return runChecks(checks, edition, { terms: glossary.terms, levels, file: open.file, waivers: waiversIn(open), only: segments });
}

/** What people have waived in a record, by segment. */
export const waiversIn = ({ record }: Pick<OpenEdition, 'record'>) =>
  new Map(record.blocks.flatMap(({ segments }) => segments.map(({ id, waivers }) => [id, waivers ?? []])));
