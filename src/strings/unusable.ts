/** A file of strings that its parser refuses, in the words of all of them. */

import { KnownError, knownOf } from '../errors.ts';

/** @throws KnownError with file and line instead of one that speaks of front matter */
export function unusable<Value>(file: string, expected: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    const line = known.place?.split(':')[0] || '1';
    throw new KnownError(`${file}:${line}: not usable as strings`, {
      expected,
      got: known.got ?? known.message,
      help: `Correct ${file}.`,
      place: `${file}:${line}`,
      cause: error,
    });
  }
}
