/** Articles without front matter, as manuals are: their title is their heading, and there is no line of authors and dates where there are none. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { headingTitle } from '../../src/publish/survey/heading-title.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput } from './newsroom.ts';

it.each([
  ['# One\n\nWords.\n', 'One'],
  ['## Appendix *G* - How `Rust` is\nMade\n', 'Appendix G - How Rust is'],
  ['One\n===\n\nWords.\n', 'One'],
  ['<!-- no -->\n\n### [One](/one) &amp; \\*two {#one}\n', 'One & *two'],
  ['Words.\n\n```sh\n# install\n```\n\n## Two\n\n# One #\n', 'One'],
  ['Words.\n\n```sh\n# install\n```\n\n## Two\n', undefined],
  ['Words.\n', undefined],
])('the title in %j', (body, title) => {
  expect(headingTitle(body)).toBe(title);
});

it('is there once, and nothing is said of who and when where nobody knows', async () => {
  const root = temporaryFolder();
  const out = join(root, 'site');
  const long = 'word '.repeat(1000);
  const drafts = { a: { en: '## The `Iterator` Trait\n\nWords.\n\n## More\n' }, b: { en: `# Long\n\n${long}\n` } };
  await buildSite(siteInput(root, drafts, { locales: ['en'] }), { out });
  const page = (slug: string) => readFileSync(join(out, 'en', slug, 'index.html'), 'utf8');
  expect(page('a')).toContain('<h1>The Iterator Trait</h1>');
  expect([...page('a').matchAll(/<h\d[^>]*>/g)].length).toBe(2);
  expect(page('a')).not.toContain('class="byline"');
  expect(page('b')).toContain('5 min read');
});
