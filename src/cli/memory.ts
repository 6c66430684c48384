/** `dragoman memory import` and `memory export`: memories of other tools, as TMX or XLIFF. */

import { readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { memoryFormat, recordFormat } from '../adapters.ts';
import { KnownError } from '../errors.ts';
import { asOurs, joinedRecord, recordOfTranslations, reviewedOnly, toTranslations } from '../memory/exchange.ts';
import type { EditionRecord } from '../memory/record.ts';
import { RECORD_BYTES, writeAtomic } from '../project/files.ts';
import { importedFile, recordFiles } from '../project/memories.ts';
import { chosenLocales, locate, openProject, type Project, readProjectFile } from '../project/project.ts';
import { type CommandContext, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

type Kind = 'TMX' | 'XLIFF';

export const importMemory: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd);
  const kind = kindOf(file);
  const path = resolve(context.cwd, file);
  const source = decoded(path, file);
  const name = nameOf(file);
  const counts: { [locale: string]: number } = {};
  for (const record of kind === 'TMX'
    ? fromTmx(project, source, file, chosenLocales(project, text(options.to)))
    : [fromXliff(project, source, file)]) {
    const count = record.blocks.reduce((sum, block) => sum + block.segments.length, 0);
    if (count === 0) continue;
    const to = importedFile(project, record.locale, name);
    counts[record.locale] = count;
    writeAtomic(locate(project, to), recordFormat.write(record));
    if (!context.json) context.print(`${to}: ${count} ${count === 1 ? 'sentence' : 'sentences'}`);
  }
  if (Object.keys(counts).length === 0)
    throw new KnownError(`${file}: nothing to import`, {
      expected: `sentences of ${project.config.sourceLocale} with targets in ${project.config.targetLocales.join(', ')}`,
      got: 'none of these',
    });
  if (context.json) context.print({ type: 'summary', imported: counts });
  return exit.done;

  function fromTmx(project: Project, source: string, file: string, locales: readonly string[]): EditionRecord[] {
    const memory = memoryFormat.read(source, file);
    checkSource(project, memory.sourceLocale, file);
    return locales.map((locale) => recordOfTranslations(memory, locale, name, (other) => isSame(other, locale, locales)));
  }

  function fromXliff(project: Project, source: string, file: string): EditionRecord {
    const record = recordFormat.read(source, file);
    checkSource(project, record.sourceLocale, file);
    const locale = project.config.targetLocales.find((one) => isSame(record.locale, one, project.config.targetLocales));
    if (locale !== undefined) return { ...asOurs(record, name), locale };
    throw new KnownError(`${file}: its target language is none of this project's`, {
      expected: project.config.targetLocales.join(', '),
      got: record.locale || 'none',
    });
  }
};

export const exportMemory: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd);
  const kind = kindOf(file);
  const locales = chosenLocales(project, text(options.to));
  const records = locales.flatMap((locale) =>
    recordFiles(project, locale).map(({ path, slug }) => ({
      ...recordFormat.read(readProjectFile(project, path, RECORD_BYTES) ?? '', path),
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
  else context.print(`${file}: ${count} ${count === 1 ? 'sentence' : 'sentences'}`);
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

/** Translation tools like UTF-16, and say so with a byte order mark. */
function decoded(path: string, name: string): string {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new KnownError(`${name}: no such file`, { expected: 'a file', got: 'nothing at this path' });
  const bytes = readFileSync(path);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new KnownError(`${name}: not ${encoding.toUpperCase()}`, {
      expected: 'XML in UTF-8, or in UTF-16 with a byte order mark',
      got: 'other bytes',
    });
  }
}

function checkSource(project: Project, locale: string, file: string): void {
  const { sourceLocale } = project.config;
  if (language(locale) === language(sourceLocale)) return;
  throw new KnownError(`${file}: its source language is not this project's`, { expected: sourceLocale, got: locale });
}

/** `es-ES` is taken for `es`, unless the project has `es-ES` itself. */
function isSame(other: string, locale: string, locales: readonly string[]): boolean {
  return other === locale || (!locales.includes(other) && language(other) === language(locale));
}

function language(locale: string): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
}
