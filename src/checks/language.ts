/** An edition that is in another language than its locale says: most of its words taken together. */

import { namedInMessage, otherLanguage } from '../language/identify.ts';
import { worded } from '../text/worded.ts';
import { words } from '../text.ts';
import { type EditionCheck, isPseudo } from './check.ts';

/** Enough for n-grams to be sure; titles and captions alone are not judged. */
const LEAST_CHARACTERS = 200;
const MOST_CHARACTERS = 1500;
const MARGIN = 0.06;

export const languageCheck: EditionCheck = {
  name: 'language',
  edition: ({ edition }) => {
    let all = '';
    for (const target of edition.targets.values()) {
      if (isPseudo(target)) continue;
      all += `${words(target.text)} `;
      if (all.length > MOST_CHARACTERS) break;
    }
    if (all.length < LEAST_CHARACTERS) return [];
    const other = otherLanguage(all, edition.locale, MARGIN);
    if (other === undefined) return [];
    return [{ ...worded`The edition seems to be in ${namedInMessage(other)}`, expected: [edition.locale], got: [other] }];
  },
};
