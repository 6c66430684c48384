/** Why a sentence is not saved, and what a person has to know to go on. */

import type { SaveOutcome } from '../requests.ts';

export type Trouble =
  /** `text` is what the edition says now, and `base` its name; `isFromBefore`: found as the sentence was opened. */
  | { readonly kind: 'conflict'; readonly text: string; readonly base: string; readonly by?: string; readonly isFromBefore?: boolean }
  | { readonly kind: 'gone'; readonly segment?: string; readonly source?: string }
  | { readonly kind: 'waiting'; readonly command: string }
  | { readonly kind: 'marks'; readonly missing: readonly string[]; readonly wrong: readonly string[]; readonly isEmpty: boolean }
  /** `isTriedAgain`: the server was not there, and is asked again. */
  | { readonly kind: 'failed'; readonly message: string; readonly isTriedAgain?: boolean };

export function troubleOf(answer: Exclude<SaveOutcome, { status: 200 }>): Trouble {
  switch (answer.status) {
    case 202:
      return { kind: 'waiting', command: answer.body.waiting };
    case 409: {
      const { text, base, by } = answer.body;
      return { kind: 'conflict', text, base, ...(by !== undefined && { by }) };
    }
    case 410:
      return { kind: 'gone', ...answer.body };
    case 422:
      return { kind: 'marks', ...answer.body };
    default:
      return { kind: 'failed', message: answer.message };
  }
}
