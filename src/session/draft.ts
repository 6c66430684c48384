/** Editions that an engine of draft quality makes, and what is said of them. */

import type { Engine } from '../engines/engine.ts';
import type { KnownError } from '../errors.ts';

export interface EngineChoice {
  readonly from: string;
  readonly locale: string;
  /** First choice first, by name. */
  readonly usable: readonly (readonly [name: string, engine: Engine])[];
  /** What those before the first usable one lack. */
  readonly refused: readonly KnownError[];
}

/** Whether what the first choice makes is not to be published unread. */
export const isDraft = ({ usable }: EngineChoice): boolean => usable[0]?.[1].quality === 'draft';

/** What a person should know of locales whose text will be a draft, in one line; undefined where there are none. */
export function draftNote(choices: readonly EngineChoice[]): string | undefined {
  const drafts = choices.filter(isDraft);
  const [first] = drafts;
  if (first === undefined) return undefined;
  const names = [...new Set(drafts.map(({ usable }) => usable[0]?.[0]))].join(', ');
  const locales = [...new Set(drafts.map(({ locale }) => locale))];
  const help = first.refused[0]?.help?.replace(/^Run: /, '').replace(new RegExp(`(?<= )${first.locale}(?= |$)`), locales.join(' '));
  return `Draft quality: ${locales.join(', ')} by ${names}.${help === undefined ? '' : ` A better engine: ${help}`}`;
}
