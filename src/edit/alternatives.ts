/** How another engine says a sentence, asked for by a person: through the queue, with its journal and the budget of the day. */

import { systemClock } from '../clock.ts';
import { engineChainFor } from '../config.ts';
import { prepare, type Surroundings, send } from '../edition/segment-request.ts';
import { contextsOf } from '../edition/text-context.ts';
import type { Project } from '../project/project.ts';
import { pricePerMillion } from '../session/correcting.ts';
import { openQueues } from '../session/queues.ts';
import type { Opened } from '../session/workspace.ts';
import { toFragment } from '../text.ts';
import type { AlternativeView, OfferView } from './contract.ts';

export interface Alternatives {
  /** What can be asked for a sentence of these many characters, marks included. */
  readonly offers: (locale: string, characters: number) => Promise<readonly OfferView[]>;
  /**
   * @throws EngineError where the engine does not answer, or the budget is used; KnownError where it is not to be had here
   */
  readonly ask: (opened: Opened, segment: string, engine: string) => Promise<AlternativeView | undefined>;
}

/** Milliseconds that somebody waits for an engine. */
const PATIENCE = 30_000;

export function createAlternatives(project: Project): Alternatives {
  const { config } = project;
  const prices = new Map<string, Promise<number | undefined>>();
  const priceOfOne = (locale: string, engine: string) => {
    const key = `${locale} ${engine}`;
    const known = prices.get(key) ?? pricePerMillion(project, locale, engine);
    prices.set(key, known);
    return known;
  };
  const enginesFor = (locale: string) => [...new Set([...engineChainFor(config, locale), ...Object.keys(config.engines)])];
  return {
    offers: async (locale, characters) => {
      const all = await Promise.all(
        enginesFor(locale).map(async (engine) => {
          const price = await priceOfOne(locale, engine);
          // An engine that is not to be had here is not offered.
          return price === undefined ? [] : [{ engine, characters, cost: (characters * price) / 1e6 }];
        }),
      );
      return all.flat();
    },
    ask: async ({ open, desk }, id, engine) => {
      const { article } = open.edition;
      const block = article.blocks.find(({ segments }) => segments.some((segment) => segment.id === id));
      const segment = block?.segments.find((one) => one.id === id);
      if (block === undefined || segment === undefined) return undefined;
      const queues = await openQueues(project, [open.locale], { engine, clock: systemClock });
      try {
        const queue = queues.queueFor(open.locale, article.locale);
        const around: Surroundings = {
          slug: article.id,
          from: article.locale,
          to: open.locale,
          glossary: desk.glossary,
          takesTerms: queue.takesTerms === true,
          priority: 0,
          contextOf: contextsOf(article, open.edition.targets),
        };
        const { target } = await send(prepare(segment, block, around), queue, around, AbortSignal.timeout(PATIENCE));
        const { characters, cost } = queues.usage();
        return { engine, text: toFragment(target.text), characters, cost };
      } finally {
        await queues.close();
      }
    },
  };
}
