/** The project's articles as publishing takes them: each loaded when it is needed, and known by its files' stamps when it is not. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../article.ts';
import { checkFile } from '../../edition/check-file.ts';
import { sourceLocaleOf, targetsOf } from '../../edition/collections.ts';
import type { EditionTools } from '../../edition/desk.ts';
import type { Disk } from '../../edition/disk.ts';
import { openEdition } from '../../edition/open.ts';
import { readSourceArticle } from '../../edition/reading.ts';
import type { ArticleSource } from '../../edition/source.ts';
import { readersState, statusOf } from '../../edition/status.ts';
import { knownOf } from '../../errors.ts';
import { fileText, isNothing } from '../../files/bytes.ts';
import type { Finding } from '../../finding.ts';
import { refuseTooMuch } from '../../markdown/read/limits.ts';
import { openDisk } from '../../project/disk.ts';
import { articles, editionFile, type Project, readProjectFile, recordFile } from '../../project/project.ts';
import { settingsKey } from '../../project/settings-key.ts';
import { MISSING, stampText } from '../../project/stamps.ts';
import { sha256 } from '../../text.ts';
import type { EditionInput, LoadableArticle } from './input.ts';

/** Enough of a hash to tell settings from those of before. */
const SETTINGS_SIGNS = 16;

/** @param clock milliseconds since 1970, by which files are young */
export function projectArticles(project: Project, tools: EditionTools, clock: () => number): LoadableArticle[] {
  const disk = openDisk(project, tools);
  const { config } = project;
  const targets = targetsOf(config);
  const now = clock();
  const settings = sha256(targets.map((locale) => settingsKey(project, locale)).join()).slice(0, SETTINGS_SIGNS);
  // Where people translate by themselves there is no folder of records, and none to be looked for in it.
  const folders = new Map<string, boolean>();
  const hasFolder = (name: string) => {
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const known = folders.get(folder) ?? existsSync(join(project.root, folder));
    folders.set(folder, known);
    return known;
  };
  const stampIn = (name: string) => (hasFolder(name) ? stampText(`${project.root}/${name}`, now) : MISSING);
  return articles(project).map((source) => {
    const sourceLocale = sourceLocaleOf(config, source);
    const others = targets.filter((locale) => locale !== sourceLocale);
    const files = [
      { locale: sourceLocale, file: source.file },
      ...others.map((locale) => ({ locale, file: editionFile(project, source, locale) })),
    ];
    const names = [...files.map(({ file }) => file), ...others.map((locale) => recordFile(project, source, locale))];
    return {
      slug: source.slug,
      files,
      stamp: [settings, source.unusable?.message ?? '', ...names.map(stampIn)].join(' '),
      load: () => ({ slug: source.slug, editions: loadEditions(project, disk, source, files) }),
      // Loaded before, and so known to be within the project and to be UTF-8.
      read: (locale) => fileText(join(project.root, files.find((one) => one.locale === locale)?.file ?? '')),
    };
  });
}

function loadEditions(
  project: Project,
  disk: Disk,
  source: ArticleSource,
  files: readonly { locale: string; file: string }[],
): EditionInput[] {
  const { slug } = source;
  const sourceLocale = sourceLocaleOf(project.config, source);
  let article: Article | Broken | undefined;
  const load = (locale: string, file: string): EditionInput | undefined => {
    const original = locale === sourceLocale;
    const text = attempt(() => (original ? disk.readSource(source) : readProjectFile(project, file)), slug, locale, file);
    if (text === undefined) return undefined;
    const failed = ({ finding }: Broken): EditionInput => {
      return { locale, file, text: text instanceof Broken ? '' : text, state: original ? 'source' : 'machine', errors: [finding] };
    };
    if (text instanceof Broken) return failed(text);
    // Whoever reads the page's words later has no other article to go on with.
    const much = attempt(() => refuseTooMuch(text), slug, locale, file);
    if (much instanceof Broken) return failed(much);
    if (original) return { locale, file, text, state: 'source', errors: [] };
    // A person's own file is a person's work, and none of Dragoman's to judge.
    if (isNothing(join(project.root, recordFile(project, source, locale)))) return { locale, file, text, state: 'reviewed', errors: [] };
    article ??= attempt(() => readSourceArticle(project, source, disk.readSource(source)), slug, sourceLocale, source.file);
    if (article instanceof Broken) return failed(article);
    const read = article;
    const desk = attempt(() => disk.deskFor(locale, sourceLocale), slug, locale, file);
    if (desk instanceof Broken) return failed(desk);
    const paths = disk.editionPaths(source, locale);
    const open = attempt(() => openEdition(paths, read, disk.read(paths), desk), slug, locale, file);
    if (open instanceof Broken) return failed(open);
    const findings = [...open.findings, ...checkFile(open, text, desk)];
    return { locale, file, text, state: readersState(statusOf(open, desk)), errors: findings.filter(({ level }) => level === 'error') };
  };
  return files.map(({ locale, file }) => load(locale, file)).filter((edition) => edition !== undefined);
}

/** What could not be read, as a finding: one broken article never sinks a site. */
class Broken {
  readonly finding: Finding;
  constructor(finding: Finding) {
    this.finding = finding;
  }
}

function attempt<Value>(read: () => Value, slug: string, locale: string, file: string): Value | Broken {
  try {
    return read();
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    const { message, expected, got } = known;
    return new Broken({
      ...{ check: 'publish', level: 'error', slug, locale, file, message },
      ...(expected === undefined ? {} : { expected: [expected] }),
      ...(got === undefined ? {} : { got: [got] }),
    });
  }
}
