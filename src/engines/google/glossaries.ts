/** Glossaries at Google's: made before older ones go, so that no request is without. */

import { EngineError } from '../../errors.ts';
import type { GlossaryNames } from '../kept-glossaries.ts';
import type { Session } from './client.ts';

interface Pair {
  readonly source: string;
  readonly target: string;
}

type Terms = readonly { readonly source: string; readonly target: string }[];

/** gRPC's ALREADY_EXISTS: another process makes the same glossary. */
const isThere = (error: { code?: unknown }): undefined => {
  if (error.code !== 6) throw error;
};

interface Wanted {
  readonly parent: string;
  /** `projects/p/locations/us-central1/glossaries/dragoman-1f2e3d4c-en-es-1f2e3d4c5b6a` */
  readonly name: string;
  readonly pair: Pair;
  readonly signal: AbortSignal;
}

/** Creates the glossary unless it is there: from the file at `input`, else term by term. */
export async function ensureGlossary(
  { client, callOptions }: Session,
  { parent, name, pair, terms, input, signal }: Wanted & { terms: Terms; input: string | undefined },
): Promise<void> {
  const there = await client.getGlossary({ name }, callOptions(signal)).catch((error: { code?: unknown }) => {
    if (error.code === 5) return undefined;
    throw error;
  });
  // One that was left half filled holds fewer terms, and is filled again.
  if (there !== undefined && (input !== undefined || (there[0].entryCount ?? 0) >= terms.length)) return;
  const languagePair = { sourceLanguageCode: pair.source, targetLanguageCode: pair.target };
  if (there === undefined) {
    const inputConfig = input === undefined ? undefined : { gcsSource: { inputUri: input } };
    const glossary = { name, languagePair, ...(inputConfig === undefined ? {} : { inputConfig }) };
    const [operation] = (await client.createGlossary({ parent, glossary }, callOptions(signal)).catch(isThere)) ?? [];
    if (operation !== undefined) await finished(operation.promise(), signal);
  }
  if (input !== undefined) return;
  const [entries] = await client.listGlossaryEntries({ parent: name }, callOptions(signal));
  const known = new Set(entries.map(({ termsPair }) => termsPair?.sourceTerm?.text));
  for (const { source, target } of terms) {
    if (known.has(source)) continue;
    const termsPair = {
      sourceTerm: { languageCode: pair.source, text: source },
      targetTerm: { languageCode: pair.target, text: target },
    };
    await client.createGlossaryEntry({ parent: name, glossaryEntry: { termsPair } }, callOptions(signal)).catch(isThere);
  }
}

/** Deletes what this project has made of earlier states of the terms. */
export async function deleteOlder(
  { client, callOptions }: Session,
  { parent, names, signal }: { readonly parent: string; readonly names: GlossaryNames; readonly signal: AbortSignal },
): Promise<void> {
  const [glossaries] = await client.listGlossaries({ parent }, callOptions(signal));
  for (const { name } of glossaries) {
    if (name === undefined || name === null || !names.isOlder(name.slice(name.lastIndexOf('/') + 1))) continue;
    const [operation] = await client.deleteGlossary({ name }, callOptions(signal));
    await finished(operation.promise(), signal);
  }
}

/** A long-running operation has no signal of its own; it goes on at Google's, and is found done the next time. */
async function finished(operation: Promise<unknown>, signal: AbortSignal): Promise<void> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new EngineError('aborted', 'google: stopped'));
    signal.addEventListener('abort', stop, { once: true });
  });
  await Promise.race([operation, aborted]).finally(() => stop && signal.removeEventListener('abort', stop));
}
