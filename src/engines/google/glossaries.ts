/**
 * Glossaries at Google's: one a pair and state of the terms. The terms' hash is in the name, so that a changed glossary is a
 * new one, made before the old one goes: no request is without.
 */

import { hash } from 'node:crypto';
import { EngineError } from '../../errors.ts';
import type { Session } from './client.ts';

interface Pair {
  readonly source: string;
  readonly target: string;
}

type Terms = readonly { readonly source: string; readonly target: string }[];

const prefix = ({ source, target }: Pair) => `dragoman-${source}-${target}-`.toLowerCase();

/** `projects/p/locations/us-central1/glossaries/dragoman-en-es-1f2e3d4c5b6a` */
export function glossaryName(parent: string, pair: Pair, terms: Terms): string {
  const sorted = terms.map(({ source, target }) => `${source}\u0000${target}`).sort();
  return `${parent}/glossaries/${prefix(pair)}${hash('sha256', sorted.join('\u0001')).slice(0, 12)}`;
}

interface Wanted {
  readonly parent: string;
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
    const [operation] = await client.createGlossary(
      { parent, glossary: { name, languagePair, ...(inputConfig === undefined ? {} : { inputConfig }) } },
      callOptions(signal),
    );
    await finished(operation.promise(), signal);
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
    await client.createGlossaryEntry({ parent: name, glossaryEntry: { termsPair } }, callOptions(signal));
  }
}

/** Deletes what earlier states of the terms left behind. */
export async function deleteOlder({ client, callOptions }: Session, { parent, name, pair, signal }: Wanted): Promise<void> {
  const [glossaries] = await client.listGlossaries({ parent }, callOptions(signal));
  const start = `${parent}/glossaries/${prefix(pair)}`;
  for (const old of glossaries) {
    if (!old.name?.startsWith(start) || old.name === name || !/^[\da-f]{12}$/.test(old.name.slice(start.length))) continue;
    const [operation] = await client.deleteGlossary({ name: old.name }, callOptions(signal));
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
