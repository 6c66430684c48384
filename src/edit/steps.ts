/** What people have done to an edition's sentences, so that it can be taken back while nobody has changed them since. */

import { randomBytes } from 'node:crypto';
import type { Target } from '../article.ts';
import type { Waiver } from '../memory/record.ts';
import type { Place } from './drafts.ts';

/** Targets that one save has put in the place of others. */
interface Step extends Place {
  readonly author: string;
  readonly before: ReadonlyMap<string, Target>;
  /** What had been waived of these, by segment. */
  readonly waivers: ReadonlyMap<string, readonly Waiver[]>;
  /** Names of the texts that have taken their place. */
  readonly bases: ReadonlyMap<string, string>;
}

export interface LastStep {
  readonly name: string;
  /** Of the text that it has left: where the sentence has another by now, it is too late. */
  readonly base: string | undefined;
}

export interface Steps {
  /** @returns its name, which only who did it is told; undefined where a sentence had no target: there is nothing to go back to */
  readonly keep: (step: Step) => string | undefined;
  readonly of: (name: string) => Step | undefined;
  /** The last step of each sentence of an edition that somebody has changed. */
  readonly lastOf: (edition: Pick<Place, 'locale' | 'slug'>, author: string) => ReadonlyMap<string, LastStep>;
  readonly forget: (name: string) => void;
}

/** A day's. */
const MOST_KEPT = 500;

export function createSteps(): Steps {
  const kept = new Map<string, Step>();
  return {
    keep: (step) => {
      if ([...step.bases.keys()].some((segment) => !step.before.has(segment))) return undefined;
      const name = randomBytes(9).toString('base64url');
      kept.set(name, step);
      for (const [oldest] of kept) {
        if (kept.size <= MOST_KEPT) break;
        kept.delete(oldest);
      }
      return name;
    },
    of: (name) => kept.get(name),
    lastOf: ({ locale, slug }, author) => {
      const last = new Map<string, LastStep>();
      for (const [name, step] of kept)
        if (step.author === author && step.locale === locale && step.slug === slug)
          last.set(step.segment, { name, base: step.bases.get(step.segment) });
      return last;
    },
    forget: (name) => void kept.delete(name),
  };
}
