/** `dragoman glossary import` and `glossary export`: glossaries of other tools, as CSV or TBX. */

import { extname, resolve } from 'node:path';
import { glossaryFormats } from '../adapters.ts';
import { KnownError } from '../errors.ts';
import { parseGlossary, setTerm } from '../glossary/csv.ts';
import type { Term } from '../glossary/term.ts';
import { readText, writeAtomic } from '../project/files.ts';
import { chosenLocales, glossaryFile, locate, openProject, type Project, readProjectFile } from '../project/project.ts';
import { type Options, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

export const importGlossary: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd);
  const source = readText(resolve(context.cwd, file), file);
  const { locale, terms } = isTbx(file) ? fromTbx(project, source, file) : fromCsv(project, source, file, options);
  const path = glossaryFile(project, locale);
  const before = readProjectFile(project, path) ?? '';
  const after = terms.reduce((csv, term) => setTerm(csv, term, path), before);
  const known = new Set((before.trim() === '' ? [] : parseGlossary(before, path)).map((term) => term.source));
  const added = terms.filter((term) => !known.has(term.source)).length;
  if (after !== before) writeAtomic(locate(project, path), after);
  if (context.json) context.print({ type: 'summary', locale, file: path, terms: terms.length, added });
  else context.print(`${path}: ${terms.length} terms, ${added} of them new`);
  return exit.done;
};

export const exportGlossary: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd);
  const locale = oneLocale(project, options);
  const path = glossaryFile(project, locale);
  const csv = readProjectFile(project, path);
  if (csv === undefined) throw new KnownError(`${path}: no glossary`, { expected: 'a file', got: 'nothing', help: 'Run "dragoman init".' });
  const terms = parseGlossary(csv, path);
  const base = { from: project.config.sourceLocale, to: locale, terms };
  const { tbx, spreadsheet, plain, google } = glossaryFormats;
  const written = isTbx(file)
    ? tbx.write(base)
    : options.google === true
      ? google(base)
      : options.spreadsheet === true
        ? spreadsheet.write(terms)
        : plain.write(terms);
  writeAtomic(resolve(context.cwd, file), written);
  if (context.json) context.print({ type: 'summary', locale, file, terms: terms.length });
  else context.print(`${file}: ${terms.length} terms`);
  return exit.done;
};

function fromTbx(project: Project, source: string, file: string): { locale: string; terms: readonly Term[] } {
  const { from, to, terms } = glossaryFormats.tbx.read(source, file);
  const { sourceLocale, targetLocales } = project.config;
  const locale = targetLocales.find((one) => one === to) ?? targetLocales.find((one) => language(one) === language(to));
  if (language(from) !== language(sourceLocale) || locale === undefined)
    throw new KnownError(`${file}: a glossary of other languages`, {
      expected: `${sourceLocale} to ${targetLocales.join(', ')}`,
      got: `${from} to ${to}`,
    });
  return { locale, terms };
}

/** A guard that an export has put before cells is taken off: the repository's file is raw. */
function fromCsv(project: Project, source: string, file: string, options: Options): { locale: string; terms: readonly Term[] } {
  return { locale: oneLocale(project, options), terms: glossaryFormats.spreadsheet.read(source, file) };
}

function oneLocale(project: Project, options: Options): string {
  const locales = chosenLocales(project, text(options.to));
  const [locale] = locales;
  if (locale !== undefined && locales.length === 1) return locale;
  throw new KnownError('Which locale?', { expected: `--to with one of ${locales.join(', ')}`, got: text(options.to) ?? 'none' });
}

function isTbx(file: string): boolean {
  const extension = extname(file).toLowerCase();
  if (extension === '.tbx' || extension === '.csv') return extension === '.tbx';
  throw new KnownError(`${file}: no format that is known`, {
    expected: 'a name that ends in .csv or .tbx',
    got: extension || 'no extension',
  });
}

const language = (tag: string) => tag.split('-')[0]?.toLowerCase();
