import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

const THEN = `The port has been closed since 2021. A new pier costs 40 million euros.

The mayor of Barcelona, Ada Torres, resigned on Friday.
`;
const EDITION = `El puerto está cerrado desde 2021. Un nuevo muelle cuesta 40 millones de euros.

La alcaldesa de Barcelona, Ada Torres, dimitió el viernes.
`;

function git(root: string, ...args: string[]): string {
  return execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { encoding: 'utf8' });
}

test('what the source gained and changed since the edition is work to do, and the rest is adopted', async () => {
  const { run, read, write, root, sent } = checkout({
    'articles/en/a.md': THEN,
    'articles/es/a.md': EDITION,
    '.gitignore': '.dragoman/\n',
  });
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'both');
  write('articles/en/a.md', `${THEN.replace('new pier', 'new stone pier')}\nNobody was hurt.\n`);
  git(root, 'commit', '-qam', 'the source goes on');
  const { summary } = await run('memory', 'align', '--json');
  expect(summary).toMatchObject({ editions: 1, sentences: 4, adopted: 2, doubtful: 0, pending: 2, leftOut: 0 });
  expect(read('articles/es/a.md')).toBe(EDITION);
  await run('translate');
  expect(sent().toSorted()).toEqual(['A new stone pier costs 40 million euros.', 'Nobody was hurt.']);
  expect(read('articles/es/a.md')).toBe(
    `${EDITION.replace('Un nuevo muelle cuesta 40 millones de euros.', 'A NEW STONE PIER COSTS 40 MILLION EUROS.')}\nNOBODY WAS HURT.\n`,
  );
});

test('what the edition left out is listed, and filled in where somebody wants it', async () => {
  const source = `${THEN}\nNobody was hurt.\n`;
  const { run, read, sent } = checkout({ 'articles/en/a.md': source, 'articles/es/a.md': EDITION });
  const { summary, events } = await run('memory', 'align', '--json');
  expect(summary).toMatchObject({ adopted: 3, leftOut: 1 });
  expect(events).toContainEqual(expect.objectContaining({ check: 'left-out', source: 'Nobody was hurt.' }));
  expect(read('locales/es/articles/a.xlf')).not.toMatch(/<target[^>]*><\/target>|<target[^>]*\/>/);
  const translated = await run('translate', '--json');
  expect(translated.events).toContainEqual(expect.objectContaining({ check: 'left-out', level: 'warning' }));
  expect([sent(), read('articles/es/a.md')]).toEqual([[], EDITION]);
  expect((await run('translate', '--frozen', '--json')).summary).toMatchObject({ fresh: 1, leftOut: 1 });
  expect((await run('check', '--json')).events).toContainEqual(expect.objectContaining({ check: 'left-out', level: 'warning' }));
  await run('translate', '--fill');
  expect(read('articles/es/a.md')).toBe(`${EDITION}\nNOBODY WAS HURT.\n`);
});

test('the run after writes neither the edition nor the record, although a paragraph ends elsewhere in it', async () => {
  const edition = EDITION.replace(' Un', '\n\nUn').replace('euros.\n\n', 'euros. ');
  const { root, read, sent } = checkout({ 'articles/en/a.md': THEN, 'articles/es/a.md': edition });
  const run = inProcess(root);
  expect((await run('memory', 'align', '--json')).summary).toMatchObject({ adopted: 3 });
  expect((await run('translate', '--json')).summary).toMatchObject({ files: { written: 0, unchanged: 2 } });
  expect([sent(), read('articles/es/a.md')]).toEqual([[], edition]);
});

test('an edition of which too little fits stays as it is', async () => {
  const other = Array.from(
    { length: 8 },
    (_, at) => `Receta número ${at + 11}: mezcle la harina con agua tibia y déjela reposar toda la noche.`,
  );
  const { run, root } = checkout({ 'articles/en/a.md': 'Hello!\n', 'articles/es/a.md': `${other.join('\n\n')}\n` });
  const { summary, events } = await run('memory', 'align', '--json');
  expect(summary).toMatchObject({ editions: 0, handMade: 1 });
  expect(events).toContainEqual(expect.objectContaining({ check: 'hand-made' }));
  expect(existsSync(join(root, 'locales/es/articles/a.xlf'))).toBe(false);
});

test('what is left out of many editions is told in groups, with counts; all of it under --json', async () => {
  const left = Array.from({ length: 5 }, (_, at) => `Ferry number ${at + 12} leaves the harbour of Port${at} at noon.`);
  const slugs = Array.from({ length: 7 }, (_, at) => `a${at}`);
  const { run } = checkout(
    Object.fromEntries(
      slugs.flatMap((slug) => [
        [`articles/en/${slug}.md`, `${THEN}\n${left.join('\n\n')}\n`],
        [`articles/es/${slug}.md`, EDITION],
      ]),
    ),
  );
  const { stdout } = await run('memory', 'align', '--dry-run');
  const lines = stdout.split('\n');
  const start = lines.indexOf('35 texts of 7 editions: left out; "dragoman translate --fill" translates them');
  expect(lines.slice(start + 1, start + 6)).toEqual([
    '    articles/es/a0.md',
    ...left.slice(0, 3).map((one) => `        ${one}`),
    '        ... and 2 more',
  ]);
  expect(lines.slice(start, start + 30).filter((line) => line.startsWith('    ... '))).toEqual(['    ... and 2 more']);
  const { events } = await run('memory', 'align', '--dry-run', '--json');
  expect(events.filter((event) => event.check === 'left-out')).toHaveLength(35);
});
