import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';
import { expect, test } from 'vitest';
import { editInPlace } from '../../src/markdown/edits-in-place.ts';
import { random } from '../support/random.ts';

const { below, chance } = random(7);
const own = EditMap.prototype.consume;
const events = (count: number) => Array.from({ length: count }, (_, at) => `${at}` as unknown as Event);

/** The same edits twice: by micromark's own way, and by ours. */
function bothWays(length: number, edits: readonly (readonly [at: number, removed: number, added: Event[]])[]): [Event[], Event[]] {
  const apply = (consume: typeof own) => {
    const list = events(length);
    const map = new EditMap();
    for (const [at, removed, added] of edits) map.add(at, removed, [...added]);
    consume.call(map, list);
    expect(map.map).toEqual([]);
    return list;
  };
  editInPlace();
  return [apply(own), apply(EditMap.prototype.consume)];
}

test('the events after edits are those of micromark', () => {
  for (let round = 0; round < 500; round++) {
    const length = below(30);
    const edits: [number, number, Event[]][] = [];
    for (let at = 0; at <= length; at += 1 + below(6)) {
      const removed = Math.min(below(3), length - at);
      edits.push([at, removed, events(below(3))]);
      at += removed;
    }
    if (chance(0.5)) edits.reverse();
    const [theirs, ours] = bothWays(length, edits);
    expect(ours).toEqual(theirs);
  }
});

test('an edit at the end of a long list writes no event before it', () => {
  editInPlace();
  let written = 0;
  const list = new Proxy(events(10_000), {
    set: (target, key, value) => {
      if (key !== 'length') written++;
      return Reflect.set(target, key, value);
    },
  });
  const map = new EditMap();
  map.add(9_990, 1, events(2));
  map.consume(list);
  expect(list).toHaveLength(10_001);
  expect(written).toBeLessThan(50);
});
