/** `dragoman memory import` and `memory export`: memories of other tools, as TMX or XLIFF. */

import { existsSync, rmSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { memoryFormat, recordFormat } from '../adapters.ts';
import { counted } from '../counted.ts';
import { KnownError } from '../errors.ts';
import { asOurs, joinedRecord, recordOfTranslations, reviewedOnly, toTranslations } from '../memory/exchange.ts';
import type { EditionRecord } from '../memory/record.ts';
import { readXmlFile, writeAtomic } from '../project/files.ts';
import { chosenLocales, locate, openProject, type Project } from '../project/project.ts';
import { importedPart, recordAt, recordFiles } from '../project/records.ts';
import { type CommandContext, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

type Kind = 'TMX' | 'XLIFF';

/** A memory of many years; `readXml` has the same bound. */
const MEMORY_BYTES = 400_000_000;

/** Some 40 MB; a record may have 100 MB. */
const PART_SENTENCES = 100_000;

/** The record's blocks in portions; sentences at a border lose a neighbour. */
export function recordParts(record: EditionRecord, most: number): EditionRecord[] {
  const portions: EditionRecord['blocks'][number][][] = [[]];
  let count = 0;
  for (const block of record.blocks)
    for (let from = 0; from < Math.max(1, block.segments.length); from += most) {
      const segments = block.segments.slice(from, from + most);
      if (count > 0 && count + segments.length > most) {
        portions.push([]);
        count = 0;
      }
      portions.at(-1)?.push({ ...block, segments });
      count += segments.length;
    }
  return portions.map((blocks) => ({ ...record, blocks }));
}

export const importMemory: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd, context.config);
  const kind = kindOf(file);
  const path = resolve(context.cwd, file);
  const source = readXmlFile(path, file, MEMORY_BYTES);
  const name = nameOf(file);
  const counts: { [locale: string]: number } = {};
  const locales = chosenLocales(project, text(options.to));
  for (const record of kind === 'TMX' ? fromTmx(project, source, file, locales) : fromXliff(project, source, file, locales)) {
    // Sentences without a target stay, for the neighbours of the others.
    const count = record.blocks.flatMap(({ segments }) => segments).filter(({ target }) => (target?.text.length ?? 0) > 0).length;
    if (count === 0) continue;
    const to = importedPart(project, record.locale, name, 1);
    counts[record.locale] = count;
    const parts = writeParts(project, record);
    if (!context.json) context.print(`${to}: ${counted(count, 'sentence')}${parts > 1 ? ` in ${parts} files` : ''}`);
  }
  if (Object.keys(counts).length === 0)
    throw new KnownError(`${file}: nothing to import`, {
      expected: `sentences of ${project.config.sourceLocale} with targets in ${project.config.targetLocales.join(', ')}`,
      got: 'none of these',
    });
  if (context.json) context.print({ type: 'summary', imported: counts });
  return exit.done;

  /** A memory of many years in files of a size that every command reads. @returns how many */
  function writeParts(project: Project, record: EditionRecord): number {
    const parts = recordParts(record, PART_SENTENCES);
    for (const [at, part] of parts.entries())
      writeAtomic(locate(project, importedPart(project, record.locale, name, at + 1)), recordFormat.write(part));
    // Of a larger memory of this name that was imported before.
    for (let part = parts.length + 1; ; part++) {
      const path = locate(project, importedPart(project, record.locale, name, part));
      if (!existsSync(path)) return parts.length;
      rmSync(path);
    }
  }

  function fromTmx(project: Project, source: string, file: string, locales: readonly string[]): EditionRecord[] {
    const memory = memoryFormat.read(source, file);
    checkSource(project, memory.sourceLocale, file);
    return locales.map((locale) => recordOfTranslations(memory, locale, name, (other) => isSame(other, locale, locales)));
  }

  /** A file may hold several target languages; without one it is of the locale that is asked for, where that is one. */
  function fromXliff(project: Project, source: string, file: string, locales: readonly string[]): EditionRecord[] {
    const records = recordFormat.readAll(source, file);
    for (const record of records) checkSource(project, record.sourceLocale, file);
    const found = locales.flatMap((locale): EditionRecord[] => {
      const own = records.filter((one) =>
        one.locale === '' ? locales.length === 1 : isSame(one.locale, locale, project.config.targetLocales),
      );
      const [first] = own;
      return first === undefined
        ? []
        : [
            asOurs(
              {
                ...first,
                sourceLocale: first.sourceLocale || project.config.sourceLocale,
                locale,
                blocks: own.flatMap(({ blocks }) => blocks),
              },
              name,
            ),
          ];
    });
    if (found.length > 0) return found;
    throw new KnownError(`${file}: its target language is none of this project's`, {
      expected: locales.join(', '),
      got: records.map(({ locale }) => locale).join(', ') || 'none',
      help: 'Name the locale with --to where the file names none.',
    });
  }
};

export const exportMemory: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd, context.config);
  const kind = kindOf(file);
  const locales = chosenLocales(project, text(options.to));
  const records = locales.flatMap((locale) =>
    recordFiles(project, locale).map(({ path, slug }) => ({
      ...recordAt(project, recordFormat, path),
      slug,
    })),
  );
  const only = options.reviewed === true ? records.map(reviewedOnly) : records;
  const memory = toTranslations(only);
  const written =
    kind === 'TMX' ? memoryFormat.write({ ...memory, sourceLocale: project.config.sourceLocale }) : asXliff(only, locales, file);
  writeAtomic(resolve(context.cwd, file), written);
  tell(context, file, memory.translations.length);
  return exit.done;
};

function tell(context: CommandContext, file: string, count: number): void {
  if (context.json) context.print({ type: 'summary', exported: count });
  else context.print(`${file}: ${counted(count, 'sentence')}`);
}

function asXliff(records: readonly EditionRecord[], locales: readonly string[], file: string): string {
  if (locales.length !== 1)
    throw new KnownError(`${file}: an XLIFF file holds one target language`, {
      expected: 'one locale',
      got: locales.join(', '),
      help: 'Choose it with --to, or export TMX.',
    });
  const joined = joinedRecord(records, nameOf(file));
  if (joined === undefined)
    throw new KnownError('There is nothing to export', { expected: 'records', got: 'none', help: 'Run "dragoman translate" first.' });
  return recordFormat.write(joined);
}

function kindOf(file: string): Kind {
  const extension = extname(file).slice(1).toLowerCase();
  if (memoryFormat.extensions.includes(extension)) return 'TMX';
  if (recordFormat.extensions.includes(extension)) return 'XLIFF';
  throw new KnownError(`${file}: not a memory's file`, {
    expected: [...memoryFormat.extensions, ...recordFormat.extensions].map((one) => `.${one}`).join(', '),
    got: extension === '' ? 'no extension' : `.${extension}`,
  });
}

/** A name for a file of ours: the file's own, without what no folder likes. */
function nameOf(file: string): string {
  return basename(file, extname(file)).replace(/[^\p{L}\p{N}_-]+/gu, '-');
}

/** A file that names no source language is taken for one of this project's. */
function checkSource(project: Project, locale: string, file: string): void {
  const { sourceLocale } = project.config;
  if (locale === '' || language(locale) === language(sourceLocale)) return;
  throw new KnownError(`${file}: its source language is not this project's`, { expected: sourceLocale, got: locale });
}

/** `es-ES` is taken for `es`, unless the project has `es-ES` itself. */
function isSame(other: string, locale: string, locales: readonly string[]): boolean {
  return other === locale || (!locales.includes(other) && language(other) === language(locale));
}

function language(locale: string): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
}
