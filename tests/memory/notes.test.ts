/** What somebody remarks of a sentence in a translation tool is theirs, and stays in the record. */

import { expect, test } from 'vitest';
import { xliffFormat } from '../../src/formats/xliff.ts';
import { asOurs, blockMaker, toTranslations } from '../../src/memory/exchange.ts';
import { mergeRecords } from '../../src/memory/merge.ts';
import type { EditionRecord, Note } from '../../src/memory/record.ts';
import { words } from '../../src/text.ts';
import { type Run, recordIn, run } from '../support/newsroom.ts';

const STORY = '# Ferry news\n\nThe ferry is late today. The quay in the harbour is open.\n';
const ASKED: Note = { text: 'Which ferry?', from: 'Ana' };

/** A remark as a translation tool puts it behind the target of the sentence that begins so. */
function remarked(left: Run, start: string, { text, from }: Note): Run {
  const at = left.record.indexOf('</target>', left.record.indexOf(`<source>${start}`)) + '</target>'.length;
  return { ...left, record: `${left.record.slice(0, at)}<note from="${from}">${text}</note>${left.record.slice(at)}` };
}
const notesIn = ({ blocks, retired }: EditionRecord) =>
  [...blocks.flatMap(({ segments }) => segments), ...retired].flatMap(({ source, notes }) =>
    notes === undefined ? [] : [[words(source), notes]],
  );

const left = remarked(run(STORY), 'The quay', ASKED);

test('a remark is no change of the record, and stays where others of its sentences change', () => {
  expect(run(STORY, left).sent).toEqual([]);
  expect(notesIn(recordIn(run(STORY, left)))).toEqual([['The quay in the harbour is open.', [ASKED]]]);
  expect(notesIn(recordIn(run(STORY.replace('late today', 'early today'), left)))).toEqual([['The quay in the harbour is open.', [ASKED]]]);
});

test('it follows its sentence into a new form, out of the article and back', () => {
  const changed = run(STORY.replace('is open', 'is shut'), left);
  expect(notesIn(recordIn(changed))).toEqual([['The quay in the harbour is shut.', [ASKED]]]);
  const gone = run(STORY.replace(' The quay in the harbour is open.', ''), left);
  expect(gone.edition).not.toContain('quay');
  expect(notesIn(recordIn(gone))).toEqual([['The quay in the harbour is open.', [ASKED]]]);
  const back = recordIn(run(STORY, run(STORY.replace(' The quay in the harbour is open.', ''), gone)));
  expect([notesIn(back), back.retired]).toEqual([[['The quay in the harbour is open.', [ASKED]]], []]);
});

test('of two branches both remarks stay, whatever became of the target', () => {
  const base = recordIn(left);
  const answered = recordIn(remarked(left, 'The quay', { text: 'The night one', from: 'Bo' }));
  const approved = recordIn({ ...left, record: left.record.replaceAll('<trans-unit ', '<trans-unit approved="yes" ') });
  const settled = recordIn({ ...left, record: left.record.replace(/<note.*<\/note>/, '') });
  const said = (ours: EditionRecord, theirs: EditionRecord) => notesIn(mergeRecords(base, ours, theirs).record)[0]?.[1];
  for (const theirs of [base, approved]) {
    expect(said(answered, theirs)).toEqual([{ text: 'The night one', from: 'Bo' }, ASKED]);
    expect(said(theirs, answered)).toHaveLength(2);
    expect(said(settled, theirs)).toBeUndefined();
  }
});

test('memories bring it in and take it out', () => {
  const memory = toTranslations([recordIn(left)], 'en');
  expect(memory.translations.flatMap(({ targets }) => targets.flatMap(({ notes }) => notes ?? []))).toEqual(['Ana: Which ferry?']);
  const blocks = memory.translations.flatMap((one) => blockMaker('es', () => false)(one) ?? []);
  expect(notesIn({ ...recordIn(left), blocks })).toEqual([['The quay in the harbour is open.', [{ text: 'Ana: Which ferry?' }]]]);
  expect(notesIn(asOurs(xliffFormat.read(left.record, 'a.xlf'), 'a'))).toEqual([['The quay in the harbour is open.', [ASKED]]]);
});

test('what a tool approves in units of its own is kept, however often the files are compared', () => {
  const said = [
    ['Of the tool alone.', ''],
    ['The quay in the harbour is open.', '<target>El muelle abre.</target>'],
  ];
  const units = said.map(
    ([source, target], at) => `<trans-unit id="${at + 7}" approved="yes"><source>${source}</source>${target}</trans-unit>`,
  );
  const file = `<file original="a.po" source-language="en" target-language="es" datatype="po"><body>${units.join('')}</body></file></xliff>`;
  const { retired } = recordIn(run(STORY, { ...left, record: left.record.replace('</xliff>', file) }));
  expect(retired.map(({ target }) => words(target?.text ?? []))).toContain('El muelle abre.');
});
