/** Made models as a registry lists them, in a folder or on a server of 127.0.0.1, and an engine on one. */

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, missingModels } from '../../src/engines/bergamot/models.ts';
import { readPins } from '../../src/engines/bergamot/pins.ts';
import { openPool } from '../../src/engines/bergamot/pool.ts';
import type { ModelData } from '../../src/engines/bergamot/wasm-thread.ts';
import { bergamotEngine, modelStorage } from '../../src/engines/bergamot.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { dictionaryModel, type ModelSize, writeModel } from './marian/model.ts';

export type Dictionary = readonly (readonly [string, string])[];

/** English words and what a dictionary model says for them. */
export const ENGLISH_SPANISH: Dictionary = [
  ['The', 'El'],
  ['the', 'el'],
  ['house', 'casa'],
  ['is', 'es'],
  ['big', 'grande'],
  ['president', 'presidente'],
  ['government', 'gobierno'],
  ['said', 'dijo'],
  ['that', 'que'],
  ['number', 'número'],
  ['river', 'río'],
  ['long', 'largo'],
  ['red', 'rojo'],
  ['will', 'va'],
  ['and', 'y'],
  ['in', 'en'],
  ['of', 'de'],
];

/** Writes `models.json` and the files of each pair, which the registry names by its hash and size. */
export function writeRegistry(
  folder: string,
  pairs: Readonly<Record<string, { readonly words: Dictionary; readonly size?: ModelSize; readonly characters?: string }>>,
): void {
  mkdirSync(folder, { recursive: true });
  const models = Object.fromEntries(
    Object.entries(pairs).map(([pair, { words, size, characters }]) => {
      const names = writeModel(join(folder, pair), pair.replace('-', ''), dictionaryModel(words, size, characters));
      const file = (name: string) => ({ path: `${pair}/${name}` });
      const path = join(folder, pair, names.model);
      const files = {
        model: {
          ...file(names.model),
          uncompressedSize: statSync(path).size,
          uncompressedHash: createHash('sha256').update(readFileSync(path)).digest('hex'),
        },
        lexicalShortlist: file(names.lexicalShortlist),
        vocab: file(names.vocab),
      };
      return [pair, [{ architecture: 'made', releaseStatus: 'Release', files }]];
    }),
  );
  writeFileSync(join(folder, 'models.json'), JSON.stringify({ models }));
}

/** A project's folder whose models are installed from a registry in a folder. */
export async function withModels(pairs: Parameters<typeof writeRegistry>[1], from: string, targets: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bergamot-'));
  writeRegistry(join(folder, 'registry'), pairs);
  const entry = { registry: 'registry' };
  const env = { XDG_CACHE_HOME: join(folder, 'cache') };
  const place = modelStorage(entry, folder, env);
  const signal = new AbortController().signal;
  const { registry, missing } = await missingModels(place, from, targets, signal);
  if (registry !== undefined) for (const one of missing) await install(place, registry, one, signal);
  return { folder, place, entry, env, open: (options: object = {}): Engine => bergamotEngine({ ...entry, ...options }, folder, env) };
}

/** The WebAssembly without the engine around it: one HTML text a call. */
export async function bareCalls({ folder, place }: Pick<Awaited<ReturnType<typeof withModels>>, 'folder' | 'place'>) {
  const [pin] = Object.values(readPins(folder));
  if (pin === undefined) throw new Error('no model');
  const shared = (file: { readonly sha256: string }) => {
    const bytes = readFileSync(join(place.cacheFolder, file.sha256));
    const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
    copy.set(bytes);
    return copy;
  };
  const data: ModelData = {
    key: 'bare',
    model: shared(pin.model),
    shortlist: shared(pin.shortlist),
    vocabularies: pin.vocabularies.map(shared),
    precision: 'int8shiftAlphaAll',
  };
  const pool = openPool(1);
  const signal = new AbortController().signal;
  return { ask: (html: string) => pool.ask(html, [data], signal), close: () => pool.close() };
}
