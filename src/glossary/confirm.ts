/** A dictionary of the user's own that may confirm what the tables of endings do not know. None is ever needed. */

/** Whether a word (lower case) is a form of a dictionary form (lower case). */
export type Confirm = (word: string, lemma: string) => boolean;

const confirmers = new Map<string, Confirm>();

/** From now on words of a locale that no table knows are asked for here. */
export function confirmWith(locale: string, confirm: Confirm): void {
  confirmers.set(locale, confirm);
}

export function confirmerFor(locale: string): Confirm | undefined {
  return confirmers.get(locale);
}
