/** The segments of one edition that need an engine: made ready, sent, and their answers gathered. */

import { EngineError } from '../errors.ts';
import { tryFrontMatter } from '../frontmatter/data.ts';
import { readPriority } from '../frontmatter/fields.ts';
import type { Memory } from '../memory/store.ts';
import type { Queue } from '../queue/queue.ts';
import type { Desk } from './desk.ts';
import type { OpenEdition } from './open.ts';
import type { Answers } from './outcome.ts';
import { type Prepared, prepare, type Surroundings, send, type Translated, withoutEngine } from './segment-request.ts';
import { contextsOf } from './text-context.ts';

/** Texts ready to be sent, and where they come from. */
export interface EditionRequest {
  readonly prepared: readonly Prepared[];
  readonly around: Surroundings;
}

/**
 * @param queue the way to the locale's engine
 * @param near the memory's sentences like a text, for engines that take examples
 */
export function requestFor(open: OpenEdition, desk: Desk, queue: Queue, near: Memory['near'] | undefined): EditionRequest {
  const { article, locale } = open.edition;
  const { targets, rest } = withoutEngine(open, desk.glossary);
  const around: Surroundings = {
    slug: article.id,
    from: article.locale,
    to: locale,
    glossary: desk.glossary,
    takesTerms: queue.takesTerms === true,
    ...(queue.takesExamples === true && { near }),
    priority: readPriority(tryFrontMatter(article.source) ?? {}, article.id),
    contextOf: contextsOf(article, targets),
  };
  const wanted = new Set(rest);
  const prepared = article.blocks.flatMap((block) =>
    block.segments.filter((segment) => wanted.has(segment)).map((segment) => prepare(segment, block, around)),
  );
  return { prepared, around };
}

/**
 * Sends every text on its own.
 * @param onAnswer called once for each text, whatever came of it
 * @returns what came back; texts that the engine refused for what they are; and what ended the sending, where something did
 */
export async function sendAll(
  { prepared, around }: EditionRequest,
  queue: Queue,
  signal: AbortSignal,
  onAnswer: () => void,
): Promise<Answers> {
  const made = new Map<string, Translated>();
  const refused = new Map<string, EngineError>();
  let failure: unknown;
  await Promise.all(
    prepared.map(async (one) => {
      try {
        made.set(one.segment.id, await send(one, queue, around, signal));
      } catch (error) {
        if (error instanceof EngineError && error.isOfTheText) refused.set(one.segment.id, error);
        else failure ??= error;
      }
      onAnswer();
    }),
  );
  return { made, refused, failure };
}
