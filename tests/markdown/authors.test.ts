/** Who wrote an article: the front matter of Jekyll, Hugo, Eleventy, Ghost, Docusaurus, Hexo, Pelican, Astro. */

import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/frontmatter/data.ts';
import { readFields } from '../../src/frontmatter/fields.ts';

const fields = (front: string) => readFields(readFrontMatter(`---\n${front}\n---\n`).data, 'x', 'UTC');

test.each<[front: string, authors: string[], roles?: Record<string, string>]>([
  ['author: Ada Lindqvist', ['Ada Lindqvist']],
  ['authors: [Ada Lindqvist, Nour Haddad]', ['Ada Lindqvist', 'Nour Haddad']],
  ['author: [Ada Lindqvist, Nour Haddad]', ['Ada Lindqvist', 'Nour Haddad']],
  ['authors: "One, Two"', ['One', 'Two']],
  ['author: Ada Lindqvist, Nour Haddad', ['Ada Lindqvist', 'Nour Haddad']],
  ['authors: ["Ada Lindqvist, Nour Haddad"]', ['Ada Lindqvist', 'Nour Haddad']],
  ['Authors: Lindqvist, Ada; Haddad, Nour', ['Lindqvist, Ada', 'Haddad, Nour']],
  ['author: Lindqvist, Ada', ['Lindqvist, Ada']],
  ['author: Sammy Davis, Jr.', ['Sammy Davis, Jr.']],
  ['authors: ["Sammy Davis, Jr.", Nour Haddad]', ['Sammy Davis, Jr.', 'Nour Haddad']],
  ['author: 佐藤花子、鈴木一郎', ['佐藤花子', '鈴木一郎']],
  ['author: نور حداد، ليلى سالم', ['نور حداد', 'ليلى سالم']],
  ['author: { name: Ada Lindqvist, twitter: ada }', ['Ada Lindqvist']],
  ['author: { name: "Davis, Smith and Sons" }', ['Davis, Smith and Sons']],
  ['authors: slorber', ['slorber']],
  [
    'authors: [slorber, { name: Nour Haddad, title: Reporter, url: "https://nour.example" }]',
    ['slorber', 'Nour Haddad'],
    { 'Nour Haddad': 'Reporter' },
  ],
  ['authors: [{ key: slorber, title: Maintainer }]', ['slorber'], { slorber: 'Maintainer' }],
  ['author: Ada Lindqvist\nauthor_title: Pilot\nauthor_url: https://ada.example', ['Ada Lindqvist'], { 'Ada Lindqvist': 'Pilot' }],
  ['authors: [{ name: Ada, role: Pilot, title: no }]', ['Ada'], { Ada: 'Pilot' }],
  ['authors:', []],
  ['author: ""', []],
])('%s', (front, authors, roles) => {
  const read = fields(front);
  expect([read.authors, read.roles]).toEqual([authors, roles]);
});

test('topics in one text have commas between them, and may be of several words', () => {
  expect(fields('tags: sea, New York, sea').tags).toEqual(['sea', 'New York']);
  expect(fields('tags: New York').tags).toEqual(['New York']);
  expect(fields('tags: ["Bees, wasps"]').tags).toEqual(['Bees, wasps']);
});
