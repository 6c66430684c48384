import { expect, test } from 'vitest';
import { lineFinder, lineOf } from '../src/text/lines.ts';

test.each(['', 'one', 'one\n', '\n\ntwo\r\nthree\n\n'])('the line of every offset of %j', (text) => {
  const lineAt = lineFinder(text);
  for (let offset = 0; offset <= text.length; offset++) {
    const line = text.slice(0, offset).split('\n').length;
    expect([lineOf(text, offset), lineAt(offset)]).toEqual([line, line]);
  }
});
