/**
 * `dragoman.models.json`, committed with the project: which models its editions are made with, each file by its hash, so that every
 * machine and CI translate with the same bytes.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KnownError } from '../../errors.ts';
import { fileText } from '../../files/bytes.ts';
import { writeAtomic } from '../../files/write.ts';

export const PINS_FILE = 'dragoman.models.json';

const file = z.strictObject({
  /** As the registry names it; its ending says how the weights are stored. */
  name: z.string().regex(/^[\w.-]+$/),
  /** Below the registry's address. */
  path: z.string(),
  /** Of the file as it is used, unpacked. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
});

const pin = z.strictObject({
  architecture: z.string(),
  license: z.string(),
  /** Where `path` is looked up. */
  baseUrl: z.string(),
  model: file,
  shortlist: file,
  /** One for both languages, or the source's and the target's. */
  vocabularies: z.array(file).min(1).max(2),
});

const schema = z.strictObject({ models: z.record(z.string().regex(/^[\w-]+>[\w-]+$/), pin) });

export type PinnedFile = z.infer<typeof file>;
export type Pin = z.infer<typeof pin>;
/** By direction: `en>es`. */
export type Pins = Readonly<Record<string, Pin>>;

export const directionName = (from: string, to: string) => `${from}>${to}`;

export const pinnedFiles = ({ model, shortlist, vocabularies }: Pin): readonly PinnedFile[] => [model, shortlist, ...vocabularies];

/**
 * @param folder of the project
 * @throws KnownError where the file is there and not usable
 */
export function readPins(folder: string): Pins {
  const path = join(folder, PINS_FILE);
  if (!existsSync(path)) return {};
  const wrong = (got: string) =>
    new KnownError(`${PINS_FILE} is not usable`, {
      expected: 'what "dragoman engines install" writes',
      got,
      help: `Settle or restore it with git, or delete it and run "dragoman engines install".`,
      place: PINS_FILE,
    });
  let json: unknown;
  try {
    json = JSON.parse(fileText(path));
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data.models;
  const [issue] = result.error.issues;
  throw wrong(`"${issue?.path.join('.')}": ${issue?.message}`);
}

/** Adds or replaces directions; those that others have pinned meanwhile stay. */
export function writePins(folder: string, added: Pins): void {
  const path = join(folder, PINS_FILE);
  const models = Object.fromEntries(Object.entries({ ...readPins(folder), ...added }).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeAtomic(path, `${JSON.stringify({ models }, null, 2)}\n`);
}
