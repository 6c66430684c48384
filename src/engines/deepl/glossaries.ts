/** The project's glossary at DeepL's. */

import type * as DeepL from 'deepl-node';
import type { EngineRequest } from '../engine.ts';
import type { GlossaryNames } from '../kept-glossaries.ts';
import type { DeepLModule } from './client.ts';

/**
 * Makes the glossary unless it is there.
 * @param pair as DeepL names glossaries' languages: without a variety
 * @returns its id
 */
export async function ensureGlossaryAtDeepL(
  client: DeepL.DeepLClient,
  { GlossaryEntries }: DeepLModule,
  { name }: GlossaryNames,
  pair: { readonly source: string; readonly target: string },
  terms: NonNullable<EngineRequest['terms']>,
): Promise<string> {
  const there = (await client.listGlossaries()).find((glossary) => glossary.name === name && glossary.ready);
  if (there !== undefined) return there.glossaryId;
  const entries = new GlossaryEntries({ entries: Object.fromEntries(terms.map(({ source, target }) => [source, target])) });
  const languages = [pair.source as DeepL.LanguageCode, pair.target as DeepL.LanguageCode] as const;
  return (await client.createGlossary(name, ...languages, entries)).glossaryId;
}

/** Deletes what this project has made of earlier states of the terms. */
export async function deleteOlderAtDeepL(client: DeepL.DeepLClient, { isOlder }: GlossaryNames): Promise<void> {
  for (const old of await client.listGlossaries()) if (isOlder(old.name)) await client.deleteGlossary(old.glossaryId);
}
