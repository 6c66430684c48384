/** What Google's models cost (cloud.google.com/translate/pricing): some bill what goes in, some what comes out too. */

import { countCharacters } from '../../text.ts';
import type { GoogleOptions } from './google-options.ts';

/** US dollars for a million characters. */
interface CharacterPrices {
  readonly input: number;
  readonly output: number;
}

const NMT: CharacterPrices = { input: 20, output: 0 };
const LANGUAGE_MODEL: CharacterPrices = { input: 10, output: 10 };
const ADAPTIVE: CharacterPrices = { input: 25, output: 25 };
/** A model of one's own, in its first band. */
const CUSTOM: CharacterPrices = { input: 80, output: 0 };

type Priced = Pick<GoogleOptions, 'model' | 'adaptiveDataset' | 'pricePerMillionCharacters'>;

function pricesOfModel({ model, adaptiveDataset, pricePerMillionCharacters }: Priced): CharacterPrices {
  if (pricePerMillionCharacters !== undefined) return { input: pricePerMillionCharacters, output: 0 };
  if (adaptiveDataset !== undefined) return ADAPTIVE;
  if (/general\/translation-llm/.test(model)) return LANGUAGE_MODEL;
  return /general\/nmt/.test(model) ? NMT : CUSTOM;
}

/** Dollars for a million characters of a source, for budgets and dry runs: a translation is about as long, a tenth longer from English. */
export function priceOf(options: Priced): number {
  const { input, output } = pricesOfModel(options);
  return input + 1.1 * output;
}

/** @param answers of whatever number: what came back is billed */
export function costOfRequest(options: Priced, texts: readonly string[], answers: readonly string[]): number {
  const { input, output } = pricesOfModel(options);
  const count = (list: readonly string[]) => list.reduce((total, text) => total + countCharacters(text), 0);
  return (count(texts) * input + (output === 0 ? 0 : count(answers) * output)) / 1e6;
}
