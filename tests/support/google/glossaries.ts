/** Glossaries of the local Google: created and deleted by long-running operations, filled entry by entry. */

import type { PackageDefinition } from '@grpc/proto-loader';
import { failure, serialize } from './failure.ts';
import type { Method } from './server.ts';

interface LocalGlossary {
  readonly name: string;
  readonly terms: Map<string, string>;
  readonly inputUri: string | undefined;
  /** What the service gives for a text: its translation, each source term of the text that came through replaced. */
  apply(source: string, translation: string): string;
}

export type GlossaryStore = Map<string, LocalGlossary>;

interface Glossary {
  readonly name: string;
  readonly inputConfig: { readonly gcsSource: { readonly inputUri: string } | null } | null;
}

export function glossaryMethods(store: GlossaryStore, definitions: PackageDefinition): Record<string, Method> {
  const operations = new Map<string, { polls: number; finish: () => [type: string, value: object] }>();
  const found = (name: string): LocalGlossary => {
    const glossary = store.get(name);
    if (glossary === undefined) throw failure(5, `Glossary not found: ${name}`);
    return glossary;
  };
  const operation = (parent: string, finish: () => [type: string, value: object]) => {
    const name = `${parent}/operations/${operations.size + 1}`;
    operations.set(name, { polls: 0, finish });
    return { name, done: false };
  };
  const asMessage = ({ name, terms, inputUri }: LocalGlossary) => ({
    name,
    entryCount: terms.size,
    ...(inputUri === undefined ? {} : { inputConfig: { gcsSource: { inputUri } } }),
  });
  return {
    CreateGlossary: (request) => {
      const { parent, glossary } = request as { parent: string; glossary: Glossary };
      if (store.has(glossary.name)) throw failure(6, `Glossary exists: ${glossary.name}`);
      if (parent.endsWith('/global'))
        throw failure(3, 'Glossaries need a region such as us-central1', [{ field: 'parent', description: 'not a region' }]);
      return operation(parent, () => {
        const made = localGlossary(glossary.name, glossary.inputConfig?.gcsSource?.inputUri);
        store.set(made.name, made);
        return ['google.cloud.translation.v3.Glossary', asMessage(made)];
      });
    },
    DeleteGlossary: (request) => {
      const { name } = request as { name: string };
      found(name);
      return operation(name.split('/glossaries/')[0] ?? '', () => {
        store.delete(name);
        return ['google.cloud.translation.v3.DeleteGlossaryResponse', { name }];
      });
    },
    GetGlossary: (request) => asMessage(found((request as { name: string }).name)),
    ListGlossaries: (request) => {
      const { parent } = request as { parent: string };
      return { glossaries: [...store.values()].filter(({ name }) => name.startsWith(`${parent}/`)).map(asMessage), nextPageToken: '' };
    },
    ListGlossaryEntries: (request) => {
      const { terms, name } = found((request as { parent: string }).parent);
      const entry = ([source, target]: [string, string], at: number) => ({
        name: `${name}/glossaryEntries/${at}`,
        termsPair: { sourceTerm: { text: source }, targetTerm: { text: target } },
      });
      return { glossaryEntries: [...terms].map(entry), nextPageToken: '' };
    },
    CreateGlossaryEntry: (request) => {
      const { parent, glossaryEntry } = request as { parent: string; glossaryEntry: { termsPair: { sourceTerm: Word; targetTerm: Word } } };
      found(parent).terms.set(glossaryEntry.termsPair.sourceTerm.text, glossaryEntry.termsPair.targetTerm.text);
      return glossaryEntry;
    },
    // Done at the second poll.
    GetOperation: (request) => {
      const { name } = request as { name: string };
      const known = operations.get(name);
      if (known === undefined) throw failure(5, `Operation not found: ${name}`);
      known.polls++;
      if (known.polls < 2) return { name, done: false };
      const [type, value] = known.finish();
      return { name, done: true, response: { type_url: `type.googleapis.com/${type}`, value: serialize(definitions, type, value) } };
    },
  };
}

interface Word {
  readonly text: string;
}

function localGlossary(name: string, inputUri: string | undefined): LocalGlossary {
  const terms = new Map<string, string>();
  return {
    name,
    terms,
    inputUri,
    apply: (source, translation) => {
      const used = [...terms].filter(([term]) => source.includes(term)).map(([, target]) => target);
      return used.length === 0 ? translation : `${translation} [${used.join(', ')}]`;
    },
  };
}
