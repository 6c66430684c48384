/** The address of a shared store that comes by the environment. */

import { expect, test } from 'vitest';
import { storeFromEnvironment } from '../../src/session/open-store.ts';

test.each(['postgres://host/database', 'postgresql://sports@host:5433/database'])('%s is taken', (url) => {
  expect(storeFromEnvironment({ DRAGOMAN_STORE: url })).toBe(url);
});

test.each(['mysql://host/database', 'host/database', ' postgres://host'])(
  '%j is no address of PostgreSQL: it is refused before anything is asked',
  (url) => {
    expect(() => storeFromEnvironment({ DRAGOMAN_STORE: url })).toThrow('DRAGOMAN_STORE is not usable');
  },
);

test('none is none', () => {
  expect(storeFromEnvironment({})).toBeUndefined();
  expect(storeFromEnvironment({ DRAGOMAN_STORE: '' })).toBeUndefined();
});
