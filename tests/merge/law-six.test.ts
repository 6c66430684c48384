/** Law 6: after any edit of an edition's file nothing of it changes, and a changed sentence of the source changes that sentence alone. */

import { expect, test } from 'vitest';
import { editedEditions } from '../support/edited-editions.ts';
import { drawn, judged, start } from '../support/law-six.ts';
import { random } from '../support/random.ts';

/** `npm run bench:edits` makes two thousand over sixty editions. */
const EDITIONS = 8;
const EDITS = 6;

test.each(editedEditions(EDITIONS).map((one) => [`${one.name} in ${one.locale}`, one] as const))('%s', (name, one) => {
  const desk = start(one);
  const dice = random([...name].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 11));
  for (let count = 0; count < EDITS; count++) {
    const change = drawn(one, desk, dice);
    const { kinds, edition } = change;
    const { broken } = judged(one, desk, change);
    expect({ kinds, broken, edition }).toEqual({ kinds, broken: [], edition });
  }
});
