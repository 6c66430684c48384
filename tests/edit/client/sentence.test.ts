import { history, redo, undo } from 'prosemirror-history';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import type { Mark, Segment, Text } from '../../../src/article.ts';
import { fittingSentence, plainWords, sentenceFragment, toSentence, wordsWithin } from '../../../src/edit/client/sentence/fragment.ts';
import { missingMarks, putMark, stepOut } from '../../../src/edit/client/sentence/marks.ts';
import { marksOf } from '../../../src/edit/mark-looks.ts';
import { markFaults, textFrom } from '../../../src/edit/texts.ts';
import { segmentsOf } from '../../../src/edition/open.ts';
import { toFragment as fragmentOf, words } from '../../../src/text.ts';
import { markdownFiles, read } from '../../support/markdown.ts';
import type { Random } from '../../support/random.ts';
import { random as randomOf } from '../../support/random.ts';

const pair = (id: string, source = '**', end = source): [Mark, Mark] => [
  { role: 'open', id, source },
  { role: 'close', id, source: end },
];
const [bold, boldEnd] = pair('1');
const [link, linkEnd] = pair('2', '[', '](https://example.org)');
const code: Mark = { role: 'alone', id: '3', source: '`fd`' };

function open(text: Text, source: Text = text) {
  const views = marksOf(source);
  const state = EditorState.create({ doc: toSentence(fragmentOf(text), views), plugins: [history()] });
  return { views, state };
}

const select = (state: EditorState, from: number, to = from) =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));

describe('a fragment in the editor', () => {
  it('has the words of each pair', () => {
    const fragment = 'See <g id="1">the <g id="2">harbour &amp; quay</g></g> <x id="3"/> <g id="4"></g>.';
    expect(['1', '2', '4', '9'].map((id) => wordsWithin(fragment, id))).toEqual(['the harbour & quay', 'harbour & quay', '', '']);
  });

  it.each([
    ['words', ['The ferry is back.']],
    ['signs of markup in words', ['1 < 2 && 3 > 2 &amp;']],
    ['pairs in each other', ['A ', bold, 'b ', link, 'c', linkEnd, boldEnd, ' d']],
    ['two pairs around the same words', [link, bold, 'x', boldEnd, linkEnd]],
    ['the other way round', [bold, link, 'x', linkEnd, boldEnd]],
    ['a pair around nothing', ['a', link, linkEnd, 'b']],
    ['a pair around a mark alone', [link, code, linkEnd]],
    ['the same pair twice, side by side', [bold, 'a', boldEnd, bold, 'b', boldEnd]],
    ['a half whose partner is in another sentence', ['a ', bold, 'b']],
    ['nothing', []],
  ] as [string, Text][])('keeps %s', (_, text) => {
    expect(sentenceFragment(toSentence(fragmentOf(text), marksOf(text)))).toBe(fragmentOf(text));
  });

  it('of another sentence loses the marks that this one does not have, and no words', () => {
    const other = '<g id="1">a <g id="7">b</g></g> <x id="3"/> <x id="1"/> c';
    expect(sentenceFragment(fittingSentence(other, marksOf([bold, boldEnd, code])))).toBe('<g id="1">a b</g> <x id="3"/>  c');
  });

  const files = markdownFiles();
  it.skipIf(files === undefined)('keeps every sentence of the public data', () => {
    const sentences = (files ?? []).flatMap((sample) => segmentsOf(read(sample)));
    const isKept = ({ text }: Segment) => {
      const fragment = fragmentOf(text);
      const views = marksOf(text);
      const sentence = toSentence(fragment, views);
      return sentenceFragment(sentence) === fragment && missingMarks(sentence, views).length === 0 && plainWords(fragment) === words(text);
    };
    // One assertion: of twenty thousand each takes as long as what it is about.
    expect(sentences.filter((segment) => !isKept(segment)).map(({ text }) => fragmentOf(text))).toEqual([]);
    expect(sentences.length).toBeGreaterThan(5_000);
  });
});

describe('a missing mark', () => {
  const source: Text = ['See ', bold, 'the ', link, 'harbour office', linkEnd, boldEnd, ' with ', code, '.'];
  const missing = (state: EditorState) => missingMarks(state.doc, marksOf(source)).map(({ id }) => id);
  const put = (state: EditorState, id: string) => {
    const views = marksOf(source);
    return state.apply(putMark(state, views.find((view) => view.id === id) as (typeof views)[0], views));
  };

  it('is told', () => {
    expect(missing(open(['Ver la oficina.'], source).state)).toEqual(['1', '2', '3']);
  });
  it('goes around the words that are selected, without the space beside them', () => {
    const { state } = open(['Ver la oficina del puerto.'], source);
    expect(sentenceFragment(put(select(state, 6, 15), '2').doc)).toBe('Ver la <g id="2">oficina</g> del puerto.');
  });
  it('goes around the word at the cursor', () => {
    const { state } = open(['Ver la oficina.'], source);
    expect(sentenceFragment(put(select(state, 9), '2').doc)).toBe('Ver la <g id="2">oficina</g>.');
  });
  it('goes around what is typed next where there is no word', () => {
    const { state } = open([], source);
    const next = put(state, '2');
    expect(sentenceFragment(next.apply(next.tr.insertText('oficina')).doc)).toBe('<g id="2">oficina</g>');
  });
  it('takes in the whole of a pair that it would cross', () => {
    const { state } = open(['Ver ', bold, 'la oficina', boldEnd, ' del puerto'], source);
    expect(sentenceFragment(put(select(state, 7, 18), '2').doc)).toBe('Ver <g id="2"><g id="1">la oficina</g> del</g> puerto');
  });
  it('goes after the selection where it is alone', () => {
    const { state } = open(['Ver con .'], source);
    expect(sentenceFragment(put(select(state, 8), '3').doc)).toBe('Ver con <x id="3"/>.');
  });
  it('is there with both of its halves', () => {
    const crossing: Text = [bold, 'a', link, 'b', boldEnd, 'c', linkEnd];
    const { state, views } = open(crossing);
    expect(missingMarks(state.doc, views)).toEqual([]);
  });
});

describe('at the edge of a pair', () => {
  const type = (state: EditorState, at: number, side?: -1 | 1) => {
    const there = select(state, at);
    const out = side === undefined ? undefined : stepOut(there, side);
    const next = out === undefined ? there : there.apply(out);
    return sentenceFragment(next.apply(next.tr.insertText('!')).doc);
  };
  const { state } = open(['a ', bold, 'b', boldEnd]);
  it('what is typed belongs to it', () => expect(type(state, 3)).toBe('a <g id="1">b!</g>'));
  it('a step out of it leaves it', () => expect(type(state, 3, 1)).toBe('a <g id="1">b</g>!'));
  it('there is no step out of its middle', () => {
    const { state: long } = open([bold, 'bcd', boldEnd]);
    expect(stepOut(select(long, 1), 1)).toBeUndefined();
  });
});

/** What a person may do in the editor. */
function edited(state: EditorState, views: ReturnType<typeof marksOf>, { below, one, chance }: Random): EditorState {
  const size = state.doc.content.size;
  const [from, to] = [below(size + 1), below(size + 1)].sort((a, b) => a - b) as [number, number];
  const here = select(state, from, chance(0.5) ? from : to);
  const word = one(['x', ' ', 'la oficina', '<g id="9">', '&', '海', '\u200f']);
  const moved = (move: typeof undo) => {
    let next = state;
    move(state, (tr) => {
      next = state.apply(tr);
    });
    return next;
  };
  switch (below(7)) {
    case 0:
      return here.apply(here.tr.insertText(word));
    case 1:
      return here.apply(here.tr.deleteSelection());
    case 2:
      return state.apply(state.tr.delete(from, Math.min(to, from + 4)));
    case 3: {
      const out = stepOut(here, chance(0.5) ? -1 : 1);
      const outside = out === undefined ? here : here.apply(out);
      return outside.apply(outside.tr.insertText(word));
    }
    case 4:
      return moved(undo);
    case 5:
      return moved(redo);
    default: {
      const missing = missingMarks(state.doc, views);
      return missing.length === 0 ? here : here.apply(putMark(here, one(missing), views));
    }
  }
}

it('after any of 10,000 sequences of edits the marks are those of the source, or told as missing', () => {
  const chances = randomOf(16);
  const sources: Text[] = [
    ['See ', bold, 'the ', link, 'harbour office', linkEnd, boldEnd, ' with ', code, '.'],
    [link, bold, 'x', boldEnd, linkEnd, ' and ', code],
    ['a ', link, linkEnd, ' b ', bold, 'c', boldEnd, code],
    ['a ', bold, 'b ', code, ' c ', link, 'd', linkEnd],
  ];
  // A state is never changed: the same one begins them all.
  const opened = sources.map((source) => open(source));
  const faults: string[] = [];
  for (let sequence = 0; sequence < 10_000; sequence++) {
    const source = sources[sequence % sources.length] as Text;
    const { state: first, views } = opened[sequence % sources.length] as (typeof opened)[0];
    let state = first;
    for (let step = 0; step < 8; step++) state = edited(state, views, chances);
    const { missing, wrong } = markFaults(textFrom(sentenceFragment(state.doc), source, undefined), source, undefined);
    const told = missingMarks(state.doc, views).map(({ id }) => id);
    if (wrong.length > 0 || String(told.sort()) !== String([...missing].sort()))
      faults.push(`${sequence}: ${sentenceFragment(state.doc)}: told ${told}, missing ${missing}, wrong ${wrong}`);
  }
  expect(faults).toEqual([]);
});
