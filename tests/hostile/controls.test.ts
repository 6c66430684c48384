/** Names and texts that hold controls, in everything that a command prints: none moves the cursor, and none makes a line that is a command to a CI. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../publish/folder.ts';
import { inProcess } from '../support/program.ts';

const CONTROLS = {
  'an escape sequence': '\u001b[31m\u001b]0;title\u0007',
  'one of a single character': '\u009b31m',
  'a line feed': '\n::error::x',
  'a return': '\r::error::x',
  'a form feed': '\f##[error]x',
  'a next line': '\u0085::error::x',
  'a line separator': '\u2028::error::x',
  'a delete': '\u007f',
  'a turned line': '\u202ex',
};
const PRINTED = [
  ['check', '--format', 'json'],
  ['check', '--format', 'junit'],
  ['check', '--format', 'sarif'],
  ['check', '--format', 'github'],
  ['check', '--format', 'markdown'],
  ['check'],
  ['status', '--json'],
  ['status', '--format', 'markdown'],
  ['translate', '--json', '--yes'],
  ['publish', '--base-url', 'https://courier.example'],
];

it.each(Object.entries(CONTROLS))('%s', async (_, controls) => {
  const root = temporaryFolder();
  const article = (title: string) =>
    `---\ntitle: ${JSON.stringify(title)}\n---\n\nThe ferry${controls.replaceAll(/[\n\r]/g, '')}. [A](no${title}.md)\n`;
  mkdirSync(join(root, 'articles/en'), { recursive: true });
  mkdirSync(join(root, 'public'));
  writeFileSync(join(root, 'dragoman.config.json'), JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo' }));
  writeFileSync(join(root, `articles/en/a${controls}b.md`), article(`A${controls}`));
  writeFileSync(join(root, `articles/en/bad${controls}.md`), '---\ntitle: [\n---\n');
  writeFileSync(join(root, `public/.hidden${controls}`), '');
  const run = inProcess(root);
  await run('translate', '--yes');
  for (const command of [
    ...PRINTED,
    ['segment', `articles/en/a${controls}b.md`],
    ['translate', `no${controls}`],
    ['translate', '--to', `es${controls}`],
  ]) {
    const { stdout, stderr, events } = await run(...command);
    const annotations = command.includes('github') ? /^::(?:error|warning|notice) [^\n]*$/gm : /(?!)/g;
    expect((stdout + stderr).match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/g), command.join(' ')).toBeNull();
    expect((stdout + stderr).replaceAll(annotations, ''), command.join(' ')).not.toMatch(/^\s*(?:::|##\[)/m);
    // What a program reads is what is there.
    if (command[0] === 'segment') expect(events.at(-1)).toMatchObject({ file: `articles/en/a${controls}b.md` });
  }
});
