import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matcherOf } from '../../src/sentences/automaton.ts';
import { fromIcu } from '../../src/sentences/icu-pattern.ts';
import { patternTree } from '../../src/sentences/pattern-tree.ts';
import { readSrx } from '../../src/sentences/srx.ts';
import { sentences } from '../../src/sentences.ts';

const rule = (breaks: 'yes' | 'no', before: string, after: string) =>
  `<rule break="${breaks}"><beforebreak>${before}</beforebreak><afterbreak>${after}</afterbreak></rule>`;

function srx(rules: Readonly<Record<string, string>>, maps: readonly (readonly [string, string])[], cascade = 'yes') {
  const lists = Object.entries(rules).map(([name, body]) => `<languagerule languagerulename="${name}">${body}</languagerule>`);
  const mapped = maps.map(([pattern, name]) => `<languagemap languagepattern="${pattern}" languagerulename="${name}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="${cascade}"/>
<body><languagerules>${lists.join('\n')}</languagerules><maprules>${mapped.join('\n')}</maprules></body></srx>`;
}

describe("a user's SRX rules", () => {
  test('keep what the built-in rules cut', () => {
    const rules = readSrx(srx({ en: rule('no', '\\bSect\\.', '\\s') }, [['en.*', 'en']]), 'rules.srx');
    expect(sentences('See Sect. Four. It is long.', 'en')).toEqual(['See Sect. ', 'Four. ', 'It is long.']);
    expect(sentences('See Sect. Four. It is long.', 'en', rules)).toEqual(['See Sect. Four. ', 'It is long.']);
  });

  test('cut what the built-in rules keep; the white space stays before the cut', () => {
    const rules = readSrx(srx({ any: rule('yes', ';', '\\s') }, [['.*', 'any']]), 'rules.srx');
    expect(sentences('One; two. Three.', 'en', rules)).toEqual(['One; ', 'two. ', 'Three.']);
  });

  test('the first rule that matches decides', () => {
    const rules = readSrx(srx({ any: rule('no', '\\ba;', '\\s') + rule('yes', ';', '\\s') }, [['.*', 'any']]), 'rules.srx');
    expect(sentences('a; b; c', 'en', rules)).toEqual(['a; b; ', 'c']);
  });

  test('cascade takes all maps that fit, otherwise the first', () => {
    const rules = { de: rule('no', 'x;', '\\s'), any: rule('yes', ';', '\\s') };
    const maps = [
      ['de.*', 'de'],
      ['.*', 'any'],
    ] as const;
    const text = 'x; y; z';
    expect(sentences(text, 'de-AT', readSrx(srx(rules, maps), 'f'))).toEqual(['x; y; ', 'z']);
    expect(sentences(text, 'de-AT', readSrx(srx(rules, maps, 'no'), 'f'))).toEqual(['x; y; z']);
    expect(sentences(text, 'fr', readSrx(srx(rules, maps, 'no'), 'f'))).toEqual(['x; ', 'y; ', 'z']);
  });

  test("are read in ICU's notation", () => {
    const rules = readSrx(srx({ any: rule('no', '(?i)\\Qq.v.\\E[\\x{201C}\\"]?\\h*+', '\\p{Lu}') }, [['.*', 'any']]), 'rules.srx');
    expect(sentences('This, Q.V. The end.', 'en', rules)).toEqual(['This, Q.V. The end.']);
  });

  test.each([
    ['flags amid a pattern, and word borders of any alphabet', '\\b(?i)úč\\.', 'Podle ÚČ. Pravda.'],
    ['flags that reach over alternatives', '\\b(?:x(?i)|úč)\\.', 'Podle ÚČ. Pravda.'],
    ['an intersection', '[\\p{L}&amp;&amp;[^\\p{Lower}]]\\.', 'Podle Č. Pravda.'],
    ['a difference', '[\\p{Lu}-[A-Z]]\\.', 'Podle Č. Pravda.'],
    ["Java's names of properties", '\\p{IsUppercase}\\p{javaUpperCase}[[:punct:]]', 'Podle ÚČ. Pravda.'],
    ['quoted words in a class, odd signs', '[\\Q]-\\E"&amp;(Č]\\.', 'Podle Č. Pravda.'],
    ['possessive quantifiers and atomic groups', '(?&gt;Č++)\\.{1,2}+', 'Podle Č. Pravda.'],
    ['horizontal space', 'Podle\\h+Č\\.', 'Podle\u00a0Č. Pravda.'],
    ['comments', '(?x) Č \\. # a letter', 'Podle Č. Pravda.'],
    ['a script by its block', '\\p{InCyrillic}\\.', 'Podle Ж. Pravda.'],
  ])("are read in Java's notation: %s", (_, before, text) => {
    expect(sentences(text, 'cs', readSrx(srx({ any: rule('no', before, '\\s') }, [['CS.*', 'any']]), 'rules.srx'))).toEqual([text]);
  });

  test('an SRX 1.0 file names its DTD and has its maps a level deeper', () => {
    const old = srx({ any: rule('yes', ';', '\\s') }, [['.*', 'any']])
      .replace(/<srx[^>]*>/, '<!DOCTYPE srx PUBLIC "-//SRX//DTD SRX//EN" "srx.dtd"><srx version="1.0">')
      .replace('<maprules>', '<maprules><maprule maprulename="Default">')
      .replace('</maprules>', '</maprule></maprules>');
    expect(sentences('One; two.', 'en', readSrx(old, 'old.srx'))).toEqual(['One; ', 'two.']);
  });

  // JavaScript's own expressions take from minutes to for ever over these.
  test.each([
    ['a run of stops', '[.?!]+', '\\s', '.', 0],
    ['a run that each place begins and ends', '[.?!]+', '', '.', 50_000],
    ['repeats of repeats', '(a+)+b', '', 'a', 0],
    ['repeats of alternatives', '(a|a)*b', '(?:a|a)*c', 'a', 0],
    ['white space, and what never follows', '\\s*', '(\\s+)+x', ' ', 0],
    ['all before and all after', '.*', '.*x', 'a', 0],
    ['what stands anywhere before', '(?&lt;=b(a|aa)*)\\.', '', 'a.', 0],
    ['counted repeats', 'x.{0,900}y', '', 'x ', 0],
  ])('are matched in one pass: %s', (_, before, after, text, count) => {
    const rules = readSrx(srx({ any: rule('yes', before, after) }, [['(e+n*)+', 'any']]), 'rules.srx');
    expect(rules.decide(text.repeat(50_000 / text.length), 'en').size).toBe(count);
  });

  test("match where JavaScript's own expressions do", () => {
    const atom = fc.constantFrom('a', 'b', '.', '[^a]', '[a-c]', '\\s', '\\b', '\\B', '^', '$', '\\p{Lu}', '\\u{2e}', '\\R');
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4 },
        atom,
        fc.tuple(tie('pattern'), tie('pattern')).map((two) => two.join('')),
        fc.tuple(tie('pattern'), tie('pattern')).map((two) => `(?:${two.join('|')})`),
        fc.tuple(tie('pattern'), fc.constantFrom('*', '+?', '?', '{2}', '{0,2}', '{1,}')).map(([part, times]) => `(${part})${times}`),
        fc.tuple(fc.constantFrom('=', '!', '<=', '<!', 's:', '-m:'), tie('pattern')).map((two) => `(?${two.join('')})`),
      ),
    }));
    fc.assert(
      fc.property(
        pattern,
        pattern,
        fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.', ' ', '\n', '\r\n'), maxLength: 12 }),
        (before, after, text) => {
          const [behind, ahead] = [fromIcu(before), fromIcu(after)];
          const places = matcherOf(
            [patternTree(behind, 'm')],
            [patternTree(ahead, 'm')],
          )(text).filter(({ ended, begun }) => ended.length * begun.length > 0);
          const native = text.matchAll(new RegExp(`(?<=${behind})(?=${ahead})`, 'gmv'));
          expect(places.map(({ offset }) => offset)).toEqual(Array.from(native, ({ index }) => index));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('that are of no use are refused with file and line', () => {
    const bad = srx({ any: `\n${rule('no', '([', '\\s')}` }, [['.*', 'any']]);
    expect(() => readSrx(bad, 'my.srx')).toThrow(expect.objectContaining({ name: 'KnownError', place: 'my.srx:5' }));
    for (const pattern of [
      '(a)\\1',
      '(?&lt;quote&gt;")a\\k&lt;quote&gt;',
      '.{9,2000}',
      '(?:a{50}b{50}){20}',
      `${'('.repeat(300)}a${')'.repeat(300)}`,
    ])
      expect(() => readSrx(srx({ any: rule('no', pattern, '') }, [['.*', 'any']]), 'my.srx')).toThrow('my.srx:4: <rule> is not usable');
    expect(() => readSrx(srx({}, [['.*', 'none']]), 'my.srx')).toThrow('<languagemap> is not usable');
    expect(() => readSrx('<tmx/>', 'my.srx')).toThrow('my.srx is not an SRX file');
  });
});
