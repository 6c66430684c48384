/** Editions that an engine of draft quality makes, and what is said of them. */

import type { Engine } from '../engines/engine.ts';
import type { KnownError } from '../errors.ts';
import { counted } from '../text/counted.ts';

export interface EngineChoice {
  readonly from: string;
  readonly locale: string;
  /** First choice first, by name. */
  readonly usable: readonly (readonly [name: string, engine: Engine])[];
  /** What those before the first usable one lack. */
  readonly refused: readonly KnownError[];
}

/** Whether what the first choice makes is not to be published unread. */
const isDraft = ({ usable }: EngineChoice): boolean => usable[0]?.[1].quality === 'draft';

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

/** Machine sentences of a locale, by the name of their engine. */
interface MadeSentences {
  readonly locale: string;
  readonly engine: string;
  readonly sentences: number;
}

/** Locales whose text is a draft, or will be, whichever engine is first now: one that was away left its sentences to the next. */
export function draftLocales(choices: readonly EngineChoice[], made: readonly MadeSentences[]): string[] {
  const locales = [...choices.filter(isDraft), ...standing(choices, made)].map(({ locale }) => locale);
  return [...new Set(locales)];
}

/** What a person should know of drafts in locales for which there is a better engine, in one line; undefined where there are none. */
export function standingNote(choices: readonly EngineChoice[], made: readonly MadeSentences[]): string | undefined {
  const drafts = standing(choices, made);
  const [first] = drafts;
  if (first === undefined) return undefined;
  const count = drafts.reduce((sum, { sentences }) => sum + sentences, 0);
  const locales = [...new Set(drafts.map(({ locale }) => locale))].join(', ');
  const again = `"dragoman translate --again --from-engine ${first.engine}" has ${count === 1 ? 'it' : 'them'} made again`;
  return `Draft quality: ${counted(count, 'sentence')} of ${locales} by ${first.engine}; ${again}.`;
}

function standing(choices: readonly EngineChoice[], made: readonly MadeSentences[]): MadeSentences[] {
  const better = choices.filter((choice) => !isDraft(choice));
  const isStanding = ({ locale, engine, sentences }: MadeSentences) =>
    sentences > 0 &&
    better.some(
      (choice) => choice.locale === locale && choice.usable.some(([name, { quality }]) => name === engine && quality === 'draft'),
    );
  return made.filter(isStanding);
}
