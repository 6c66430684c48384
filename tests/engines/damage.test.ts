/** Law 3 on a bad day: whatever an engine does to its answers, an edition is right or a finding says that it is not. */

import { expect, test } from 'vitest';
import { DAMAGES, damaged } from '../support/damage.ts';
import { seeded } from '../support/metered.ts';

test.each(Object.keys(DAMAGES))('%s', async (kind) => {
  const random = seeded(kind.length);
  let mended = 0;
  for (let at = 0; at < 25; at++) {
    const one = await damaged(kind, random);
    if (one.fate === 'mended') mended++;
    expect(one.fate === 'published' ? `${one.edition} instead of ${one.wanted}` : '', kind).toBe('');
    expect(one.references).toEqual([]);
  }
  if (MENDED.has(kind)) expect(mended).toBe(25);
});

/** What can be told from the answer alone is mended always, not sent back. */
const MENDED = new Set(['thoughts', 'code fence', 'control token', 'emphasis around the whole', 'json', 'tags around the whole']);
