/**
 * The project's glossaries at a provider's: one a locale and state of the terms, whose hash is in its name. Others use the account too: an
 * older one is deleted where its name proves that this project has made it, and one that somebody has deleted is made again.
 */

import { hash } from 'node:crypto';
import type { EngineRequest } from './engine.ts';

type Terms = NonNullable<EngineRequest['terms']>;

/**
 * What no other project has, for names at providers; undefined where there is no such thing. Projects without one share what has the same
 * terms, and none of them deletes it.
 */
export type ProjectKey = () => Promise<string | undefined>;

interface Pair {
  readonly from: string;
  readonly to: string;
}

export interface GlossaryNames {
  /** Letters, digits and hyphens: `dragoman-1f2e3d4c-en-es-1f2e3d4c5b6a` */
  readonly name: string;
  /** Whether a name is that of an earlier state of the same glossary, which this project has made. */
  isOlder(name: string): boolean;
}

/** @param pair as the project names its locales: varieties that are one to the provider have glossaries of their own */
export function glossaryNames(key: string | undefined, { from, to }: Pair, terms: Terms): GlossaryNames {
  const sorted = terms.map(({ source, target }) => `${source}\u0000${target}`).sort();
  const start = ['dragoman', ...(key === undefined ? [] : [key]), from, to, ''].join('-').toLowerCase();
  const name = start + hash('sha256', sorted.join('\u0001')).slice(0, 12);
  const isState = (other: string) => other.startsWith(start) && /^[\da-f]{12}$/.test(other.slice(start.length));
  return { name, isOlder: (other) => key !== undefined && other !== name && isState(other) };
}

export interface KeptGlossaries {
  /**
   * @param ensure makes the glossary unless it is there
   * @returns its id at the provider's, once it is there
   */
  keep(pair: Pair, signal: AbortSignal, ensure: (signal: AbortSignal) => Promise<string>): Promise<string>;
  /**
   * Asks with the pair's glossary; once more, with one that is made anew, where it is gone.
   * @param ask given its id, or nothing where none is kept
   */
  use<Result>(pair: Pair, signal: AbortSignal, ask: (glossary: string | undefined) => Promise<Result>): Promise<Result>;
}

/** @param isGone whether an error may say so */
export function keptGlossaries(isGone: (error: unknown) => boolean): KeptGlossaries {
  interface Kept {
    readonly id: Promise<string>;
    readonly ensure: (signal: AbortSignal) => Promise<string>;
  }
  const kept = new Map<string, Kept>();
  const nameOf = ({ from, to }: Pair) => `${from} ${to}`;
  /** One that cannot be made now is looked for again by the next request. */
  const again = (name: string, { id, ensure }: Kept, signal: AbortSignal): Kept => {
    const made = ensure(signal);
    const next = { id: made, ensure };
    kept.set(name, next);
    made.catch(() => kept.set(name, { id, ensure }));
    return next;
  };
  return {
    keep: async (pair, signal, ensure) => {
      const id = await ensure(signal);
      kept.set(nameOf(pair), { id: Promise.resolve(id), ensure });
      return id;
    },
    use: async (pair, signal, ask) => {
      const name = nameOf(pair);
      const before = kept.get(name);
      if (before === undefined) return ask(undefined);
      try {
        return await ask(await before.id);
      } catch (error) {
        if (!isGone(error) || signal.aborted) throw error;
        const current = kept.get(name) ?? before;
        const now = current === before ? again(name, before, signal) : current;
        return ask(await now.id);
      }
    },
  };
}
