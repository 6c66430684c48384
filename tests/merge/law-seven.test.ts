/** Law 7: adopting an edition that people made, then a run over an unchanged source: no byte of it changes. */

import { expect, test } from 'vitest';
import { adopted, humanEditions } from '../support/law-seven.ts';
import { random } from '../support/random.ts';

test.each(['es', 'ja'])('editions in %s, wrapped by hand, with a front matter of their own and moved paragraphs', (locale) => {
  for (const one of humanEditions(locale, 2, random(7))) {
    const run = adopted(one);
    expect(run.edition).toBe(one.edition);
    expect(run.sent).toEqual([]);
  }
});
