import fc from 'fast-check';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { Article, Edition, Target, Text } from '../../src/article.ts';
import { readStrings } from '../../src/strings/read.ts';
import { writeStrings } from '../../src/strings/write.ts';
import { words } from '../../src/text.ts';

const target = (text: Text): Target => ({ text, state: 'machine', origin: { by: 'engine', name: 'test' }, terms: [] });

/** An edition whose every string is what `translate` makes of it. */
function edition(article: Article, locale: string, translate: (text: Text, path: string) => Text | undefined): Edition {
  const targets = new Map<string, Target>();
  for (const { segments, path = '' } of article.blocks)
    for (const { id, text } of segments) {
      const translated = translate(text, path);
      if (translated !== undefined) targets.set(id, target(translated));
    }
  return { article, locale, targets };
}

const loud = (text: Text): Text => text.map((piece) => (typeof piece === 'string' ? piece.toUpperCase() : piece));
const read = (source: string, to?: string) => readStrings(source, { locale: 'en', namespace: 'ui', ...(to === undefined ? {} : { to }) });
const paths = (article: Article) => article.blocks.map(({ path }) => path);

const SOURCE = `{
  // kept
  "title": "Hello, {{name}}!",
  "nav": { "home": "Home \\u2013 \\"start\\"", "empty": "", "count": 3 },
  "list": ["One", ["Two"], { "deep": "Three" }],
  "a.b": "Dotted",
  "rich":   "Read <1>the <b>docs</b></1>, $t(nav.home, { \\"x\\": 1 }) and {{- raw, number(max: 2)}}<br/>now",
  "only": "{{name}}",
}
`;

describe('a file of strings is read', () => {
  test('as blocks with a key path and one segment', () => {
    const article = read(SOURCE);
    expect(paths(article)).toEqual(['title', 'nav.home', 'list.0', 'list.1.0', 'list.2.deep', 'a\\.b', 'rich']);
    for (const { kind, syntax, segments } of article.blocks) expect([kind, syntax, segments.length]).toEqual(['string', 'json', 1]);
    for (const { span } of article.blocks) expect(SOURCE[span.start - 1] + SOURCE.slice(span.end, span.end + 1)).toBe('""');
  });

  test('with escapes resolved and marks between the words', () => {
    const texts = read(SOURCE).blocks.map(({ segments }) => segments[0]?.text ?? []);
    expect(words(texts[1] ?? [])).toBe('Home – "start"');
    const marks = (texts[6] ?? []).filter((piece) => typeof piece === 'object');
    expect(marks.map(({ role, id, source }) => `${role} ${id} ${source}`)).toEqual([
      'open 1 <1>',
      'open 2 <b>',
      'close 2 </b>',
      'close 1 </1>',
      'alone 3 $t(nav.home, { \\"x\\": 1 })',
      'alone 4 {{- raw, number(max: 2)}}',
      'alone 5 <br/>',
    ]);
    for (const { start = 0, source } of marks) expect(SOURCE.slice(start, start + source.length)).toBe(source);
  });

  test.each([
    ['1 < 2 and 3 > 2', []],
    ['1 <2 or 3> 2', []],
    ['a </b> stray', ['alone </b>']],
    ['<i>never closed', ['alone <i>']],
    ['<i><b>x</i></b>', ['open <i>', 'alone <b>', 'close </i>', 'alone </b>']],
    ['{{a}}{{b}} $t(open', ['alone {{a}}', 'alone {{b}}']],
    ['x $t(key, {"a": f(1)}) y', ['alone $t(key, {\\"a\\": f(1)})']],
  ])('%s', (value, expected) => {
    const [block] = read(JSON.stringify({ key: value })).blocks;
    const marks = block?.segments[0]?.text.filter((piece) => typeof piece === 'object') ?? [];
    expect(marks.map(({ role, source }) => `${role} ${source}`)).toEqual(expected);
  });

  test('the same words again have another id', () => {
    const ids = read('{"a": "Same", "b": "Same"}').blocks.map(({ segments }) => segments[0]?.id);
    expect(new Set(ids).size).toBe(2);
  });

  test('what is no JSON object is refused with its line', () => {
    expect(() => read('{\n "a": "b"\n "c" }')).toThrow(expect.objectContaining({ name: 'KnownError', place: 'ui.json:2' }));
    expect(() => read('[]')).toThrow('not usable as strings');
    expect(() => read('')).toThrow('not usable as strings');
  });
});

describe('a file of strings is written', () => {
  test('with new words, and every other byte as it was', () => {
    const output = writeStrings(edition(read(SOURCE), 'es', loud));
    expect(output).toBe(`{
  // kept
  "title": "HELLO, {{name}}!",
  "nav": { "home": "HOME \\u2013 \\"START\\"", "empty": "", "count": 3 },
  "list": ["ONE", ["TWO"], { "deep": "THREE" }],
  "a.b": "DOTTED",
  "rich":   "READ <1>THE <b>DOCS</b></1>, $t(nav.home, { \\"x\\": 1 }) AND {{- raw, number(max: 2)}}<br/>NOW",
  "only": "{{name}}",
}
`);
  });

  test('in ASCII and with escaped slashes where the source is', () => {
    const source = '{"a": "caf\\u00e9 \\/ bar"}';
    expect(writeStrings(edition(read(source), 'es', () => ['té / çay']))).toBe('{"a": "t\\u00e9 \\/ \\u00e7ay"}');
    expect(writeStrings(edition(read('{"a": "b"}'), 'es', () => ['té / "x"\n']))).toBe('{"a": "té / \\"x\\"\\n"}');
  });

  test('behind a BOM, with CRLF', () => {
    expect(writeStrings(edition(read('\uFEFF{\r\n\t"a": "b"\r\n}'), 'es', loud))).toBe('\uFEFF{\r\n\t"a": "B"\r\n}');
  });
});

const PLURALS = `{
  "item_one": "{{count}} item",
  "item_other": "{{count}} items",
  "place_ordinal_one": "{{count}}st",
  "place_ordinal_two": "{{count}}nd",
  "place_ordinal_few": "{{count}}rd",
  "place_ordinal_other": "{{count}}th",
  "friend_male_one": "A boyfriend",
  "friend_male_other": "{{count}} boyfriends",
  "phase_one": "Phase one"
}`;

describe('plural forms', () => {
  test('that the locale needs become blocks, and those it has not do not', () => {
    expect(paths(read(PLURALS, 'uk'))).toEqual([
      ...['item_one', 'item_other', 'item_few', 'item_many', 'place_ordinal_few', 'place_ordinal_other'],
      ...['friend_male_one', 'friend_male_other', 'friend_male_few', 'friend_male_many', 'phase_one'],
    ]);
    expect(paths(read(PLURALS, 'ja'))).toEqual(['item_other', 'place_ordinal_other', 'friend_male_other', 'phase_one']);
  });

  test('have ids of their own that do not move', () => {
    const ids = (article: Article) => article.blocks.map(({ segments }) => segments[0]?.id ?? '');
    const uk = ids(read(PLURALS, 'uk'));
    expect(new Set(uk).size).toBe(uk.length);
    expect(uk[2]).toBe(`${uk[1]}-few`);
    expect(ids(read(PLURALS))[1]).toBe(uk[1]);
  });

  test('are made before _other and taken away, with the comma and the indent', () => {
    const own = '{\n  "a": "b",\n  "item_one" : "{{count}} item",\n  "item_other" : "{{count}} items"\n}';
    const uk = writeStrings(edition(read(own, 'uk'), 'uk', (_, path) => (path === 'a' ? undefined : [path])));
    expect(uk).toBe(
      '{\n  "a": "b",\n  "item_one" : "item_one",\n  "item_few" : "item_few",\n  "item_many" : "item_many",\n  "item_other" : "item_other"\n}',
    );
    const ja = writeStrings(edition(read(own, 'ja'), 'ja', (_, path) => (path === 'a' ? undefined : [path])));
    expect(ja).toBe('{\n  "a": "b",\n  "item_other" : "item_other"\n}');
  });

  test('are taken away at the end of an object as well', () => {
    const own = '{ "x_other": "b", "x_one": "a", "x_two": "c" }';
    expect(writeStrings(edition(read(own, 'ja'), 'ja', loud))).toBe('{ "x_other": "B" }');
  });

  test('of the source stay, and none is made, without a target', () => {
    expect(writeStrings({ article: read(PLURALS, 'uk'), locale: 'uk', targets: new Map() })).toBe(PLURALS);
  });

  test('_zero stays where the source has it', () => {
    expect(paths(read('{"x_zero": "none", "x_other": "some"}', 'ja'))).toEqual(['x_zero', 'x_other']);
  });
});

test('i18next finds the forms that were made', async () => {
  const uk = writeStrings(edition(read(PLURALS, 'uk'), 'uk', (_, path) => [path]));
  const i18n = createInstance();
  await i18n.init({ lng: 'uk', resources: { uk: { translation: JSON.parse(uk) } } });
  const forms = [1, 2, 5, 21, 1.5].map((count) => i18n.t('item', { count }));
  expect(forms).toEqual(['item_one', 'item_few', 'item_many', 'item_one', 'item_other']);
  expect([1, 3].map((count) => i18n.t('place', { count, ordinal: true }))).toEqual(['place_ordinal_other', 'place_ordinal_few']);
  expect(i18n.t('friend', { context: 'male', count: 2 })).toBe('friend_male_few');
});

describe('laws on random files', () => {
  /** The string's value, marks and all. */
  const whole = (text: Text) => text.map((piece) => (typeof piece === 'string' ? piece : JSON.parse(`"${piece.source}"`))).join('');
  const key = fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constantFrom('a_one', 'a_other', 'a_few', 'b_ordinal_two', 'b_ordinal_other', 'x.y'),
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .array(fc.constantFrom('Word ', '{{x}}', '{{- y}}', '<0>', '</0>', '<br/>', '$t(k)', '$t(', '<', '"', '\\', 'é', '\n'), {
        maxLength: 6,
      })
      .map((parts) => parts.join('')),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.dictionary(
      key,
      fc.oneof({ depthSize: 'small' }, value, fc.integer(), fc.constant(null), tie('tree'), fc.array(value, { maxLength: 3 })),
    ),
  }));
  const source = fc.tuple(tree, fc.constantFrom(0, 2, '\t')).map(([json, indent]) => JSON.stringify(json, null, indent));

  test('no target: the source, byte for byte; so with every target its own text', () =>
    fc.assert(
      fc.property(source, fc.constantFrom('uk', 'ja', 'es'), (json, to) => {
        expect(writeStrings({ article: read(json, to), locale: to, targets: new Map() })).toBe(json);
        expect(writeStrings(edition(read(json), 'en', (text) => text))).toBe(json);
      }),
    ));

  test('what is written is read back, form by form', () =>
    fc.assert(
      fc.property(source, fc.constantFrom('uk', 'ja', 'es', 'ar'), (json, to) => {
        const article = read(json, to);
        const changed = edition(article, to, (text, path) => ['Ж"\\\n ', ...text, path]);
        const back = readStrings(writeStrings(changed), { locale: to, namespace: 'ui' });
        const got = new Map(back.blocks.map(({ path, segments }) => [path, whole(segments[0]?.text ?? [])]));
        for (const { path, segments } of article.blocks)
          expect(got.get(path)).toBe(whole(changed.targets.get(segments[0]?.id ?? '')?.text ?? []));
      }),
    ));
});
