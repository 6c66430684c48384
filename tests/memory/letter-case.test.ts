/** A change of case alone: in a headline it is style, in one word it may be another word. */

import { expect, test } from 'vitest';
import { isOtherStyle } from '../../src/memory/letter-case.ts';
import { recordIn, run } from '../support/newsroom.ts';

test.each([
  ['Rain closes the port', 'Rain Closes the Port', true],
  ['Rain closes the port', 'RAIN CLOSES THE PORT', true],
  ['Rain Closes the Port', 'Rain closes the port', true],
  ['They polish the silver', 'They Polish the silver', false],
  ['Port takes us by surprise', 'Port takes US by surprise', false],
  ['Rain closes the port', 'Rain closes the port', false],
  ['Rain closes the port', 'Rain Closes a Port', false],
])('%s / %s', (a, b, expected) => expect(isOtherStyle(a, b)).toBe(expected));

const SOURCE = '---\ntitle: Rain closes the port\n---\n\n## What the mayor says\n\nRain closes the port.\n';

test('the reviewed text of a headline stays, a machine one and a sentence are translated again', () => {
  const first = run(SOURCE);
  const edition = first.edition.replace(/^title: .*/m, 'title: La lluvia cierra el puerto');
  const learned = run(SOURCE, { ...first, edition });
  const changed = SOURCE.replace('title: Rain closes the port', 'title: Rain Closes the Port')
    .replace('What the mayor says', 'What the Mayor Says')
    .replace('Rain closes the port.', 'Rain Closes the Port.');
  const after = run(changed, learned);
  expect(after.sent).toEqual(['What the Mayor Says', 'Rain Closes the Port.']);
  expect(after.findings).toEqual([]);
  expect(after.edition).toContain('title: La lluvia cierra el puerto');
  const [title] = recordIn(after).blocks[0]?.segments ?? [];
  expect([title?.source, title?.target?.state, title?.outdated]).toEqual([['Rain Closes the Port'], 'reviewed', undefined]);
  expect(run(changed, after)).toMatchObject({ sent: [], edition: after.edition, record: after.record });
});
