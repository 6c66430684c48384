import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts } from '../../src/sentences/merge.ts';
import { sentences } from '../../src/sentences.ts';

const merge = (base: string, ours: string, theirs: string) => mergeTexts(base, ours, theirs, (line) => sentences(line, 'en'));
const paragraph = '# Port\n\nThe port is open. A pier was built. It cost 4 million.\n\nThe mayor was glad.\n';

test('sentences of one paragraph, each changed on one branch', () => {
  const ours = paragraph.replace('is open', 'is closed');
  const theirs = paragraph.replace('A pier was built', 'Two piers were built').replace('glad', 'sad');
  expect(merge(paragraph, ours, theirs)).toEqual({
    text: '# Port\n\nThe port is closed. Two piers were built. It cost 4 million.\n\nThe mayor was sad.\n',
    conflicts: 0,
  });
});

test('lines of front matter that touch', () => {
  const base = '---\ntitle: Port\ndescription: A port\n---\n';
  expect(merge(base, base.replace('title: Port', 'title: Harbour'), base.replace('A port', 'A harbour')).text).toBe(
    '---\ntitle: Harbour\ndescription: A harbour\n---\n',
  );
});

test('the same sentence on both is a conflict, and its neighbours are merged in it', () => {
  const ours = paragraph.replace('is open', 'is closed').replace('It cost 4', 'It cost 5');
  const theirs = paragraph.replace('is open', 'is shut');
  expect(merge(paragraph, ours, theirs)).toEqual({
    text:
      '# Port\n\n<<<<<<< ours\nThe port is closed. A pier was built. It cost 5 million.\n=======\n' +
      'The port is shut. A pier was built. It cost 5 million.\n>>>>>>> theirs\n\nThe mayor was glad.\n',
    conflicts: 1,
  });
});

test('one branch changes, the other does not: that one stands, byte for byte', () => {
  const text = fc.array(fc.constantFrom('One. ', 'Two! ', 'Three', '\n', '\n\n', '  ', '\r\n', '- ')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (base, changed) => {
      expect(merge(base, changed, base)).toEqual({ text: changed, conflicts: 0 });
      expect(merge(base, base, changed)).toEqual({ text: changed, conflicts: 0 });
      expect(merge(base, changed, changed)).toEqual({ text: changed, conflicts: 0 });
    }),
  );
});

describe('many lines', () => {
  const story = Array.from({ length: 4_000 }, (_, at) => `Ferry ${at} is late.\n\n`);

  test('are parted at those that are the same in all', () => {
    const [ours, theirs] = [story.with(10, 'Ten.\n\n').join(''), story.with(-10, 'Last.\n\n').toSpliced(2_000, 1).join('')];
    const both = story.with(10, 'Ten.\n\n').with(-10, 'Last.\n\n').toSpliced(2_000, 1).join('');
    expect(mergeTexts(story.join(''), ours, theirs, (line) => [line])).toEqual({ text: both, conflicts: 0 });
    expect(mergeTexts(story.join(''), ours, ours, (line) => [line])).toEqual({ text: ours, conflicts: 0 });
  });

  test('that are all alike are one conflict where both changed them', () => {
    const [ours, theirs] = ['a\nb\n', 'b\na\na\n'].map((unit) => unit.repeat(3_000)) as [string, string];
    const { conflicts, text } = mergeTexts('a\n'.repeat(3_000), ours, theirs, (line) => [line]);
    expect([conflicts, text]).toEqual([1, `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`]);
  });
});
