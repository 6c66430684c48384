/** Sentences joined and taken apart: the bytes are those that the same edit by hand and a run give. */

import { expect, test } from 'vitest';
import { checks, recordFormat } from '../../src/adapters.ts';
import type { Target } from '../../src/article.ts';
import { checkSegments } from '../../src/edition/check-edition.ts';
import { decide } from '../../src/edition/decide.ts';
import { joinableWith, joinedWithNext, splitFromNext } from '../../src/edition/joined-sentences.ts';
import { segmentsOf } from '../../src/edition/open.ts';
import { openOne } from '../../src/edition/open-one.ts';
import { saidElsewhere } from '../../src/memory/said-together.ts';
import { openDisk } from '../../src/project/disk.ts';
import { openProject, sources } from '../../src/project/project.ts';
import { fromFragment, toFragment, words } from '../../src/text.ts';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

const SOURCE = '# The harbour\n\nIt opens on Monday. Nobody was **hurt**. All is [well](/plan).\n\nThe end.\n';
const FILES = ['articles/es/a.md', 'locales/es/articles/a.xlf'];

async function newsroom(source = SOURCE, locale = 'es') {
  const project = checkout({ 'articles/en/a.md': source }, { targetLocales: [locale] });
  const run = inProcess(project.root);
  await run('translate');
  const disk = openDisk(openProject(project.root), { recordFormat, checks });
  const [article] = sources(openProject(project.root));
  if (article === undefined) throw new Error('no source');
  const opened = () => openOne(disk, article, locale);
  const segment = (text: string) => {
    const found = segmentsOf(opened().open.edition.article).find((one) => words(one.text) === text);
    if (found === undefined) throw new Error(text);
    return found;
  };
  const put = async (targets: ReadonlyMap<string, Target> | undefined) => {
    if (targets === undefined) throw new Error('nothing to write');
    const { open, desk } = opened();
    const { record, edition } = decide(open, targets, desk);
    const { file, recordFile, texts } = open;
    expect(await disk.write({ file, recordFile, texts, record, ...(edition && { edition }), removed: [] })).toBe(true);
  };
  const targetOf = (text: string) => opened().open.edition.targets.get(segment(text).id);
  /** As the field of the page gives it. */
  const join = (text: string, said = toFragment(targetOf(text)?.text ?? [])) => {
    const { open, desk } = opened();
    return put(joinedWithNext(open, segment(text).id, fromFragment(said, targetOf(text)?.text ?? []), desk));
  };
  const say = (text: string, said: string) => {
    const before = targetOf(text) as Target;
    return put(new Map([[segment(text).id, { ...before, text: fromFragment(said, before.text) }]]));
  };
  const split = (text: string, said: string, rest: string) => {
    const { open, desk } = opened();
    const known = targetOf(text)?.text ?? [];
    return put(splitFromNext(open, segment(text).id, { text: fromFragment(said, known), rest: fromFragment(rest, known) }, desk));
  };
  return { ...project, run, opened, segment, join, say, split, targetOf, put };
}

async function byHand(...changes: (readonly [string, string])[]) {
  const hand = await newsroom();
  for (const [from, to] of changes) {
    expect(hand.read('articles/es/a.md')).toContain(from);
    hand.write('articles/es/a.md', hand.read('articles/es/a.md').replace(from, to));
    await hand.run('translate');
  }
  return FILES.map(hand.read);
}

test('two sentences are said as one, marks of both in it, and apart again', async () => {
  const page = await newsroom();
  await page.join('It opens on Monday.');
  // Nothing of the words has changed yet.
  expect(page.read('articles/es/a.md')).toContain('IT OPENS ON MONDAY. NOBODY WAS **HURT**. ALL IS [WELL](/plan).');
  expect(toFragment(page.targetOf('It opens on Monday.')?.text ?? [])).toBe('IT OPENS ON MONDAY. NOBODY WAS <g id="1">HURT</g>.');
  const { article, targets } = page.opened().open.edition;
  expect([...saidElsewhere(article, targets)]).toEqual([[page.segment('Nobody was hurt.').id, page.segment('It opens on Monday.').id]]);
  await page.say('It opens on Monday.', 'Abre el lunes, y nadie resultó <g id="1">herido</g>.');
  expect(FILES.map(page.read)).toEqual(
    await byHand(['IT OPENS ON MONDAY. NOBODY WAS **HURT**.', 'Abre el lunes, y nadie resultó **herido**.']),
  );
  expect((await page.run('translate', '--frozen')).code).toBe(0);
  await page.split('It opens on Monday.', 'Abre el lunes.', 'Nadie resultó <g id="1">herido</g>.');
  expect(page.read('articles/es/a.md')).toContain('Abre el lunes. Nadie resultó **herido**. ALL IS [WELL](/plan).');
  expect(page.targetOf('Nobody was hurt.')).toMatchObject({ state: 'reviewed', origin: { by: 'person' } });
  expect(FILES.map(page.read)[0]).toEqual(
    (
      await byHand(
        ['IT OPENS ON MONDAY. NOBODY WAS **HURT**.', 'Abre el lunes, y nadie resultó **herido**.'],
        ['Abre el lunes, y nadie resultó **herido**.', 'Abre el lunes. Nadie resultó **herido**.'],
      )
    )[0],
  );
  expect((await page.run('translate', '--frozen')).code).toBe(0);
});

test('a third one is joined as well', async () => {
  const page = await newsroom();
  await page.join('It opens on Monday.');
  await page.join('It opens on Monday.', 'Abre el lunes, nadie resultó <g id="1">herido</g> y');
  expect(toFragment(page.targetOf('It opens on Monday.')?.text ?? [])).toBe(
    'Abre el lunes, nadie resultó <g id="1">herido</g> y ALL IS <g id="2">WELL</g>.',
  );
  expect(page.read('articles/es/a.md')).toContain('Abre el lunes, nadie resultó **herido** y ALL IS [WELL](/plan).');
  expect((await page.run('translate', '--frozen')).code).toBe(0);
  expect(saidElsewhere(page.opened().open.edition.article, page.opened().open.edition.targets).size).toBe(2);
});

test('what was joined and is put back leaves no byte behind', async () => {
  const page = await newsroom();
  const before = FILES.map(page.read);
  const { targets } = page.opened().open.edition;
  const ids = ['It opens on Monday.', 'Nobody was hurt.'].map((text) => page.segment(text).id);
  await page.join('It opens on Monday.');
  expect(FILES.map(page.read)).not.toEqual(before);
  await page.put(new Map(ids.map((id) => [id, targets.get(id) as Target])));
  expect(FILES.map(page.read)).toEqual(before);
});

test('the last sentence of a block, and one beside a sentence that is left out, have nothing to be joined with', async () => {
  const page = await newsroom();
  const { open, desk } = page.opened();
  const blockOf = (text: string) =>
    open.edition.article.blocks.find(({ segments }) => segments.includes(page.segment(text))) ?? { segments: [] };
  for (const text of ['All is well.', 'The end.', 'The harbour']) {
    expect(joinedWithNext(open, page.segment(text).id, ['x'], desk)).toBeUndefined();
    expect(joinableWith(blockOf(text), page.segment(text).id, open.edition.targets)).toBeUndefined();
  }
  expect(splitFromNext(open, page.segment('It opens on Monday.').id, { text: ['x'], rest: ['y'] }, desk)).toBeUndefined();
  expect(joinedWithNext(open, 'no segment', ['x'], desk)).toBeUndefined();
});

test('a joined sentence is held to all that it says: marks, links and numbers of every one of them are found, and missed', async () => {
  const page = await newsroom('It **really** opens on 5 May. The **plan** costs [€3](/price). See `map`.\n');
  await page.run('glossary', 'set', 'es', 'plan', 'PLAN');
  await page.run('translate');
  const findings = () => {
    const { open, desk } = page.opened();
    const found = checkSegments(open, open.edition, new Set(open.edition.targets.keys()), desk);
    // Capitals are read as English.
    return found.filter(({ check }) => !/language|untranslated/.test(check)).map(({ check, message }) => `${check}: ${message}`);
  };
  await page.join('It really opens on 5 May.');
  await page.join('It really opens on 5 May.');
  expect(findings()).toEqual([]);
  await page.say('It really opens on 5 May.', 'ABRE <g id="1">DE VERAS</g> EL 5 DE MAYO Y CUESTA 4 EUROS.');
  expect(findings()).toEqual([
    'links: The URL /price is lost',
    'marks: The mark ** is lost',
    'marks: The mark `map` is lost',
    'numbers: 3 became 4',
    'terms: "plan" is not translated as the glossary requires',
  ]);
});
