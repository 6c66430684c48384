/** Machine sentences of engines that the configuration no longer names for their locale. */

import { builtInEngines } from '../adapters.ts';
import { type Config, engineChainFor } from '../config.ts';
import { counted } from '../text/counted.ts';

/** Sentences of a locale that an engine made. */
export interface Made {
  readonly locale: string;
  readonly engine: string;
  readonly sentences: number;
}

/** @returns a line for each engine, for people */
export function otherEngines(made: readonly Made[], config: Config): string[] {
  // A module names itself as it likes: only names of the configuration can be told from each other.
  const known = new Set([...builtInEngines, ...Object.keys(config.engines)]);
  const sums = new Map<string, number>();
  for (const { locale, engine, sentences } of made)
    if (known.has(engine) && !engineChainFor(config, locale).includes(engine)) sums.set(engine, (sums.get(engine) ?? 0) + sentences);
  return [...sums].map(
    ([engine, count]) =>
      `${counted(count, 'machine sentence was', 'machine sentences were')} made by ${engine}; "dragoman translate --again --from-engine ${engine}" renews ${count === 1 ? 'it' : 'them'}`,
  );
}

/** Where none of the sentences was made by the engine that somebody named: a line that says whose there are. */
export function nothingOf(engine: string, made: readonly Made[]): string {
  const sums = new Map<string, number>();
  for (const one of made) sums.set(one.engine, (sums.get(one.engine) ?? 0) + one.sentences);
  const others = [...sums].map(([name, count]) => `${name} (${count})`).join(', ');
  return `No machine sentence here was made by ${engine}${others === '' ? '' : `; there are those of ${others}`}.`;
}
