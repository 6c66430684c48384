import { parse, postprocess, preprocess } from 'micromark';
import { expect, test } from 'vitest';
import { lookOnceForEnds } from '../../src/markdown/unclosed-html.ts';

lookOnceForEnds();

/** What micromark takes for HTML within a text. */
function htmlIn(text: string): string[] {
  const events = postprocess(
    parse()
      .document()
      .write(preprocess()(text, undefined, true)),
  );
  return events.flatMap(([role, { type, start, end }]) =>
    role === 'enter' && type === 'htmlText' ? [text.slice(start.offset, end.offset)] : [],
  );
}

test.each<[string, readonly string[]]>([
  ['a <!-- b --> c <!-- d <!-- e', ['<!-- b -->']],
  ['a <!-- b <!-- c --> d', ['<!-- b <!-- c -->']],
  ['a <!-- b <? c ?> <!A> <![CDATA[d]]> <b>', ['<? c ?>', '<!A>', '<![CDATA[d]]>', '<b>']],
  ['a <? b <? c <!-- d --> e', ['<!-- d -->']],
  ['a <![CDATA[ b <![CDATA[ c <!--> <!---> <b>', ['<!-->', '<!--->', '<b>']],
  ['a <!A b <!-- c <i', []],
  ['a <? b\n\nc <? d ?>', ['<? d ?>']],
])('%j', (text, html) => {
  expect(htmlIn(text)).toEqual(html);
});

test('an end that is not there is looked for once a paragraph', () => {
  const text = `a <? ${'b <? '.repeat(2_000)}`;
  let read = 0;
  const rule = [parse().constructs.text[60]].flat().find((one) => one?.name === 'htmlText');
  const tokenize = rule?.tokenize;
  if (rule === undefined || tokenize === undefined) throw new Error('micromark has no rule of that name');
  rule.tokenize = function (effects, ok, nok) {
    const consume: typeof effects.consume = (code) => {
      read++;
      effects.consume(code);
    };
    return tokenize.call(this, { ...effects, consume }, ok, nok);
  };
  expect(htmlIn(text)).toEqual([]);
  rule.tokenize = tokenize;
  expect(read).toBeLessThan(2 * text.length);
});
