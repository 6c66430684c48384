/** A project that people work on: its editions opened as they are on disk at each request, and only once while nothing changes. */

import { checks, recordFormat } from '../adapters.ts';
import type { Article } from '../article.ts';
import { localesFor, targetsOf } from '../edition/collections.ts';
import type { Desk } from '../edition/desk.ts';
import type { Disk } from '../edition/disk.ts';
import { type EditionFindings, findingsIn } from '../edition/findings.ts';
import { type OpenEdition, openEdition, segmentsOf } from '../edition/open.ts';
import { readSource } from '../edition/reading.ts';
import { type ArticleSource, type Source, sourceName } from '../edition/source.ts';
import type { KnownError } from '../errors.ts';
import { openDisk } from '../project/disk.ts';
import { type Dictionaries, openDictionaries } from '../project/hunspell.ts';
import { type Memories, openMemories } from '../project/memories.ts';
import { articles, glossaryFiles, type Project, readProjectFile } from '../project/project.ts';
import { stringsSources } from '../project/string-sources.ts';
import { sameText } from '../text.ts';

export interface Opened {
  /** As `sourceName` has it. */
  readonly name: string;
  readonly source: Source;
  readonly open: OpenEdition;
  readonly desk: Desk;
  readonly findings: EditionFindings;
}

export interface Workspace {
  readonly project: Project;
  readonly locales: readonly string[];
  readonly memories: Memories;
  /** In code unit order of their slugs. */
  readonly articles: () => readonly ArticleSource[];
  /** The files of strings. */
  readonly strings: () => readonly Source[];
  /** The name of what a record's sentence is of: an article where there is one of the slug. */
  readonly nameOf: (slug: string) => string;
  /** Whether there is such an article, or file of strings, and it goes into the locale. */
  readonly has: (locale: string, name: string) => boolean;
  /**
   * @param name of an article or a file of strings (`sourceName`)
   * @returns undefined where there is none, or it does not go into the locale
   * @throws KnownError where one of its files is not readable
   */
  readonly opened: (locale: string, name: string) => Opened | undefined;
  /** An edition as it was last opened, whatever its files say by now; undefined where it is no longer kept. */
  readonly known: (locale: string, name: string) => Opened | undefined;
  /** An edition as it has just been written here, changed in some segments alone: it is not read again. */
  readonly advance: (opened: Opened, next: OpenEdition, changed: ReadonlySet<string>) => void;
  /** Told of each edition whose files are found to be others than those it was opened from, whoever has asked for it. */
  readonly onOtherFiles: (listener: (locale: string, name: string) => void) => void;
  readonly disk: (locale: string) => Disk;
  readonly close: () => void;
}

/** Editions that are kept open: a few people's, and those of the article before. */
const MOST_OPEN = 12;
/** Milliseconds for which a list of files is taken for what is there. */
const LISTED_FOR = 1_000;

interface WorkspaceOptions {
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** What somebody has in an editor instead of a project file's text; undefined where the file is what it is on disk. */
  readonly bufferOf?: (file: string) => string | undefined;
  /** As of `openMemories`. */
  readonly onUnreadable?: ((error: KnownError) => void) | undefined;
}

export async function openWorkspace(
  project: Project,
  { clock = Date.now, bufferOf = () => undefined, onUnreadable }: WorkspaceOptions = {},
): Promise<Workspace> {
  const locales = targetsOf(project.config);
  const dictionaries = await openDictionaries(project, locales);
  const memories = openMemories(project, recordFormat, onUnreadable);
  let listed: Listed | undefined;
  const list = () => {
    if (listed === undefined || clock() - listed.at > LISTED_FOR) listed = listedAt(clock(), project);
    return listed;
  };
  const disks = diskKeeper(project, { dictionaries, memories, bufferOf });
  const kept = new Map<string, Kept>();
  const listeners: ((locale: string, name: string) => void)[] = [];
  const sourceFor = (locale: string, name: string): Source | undefined => {
    const source = list().byName.get(name);
    return source !== undefined && localesFor(project.config, source, locales).includes(locale) ? source : undefined;
  };
  const opened = (locale: string, name: string): Opened | undefined => {
    const source = sourceFor(locale, name);
    if (source === undefined) return undefined;
    const key = `${locale} ${name}`;
    const before = kept.get(key);
    const one = openKept(disks(locale), source, locale, before);
    kept.delete(key);
    kept.set(key, one);
    if (before !== undefined && before !== one) for (const listener of listeners) listener(locale, name);
    for (const [oldest] of kept) {
      if (kept.size <= MOST_OPEN) break;
      kept.delete(oldest);
    }
    return one.opened;
  };
  return {
    project,
    locales,
    memories,
    articles: () => list().articles,
    strings: () => list().strings,
    nameOf: (slug) => {
      const { byName } = list();
      const name = sourceName({ format: 'strings', slug });
      return !byName.has(slug) && byName.has(name) ? name : slug;
    },
    has: (locale, name) => sourceFor(locale, name) !== undefined,
    opened,
    known: (locale, name) => kept.get(`${locale} ${name}`)?.opened,
    advance: ({ name, source, desk, findings, open: before }, next, changed) => {
      const key = `${next.locale} ${name}`;
      const one = kept.get(key);
      if (one?.opened.open !== before) return;
      kept.set(key, { ...one, opened: { name, source, desk, open: next, findings: findings.after(next, changed) } });
    },
    onOtherFiles: (listener) => void listeners.push(listener),
    disk: disks,
    close: memories.close,
  };
}

interface Listed {
  readonly at: number;
  readonly articles: readonly ArticleSource[];
  readonly strings: readonly Source[];
  readonly byName: ReadonlyMap<string, Source>;
}

function listedAt(at: number, project: Project): Listed {
  const lists = { articles: articles(project), strings: stringsSources(project) };
  // An article that is called as a file of strings is has the name.
  const byName = new Map([...lists.strings, ...lists.articles].map((source) => [sourceName(source), source]));
  return { at, ...lists, byName };
}

/** A disk reads a glossary once; another one is opened when it has changed. */
function diskKeeper(
  project: Project,
  given: { readonly dictionaries: Dictionaries; readonly memories: Memories } & Required<Pick<WorkspaceOptions, 'bufferOf'>>,
): (locale: string) => Disk {
  const { dictionaries, memories, bufferOf } = given;
  const known = new Map<string, { readonly glossaries: string; readonly disk: Disk }>();
  return (locale) => {
    const glossaries = glossaryFiles(project, locale)
      .map((file) => readProjectFile(project, file) ?? '')
      .join('\0');
    let one = known.get(locale);
    if (one?.glossaries !== glossaries) {
      const disk = openDisk(project, { recordFormat, checks }, { dictionaries, memoryFor: memories.lookupFor });
      one = { glossaries, disk: withBuffers(disk, bufferOf) };
      known.set(locale, one);
    }
    return one.disk;
  };
}

/** What is in an editor is read as if it were saved. */
function withBuffers(disk: Disk, bufferOf: (file: string) => string | undefined): Disk {
  return {
    ...disk,
    readSource: (source) => (source.unusable === undefined ? bufferOf(source.file) : undefined) ?? disk.readSource(source),
    read: (paths) => {
      const { record, localized } = disk.read(paths);
      return { record, localized: bufferOf(paths.file) ?? localized };
    },
  };
}

interface Kept {
  readonly disk: Disk;
  readonly text: string;
  readonly article: Article;
  readonly opened: Opened;
}

/** What is kept is taken while no byte of its files has changed. */
function openKept(disk: Disk, source: Source, locale: string, kept: Kept | undefined): Kept {
  const text = disk.readSource(source);
  const desk = disk.deskFor(locale, source.locale);
  const paths = disk.editionPaths(source, locale);
  const texts = disk.read(paths);
  const isSameSource = kept?.text === text && kept.disk === disk;
  const was = kept?.opened.open.texts;
  if (kept !== undefined && isSameSource && was?.record === texts.record && was?.localized === texts.localized) return kept;
  const article =
    kept !== undefined && isSameSource ? kept.article : (readSource(disk.settings, source, text, [locale]).get(locale) as Article);
  const open = openEdition(paths, article, texts, desk);
  const findings = kept !== undefined && isSameSource ? kept.opened.findings.after(open, changedSince(kept.opened.open, open)) : undefined;
  return { disk, text, article, opened: { name: sourceName(source), source, open, desk, findings: findings ?? findingsIn(open, desk) } };
}

/** Segments with another target than before, by id; all of them where the record has changed: it holds waivers too. */
function changedSince(before: OpenEdition, { edition, texts }: OpenEdition): ReadonlySet<string> {
  const isSameRecord = before.texts.record === texts.record;
  const isSame = (id: string) => {
    const [was, target] = [before.edition.targets.get(id), edition.targets.get(id)];
    return was === target || (was !== undefined && target !== undefined && was.state === target.state && sameText(was.text, target.text));
  };
  return new Set(segmentsOf(edition.article).flatMap(({ id }) => (isSameRecord && isSame(id) ? [] : [id])));
}
