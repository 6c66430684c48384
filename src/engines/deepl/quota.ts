/** What is left of the account's quota: asked once, before the first text, and counted down, so that nothing is sent beyond it. */

import { EngineError } from '../../errors.ts';
import { countCharacters } from '../../text.ts';
import type { Call } from './client.ts';

export interface Quota {
  /** @throws EngineError `stopped` where the texts are more than what is left */
  reserve(texts: readonly string[], signal: AbortSignal): Promise<void>;
  /** Gives back what was reserved and not translated. */
  release(texts: readonly string[]): void;
}

const charactersOf = (texts: readonly string[]) => texts.reduce((total, text) => total + countCharacters(text), 0);

export function createQuota(call: Call): Quota {
  let asked: Promise<number> | undefined;
  let reserved = 0;

  /** Without an answer (a key without that right, an old server) nothing is known, and the server's own refusal has to do. */
  const left = (signal: AbortSignal) =>
    call(signal, async (client) => {
      const { character } = await client.getUsage();
      return character === undefined ? Number.POSITIVE_INFINITY : character.limit - character.count;
    }).catch((error: unknown) => {
      if (error instanceof EngineError && error.kind === 'aborted') asked = undefined;
      return Number.POSITIVE_INFINITY;
    });

  return {
    reserve: async (texts, signal) => {
      asked ??= left(signal);
      const most = await asked;
      const characters = charactersOf(texts);
      if (reserved + characters > most)
        throw new EngineError('stopped', `deepl: ${Math.max(0, most - reserved)} characters are left of this billing period's quota`, {
          help: 'Raise the quota in your DeepL account, or choose another engine. What was translated is saved.',
        });
      reserved += characters;
    },
    release: (texts) => {
      reserved -= charactersOf(texts);
    },
  };
}
