/**
 * What models there are: Mozilla's public list of those that Firefox ships (`models.json` of mozilla/translations), a mirror of it,
 * or a folder that holds it for machines without a network.
 */

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { KnownError } from '../../errors.ts';

const file = z.object({
  path: z.string(),
  uncompressedSize: z.number().int().positive().optional(),
  uncompressedHash: z.string().optional(),
});

const entry = z.object({
  architecture: z.string().default(''),
  releaseStatus: z.string().default(''),
  files: z.object({
    model: file,
    lexicalShortlist: file,
    vocab: file.optional(),
    srcVocab: file.optional(),
    trgVocab: file.optional(),
  }),
});

const schema = z.object({ baseUrl: z.string().optional(), models: z.record(z.string(), z.array(entry)) });

type RegistryFile = z.infer<typeof file>;

/** A model that can be had. */
export interface Offer {
  readonly from: string;
  readonly to: string;
  readonly architecture: string;
  readonly model: RegistryFile;
  readonly shortlist: RegistryFile;
  readonly vocabularies: readonly RegistryFile[];
}

export interface Registry {
  /** An address or an absolute folder; the paths of files are below it. */
  readonly base: string;
  /** By direction, the codes as the registry writes them. */
  readonly offers: readonly Offer[];
}

/** Whether a place is on the network. */
export const isAddress = (place: string): boolean => /^https?:\/\//.test(place);

/** A list of a few hundred models has some hundred kilobytes. */
const MOST_BYTES = 20_000_000;

/**
 * @param place the address of a `models.json`, or a folder that holds one
 * @param folder what a relative folder is relative to
 * @throws KnownError where it cannot be read, or is no such list
 */
export async function readRegistry(place: string, folder: string, signal: AbortSignal): Promise<Registry> {
  const path = isAddress(place) ? place : join(resolve(folder, place), 'models.json');
  const text = await (isAddress(place) ? fetchText(path, signal) : readFile(path, 'utf8')).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw unreadable(path, error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error));
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable(path, `${JSON.stringify(text.slice(0, 40))} ...`);
  }
  const result = schema.safeParse(json);
  if (!result.success) throw unreadable(path, `"${result.error.issues[0]?.path.join('.')}": ${result.error.issues[0]?.message}`);
  const { baseUrl, models } = result.data;
  const base = isAddress(place) ? new URL(baseUrl ?? '.', path).href : resolve(folder, place);
  return { base, offers: Object.entries(models).flatMap(([pair, entries]) => offerOf(pair, entries) ?? []) };
}

/** The one that is released; of several, the first. */
function offerOf(pair: string, entries: readonly z.infer<typeof entry>[]): Offer[] | undefined {
  const [from, to] = pair.split('-');
  const chosen = entries.find(({ releaseStatus }) => /^release/i.test(releaseStatus)) ?? entries[0];
  if (from === undefined || to === undefined || chosen === undefined) return undefined;
  const { model, lexicalShortlist, vocab, srcVocab, trgVocab } = chosen.files;
  const vocabularies = vocab === undefined ? [srcVocab, trgVocab] : [vocab];
  if (!vocabularies.every((one) => one !== undefined)) return undefined;
  return [{ from, to, architecture: chosen.architecture, model, shortlist: lexicalShortlist, vocabularies }];
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]) });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error(`more than ${MOST_BYTES / 1_000_000} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

const unreadable = (path: string, got: string) =>
  new KnownError('The list of translation models cannot be read', {
    expected: `a models.json at ${path}`,
    got,
    help: 'Try again with a network, or set "engines.bergamot.registry" to a mirror or to a folder that holds models.json.',
  });

/**
 * The registry's code of a locale: that of its language in its script (`zh_hant`). A bare code means the language's usual script: `zh` is
 * not for a traditional edition.
 * @returns undefined where it has none
 */
export function codeIn(codes: ReadonlySet<string>, locale: string): string | undefined {
  const meant = meaningOf(locale);
  const same = [...codes].filter((code) => meaningOf(code) === meant);
  return same.find((code) => code === new Intl.Locale(locale).language) ?? same[0];
}

/** Language and script; `no` is Bokmål. Undefined for what is no tag. */
function meaningOf(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag.replace('_', '-')).maximize();
    return `${language === 'no' ? 'nb' : language}-${script}`;
  } catch {
    return undefined;
  }
}
