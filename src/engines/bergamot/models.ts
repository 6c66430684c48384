/** From a pair of locales to models: which are pinned, which can be had, and how they are installed. */

import { KnownError } from '../../errors.ts';
import { type Got, type ModelCache, openCache } from './model-cache.ts';
import type { ModelFileKind } from './model-files.ts';
import { directionName, type Pin, type PinnedFile, pinnedFiles, readPins, writePins } from './pins.ts';
import { codeIn, isAddress, type Offer, type Registry, readRegistry } from './registry.ts';

/** The language by way of which a pair goes that has no model of its own: every model has it on one side. */
const PIVOT = 'en';

/** One model, or two by way of English. */
export type Route = readonly [string] | readonly [string, string];

/**
 * How a pair goes by the directions that there are.
 * @param directions names of `directionName`
 * @returns undefined where there is no way
 */
export function routeBetween(directions: Iterable<string>, from: string, to: string): Route | undefined {
  const names = new Set(directions);
  const codes = new Set([...names].flatMap((name) => name.split('>')));
  const [source, target] = [codeIn(codes, from), codeIn(codes, to)];
  if (source === undefined || target === undefined || source === target) return undefined;
  const direct = directionName(source, target);
  if (names.has(direct)) return [direct];
  const [first, second] = [directionName(source, PIVOT), directionName(PIVOT, target)];
  return names.has(first) && names.has(second) ? [first, second] : undefined;
}

export interface Models {
  /** The pinned way, whether its files are on this machine or not. */
  readonly route: (from: string, to: string) => Route | undefined;
  readonly pin: (direction: string) => Pin;
  /** Pinned directions. */
  readonly pinned: () => readonly string[];
  /** Fetches what is pinned and not on this machine. */
  readonly ensure: (direction: string, signal: AbortSignal) => Promise<void>;
  /** Fetches a file of a direction once more that is not what its hash says. */
  readonly renew: (direction: string, file: PinnedFile, signal: AbortSignal) => Promise<void>;
  readonly pathOf: (file: PinnedFile) => string;
}

export interface ModelStorage {
  /** The project's folder, which holds `dragoman.models.json`. */
  readonly folder: string;
  readonly registry: string;
  readonly cacheFolder: string;
  /** Nothing is fetched. */
  readonly isOffline: boolean;
}

export function openModels({ folder, cacheFolder, isOffline }: ModelStorage): Models {
  const pins = readPins(folder);
  const cache = openCache(cacheFolder);
  const fetching = new Map<string, Promise<void>>();
  const pin = (direction: string) => pins[direction] as Pin;
  const ensure: Models['ensure'] = (direction, signal) => {
    const known = fetching.get(direction) ?? fetchPinned(direction, pin(direction), cache, isOffline, signal);
    fetching.set(direction, known);
    known.catch(() => fetching.delete(direction));
    return known;
  };
  return {
    route: (from, to) => routeBetween(Object.keys(pins), from, to),
    pin,
    pinned: () => Object.keys(pins),
    pathOf: ({ sha256 }) => cache.pathOf(sha256),
    ensure,
    renew: (direction, file, signal) => {
      cache.drop(file);
      fetching.delete(direction);
      return ensure(direction, signal);
    },
  };
}

async function fetchPinned(direction: string, pin: Pin, cache: ModelCache, isOffline: boolean, signal: AbortSignal): Promise<void> {
  for (const file of pinnedFiles(pin)) {
    if (cache.has(file)) continue;
    if (isOffline)
      throw new KnownError(`The model ${direction} is not on this machine`, {
        expected: `${file.name} in the cache (XDG_CACHE_HOME/dragoman/models)`,
        got: 'no such file, and nothing may be downloaded',
        help: 'Run "dragoman engines install" with a network, or copy the cache of another machine.',
      });
    await cache.fetch(pin.baseUrl, file, signal);
  }
}

/** What an installation would take. */
export interface Installation {
  readonly direction: string;
  readonly offer: Offer;
  /** Of the files as they are used, where the registry says so. */
  readonly bytes: number | undefined;
}

/**
 * The models that some targets need and the project has not pinned.
 * @returns `without`: the targets that the registry has no way to; the others can be installed all the same
 * @throws KnownError where the registry cannot be read
 */
export async function missingModels(
  place: ModelStorage,
  from: string,
  targets: readonly string[],
  signal: AbortSignal,
): Promise<{ registry: Registry | undefined; missing: Installation[]; without: string[] }> {
  const pinned = Object.keys(readPins(place.folder));
  const needed = targets.filter((to) => routeBetween(pinned, from, to) === undefined);
  if (needed.length === 0) return { registry: undefined, missing: [], without: [] };
  if (place.isOffline && isAddress(place.registry))
    throw new KnownError(`No model for ${from} -> ${needed.join(', ')} is pinned`, {
      expected: 'dragoman.models.json to name it, or a registry that is a folder',
      got: `${place.registry}, and nothing may be downloaded`,
      help: 'Run "dragoman engines install" without --offline once, and commit dragoman.models.json.',
    });
  const registry = await readRegistry(place.registry, place.folder, signal);
  const offers = new Map(registry.offers.map((offer) => [directionName(offer.from, offer.to), offer]));
  const missing = new Map<string, Installation>();
  const without: string[] = [];
  for (const to of needed) {
    const route = routeBetween(offers.keys(), from, to);
    if (route === undefined) without.push(to);
    for (const direction of route ?? []) {
      const offer = offers.get(direction) as Offer;
      if (!pinned.includes(direction)) missing.set(direction, { direction, offer, bytes: bytesOf(offer) });
    }
  }
  return { registry, missing: [...missing.values()], without };
}

/** What to say where a registry has no way to some targets. */
export function noModel(registry: Registry, from: string, targets: readonly string[]): KnownError {
  const names = targets.join(', ');
  const reached = targetsFrom(registry, from);
  return new KnownError(`There is no model for ${from} -> ${names}`, {
    expected: reached.length === 0 ? `models from ${from}` : `one of ${reached.join(', ')}`,
    got: names,
    help: `Choose another engine: "dragoman engines --to ${targets.join(',')}" lists what can be used.`,
  });
}

/** Languages that a registry reaches from a locale, by way of English too. */
function targetsFrom({ offers }: Registry, from: string): string[] {
  const directions = offers.map((offer) => directionName(offer.from, offer.to));
  return [...new Set(offers.map(({ to }) => to))].filter((to) => routeBetween(directions, from, to) !== undefined).sort();
}

function bytesOf({ model, shortlist, vocabularies }: Offer): number | undefined {
  const sizes = [model, shortlist, ...vocabularies].map(({ uncompressedSize }) => uncompressedSize);
  return sizes[0] === undefined ? undefined : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

/** Mozilla's models, and those of a mirror of its list. */
export const MODEL_LICENSE = 'MPL-2.0';

/**
 * Downloads a model, checks it against what the registry says, and pins all its files.
 * @throws KnownError where it cannot be had
 */
export async function install(
  place: ModelStorage,
  registry: Registry,
  { direction, offer }: Installation,
  signal: AbortSignal,
  onBytes?: (bytes: number) => void,
): Promise<Pin> {
  const cache = openCache(place.cacheFolder);
  const fetchFile = async (kind: ModelFileKind, { path, uncompressedHash, uncompressedSize }: Offer['model']): Promise<PinnedFile> => {
    const wanted = { path, sha256: uncompressedHash, bytes: uncompressedSize, kind };
    const got: Got = await cache.fetch(registry.base, wanted, signal, onBytes);
    return { name: (path.split('/').at(-1) ?? path).replace(/\.gz$/, ''), path, ...got };
  };
  const pin: Pin = {
    architecture: offer.architecture,
    license: MODEL_LICENSE,
    baseUrl: registry.base,
    model: await fetchFile('model', offer.model),
    shortlist: await fetchFile('shortlist', offer.shortlist),
    vocabularies: [],
  };
  for (const vocabulary of offer.vocabularies) pin.vocabularies.push(await fetchFile('vocabulary', vocabulary));
  writePins(place.folder, { [direction]: pin });
  return pin;
}
