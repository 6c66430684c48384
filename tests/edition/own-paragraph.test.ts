/** Paragraphs of an edition's own: the bytes are those that the same edit by hand and a run give. */

import { expect, test } from 'vitest';
import { checks, recordFormat } from '../../src/adapters.ts';
import { segmentsOf } from '../../src/edition/open.ts';
import { openOne } from '../../src/edition/open-one.ts';
import { type OwnParagraph, withOwnParagraph } from '../../src/edition/own-paragraph.ts';
import { openDisk } from '../../src/project/disk.ts';
import { openProject, sources } from '../../src/project/project.ts';
import { words } from '../../src/text.ts';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

const SOURCE = '# The harbour\n\nIt opens on Monday. Nobody was **hurt**. All is well.\n\n- The mayor spoke.\n- He left.\n\nThe end.\n';
const FILES = ['articles/es/a.md', 'locales/es/articles/a.xlf'];

async function newsroom() {
  const project = checkout({ 'articles/en/a.md': SOURCE });
  const run = inProcess(project.root);
  await run('translate');
  const disk = openDisk(openProject(project.root), { recordFormat, checks });
  const [source] = sources(openProject(project.root));
  if (source === undefined) throw new Error('no source');
  const opened = () => openOne(disk, source, 'es');
  const idOf = (text: string) => segmentsOf(opened().open.edition.article).find((one) => words(one.text) === text)?.id ?? '';
  const put = async (files: ReturnType<typeof withOwnParagraph>) => {
    if (typeof files === 'string') throw new Error(files);
    const { file, recordFile, texts } = opened().open;
    const { record, edition } = files;
    expect(await disk.write({ file, recordFile, texts, record, ...(edition && { edition }), removed: [] })).toBe(true);
  };
  const own = (paragraph: OwnParagraph) => withOwnParagraph(opened().open, paragraph, opened().desk);
  return { ...project, run, opened, idOf, put, own };
}

type Newsroom = Awaited<ReturnType<typeof newsroom>>;

/** Another checkout whose file is changed by hand, each time with a run after it. */
async function byHand(...changes: ((text: string) => string)[]) {
  const hand = await newsroom();
  for (const change of changes) {
    hand.write('articles/es/a.md', change(hand.read('articles/es/a.md')));
    await hand.run('translate');
  }
  return FILES.map(hand.read);
}

test('a paragraph of their own goes behind a block, is said otherwise, and goes again', async () => {
  const page = await newsroom();
  const fresh = FILES.map(page.read);
  const after = page.idOf('All is well.');
  await page.put(page.own({ after, markdown: 'Una nota **de aquí**.' }));
  const add = (text: string) => text.replace('ALL IS WELL.\n', 'ALL IS WELL.\n\nUna nota **de aquí**.\n');
  expect(FILES.map(page.read)).toEqual(await byHand(add));
  const change = (text: string) => text.replace('Una nota **de aquí**.', 'Otra nota.\n\nY otra.');
  await page.put(page.own({ after, was: 'Una nota **de aquí**.', markdown: 'Otra nota.\n\nY otra.' }));
  expect(page.read('articles/es/a.md')).toContain('ALL IS WELL.\n\nOtra nota.\n\nY otra.\n\n- THE MAYOR');
  expect(FILES.map(page.read)).toEqual(await byHand(add, change));
  for (const { markdown } of page.opened().open.record.additions) await page.put(page.own({ after, was: markdown, markdown: '' }));
  expect(FILES.map(page.read)).toEqual(fresh);
  expect((await page.run('translate', '--frozen')).code).toBe(0);
});

test('behind a list it is below the whole list; before all of the body; at the end', async () => {
  const page = await newsroom();
  await page.put(page.own({ after: page.idOf('He left.'), markdown: 'Tras la lista.' }));
  await page.put(page.own({ after: null, markdown: 'Antes de todo.' }));
  await page.put(page.own({ after: page.idOf('The end.'), markdown: 'Al final.' }));
  expect(page.read('articles/es/a.md')).toBe(
    'Antes de todo.\n\n# THE HARBOUR\n\nIT OPENS ON MONDAY. NOBODY WAS **HURT**. ALL IS WELL.\n\n- THE MAYOR SPOKE.\n- HE LEFT.\n\nTras la lista.\n\nTHE END.\n\nAl final.\n',
  );
  expect((await page.run('translate', '--frozen')).code).toBe(0);
});

test('what is not there, or would read as something else, is not written', async () => {
  const page = await newsroom();
  const after = page.idOf('All is well.');
  expect(page.own({ after, was: 'Nothing of the kind.', markdown: 'x' })).toBe('gone');
  expect(page.own({ after: 'no segment', markdown: 'x' })).toBe('gone');
  expect(page.own({ after, markdown: '   ' })).toBe('gone');
});

test.each([
  ['another term', (page: Newsroom) => page.run('glossary', 'set', 'es', 'mayor', 'MAYOR')],
  [
    'a sentence said otherwise and a new one by the author',
    (page: Newsroom) =>
      page.write('articles/en/a.md', SOURCE.replace('It opens', 'It really opens').replace('The end.', 'New here. The end.')),
  ],
])('while sentences wait for %s it is written, said otherwise and taken out all the same', async (_, change) => {
  const [page, hand] = await Promise.all([newsroom(), newsroom()]);
  const edit = (from: string, to: string) => hand.write('articles/es/a.md', hand.read('articles/es/a.md').replace(from, to));
  for (const one of [page, hand]) await change(one);
  expect(page.opened().open.pending.length).toBeGreaterThan(0);
  const own = () => page.opened().open.edition.additions?.map(({ after }) => after)[0] ?? null;
  await page.put(page.own({ after: page.idOf('All is well.'), markdown: 'Una nota.' }));
  edit('ALL IS WELL.\n', 'ALL IS WELL.\n\nUna nota.\n');
  expect(page.read('articles/es/a.md')).toBe(hand.read('articles/es/a.md'));
  await page.put(page.own({ after: own(), was: 'Una nota.', markdown: 'Otra nota.' }));
  edit('Una nota.', 'Otra nota.');
  expect(page.read('articles/es/a.md')).toBe(hand.read('articles/es/a.md'));
  for (const one of [page, hand]) await one.run('translate');
  expect(FILES.map(page.read)).toEqual(FILES.map(hand.read));
  expect(page.read('articles/es/a.md')).toContain('Otra nota.');
  await change(page);
  await page.put(page.own({ after: own(), was: 'Otra nota.', markdown: '' }));
  await page.run('translate');
  expect(page.read('articles/es/a.md')).not.toContain('nota');
});

test('behind a sentence that the file does not show yet it follows the nearest one before', async () => {
  const page = await newsroom();
  page.write('articles/en/a.md', SOURCE.replace('The end.', 'Quite another paragraph about ferries.\n\nThe end.'));
  await page.put(page.own({ after: page.idOf('Quite another paragraph about ferries.'), markdown: 'Una nota.' }));
  expect(page.read('articles/es/a.md')).toContain('- HE LEFT.\n\nUna nota.\n\nTHE END.');
});
