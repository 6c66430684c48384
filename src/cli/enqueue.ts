/** `dragoman enqueue`: puts editions that are not up to date on the desk's work list. */

import { checks, recordFormat } from '../adapters.ts';
import { systemClock } from '../clock.ts';
import { everyEdition } from '../edition/every.ts';
import { tryFrontMatter } from '../frontmatter/data.ts';
import { readPriority } from '../frontmatter/fields.ts';
import { openDisk } from '../project/disk.ts';
import { changedSince } from '../project/git.ts';
import { chosenLocales, chosenSources, openProject } from '../project/project.ts';
import { allOf, select } from '../project/selection.ts';
import { demandedStore } from '../session/open-store.ts';
import { openWorkList } from '../store/postgres/work/work-list.ts';
import { counted } from '../text/counted.ts';
import { type RunCommand, text } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';

/** What a job's priority holds: 32 bits. */
const MOST_URGENT = 2_000_000_000;

export const runEnqueue: RunCommand = async (slugs, options, context) => {
  const project = openProject(context.cwd, context.config);
  const { url } = demandedStore(project.config);
  const revision = text(options.since);
  const changed = revision === undefined ? undefined : await changedSince(project.root, revision);
  const sources = chosenSources(project, slugs).filter(({ file }) => changed?.has(file) ?? true);
  const selection = { drafts: options.drafts === true, isNamed: slugs.length > 0, now: Date.now() };
  const { chosen } = select(project, allOf(project, sources, chosenLocales(project, text(options.to))), selection);
  let unreadable = 0;
  const editions = [];
  for (const { open, status } of everyEdition(openDisk(project, { recordFormat, checks }), chosen, (error) => {
    unreadable++;
    context.say(inLines(error));
  })) {
    const { slug } = open.source;
    const priority = readPriority(tryFrontMatter(open.edition.article.source) ?? {}, slug);
    if (status.state !== 'fresh') editions.push({ slug, locale: open.locale, priority: Math.min(priority, MOST_URGENT) });
  }
  const isDry = options['dry-run'] === true;
  let added = 0;
  if (!isDry && editions.length > 0) {
    const list = await openWorkList({ url, clock: systemClock, isWorker: false });
    try {
      added = await list.add(editions);
    } finally {
      await list.close();
    }
  }
  if (context.json) context.print({ type: 'summary', editions: editions.length, added });
  else if (isDry) for (const { slug, locale } of editions) context.print(`${slug} -> ${locale}`);
  else context.print(`${counted(added, 'edition')} put on the work list; ${editions.length - added} were on it.`);
  return unreadable > 0 ? exit.usage : exit.done;
};
