/**
 * Bergamot: neural translation on this machine, without a network: Marian in WebAssembly, with the models that Firefox ships.
 * Models are named in `dragoman.models.json`, each file by its hash; `dragoman engines install` puts them there.
 */

import { hash } from 'node:crypto';
import { availableParallelism, totalmem } from 'node:os';
import { z } from 'zod';
import { EngineError, KnownError } from '../errors.ts';
import { readShared } from '../files/bytes.ts';
import { defaultCacheFolder } from './bergamot/model-cache.ts';
import { type ModelStorage, type Models, openModels, type Route } from './bergamot/models.ts';
import type { PinnedFile } from './bergamot/pins.ts';
import { openPool } from './bergamot/pool.ts';
import { portionsOf } from './bergamot/portions.ts';
import { readVocabulary, type Vocabulary } from './bergamot/vocabulary.ts';
import type { ModelData } from './bergamot/wasm-thread.ts';
import type { Engine } from './engine.ts';
import { parseOptions } from './options.ts';

const schema = z.strictObject({
  /** The address of a `models.json` as Mozilla publishes it, or a folder that holds one. */
  registry: z
    .string()
    .min(1)
    .default('https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data/db/models.json'),
  /** Never connects: only models that are on this machine. */
  offline: z.boolean().default(false),
  /** Threads at most, each with models of its own; by default as many as cores and memory allow. */
  threads: z.number().int().positive().optional(),
});

/** A thread with a model of 31 MB takes some 420 MB (measured). */
const BYTES_A_THREAD = 450_000_000;

/**
 * @param entry `engines.bergamot` of the configuration
 * @throws KnownError for options that are not usable
 */
export function modelStorage(entry: Readonly<Record<string, unknown>>, folder: string, env: NodeJS.ProcessEnv = process.env): ModelStorage {
  const { registry, offline } = parseOptions(schema, entry, 'engines.bergamot');
  return { folder, registry, cacheFolder: defaultCacheFolder(env), isOffline: offline };
}

/**
 * @param folder of the project
 * @throws KnownError for options or a `dragoman.models.json` that are not usable
 */
export function bergamotEngine(entry: Readonly<Record<string, unknown>>, folder: string, env: NodeJS.ProcessEnv = process.env): Engine {
  const { threads } = parseOptions(schema, entry, 'engines.bergamot');
  const models = openModels(modelStorage(entry, folder, env));
  const pool = openPool(threads ?? Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 2 / BYTES_A_THREAD))));
  const load = loader(models);
  return {
    name: 'bergamot',
    // One text is one call of the model; a request only saves messages.
    limits: { textsPerRequest: 20 },
    modelFor: (from, to) => modelName(models, models.route(from, to)),
    refuses: (from, to) => (models.route(from, to) === undefined ? notInstalled(from, to) : undefined),
    pairs: () => models.pinned().map((direction) => pairOf(direction)),
    translate: async ({ texts, from, to, report }, signal) => {
      if (signal.aborted) throw new EngineError('aborted', 'bergamot: stopped');
      const route = models.route(from, to);
      if (route === undefined) throw stopOf(notInstalled(from, to));
      const { data, vocabulary } = await load(route, signal);
      return Promise.all(
        texts.map(async (fragment, at) => {
          const portions = portionsOf(fragment, from, to, vocabulary);
          const answers = await Promise.all(portions.html.map((html) => pool.ask(html, data, signal)));
          const logProbability = averageScore(portions.html, answers);
          const { unknown } = portions;
          if (unknown.length > 0 || logProbability !== undefined)
            report?.(at, {
              ...(unknown.length > 0 && { unknown: [...new Set(unknown)] }),
              ...(logProbability !== undefined && { logProbability }),
            });
          return portions.join(answers.map(({ html }) => html));
        }),
      );
    },
    close: () => pool.close(),
  };
}

/** Over the parts of a text, the longer ones counting more. */
function averageScore(html: readonly string[], answers: readonly { readonly score: number | undefined }[]): number | undefined {
  const scored = answers.flatMap(({ score }, at) => (score === undefined ? [] : [{ score, length: html[at]?.length ?? 0 }]));
  const length = scored.reduce((sum, part) => sum + part.length, 0);
  if (length === 0) return undefined;
  // Six digits: the last bits of a WebAssembly's floats are no news.
  return Number((scored.reduce((sum, part) => sum + part.score * part.length, 0) / length).toFixed(6));
}

interface Loaded {
  readonly data: readonly ModelData[];
  /** Of the source language. */
  readonly vocabulary: Vocabulary;
}

/** Locales that are translated at the same time take turns; more than these are read again when their turn comes. */
const ROUTES_IN_MEMORY = 4;

/** Reads a route's files once, into memory that all threads share. */
function loader(models: Models): (route: Route, signal: AbortSignal) => Promise<Loaded> {
  const routes = new Map<string, Promise<Loaded>>();
  return (route, signal) => {
    const name = route.join(' ');
    const loaded = routes.get(name) ?? readRoute(models, route, signal);
    // The latest used goes to the end; locales that are done leave at the front.
    routes.delete(name);
    routes.set(name, loaded);
    loaded.catch(() => routes.delete(name));
    const [oldest] = routes.keys();
    if (routes.size > ROUTES_IN_MEMORY && oldest !== undefined) routes.delete(oldest);
    return loaded;
  };
}

async function readRoute(models: Models, route: Route, signal: AbortSignal): Promise<Loaded> {
  try {
    for (const direction of route) await models.ensure(direction, signal);
    const data = await Promise.all(route.map((direction) => readModel(models, direction, signal)));
    return { data, vocabulary: readVocabulary(data[0]?.vocabularies[0] as Uint8Array) };
  } catch (error) {
    if (signal.aborted) throw new EngineError('aborted', 'bergamot: stopped', { cause: error });
    throw stopOf(
      error instanceof KnownError ? error : new KnownError(`bergamot: ${error instanceof Error ? error.message : String(error)}`),
    );
  }
}

async function readModel(models: Models, direction: string, signal: AbortSignal): Promise<ModelData> {
  const pin = models.pin(direction);
  const read = async (file: PinnedFile) => {
    const bytes = readShared(models.pathOf(file));
    if (hash('sha256', bytes) === file.sha256) return bytes;
    // Whole by its size, and not what was pinned: a disk or a copy has spoilt it.
    await models.renew(direction, file, signal);
    return readShared(models.pathOf(file));
  };
  return {
    key: pin.model.sha256,
    model: await read(pin.model),
    shortlist: await read(pin.shortlist),
    vocabularies: await Promise.all(pin.vocabularies.map(read)),
    precision: pin.model.name.includes('alphas') ? 'int8shiftAlphaAll' : 'int8shiftAll',
  };
}

/** Recorded with each target: the bytes that made it. */
function modelName(models: Models, route: Route | undefined): string | undefined {
  return route?.map((direction) => models.pin(direction).model.sha256.slice(0, 12)).join('+');
}

function pairOf(direction: string): { from: string; to: string; name: string } {
  const [from = '', to = ''] = direction.split('>');
  return { from, to, name: direction };
}

const notInstalled = (from: string, to: string) =>
  new KnownError(`bergamot has no model for ${from} -> ${to} here`, {
    expected: `${from} -> ${to} in dragoman.models.json`,
    got: 'no such model',
    help: `Run: dragoman engines install ${to}${from === 'en' ? '' : ` --from ${from}`}`,
  });

/** To the queue: this pair cannot be translated, others can. */
const stopOf = (error: KnownError) =>
  new EngineError('stopped', error.message, { pairOnly: true, cause: error, ...(error.help !== undefined && { help: error.help }) });
