/** An engine of one's own: a module named in the config, whose default export is an engine or makes one of its config entry. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EngineError, KnownError, thrownWords } from '../errors.ts';
import type { Engine, EngineCharge, EngineLimits, EngineRemarks, EngineRequest } from './engine.ts';

export interface ModuleEngineOptions {
  /** The key of the config's entry, for errors, and the engine's name where the module has none. */
  readonly name: string;
  /** The config's entry; handed to the module where it exports a function. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** Absolute; `module` is relative to it. */
  readonly folder: string;
}

const SHAPE = 'an object { name, translate(request, signal) }, or a function from its config entry to one';

/**
 * Loads the module; it runs with this process's rights.
 * @throws KnownError that names the file: missing, not loading, or not an engine
 */
export async function moduleEngine({ name, entry, folder }: ModuleEngineOptions): Promise<Engine> {
  const place = `engines.${name}`;
  if (typeof entry.module !== 'string' || entry.module === '')
    throw new KnownError(`The engine "${name}" names no module`, {
      expected: `"${place}.module" to be the path of a JavaScript module`,
      got: entry.module === undefined ? 'nothing' : JSON.stringify(entry.module),
      help: `Set "${place}": { "module": "./my-engine.mjs" } in the configuration.`,
    });
  const path = resolve(folder, entry.module);
  if (!existsSync(path))
    throw new KnownError(`The module of the engine "${name}" is missing`, {
      expected: `a file at ${path}`,
      got: 'none',
      help: `Correct "${place}.module" in the configuration; it is relative to that file's folder.`,
    });
  return load(path, name, entry);
}

/** What a module runs is its own: also what its properties do when they are looked at. */
async function load(path: string, name: string, entry: ModuleEngineOptions['entry']): Promise<Engine> {
  try {
    const { default: exported } = (await import(pathToFileURL(path).href)) as { default?: unknown };
    return checked(typeof exported === 'function' ? await exported(entry) : exported, name, path);
  } catch (error) {
    if (error instanceof KnownError) throw error;
    throw new KnownError(`The module of the engine "${name}" does not load`, {
      expected: `a default export: ${SHAPE}`,
      got: thrownWords(error),
      help: `Correct ${path}; \`node ${path}\` shows where it fails.`,
      place: path,
      cause: error,
    });
  }
}

function checked(exported: unknown, name: string, path: string): Engine {
  const refuse = (expected: string, got: unknown): never => {
    throw new KnownError(`The module of the engine "${name}" is no engine`, {
      expected,
      got: got === undefined ? 'nothing' : typeof got === 'function' ? 'a function' : (JSON.stringify(got)?.slice(0, 80) ?? typeof got),
      help: `Correct ${path}.`,
      place: path,
    });
  };
  if (typeof exported !== 'object' || exported === null) return refuse(`a default export: ${SHAPE}`, exported);
  const own = exported as Partial<Record<keyof Engine, unknown>>;
  if (typeof own.translate !== 'function') refuse('"translate" to be a function (request, signal) => Promise<string[]>', own.translate);
  if (own.name !== undefined && (typeof own.name !== 'string' || own.name === '')) refuse('"name" to be a text', own.name);
  if (own.model !== undefined && typeof own.model !== 'string') refuse('"model" to be a text', own.model);
  for (const key of ['takesTerms', 'takesExamples', 'takesRepairs', 'paysTokens'] as const)
    if (own[key] !== undefined && typeof own[key] !== 'boolean') refuse(`"${key}" to be true or false`, own[key]);
  const price = own.pricePerMillionCharacters;
  if (price !== undefined && !(typeof price === 'number' && Number.isFinite(price) && price >= 0))
    refuse('"pricePerMillionCharacters" to be a number of US dollars', price);
  const limits = own.limits as Partial<Record<keyof EngineLimits, unknown>> | undefined;
  if (limits !== undefined && (typeof limits !== 'object' || limits === null)) refuse('"limits" to be an object', limits);
  for (const key of ['textsPerRequest', 'charactersPerRequest'] as const) {
    const limit = limits?.[key];
    if (limit !== undefined && !(Number.isInteger(limit) && Number(limit) > 0))
      refuse(`"limits.${key}" to be a whole number above 0`, limit);
  }
  const seconds = limits?.secondsPerRequest;
  if (seconds !== undefined && !(typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0))
    refuse('"limits.secondsPerRequest" to be a number above 0', seconds);
  const engine = exported as Engine;
  return {
    name: engine.name ?? name,
    ...(engine.model === undefined ? {} : { model: engine.model }),
    ...(engine.limits === undefined ? {} : { limits: engine.limits }),
    ...(engine.pricePerMillionCharacters === undefined ? {} : { pricePerMillionCharacters: engine.pricePerMillionCharacters }),
    // A module is handed the terms, as its contract says; one that cannot use them says so, and gets names as marks.
    takesTerms: engine.takesTerms ?? true,
    ...(engine.takesExamples === undefined ? {} : { takesExamples: engine.takesExamples }),
    ...(engine.takesRepairs === undefined ? {} : { takesRepairs: engine.takesRepairs }),
    ...(engine.paysTokens === undefined ? {} : { paysTokens: engine.paysTokens }),
    translate: async (request, signal) => answers(request, await engine.translate(ownCopy(request), signal), name),
    ...(typeof engine.close === 'function' ? { close: () => closed(engine, name, path) } : {}),
  };
}

/** What a module does to its request, or says of it, is no matter of the queue's, which may send it again. */
function ownCopy({ report, bill, ...data }: EngineRequest): EngineRequest {
  return {
    ...structuredClone(data),
    report: (text, remarks) => {
      const { unknown, logProbability } = Object(remarks) as EngineRemarks;
      if (typeof data.texts[text] !== 'string') return;
      report?.(text, {
        ...(Array.isArray(unknown) && { unknown: unknown.filter((word) => typeof word === 'string') }),
        ...(typeof logProbability === 'number' && Number.isFinite(logProbability) && { logProbability }),
      });
    },
    bill: (charge) => {
      const { cost, characters } = Object(charge) as EngineCharge;
      bill?.({ ...(isAmount(cost) && { cost }), ...(isAmount(characters) && { characters }) });
    },
  };
}

const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** By now all that it was asked for is saved. */
async function closed(engine: Engine, name: string, path: string): Promise<void> {
  try {
    await engine.close?.();
  } catch (error) {
    throw new KnownError(`The engine "${name}" fails in its close()`, {
      got: thrownWords(error),
      help: `Correct ${path}. What was translated is saved.`,
      cause: error,
    });
  }
}

function answers(request: EngineRequest, answer: unknown, name: string): string[] {
  if (Array.isArray(answer) && answer.length === request.texts.length && answer.every((text) => typeof text === 'string'))
    return [...answer];
  const other = Array.isArray(answer) ? answer.find((text) => typeof text !== 'string') : undefined;
  const got = !Array.isArray(answer)
    ? `no list of texts (${typeof answer})`
    : answer.length !== request.texts.length
      ? `${answer.length} texts for ${request.texts.length}`
      : `a list with ${other === null ? 'null' : typeof other} in it`;
  throw new EngineError('answer', `The engine "${name}" gave ${got}`);
}
