/** The parts of an installation, looked at one after the other. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { recordFormat } from '../../adapters.ts';
import { collectionsOf, localesFor, slugIn, targetsOf } from '../../edition/collections.ts';
import type { Engine } from '../../engines/engine.ts';
import { KnownError } from '../../errors.ts';
import { version } from '../../program/version.ts';
import { readConfigFile } from '../../project/config-file.ts';
import { openGlossary } from '../../project/disk.ts';
import { generatorOf } from '../../project/generator.ts';
import { gitOutput } from '../../project/git.ts';
import { IGNORED } from '../../project/git-files.ts';
import { articles, editionFile, glossaryFiles, locate, openProject, type Project, recordFile, sources } from '../../project/project.ts';
import { importedFiles, recordAt } from '../../project/records.ts';
import { configFileIn } from '../../project/root.ts';
import { allOf, select } from '../../project/selection.ts';
import { chooseEngines } from '../../session/choices.ts';
import { draftNote } from '../../session/draft.ts';
import type { CommandContext } from '../command.ts';
import { withheldLine } from '../withheld.ts';

/** One thing that was looked at. */
export interface Diagnosis {
  readonly about: string;
  /** What is there, where nothing is wrong. */
  readonly found?: string;
  readonly problem?: {
    readonly message: string;
    readonly expected?: string | undefined;
    readonly got?: string | undefined;
    readonly help?: string | undefined;
  };
}

type Context = Pick<CommandContext, 'cwd' | 'config'>;

export async function* diagnose(context: Context): AsyncGenerator<Diagnosis> {
  yield { about: 'program', found: `Dragoman ${version()} on Node ${process.versions.node}` };
  const project = attempt('configuration', () => openProject(context.cwd, context.config));
  if ('about' in project) {
    yield project;
    return;
  }
  const { sourceLocale, targetLocales } = project.config;
  yield { about: 'configuration', found: `${sourceLocale} into ${targetLocales.join(', ')}` };
  yield schemaOf(project);
  yield layoutOf(project);
  yield dialectOf(project);
  yield adoptionOf(project);
  for (const locale of targetsOf(project.config)) {
    const read = attempt('glossary', () => openGlossary(project, locale));
    if ('about' in read) yield read;
    for (const { path } of importedFiles(project, locale)) {
      const memory = attempt('memory', () => recordAt(project, recordFormat, path));
      if ('about' in memory) yield memory;
    }
  }
  for (const locale of targetsOf(project.config)) yield engineOf(project, locale);
  yield* gitOf(project);
}

function attempt<Value extends object>(about: string, make: () => Value): Value | Diagnosis {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { about, problem: error };
  }
}

/** An editor completes keys only by a schema that is there. */
function schemaOf({ root }: Project): Diagnosis {
  const name = configFileIn(root);
  const config = name === undefined || !name.endsWith('.json') ? undefined : readConfigFile(join(root, name));
  const schema = (config as { readonly $schema?: unknown } | undefined)?.$schema;
  if (typeof schema !== 'string' || /^https?:/.test(schema)) return { about: 'editor schema', found: 'none is asked for' };
  if (existsSync(join(root, dirname(name ?? ''), schema))) return { about: 'editor schema', found: schema };
  return {
    about: 'editor schema',
    problem: {
      message: 'The schema that "$schema" names is not there',
      expected: schema,
      got: 'no such file',
      help: 'Install the package (npm install --save-dev dragoman), or remove "$schema".',
    },
  };
}

function layoutOf(project: Project): Diagnosis {
  const found = attempt('layout', () => articles(project));
  if ('about' in found) return found;
  if (found.length === 0)
    return {
      about: 'layout',
      problem: {
        message: 'There are no articles',
        expected: `files at ${project.config.paths.articles}`,
        got: 'none',
        help: 'Name where articles are in "sources" (docs/layouts.md), or remove the configuration and run "dragoman init".',
      },
    };
  const unusable = found.find((source) => source.unusable !== undefined)?.unusable;
  if (unusable !== undefined) return { about: 'layout', problem: unusable };
  const all = allOf(project, sources(project), targetsOf(project.config));
  const { withheld } = select(project, all, { drafts: false, isNamed: false, now: Date.now() });
  const note = withheldLine(withheld);
  return {
    about: 'layout',
    found: `${found.length} ${found.length === 1 ? 'article' : 'articles'}${note === undefined ? '' : `. ${note}`}`,
  };
}

function dialectOf({ root, config }: Project): Diagnosis {
  const generator = generatorOf(root);
  const about = 'generator';
  const { dialect, anchors } = config.markdown;
  if (generator?.dialect === undefined) return { about, found: generator?.name ?? 'none that is known' };
  const said = [dialect, anchors, ...(config.sources ?? []).map(({ markdown }) => markdown?.dialect)];
  if (said.includes(generator.dialect)) return { about, found: generator.name };
  return {
    about,
    problem: {
      message: `${generator.name} builds this site, and its Markdown is not named`,
      expected: `"markdown": { "dialect": "${generator.dialect}" }`,
      got: dialect ?? 'none',
      help: 'Add it to the configuration.',
    },
  };
}

/** Editions that people made are left alone until they are adopted. */
function adoptionOf(project: Project): Diagnosis {
  const about = 'editions';
  const all = attempt(about, () => articles(project));
  if ('about' in all) return { about, found: 'not looked at' };
  const targets = targetsOf(project.config);
  const pairs = all.flatMap((source) => localesFor(project.config, source, targets).map((locale) => ({ source, locale })));
  const isThere = (file: string) => existsSync(locate(project, file));
  const made = pairs.filter(({ source, locale }) => isThere(editionFile(project, source, locale)));
  const alone = made.filter(({ source, locale }) => !isThere(recordFile(project, source, locale)));
  const [first] = alone;
  if (first === undefined) return { about, found: `${made.length}, each with its record` };
  return {
    about,
    problem: {
      message: `${alone.length} of ${made.length} editions have no record: they are never brought up to date`,
      expected: `a record such as ${recordFile(project, first.source, first.locale)}`,
      got: 'none',
      help: 'Run "dragoman memory align": it adopts what people have translated.',
    },
  };
}

async function engineOf(project: Project, locale: string): Promise<Diagnosis> {
  const about = `engine ${locale}`;
  const engines = new Map<string, Engine>();
  try {
    const choices = await chooseEngines(project, [locale], undefined, engines);
    const names = [...new Set(choices.flatMap(({ usable }) => usable.map(([name]) => name)))];
    return { about, found: draftNote(choices) ?? names.join(', then ') };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { about, problem: error };
  } finally {
    await Promise.all([...engines.values()].map((engine) => engine.close?.()));
  }
}

async function* gitOf(project: Project): AsyncGenerator<Diagnosis> {
  const git = async (...args: string[]) => (await gitOutput(project.root, args).catch(() => undefined))?.trim();
  if ((await git('rev-parse', '--is-inside-work-tree')) !== 'true') {
    yield { about: 'git', found: 'no repository' };
    return;
  }
  const [ignored] = IGNORED;
  const init = 'Run "dragoman init" again: it keeps what is there, and adds what is missing.';
  const tracked = await git('ls-files', '--', ignored);
  if (tracked !== undefined && tracked !== '')
    yield {
      about: '.gitignore',
      problem: {
        message: 'The journal and the caches are committed',
        expected: `${ignored} outside of git`,
        got: `${tracked.split('\n').length} files`,
        help: `git rm -r --cached ${ignored}`,
      },
    };
  else if ((await git('check-ignore', '--', `${ignored}journal.db`)) === undefined)
    yield {
      about: '.gitignore',
      problem: { message: 'The journal would be committed', expected: `${ignored} in .gitignore`, got: 'no such line', help: init },
    };
  else yield { about: '.gitignore', found: ignored };
  const [locale = ''] = targetsOf(project.config);
  const slugs = collectionsOf(project.config).map((collection) => slugIn(collection, 'any/article'));
  const files = [
    ...slugs.flatMap((slug) => [
      recordFile(project, { format: 'markdown', slug }, locale),
      editionFile(project, { format: 'markdown', slug, file: 'article.md' }, locale),
    ]),
    ...glossaryFiles(project, locale),
  ];
  const attributes = (await git('check-attr', 'merge', '--', ...files)) ?? '';
  const bare = files.filter((file) => !attributes.includes(`${file}: merge: dragoman`));
  if (bare.length > 0)
    yield {
      about: '.gitattributes',
      problem: { message: 'Files merge by line', expected: 'merge=dragoman', got: `none for ${bare.join(', ')}`, help: init },
    };
  else yield { about: '.gitattributes', found: 'merge=dragoman' };
  const driver = await git('config', 'merge.dragoman.driver');
  if (driver === undefined || driver === '')
    yield {
      about: 'merge driver',
      problem: {
        message: 'This clone has no merge driver',
        expected: 'merge.dragoman.driver in the configuration of git',
        got: 'none',
        help: 'Run "dragoman init" once in every clone.',
      },
    };
  else yield { about: 'merge driver', found: driver };
}
