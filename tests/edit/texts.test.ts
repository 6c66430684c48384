/** Texts of people: fragments, the plain notation of forms, and what is wrong with the marks. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mark, Target, Text } from '../../src/article.ts';
import { marksOf } from '../../src/edit/mark-looks.ts';
import { fromPlain, markFaults, textFrom, toPlain } from '../../src/edit/texts.ts';
import { normalize, toFragment } from '../../src/text.ts';

const mark = (role: Mark['role'], id: string, source: string): Mark => ({ role, id, source });
const SOURCE: Text = [
  'See ',
  mark('open', '1', '['),
  'the ',
  mark('open', '2', '**'),
  'plan',
  mark('close', '2', '**'),
  mark('close', '1', '](/plan)'),
  ' & ',
  mark('alone', '3', '`map`'),
  mark('close', '4', '*'),
];

test('a sentence in a form: marks are short signs, words are words', () => {
  expect(toPlain(toFragment(SOURCE))).toBe('See <1>the <2>plan</2></1> & <3/><close-4/>');
  expect(fromPlain('Vea <1>el <2>plan</2></1> & <3/> <5/> <b>x</b> a < b<close-4/>', SOURCE, undefined)).toBe(
    'Vea <g id="1">el <g id="2">plan</g></g> &amp; <x id="3"/> &lt;5/&gt; &lt;b&gt;x&lt;/b&gt; a &lt; b<x id="close-4"/>',
  );
});

test('any words go through the form and back', () => {
  const words = fc.string({ unit: 'grapheme' }).filter((text) => !/<\/?[\w.-]+\/?>/.test(text) && !/[\u0001\u0002]/.test(text));
  fc.assert(
    fc.property(fc.array(words, { minLength: 6, maxLength: 6 }), ([a = '', b = '', c = '', d = '', e = '', f = '']) => {
      const text = normalize([
        a,
        SOURCE[1] as Mark,
        b,
        SOURCE[3] as Mark,
        c,
        SOURCE[5] as Mark,
        d,
        SOURCE[6] as Mark,
        e,
        SOURCE[8] as Mark,
        f,
      ]);
      const fragment = toFragment(text);
      expect(fromPlain(toPlain(fragment), SOURCE, undefined)).toBe(fragment);
    }),
  );
});

test('a text is one line without control characters, and its marks have the bytes that the edition has', () => {
  const own: Target = {
    text: [mark('open', '1', '['), 'plan', mark('close', '1', '](/es/plan)')],
    state: 'reviewed',
    origin: { by: 'person' },
    terms: [],
  };
  expect(textFrom(' Vea\r\nel <g id="1">plan</g>\u0007 \n', SOURCE, own)).toEqual([
    'Vea el ',
    mark('open', '1', '['),
    'plan',
    mark('close', '1', '](/es/plan)'),
  ]);
});

test.each<[string, string, string[], string[]]>([
  ['as in the source', 'V <g id="1">e <g id="2">p</g></g> <x id="3"/><x id="close-4"/>', [], []],
  ['in another order', '<x id="3"/> <g id="1">e <g id="2">p</g></g><x id="close-4"/>', [], []],
  ['one beside the other', '<g id="2">p</g> <g id="1">e</g> <x id="3"/><x id="close-4"/>', [], []],
  ['one lost', 'V <g id="2">p</g> <x id="3"/><x id="close-4"/>', ['1'], []],
  ['one twice', 'V <g id="1">e <g id="2">p</g></g> <x id="3"/><x id="3"/><x id="close-4"/>', [], ['3']],
  ['one of nobody', 'V <g id="1">e <g id="2">p</g></g> <x id="3"/><x id="9"/><x id="close-4"/>', [], ['9']],
])('marks, %s', (_, fragment, missing, wrong) => {
  expect(markFaults(textFrom(fragment, SOURCE, undefined), SOURCE, undefined)).toEqual({ missing, wrong });
});

test('a mark that its person has left out before may be left out again', () => {
  const own: Target = { text: ['Vea el plan.'], state: 'reviewed', origin: { by: 'person' }, terms: [] };
  expect(markFaults(['Vea ese plan.'], SOURCE, own)).toEqual({ missing: [], wrong: [] });
  expect(markFaults(['Vea ese plan.'], SOURCE, { ...own, state: 'machine' }).missing).toEqual(['1', '2', '3', '4']);
});

test('marks look like what they are', () => {
  const looks = marksOf([
    ...SOURCE,
    mark('alone', '5', '![A ferry](ferry.jpg)'),
    mark('alone', '6', '[^note]'),
    mark('open', '7', '<em class="x">'),
    mark('alone', '8', '{{< video id="a" >}}'),
    mark('alone', '9', 'https://example.org/'),
    mark('alone', '10', '  \n'),
  ]);
  expect(looks).toEqual([
    { id: '1', role: 'pair', look: 'link', label: '[', title: '/plan' },
    { id: '2', role: 'pair', look: 'strong', label: '**' },
    { id: '3', role: 'alone', look: 'code', label: 'map' },
    { id: '4', role: 'close', look: 'emphasis', label: '*' },
    { id: '5', role: 'alone', look: 'image', label: 'A ferry' },
    { id: '6', role: 'alone', look: 'footnote', label: '[^note]' },
    { id: '7', role: 'open', look: 'emphasis', label: '<em class="x">' },
    { id: '8', role: 'alone', look: 'markup', label: '{{< video id="a" >}}' },
    { id: '9', role: 'alone', look: 'link', label: 'https://example.org/', title: 'https://example.org/' },
    { id: '10', role: 'alone', look: 'break', label: '' },
  ]);
});
