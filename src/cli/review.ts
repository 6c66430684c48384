/** `dragoman review` and `dragoman waive`: what a person has read, and what of the findings is right as it is. */

import { checks, recordFormat } from '../adapters.ts';
import type { Desk } from '../edition/desk.ts';
import { savedMeanwhile } from '../edition/failures.ts';
import type { OpenEdition } from '../edition/open.ts';
import { openOne } from '../edition/open-one.ts';
import type { writeFiles } from '../edition/outcome.ts';
import { review, waive } from '../edition/review.ts';
import type { Source } from '../edition/source.ts';
import { KnownError } from '../errors.ts';
import { type FindingName, findingName, findingNames } from '../finding.ts';
import { openDisk } from '../project/disk.ts';
import { commitFiles, isInRepository } from '../project/git.ts';
import { chosenLocales, chosenSources, openProject } from '../project/project.ts';
import { counted } from '../text/counted.ts';
import { nearest } from '../text/nearest.ts';
import { type CommandContext, type Options, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

/** An edition that is there to be read, and the way to write it. */
interface Readable {
  readonly open: OpenEdition;
  readonly desk: Desk;
  readonly write: (files: ReturnType<typeof writeFiles>) => Promise<void>;
}

export const runReview: RunCommand = async (slugs, options, context) => {
  const asked = text(options.segment);
  const undo = options.undo === true;
  if (text(options.to) === undefined)
    throw new KnownError('A review is of one language: --to is missing', { expected: '--to es', got: 'no locale' });
  if (asked !== undefined && slugs.length !== 1)
    throw new KnownError('--segment is of one article', { expected: 'one slug', got: String(slugs.length) });
  const segments = asked === undefined ? undefined : new Set(asked.split(',').map((id) => id.trim()));
  const by = await reviewer(options, context);
  let changed = 0;
  const files: string[] = [];
  const read: string[] = [];
  for (const { open, desk, write } of readable(slugs, text(options.to), context)) {
    const unknown = [...(segments ?? [])].find((id) => !open.edition.targets.has(id));
    if (unknown !== undefined) throw noSegment(open, unknown);
    if (open.pending.length > 0)
      context.say(
        `${context.shown(open.file)}: ${counted(open.pending.length, 'sentence is', 'sentences are')} still to be translated; the others are ${undo ? 'taken back' : 'reviewed'}`,
      );
    const reviewed = review(open, { segments, undo }, desk);
    if (reviewed.changed === 0) continue;
    await write(reviewed.files);
    changed += reviewed.changed;
    files.push(open.recordFile, open.file);
    read.push(open.source.slug);
    if (!context.json)
      context.print(`${context.shown(open.file)}: ${counted(reviewed.changed, 'sentence')} ${undo ? 'taken back' : 'reviewed'}`);
  }
  const commit =
    by === undefined || changed === 0
      ? undefined
      : await commitFiles(openProject(context.cwd).root, files, [`Review of ${text(options.to)}: ${read.join(', ')}`, `${TRAILER}: ${by}`]);
  if (context.json)
    context.print({ type: 'summary', editions: read.length, sentences: changed, undo, ...(commit !== undefined && { by, commit }) });
  else if (commit !== undefined) context.print(`Committed as ${commit}, ${TRAILER}: ${by}`);
  else if (changed === 0) context.print(undo ? 'Nothing to take back.' : 'Nothing to review: all of it has been read.');
  return exit.done;
};

/** As `git log --format='%(trailers:key=Reviewed-by)'` lists it. */
const TRAILER = 'Reviewed-by';

/** Who has read the editions; git tells it, and so there has to be a repository. */
async function reviewer(options: Options, context: CommandContext): Promise<string | undefined> {
  const by = text(options.by)?.trim();
  if (by === undefined) return undefined;
  if (by === '' || /[\r\n]/.test(by))
    throw new KnownError('--by needs a name', { expected: '--by "Ana Soler <ana@example.org>"', got: JSON.stringify(by) });
  if (options.undo === true)
    throw new KnownError('--by goes with a review, not with --undo', {
      expected: 'one of the two',
      got: 'both',
      help: 'Take the review back with --undo, and commit it yourself.',
    });
  if (!(await isInRepository(openProject(context.cwd).root)))
    throw new KnownError('--by is told by git, and this project is in no repository', {
      expected: 'a folder under git',
      got: 'one that is not',
      help: 'Run "git init", or review without --by.',
    });
  return by;
}

export const runWaive: RunCommand = async ([locale = '', slug = '', segment = '', name = ''], options, context) => {
  const reason = text(options.reason)?.trim() ?? '';
  if (reason === '')
    throw new KnownError('A waiver needs a reason, for whoever reads it later', {
      expected: '--reason "the count includes the crew"',
      got: 'nothing',
    });
  const check = findingName(name) as FindingName | 'all';
  const near = nearest(name, findingNames);
  if (check !== 'all' && !findingNames.includes(check))
    throw new KnownError(`"${name}" is no check`, {
      expected: 'the name before a finding\'s colon, or "all"',
      got: name,
      ...(near !== undefined && { help: `Did you mean "${near}"?` }),
    });
  for (const { open, desk, write } of readable([slug], locale, context)) {
    const files = waive(open, { segment, check, reason }, desk);
    if (files === undefined) throw noSegment(open, segment);
    await write(files);
    if (context.json) context.print({ type: 'summary', locale, slug, segment, check, reason });
    else context.print(`${open.recordFile}: ${check} is waived for "${segment}" while its sentence is unchanged.`);
  }
  return exit.done;
};

/** The chosen editions that Dragoman keeps; read as late as they are asked for. */
function* readable(slugs: readonly string[], to: string | undefined, context: CommandContext): Generator<Readable> {
  const project = openProject(context.cwd, context.config);
  const [locale = ''] = chosenLocales(project, to);
  const disk = openDisk(project, { recordFormat, checks });
  for (const source of chosenSources(project, slugs)) {
    const opened = readableOne(source);
    if (opened === undefined) {
      if (slugs.length > 0)
        throw new KnownError(`${source.slug} has no edition in ${locale} that could be read`, {
          expected: `${disk.editionPaths(source, locale).file} with its record`,
          got: 'none',
          help: 'Run "dragoman translate", or "dragoman memory align" for an edition that people made.',
        });
      continue;
    }
    const { open } = opened;
    yield {
      ...opened,
      write: async ({ record, edition }) => {
        const written = await disk.write({
          ...disk.editionPaths(source, locale),
          texts: open.texts,
          record,
          ...(edition !== undefined && { edition }),
          removed: [],
        });
        if (written) return;
        throw savedMeanwhile(open.file);
      },
    };
  }

  function readableOne(source: Source): ReturnType<typeof openOne> | undefined {
    const { record, localized } = disk.read(disk.editionPaths(source, locale));
    return record === undefined || localized === undefined ? undefined : openOne(disk, source, locale);
  }
}

const noSegment = (open: OpenEdition, id: string) =>
  new KnownError(`${open.file}: no segment "${id}"`, {
    expected: 'an id as "dragoman check --format json" gives it',
    got: id,
    help: 'Its sentence may have changed since: look it up again.',
  });
