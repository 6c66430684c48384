/** What lists and search engines show of an article's beginning: words of its author's, and none of what stands in the place of something. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput } from './newsroom.ts';

const FRAME = '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Film"></iframe>';

const BODIES: readonly (readonly [body: string, excerpt: string])[] = [
  [`${FRAME}\n\nFirst words.`, 'First words.'],
  [`Text ${FRAME} more.`, 'Text'],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ\n\nFirst words.', 'First words.'],
  ['<iframe src="https://elsewhere.example/x" title="A chart"></iframe>\n\nFirst words.', 'First words.'],
  ['![The pier](https://elsewhere.example/pier.jpg)\n\nFirst words.', 'First words.'],
  ['Words ![the pier](https://elsewhere.example/pier.jpg) go on.', 'Words go on.'],
  ['Words[^1] go on.\n\n[^1]: A note.', 'Words go on.'],
  ['Words <svg viewBox="0 0 1 1"><text>of a drawing</text></svg> go on.', 'Words go on.'],
  ['<video src="/film.mp4">No player</video>\n\nFirst words.', 'First words.'],
  ['[A link](https://elsewhere.example/) of the author’s.', 'A link of the author’s.'],
];

it.each(BODIES)('of %j is %j', async (body, excerpt) => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'public'));
  writeFileSync(join(root, 'public/film.mp4'), 'x');
  const text = `---\ntitle: The harbour\n---\n\n${body}\n`;
  await buildSite(siteInput(root, { harbour: { en: text } }, { publish: { embeds: ['youtube'] } }), { out: join(root, 'site') });
  const page = readFileSync(join(root, 'site/en/harbour/index.html'), 'utf8');
  expect(/<meta name="description" content="([^"]*)">/.exec(page)?.[1]).toBe(excerpt);
});
