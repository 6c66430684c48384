/** A file of strings that its parser refuses, in the words of all of them. */

import { KnownError } from '../errors.ts';

/** @throws KnownError with file and line instead of one that speaks of front matter */
export function unusable<Value>(file: string, expected: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    const [line = '1'] = (error.place ?? '').split(':');
    throw new KnownError(`${file}:${line}: not usable as strings`, {
      expected,
      got: error.got ?? error.message,
      help: `Correct ${file}.`,
      place: `${file}:${line}`,
      cause: error,
    });
  }
}
