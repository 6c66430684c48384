/** Every adapter by name: the only file that knows them all. */

import process from 'node:process';
import { addressCheck } from './checks/address.ts';
import { bracketsCheck } from './checks/brackets.ts';
import { charactersCheck } from './checks/characters.ts';
import { chatterCheck } from './checks/chatter.ts';
import type { Check } from './checks/check.ts';
import { consistencyCheck } from './checks/consistency.ts';
import { currencyCheck } from './checks/currency.ts';
import { datesCheck } from './checks/dates.ts';
import { deadLinksCheck } from './checks/dead-links.ts';
import { doubledWordsCheck } from './checks/doubled-words.ts';
import { emptyCheck } from './checks/empty.ts';
import { endPunctuationCheck } from './checks/end-punctuation.ts';
import { forbiddenCheck } from './checks/forbidden.ts';
import { frontMatterCheck } from './checks/front-matter.ts';
import { languageCheck } from './checks/language.ts';
import { lengthCheck } from './checks/length.ts';
import { linksCheck } from './checks/links.ts';
import { loopsCheck } from './checks/loops.ts';
import { marksCheck } from './checks/marks.ts';
import { nameSpellingsCheck } from './checks/name-spellings.ts';
import { namesCheck } from './checks/names.ts';
import { numberFormatCheck } from './checks/number-format.ts';
import { numbersCheck } from './checks/numbers.ts';
import { quotationsCheck } from './checks/quotations.ts';
import { scriptCheck } from './checks/script.ts';
import { segmentLanguageCheck } from './checks/segment-language.ts';
import { sentencesCheck } from './checks/sentences.ts';
import { spacingCheck } from './checks/spacing.ts';
import { stringsCheck } from './checks/strings.ts';
import { structureCheck } from './checks/structure.ts';
import { termsCheck } from './checks/terms.ts';
import { unreadCheck } from './checks/unread.ts';
import { untranslatedCheck } from './checks/untranslated.ts';
import { untranslatedWordCheck } from './checks/untranslated-word.ts';
import type { Engine } from './engines/engine.ts';
import { moduleEngine } from './engines/module.ts';
import { KnownError } from './errors.ts';
import { glossaryCsv, spreadsheetCsv, writeGoogleCsv } from './formats/csv.ts';
import { tbxFormat } from './formats/tbx.ts';
import { readUnits, tmxFormat } from './formats/tmx.ts';
import { xliffFormat } from './formats/xliff.ts';
import type { Project } from './project/project.ts';
import { projectKey } from './project/project-key.ts';

export const recordFormat = xliffFormat;
export const memoryFormat = { ...tmxFormat, readUnits };
export const glossaryFormats = { plain: glossaryCsv, spreadsheet: spreadsheetCsv, google: writeGoogleCsv, tbx: tbxFormat } as const;

export const checks: readonly Check[] = [
  bracketsCheck,
  charactersCheck,
  chatterCheck,
  consistencyCheck,
  doubledWordsCheck,
  currencyCheck,
  datesCheck,
  deadLinksCheck,
  emptyCheck,
  endPunctuationCheck,
  forbiddenCheck,
  frontMatterCheck,
  addressCheck,
  languageCheck,
  lengthCheck,
  linksCheck,
  loopsCheck,
  marksCheck,
  nameSpellingsCheck,
  namesCheck,
  numberFormatCheck,
  numbersCheck,
  quotationsCheck,
  scriptCheck,
  segmentLanguageCheck,
  sentencesCheck,
  spacingCheck,
  stringsCheck,
  structureCheck,
  termsCheck,
  untranslatedCheck,
  untranslatedWordCheck,
  unreadCheck,
];

type EngineOptions = Readonly<Record<string, unknown>>;

/** Built-in engines; each file is loaded only when its engine is used. */
const engines: Readonly<Record<string, (options: EngineOptions, project: Project) => Promise<Engine>>> = {
  bergamot: async (options, { root }) => (await import('./engines/bergamot.ts')).bergamotEngine(options, root),
  apertium: async (options) => (await import('./engines/apertium.ts')).apertiumEngine(options),
  google: async (options, project) => (await import('./engines/google.ts')).googleEngine(options, process.env, () => projectKey(project)),
  llm: async (options) => (await import('./engines/llm.ts')).llmEngine(options),
  deepl: async (options, project) => (await import('./engines/deepl.ts')).deeplEngine(options, process.env, () => projectKey(project)),
  azure: async (options) => (await import('./engines/azure.ts')).azureEngine(options),
  libretranslate: async (options) => (await import('./engines/libretranslate.ts')).libretranslateEngine(options),
  pseudo: async (options) => (await import('./engines/pseudo.ts')).pseudoEngine(options),
};

export const builtInEngines: readonly string[] = Object.keys(engines);

/**
 * The engine of a name: a module of one's own where the configuration names one, else a built-in.
 * @throws KnownError for a name that is neither, or an engine whose options or installation are not usable
 */
export async function openEngine(project: Project, name: string): Promise<Engine> {
  const own = project.config.engines;
  // Names are anybody's: of "toString" an object has something too.
  const { account, ...entry } = (Object.hasOwn(own, name) ? own[name] : undefined) ?? {};
  const engine = await openNamed(project, name, entry);
  return typeof account === 'string' ? Object.assign(Object.create(engine) as Engine, { account }) : engine;
}

async function openNamed(project: Project, name: string, entry: EngineOptions): Promise<Engine> {
  if (entry.module !== undefined) return moduleEngine({ name, entry, folder: project.root });
  const open = Object.hasOwn(engines, name) ? engines[name] : undefined;
  if (open !== undefined) return open(entry, project);
  if (Object.hasOwn(project.config.engines, name))
    throw new KnownError(`"engines.${name}.module" is missing`, {
      expected: 'the path of a module, such as "./my-engine.mjs"',
      got: Object.keys(entry).join(', ') || 'nothing',
      help: `Name the module of "${name}", or take an engine that is built in: ${builtInEngines.join(', ')}.`,
    });
  throw new KnownError(`No engine "${name}"`, {
    expected: `one of ${[...new Set([...builtInEngines, ...Object.keys(project.config.engines)])].join(', ')}`,
    got: name,
    help: `Correct the name, or add "engines": { "${name}": { "module": "./my-engine.mjs" } } to the configuration.`,
  });
}
