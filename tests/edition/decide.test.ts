/** What a person decides of single sentences: in a whole edition, in one that waits for an engine, and in one that is not there yet. */

import { expect, test } from 'vitest';
import { checks, recordFormat } from '../../src/adapters.ts';
import type { Target } from '../../src/article.ts';
import { checkSegments } from '../../src/edition/check-edition.ts';
import { decide } from '../../src/edition/decide.ts';
import { segmentsOf } from '../../src/edition/open.ts';
import { openOne } from '../../src/edition/open-one.ts';
import { openDisk } from '../../src/project/disk.ts';
import { openProject, sources } from '../../src/project/project.ts';
import { words } from '../../src/text.ts';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

const SOURCE = '# The *harbour*\n\nIt opens on Monday. Nobody was **hurt**.\n\n- The mayor spoke.\n';
const OLD = 'It opens on Monday.';
const NEW = 'It opens on Tuesday, if the weather allows.';

function newsroom(files: Readonly<Record<string, string>> = { 'articles/en/a.md': SOURCE }) {
  const project = checkout(files);
  const disk = openDisk(openProject(project.root), { recordFormat, checks });
  const [source] = sources(openProject(project.root));
  if (source === undefined) throw new Error('no source');
  const opened = () => openOne(disk, source, 'es');
  /** As a person's: the marks are those of the source, around the words that are given. */
  const decided = async (texts: Readonly<Record<string, string>>) => {
    const { open, desk } = opened();
    const targets = new Map(
      segmentsOf(open.edition.article).flatMap(({ id, text }): [string, Target][] => {
        const said = texts[words(text)];
        if (said === undefined) return [];
        const [first, ...rest] = said.split('|');
        let at = 0;
        const pieces =
          rest.length === 0 ? [said] : text.map((piece) => (typeof piece === 'string' ? ([first, ...rest][at++] ?? '') : piece));
        return [[id, { text: pieces, state: 'reviewed', origin: { by: 'person' }, terms: [] }]];
      }),
    );
    const { merging: _, ...files } = decide(open, targets, desk);
    expect(await disk.write({ file: open.file, recordFile: open.recordFile, texts: open.texts, ...files, removed: [] })).toBe(true);
  };
  const said = () => [...opened().open.edition.targets.values()].map(({ text, state }) => `${state} ${words(text)}`);
  return { ...project, run: inProcess(project.root), opened, decided, said };
}

test('a whole edition has the bytes that the same change by hand and a run give it', async () => {
  const [page, hand] = [newsroom(), newsroom()];
  for (const one of [page, hand]) await one.run('translate');
  await page.decided({ 'Nobody was hurt.': 'Nadie |resultó herido|.', 'The mayor spoke.': 'Habló la alcaldesa.' });
  hand.write(
    'articles/es/a.md',
    hand
      .read('articles/es/a.md')
      .replace('NOBODY WAS **HURT**.', 'Nadie **resultó herido**.')
      .replace('THE MAYOR SPOKE.', 'Habló la alcaldesa.'),
  );
  await hand.run('translate');
  for (const file of ['articles/es/a.md', 'locales/es/articles/a.xlf']) expect(page.read(file)).toBe(hand.read(file));
  expect(page.read('articles/es/a.md')).toContain('Nadie **resultó herido**.');
  page.sent();
  expect((await page.run('translate', '--frozen')).code).toBe(0);
});

test('while a sentence waits for an engine, the others are decided in the file, and the wait goes on', async () => {
  const page = newsroom();
  await page.run('translate');
  page.write('articles/en/a.md', SOURCE.replace(OLD, NEW));
  await page.decided({ 'Nobody was hurt.': 'Nadie |resultó herido|.' });
  expect(page.read('articles/es/a.md')).toBe('# THE *HARBOUR*\n\nIT OPENS ON MONDAY. Nadie **resultó herido**.\n\n- THE MAYOR SPOKE.\n');
  expect(page.said()).toEqual(['machine THE HARBOUR', 'reviewed Nadie resultó herido.', 'machine THE MAYOR SPOKE.']);
  page.sent();
  await page.run('translate');
  expect(page.sent()).toEqual([NEW]);
  expect(page.read('articles/es/a.md')).toContain(`${NEW.toUpperCase()} Nadie **resultó herido**.`);
});

test('the waiting sentence itself is decided: then the edition is whole', async () => {
  const page = newsroom();
  await page.run('translate');
  page.write('articles/en/a.md', SOURCE.replace(OLD, NEW));
  await page.decided({ [NEW]: 'Abre el martes.' });
  expect(page.read('articles/es/a.md')).toContain('Abre el martes. NOBODY');
  page.sent();
  expect((await page.run('translate', '--frozen')).code).toBe(0);
});

test('where two wait, the one that is decided is kept in the record until the other has come', async () => {
  const page = newsroom();
  await page.run('translate');
  page.write('articles/en/a.md', `${SOURCE.replace(OLD, NEW)}\nAnd a band played.\n`);
  await page.decided({ [NEW]: 'Abre el martes.' });
  expect(page.read('articles/es/a.md')).toContain('IT OPENS ON MONDAY.');
  expect(page.said()).toContain('reviewed Abre el martes.');
  page.sent();
  await page.run('translate');
  expect(page.sent()).toEqual(['And a band played.']);
  expect(page.read('articles/es/a.md')).toContain('Abre el martes. NOBODY');
});

test('an edition that is not there is made sentence by sentence', async () => {
  const page = newsroom();
  await page.decided({ 'Nobody was hurt.': 'Nadie |resultó herido|.' });
  expect(page.said()).toEqual(['reviewed Nadie resultó herido.']);
  await page.decided({ 'The harbour': 'El |puerto', [OLD]: 'Abre el lunes.', 'The mayor spoke.': 'Habló la alcaldesa.' });
  expect(page.read('articles/es/a.md')).toBe('# El *puerto*\n\nAbre el lunes. Nadie **resultó herido**.\n\n- Habló la alcaldesa.\n');
});

test('a sentence is read while another one waits: the review is not lost', async () => {
  const page = newsroom();
  await page.run('translate');
  page.write('articles/en/a.md', SOURCE.replace(OLD, NEW));
  await page.run('review', 'a', '--to', 'es');
  expect(page.said()).toEqual(['reviewed THE HARBOUR', 'reviewed NOBODY WAS HURT.', 'reviewed THE MAYOR SPOKE.']);
  await page.run('translate');
  expect(page.said()).toEqual([
    'reviewed THE HARBOUR',
    `machine ${NEW.toUpperCase()}`,
    'reviewed NOBODY WAS HURT.',
    'reviewed THE MAYOR SPOKE.',
  ]);
});

test('an edition is opened from what an editor has not saved, and one segment of it is checked', async () => {
  const page = newsroom({ 'articles/en/a.md': 'There were 3 boats. The mayor spoke.\n' });
  await page.run('translate');
  const { open, desk } = openOne(
    openDisk(openProject(page.root), { recordFormat, checks }),
    sources(openProject(page.root))[0] as never,
    'es',
    { localized: 'Había 4 barcos. THE MAYOR SPOKE.\n' },
  );
  const [first, second] = segmentsOf(open.edition.article);
  const found = (id = '') => checkSegments(open, open.edition, new Set([id]), desk).map(({ check }) => check);
  expect(words(open.edition.targets.get(first?.id ?? '')?.text ?? [])).toBe('Había 4 barcos.');
  expect([found(first?.id), found(second?.id)]).toEqual([['numbers'], []]);
  expect(page.read('articles/es/a.md')).toBe('THERE WERE 3 BOATS. THE MAYOR SPOKE.\n');
});
