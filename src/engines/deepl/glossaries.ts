/** The project's glossary at DeepL's: one a pair and state of the terms, whose hash is in its name. */

import { hash } from 'node:crypto';
import type * as DeepL from 'deepl-node';
import type { EngineRequest } from '../engine.ts';
import type { DeepLModule } from './client.ts';

/**
 * Makes the glossary unless it is there, and deletes those of earlier states of the terms.
 * @param pair as DeepL names glossaries' languages: without a variety
 * @returns its id
 */
export async function keepGlossary(
  client: DeepL.DeepLClient,
  { GlossaryEntries }: DeepLModule,
  pair: { readonly source: string; readonly target: string },
  terms: NonNullable<EngineRequest['terms']>,
): Promise<string> {
  const start = `dragoman-${pair.source}-${pair.target}-`;
  const sorted = terms.map(({ source, target }) => `${source}\u0000${target}`).sort();
  const name = start + hash('sha256', sorted.join('\u0001')).slice(0, 12);
  const all = await client.listGlossaries();
  const there = all.find((glossary) => glossary.name === name && glossary.ready);
  const entries = new GlossaryEntries({ entries: Object.fromEntries(terms.map(({ source, target }) => [source, target])) });
  const languages = [pair.source as DeepL.LanguageCode, pair.target as DeepL.LanguageCode] as const;
  const made = there ?? (await client.createGlossary(name, ...languages, entries));
  for (const old of all) if (old.name.startsWith(start) && old.name !== name) await client.deleteGlossary(old.glossaryId);
  return made.glossaryId;
}
