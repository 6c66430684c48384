/** Files of strings: plural forms of the locale, and what is filled in. */

import { compareStrings, type Difference } from '../strings/compare.ts';
import { type Worded, worded } from '../text/worded.ts';
import type { EditionCheck } from './check.ts';

const MESSAGES: Readonly<Record<Difference['kind'], (path: string, names: string, locale: string) => Worded>> = {
  'missing key': (path) => worded`The string ${path} is missing`,
  'missing form': (path, names, locale) => worded`${path} has no form for ${names}, which ${locale} needs`,
  'superfluous form': (path, _, locale) => worded`${path} is a form that ${locale} does not have`,
  'missing interpolation': (path, names) => worded`${path} lacks ${names}`,
  'broken message': (path) => worded`${path} is not a valid ICU message`,
  'superfluous interpolation': (path, names) => worded`${path} fills in ${names}, which its source does not`,
};

export const stringsCheck: EditionCheck = {
  name: 'strings',
  format: 'strings',
  edition: ({ edition, output }) => {
    const { article, locale } = edition;
    return compareStrings(article, output, locale).map(({ kind, path, line, names }) => ({
      ...MESSAGES[kind](path, names.join(', '), locale),
      line,
      // It is never asked for, so that a reader sees no difference.
      ...(kind === 'superfluous form' ? { level: 'warning' as const } : {}),
      ...(kind.startsWith('missing') ? { expected: names } : { got: names }),
    }));
  },
};
