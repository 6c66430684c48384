/** `dragoman glossary import` and `glossary export`: glossaries of other tools, as CSV or TBX. */

import { extname, resolve } from 'node:path';
import { glossaryFormats } from '../adapters.ts';
import { KnownError } from '../errors.ts';
import { readXmlFile } from '../files/read.ts';
import { writeAtomic } from '../files/write.ts';
import { parseGlossary, takeTerms } from '../glossary/csv.ts';
import type { Term } from '../glossary/term.ts';
import type { TermBase } from '../glossary/term-base.ts';
import { chosenLocales, chosenSourceLocale, glossaryFile, locate, openProject, type Project, readProjectFile } from '../project/project.ts';
import { counted } from '../text/counted.ts';
import { type Options, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';
import { outputFile } from './output-file.ts';

export const importGlossary: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd, context.config);
  const source = readXmlFile(resolve(context.cwd, file), file);
  const bases = isTbx(file) ? fromTbx(project, source, file, options) : [fromCsv(project, source, file, options)];
  const taken = bases.map((base) => ({ locale: base.to, ...take(project, base) }));
  const sum = (key: 'terms' | 'added') => taken.reduce((total, one) => total + one[key], 0);
  if (context.json) {
    const imported = taken.map(({ isChanged: _, replaced, ...one }) => ({ ...one, replaced: replaced.length }));
    context.print({ type: 'summary', ...(taken.length === 1 ? imported[0] : { terms: sum('terms'), added: sum('added'), imported }) });
  } else {
    for (const { file: path, terms, added, replaced } of taken) {
      context.print(`${path}: ${counted(terms, 'term')}, ${added} of them new`);
      for (const { source, target } of replaced.slice(0, MOST_REPLACED)) context.print(`  ${source}: no longer "${target}"`);
      if (replaced.length > MOST_REPLACED) context.print(`  and ${replaced.length - MOST_REPLACED} more`);
    }
    if (taken.some(({ isChanged }) => isChanged)) context.print('"dragoman translate" brings them into the editions.');
  }
  return exit.done;
};

interface Taken {
  readonly file: string;
  readonly terms: number;
  readonly added: number;
  /** What the glossary said before and says no more. */
  readonly replaced: readonly Term[];
  readonly isChanged: boolean;
}

/** Lines about them. */
const MOST_REPLACED = 20;

/** Puts terms into a locale's glossary, which keeps what it has of its own. */
function take(project: Project, { from, to, terms }: TermBase): Taken {
  const path = glossaryFile(project, to, from);
  const before = readProjectFile(project, path) ?? '';
  const after = takeTerms(before, terms, path);
  const termsOf = (csv: string) => (csv.trim() === '' ? [] : parseGlossary(csv, path));
  const [was, now] = [before, after].map((csv) => new Map(termsOf(csv).map((term) => [nameOf(term), term])));
  const added = terms.filter((term) => !was?.has(nameOf(term))).length;
  const replaced = [...(was ?? [])].flatMap(([name, term]) => (now?.has(name) ? [] : [term]));
  // Not before it could be read again.
  if (after !== before) writeAtomic(locate(project, path), after);
  return { file: path, terms: terms.length, added, replaced, isChanged: after !== before };
}

const nameOf = ({ source, target }: Term) => JSON.stringify([source, target]);

export const exportGlossary: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd, context.config);
  const locale = oneLocale(project, options);
  const from = chosenSourceLocale(project, text(options.from));
  const path = glossaryFile(project, locale, from);
  const csv = readProjectFile(project, path);
  if (csv === undefined) throw new KnownError(`${path}: no glossary`, { expected: 'a file', got: 'nothing', help: 'Run "dragoman init".' });
  const terms = parseGlossary(csv, path);
  const base = { from, to: locale, terms };
  const { tbx, spreadsheet, plain, google } = glossaryFormats;
  const written = isTbx(file)
    ? (options.martif === true ? tbx.writeOld : tbx.write)(base)
    : options.google === true
      ? google(base)
      : options.spreadsheet === true
        ? spreadsheet.write(terms)
        : plain.write(terms);
  writeAtomic(outputFile(project, context.cwd, file), written);
  if (context.json) context.print({ type: 'summary', locale, file, terms: terms.length });
  else context.print(`${file}: ${counted(terms.length, 'term')}`);
  return exit.done;
};

/** In every locale of the project that the file has, or in those that are chosen. */
function fromTbx(project: Project, source: string, file: string, options: Options): readonly TermBase[] {
  const chosen = chosenLocales(project, text(options.to));
  const bases = glossaryFormats.tbx.readFor(source, file, {
    from: chosenSourceLocale(project, text(options.from)),
    to: chosenLocales(project, undefined),
  });
  const wanted = bases.filter(({ to }) => chosen.includes(to));
  if (wanted.length > 0) return wanted;
  throw new KnownError(`${file}: a glossary of other languages`, {
    expected: chosen.join(', '),
    got: bases.map(({ to }) => to).join(', '),
  });
}

/** A guard that an export has put before cells is taken off: the repository's file is raw. */
function fromCsv(project: Project, source: string, file: string, options: Options): TermBase {
  return {
    from: chosenSourceLocale(project, text(options.from)),
    to: oneLocale(project, options),
    terms: glossaryFormats.spreadsheet.read(source, file),
  };
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
