/** What engines do to marks and white space, and what stands in its place afterwards. */

import { describe, expect, test } from 'vitest';
import { mendFragment } from '../../src/fragment/mend.ts';
import { fragmentWords } from '../../src/fragment/read-fragment.ts';

describe('an answer is held to its source', () => {
  test.each([
    ['spaces inside a pair go outside', 'about <g id="1">you</g> now', 'sobre<g id="1"> ti </g>ahora', 'sobre <g id="1">ti</g> ahora'],
    ['or go', 'See <g id="1">here</g>.', 'Ver <g id="1"> aquí </g>.', 'Ver <g id="1">aquí</g>.'],
    ['spaces left out come back', 'and <g id="1">you</g> are', 'und<g id="1">du</g>bist', 'und <g id="1">du</g> bist'],
    ['no space before a sign that the mark touches', 'a <g id="1">b</g>, c', 'a <g id="1">b</g> , c', 'a <g id="1">b</g>, c'],
    ['nor after an opening one', '(<g id="1">b</g>)', '( <g id="1">b</g> )', '(<g id="1">b</g>)'],
    ['a note stays at its word', 'a word<x id="1"/> here', 'una palabra <x id="1"/> aquí', 'una palabra<x id="1"/> aquí'],
    ['a mark that moved to the start asks for no space', 'a <x id="1"/> b', '<x id="1"/> b a', '<x id="1"/> b a'],
    ['a sign takes the space’s place', 'a <x id="1"/> b', 'a “<x id="1"/>” b', 'a “<x id="1"/>” b'],
    ['edges are the source’s', ' a. ', 'b.', ' b. '],
    ['white space stays itself', ' \n', '', ' \n'],
    [
      'a pair in two parts is one',
      '<g id="1">never seen</g>',
      '<g id="1">nunca</g> fue <g id="1">visto</g>',
      '<g id="1">nunca fue visto</g>',
    ],
    [
      'but not across another pair’s edge',
      '<g id="1">a</g> <g id="2">b</g>',
      '<g id="1">a</g> <g id="2">b <g id="1">c</g></g>',
      '<g id="1">a</g> <g id="2">b <g id="1">c</g></g>',
    ],
    ['a space before a sign comes back', '<x id="1"/> - The', '<x id="1"/>- El', '<x id="1"/> - El'],
    [
      'also before a bracket',
      'see <x id="1"/> (e.g. <x id="2"/>)',
      'véase <x id="1"/>(p. ej. <x id="2"/>)',
      'véase <x id="1"/> (p. ej. <x id="2"/>)',
    ],
    ['neighbours stay neighbours', '<g id="1">a</g><x id="2"/>b', '<g id="1">a</g> <x id="2"/>b', '<g id="1">a</g><x id="2"/>b'],
    ['or stay apart', '<x id="1"/> <x id="2"/> a', '<x id="1"/><x id="2"/> a', '<x id="1"/> <x id="2"/> a'],
    ['nesting stays', '<g id="1">a <g id="2">b</g></g> c', '<g id="1"> x<g id="2">y </g></g>z', '<g id="1">x <g id="2">y</g></g> z'],
  ])('%s', (_, source, answer, expected) => expect(mendFragment(source, answer, 'es')).toBe(expected));

  test('no space is put into a language that has none', () => {
    expect(mendFragment('and <g id="1">you</g> are', '和<g id="1">你</g>是', 'zh-Hans')).toBe('和<g id="1">你</g>是');
  });
});

describe('references', () => {
  test.each([
    ['It&#39;s &quot;x&quot; &amp; y', 'It\'s "x" &amp; y'],
    ['&amp;lt;b&amp;gt;', '&amp;lt;b&amp;gt;'],
    ['caf&eacute; &#x1F600; a&nbsp;b', 'café 😀 a\u00a0b'],
    ['AT&T &nosuch; &#xD800; &#0;', 'AT&amp;T &amp;nosuch; &amp;#xD800; &amp;#0;'],
    ['&lt;g id="1"&gt;', '&lt;g id="1"&gt;'],
  ])('%s', (html, expected) => expect(fragmentWords(html)).toBe(expected));
});
