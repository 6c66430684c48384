/** What front matter says and nobody can read is told of, and published without. */

import { expect, it } from 'vitest';
import { readFrontMatter } from '../../src/frontmatter/data.ts';
import { readFields } from '../../src/frontmatter/fields.ts';
import { fieldFaults } from '../../src/publish/survey/field-faults.ts';

const faults = (front: string) =>
  fieldFaults(readFrontMatter(`---\n${front}\n---\n`).data, 'UTC').map(({ message, got }) => `${/"(\w+)"/.exec(message)?.[1]}: ${got}`);

it.each([
  ['date: yesterday', ['date: yesterday']],
  ['date: 2026-13-45', ['date: 2026-13-45']],
  ['date: 2026-01-01T25:00', ['date: 2026-01-01T25:00']],
  ['date: [2026]', ['date: [2026]']],
  ['updated: soon\ncoverageEnd: later', ['updated: soon', 'coverageEnd: later']],
  ['kind: podcast', ['kind: podcast']],
  ['review: { item: A, rating: five }', ['review: five']],
  ['review: { item: A, rating: 9 }', ['review: 9']],
  ['review: { item: A, rating: 11, best: 10 }', ['review: 11 of 10']],
  ['review: { item: A, rating: 1, best: 0 }', ['review: 1 of 0']],
])('%s', (front, told) => expect(faults(front)).toEqual(told));

it.each([
  'title: A',
  'date: 2026-03-02',
  'date: 2026-03-02T06:40+01:00',
  'date: 2026-03-02 06:40',
  'published: true',
  'published: false\ndate: 2026-03-02',
  'date:',
  'kind: news',
  'kind: Live',
  'review: The Quay',
  'review: { item: A, rating: 0 }',
  'review: { item: A, rating: 9, best: 10 }',
])('nothing of %j', (front) => expect(faults(front)).toEqual([]));

it('a rating beyond the best is none: search engines refuse the page of one', () => {
  const review = (front: string) => readFields(readFrontMatter(`---\n${front}\n---\n`).data, 'A', 'UTC').review;
  expect(review('review: { item: A, rating: 9 }')).toEqual({ item: 'A' });
  expect(review('review: { item: A, rating: 9, best: 10 }')).toEqual({ item: 'A', rating: 9, best: 10 });
});
