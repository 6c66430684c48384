/** `dragoman memory import` and `memory export`: memories of other tools, as TMX or XLIFF. */

import { basename, extname, resolve } from 'node:path';
import { memoryFormat, recordFormat } from '../adapters.ts';
import { sourceLocalesOf } from '../edition/collections.ts';
import { KnownError } from '../errors.ts';
import { readXmlFile, readXmlPieces } from '../files/read.ts';
import { writeAtomic } from '../files/write.ts';
import { isSameLanguage } from '../languages/lookup.ts';
import { asOurs, blockMaker, joinedRecord, reviewedOnly, toTranslations } from '../memory/exchange.ts';
import type { EditionRecord } from '../memory/record.ts';
import { chosenLocales, chosenSourceLocale, openProject } from '../project/project.ts';
import { importedPart, recordAt, recordFiles } from '../project/records.ts';
import { counted } from '../text/counted.ts';
import { type CommandContext, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';
import { memoryParts } from './memory-parts.ts';
import { outputFile } from './output-file.ts';

type Kind = 'TMX' | 'XLIFF';

/** An XLIFF file is held whole; one of a memory of many years is TMX. */
const XLIFF_BYTES = 400_000_000;
/** Read in pieces. */
const TMX_BYTES = 4_000_000_000;

export const importMemory: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd, context.config);
  const kind = kindOf(file);
  const path = resolve(context.cwd, file);
  const name = nameOf(file);
  const counts: { [locale: string]: number } = {};
  const locales = chosenLocales(project, text(options.to));
  const languages = sourceLocalesOf(project.config);
  const parts = locales.flatMap((to) =>
    languages.map((from, at) => memoryParts(project, { from, to }, at === 0 ? name : `${name}.${from}`)),
  );
  try {
    if (kind === 'TMX') fromTmx();
    else fromXliff();
    for (const own of parts) {
      const { count, files } = own.finish();
      if (count === 0) continue;
      counts[own.locale] = (counts[own.locale] ?? 0) + count;
      const to = importedPart(project, own.locale, own.name, 1);
      if (!context.json) context.print(`${to}: ${counted(count, 'sentence')}${files > 1 ? ` in ${files} files` : ''}`);
    }
  } finally {
    for (const own of parts) own.discard();
  }
  if (Object.keys(counts).length === 0)
    throw new KnownError(`${file}: nothing to import`, {
      expected: `sentences of ${project.config.sourceLocale} with targets in ${project.config.targetLocales.join(', ')}`,
      got: 'none of these',
    });
  if (context.json) context.print({ type: 'summary', imported: counts });
  return exit.done;

  /** The project's name for a source language; a file that names none is taken for one of its own. */
  function sourceOf(locale: string): string | undefined {
    if (locale === '') return project.config.sourceLocale;
    return languages.find((one) => one === locale) ?? languages.find((one) => isSameLanguage(one, locale));
  }

  function checkSource(locale: string): void {
    if (sourceOf(locale) !== undefined) return;
    throw new KnownError(`${file}: its source language is not this project's`, { expected: languages.join(', '), got: locale });
  }

  function fromTmx(): void {
    const makers = parts.map((own) => ({ own, blockOf: blockMaker(own.locale, (other) => isSame(other, own.locale, locales)) }));
    const sourceLocale = memoryFormat.readUnits(
      readXmlPieces(path, file, TMX_BYTES),
      file,
      (translation, from) => {
        for (const { own, blockOf } of makers) {
          const block = sourceOf(from) === own.from ? blockOf(translation) : undefined;
          if (block !== undefined) own.add(block);
        }
      },
      languages,
    );
    checkSource(sourceLocale);
  }

  /** A file may hold several target languages; without one it is of the locale that is asked for, where that is one. */
  function fromXliff(): void {
    const records = recordFormat.readAll(readXmlFile(path, file, XLIFF_BYTES), file);
    for (const record of records) checkSource(record.sourceLocale);
    let isAny = false;
    for (const to of parts) {
      const { locale } = to;
      const own = records.filter(
        (one) =>
          sourceOf(one.sourceLocale) === to.from &&
          (one.locale === '' ? locales.length === 1 : isSame(one.locale, locale, project.config.targetLocales)),
      );
      const [first] = own;
      if (first === undefined) continue;
      isAny = true;
      for (const block of asOurs({ ...first, blocks: own.flatMap(({ blocks }) => blocks) }, name).blocks) to.add(block);
    }
    if (isAny) return;
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
  const from = text(options.from) === undefined ? undefined : chosenSourceLocale(project, text(options.from));
  const records = locales
    .flatMap((locale) => recordFiles(project, locale).map(({ path, slug }) => ({ ...recordAt(project, recordFormat, path), slug })))
    .filter(({ sourceLocale }) => from === undefined || sourceLocale === from);
  const only = options.reviewed === true ? records.map(reviewedOnly) : records;
  const memory = toTranslations(only, from ?? project.config.sourceLocale);
  const written = kind === 'TMX' ? memoryFormat.write(memory) : asXliff(only, locales, file);
  writeAtomic(outputFile(project, context.cwd, file), written);
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
  const languages = [...new Set(records.map(({ sourceLocale }) => sourceLocale))];
  if (languages.length > 1)
    throw new KnownError(`${file}: an XLIFF file holds one source language`, {
      expected: 'articles in one language',
      got: languages.join(', '),
      help: 'Choose it with --from, or export TMX.',
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

/** `es-ES` is taken for `es`, unless the project has `es-ES` itself. */
function isSame(other: string, locale: string, locales: readonly string[]): boolean {
  return other === locale || (!locales.includes(other) && isSameLanguage(other, locale));
}
