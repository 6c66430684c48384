import '../support/seed.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleMarkdown } from '../../scripts/site-of-news.ts';
import { parseYaml } from '../../src/frontmatter/parse.ts';
import { plainYaml } from '../../src/frontmatter/plain-yaml.ts';

const whole = (text: string): unknown => parseYaml(text, 1).document.toJS();

test('the front matter of news is read without the whole grammar', () => {
  const text = articleMarkdown(7, 'es', 'tags').split('---\n')[1] ?? '';
  const plain = plainYaml(text);
  expect(plain).toMatchObject({ authors: ['Ada Lindqvist'], tags: ['money'] });
  expect(plain).toEqual(whole(text));
});

test.each([
  'a: 1',
  'a: yes',
  'a: Null',
  'a:',
  'a: b\n  c',
  'a: b # c',
  'a: "b\n c"',
  'a: "\\n"',
  'a: [b, 2]',
  'a: [b, on]',
  'a: b: c',
  'a: b\na: c',
  'yes: b',
  '- a',
  'a: &b c',
  'a: *b',
  'a: |\n  b',
  '__proto__: b',
  'a: 2026',
  "a: 'b'",
  'a: {b: c}',
])('what means more is left to it: %j', (text) => {
  expect(plainYaml(text)).toBeUndefined();
});

test('whatever it reads is what the whole grammar reads', () => {
  const key = fc.constantFrom('title', 'a-b', 'date', 'x_1', 'True', 'key');
  const piece = fc.constantFrom(
    ...[
      'word',
      'Ñandú',
      '日本',
      'yes',
      'null',
      '2026-03-20',
      '2026-03-20T06:40+01:00',
      '12',
      ' ',
      ', ',
      ': ',
      ' #',
      '- ',
      '"',
      "'",
      '\\',
      '\\"',
      '[',
      ']',
      '%',
      '!',
      '?',
      '&',
      '*',
      '.',
      '\t',
    ],
  );
  const value = fc.oneof(
    fc.array(piece, { maxLength: 5 }).map((all) => all.join('')),
    fc.array(piece, { maxLength: 4 }).map((all) => `"${all.join('')}"`),
    fc.array(piece, { maxLength: 5 }).map((all) => `[${all.join(', ')}]`),
  );
  const line = fc
    .tuple(fc.constantFrom('', '', '', ' ', '  '), key, fc.constantFrom(': ', ':', ':  '), value, fc.constantFrom('', ' ', '  '))
    .map((parts) => parts.join(''));
  let plain = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 8, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') }), { maxLength: 4 }),
      (lines) => {
        const text = `${lines.join('\n')}\n`;
        const read = plainYaml(text);
        if (read === undefined) return;
        if (Object.keys(read).length > 0) plain++;
        expect(read).toEqual(whole(text) ?? {});
      },
    ),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(50);
});
