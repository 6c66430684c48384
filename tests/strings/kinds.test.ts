import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { compareStrings } from '../../src/strings/compare.ts';
import { marks, words } from '../../src/text.ts';
import { keepsTheLaws, loudFile, readSample, type Sample } from './contract.ts';

const HUGO_TOML: Sample = {
  file: 'i18n/en.toml',
  source: `# Words of the theme
home = "Home"
by = 'By {{ .Author }}'  # kept

[readingTime]
description = "Under the title"
one = "One minute to read"
other = "{{ .Count }} minutes to read"

[more]
other = """
Read "more" \\
  of it"""

[nested.deep]
inline = { one = "{{ .Count }} item", other = "{{ .Count }} items" }
`,
};

const HUGO_YAML: Sample = {
  file: 'i18n/en.yaml',
  format: { kind: 'hugo' },
  source: `# Words of the theme
home: Home   # kept
readingTime:
  one: One minute to read
  other: "{{ .Count }} minutes to read"
by:
  other: 'It''s by {{ .Author }}'
more:
  other: >-
    Read more
    of it
`,
};

const HUGO_LIST: Sample = {
  file: 'i18n/en.yaml',
  format: { kind: 'hugo' },
  source: `- id: home
  translation: "Home"
- id: posts
  translation:
    one: One post
    other: "{{ .Count }} posts"
`,
};

const CODE: Sample = {
  file: 'i18n/en/code.json',
  format: { kind: 'docusaurus' },
  source: `{
  "theme.ErrorPageContent.title": {
    "message": "This page crashed.",
    "description": "The title of the fallback page"
  },
  "theme.blog.post.plurals": {
    "message": "One post|{count} posts",
    "description": "Plural forms, parted by |"
  },
  "theme.title": { "message": "{title} | The \\"site\\"" }
}
`,
};

const ICU: Sample = {
  file: 'messages/en.json',
  format: { kind: 'icu' },
  source: `{
  "cart": {
    "items": "You have {count, plural, =0 {no items} one {# item} other {# items}} in {cart}.",
    "host": "{gender, select, female {She invites {guests, plural, one {a guest} other {# guests}}} other {They wait}}",
    "place": "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} place"
  },
  "quoted": "It''s '{'not'}' {name}",
  "money": "Costs {price, number, ::currency/EUR} <b>today</b>"
}
`,
};

const DATA: Sample = {
  file: '_data/en/navigation.yml',
  source: `# Menu
main:
  - title: "Front page"   # shown first
    url: /
  - title: About us
    url: https://example.org/about
    icon: house
footer: &footer
  text: |
    All rights
    reserved.

    Made by hand.
copy: *footer
inline: { label: Search the site, id: search }
`,
};

const I18NEXT_YAML: Sample = {
  file: 'locales/en/ui.yml',
  format: { kind: 'i18next' },
  source: 'home: Home\nreply_one: "{{count}} reply"\nreply_other: "{{count}} replies"\nbye: Good bye\n',
};

describe('laws', () => {
  keepsTheLaws('Hugo, TOML', HUGO_TOML);
  keepsTheLaws('Hugo, YAML', HUGO_YAML);
  keepsTheLaws('Hugo, a list', HUGO_LIST);
  keepsTheLaws('Docusaurus', CODE);
  keepsTheLaws('ICU', ICU);
  keepsTheLaws('data', DATA);
  keepsTheLaws('i18next in YAML', I18NEXT_YAML);
});

const paths = (sample: Sample, to?: string) => readSample(sample, to).blocks.map(({ path }) => path);

describe('Hugo', () => {
  test('tables are plurals, what describes them is a note, identifiers are no words', () => {
    expect(paths(HUGO_TOML)).toEqual([
      ...['home', 'by', 'readingTime.one', 'readingTime.other', 'more.other'],
      ...['nested.deep.inline.one', 'nested.deep.inline.other'],
    ]);
    expect(readSample(HUGO_TOML).blocks[2]?.note).toBe('Under the title');
    expect(paths(HUGO_LIST)).toEqual(['home', 'posts.one', 'posts.other']);
  });

  test('a language gets its own forms, in lines like those that are there', () => {
    const uk = loudFile(HUGO_TOML, 'uk');
    expect(uk).toContain(`one = "ONE MINUTE TO READ"
few = "{{ .Count }} MINUTES TO READ"
many = "{{ .Count }} MINUTES TO READ"
other = "{{ .Count }} MINUTES TO READ"
`);
    expect(uk).toContain(
      'inline = { one = "{{ .Count }} ITEM", few = "{{ .Count }} ITEMS", many = "{{ .Count }} ITEMS", other = "{{ .Count }} ITEMS" }',
    );
    expect(uk).toContain("by = 'BY {{ .Author }}'  # kept");
    expect(loudFile(HUGO_TOML, 'ja')).toContain(`description = "Under the title"\nother = "{{ .Count }} MINUTES TO READ"\n`);
    expect(parseYaml(loudFile(HUGO_YAML, 'uk'))).toEqual({
      home: 'HOME',
      readingTime: {
        one: 'ONE MINUTE TO READ',
        few: '{{ .Count }} MINUTES TO READ',
        many: '{{ .Count }} MINUTES TO READ',
        other: '{{ .Count }} MINUTES TO READ',
      },
      by: { other: "IT'S BY {{ .Author }}" },
      more: { other: 'READ MORE OF IT' },
    });
    expect(loudFile(HUGO_LIST, 'ja')).toBe(`- id: home
  translation: "HOME"
- id: posts
  translation:
    other: "{{ .Count }} POSTS"
`);
  });
});

describe('Docusaurus', () => {
  test('messages are words, descriptions are notes', () => {
    const { blocks } = readSample(CODE);
    expect(blocks.map(({ path, note }) => [path, note])).toEqual([
      ['theme\\.ErrorPageContent\\.title', 'The title of the fallback page'],
      ['theme\\.blog\\.post\\.plurals|one', 'Plural forms, parted by |'],
      ['theme\\.blog\\.post\\.plurals', 'Plural forms, parted by |'],
      ['theme\\.title', undefined],
    ]);
  });

  test('a file of messages with descriptions says by itself what it is', () => {
    expect(paths({ file: CODE.file, source: CODE.source })).toEqual(paths(CODE));
    expect(paths({ file: 'ui.json', source: '{ "box": { "message": "Sent", "title": "Thanks" } }' })).toEqual(['box.message', 'box.title']);
  });

  test('forms are parted by | in the order of the language', () => {
    expect(loudFile(CODE, 'uk')).toContain('"message": "ONE POST|{count} POSTS|{count} POSTS|{count} POSTS"');
    expect(loudFile(CODE, 'ja')).toContain('"message": "{count} POSTS"');
    expect(loudFile(CODE, 'de')).toContain('"message": "{title} | THE \\"SITE\\""');
  });
});

describe('ICU messages', () => {
  test('the words of each branch are offered; what is chosen by and filled in is a mark', () => {
    const said = readSample(ICU).blocks.map(({ path, segments }) => [path, words(segments[0]?.text ?? [])]);
    expect(Object.fromEntries(said)).toEqual({
      'cart.items': 'You have  in .',
      'cart.items{count:=0}': 'no items',
      'cart.items{count:one}': ' item',
      'cart.items{count:other}': ' items',
      'cart.host{gender:female}': 'She invites ',
      'cart.host{gender:female}{guests:one}': 'a guest',
      'cart.host{gender:female}{guests:other}': ' guests',
      'cart.host{gender:other}': 'They wait',
      'cart.place': ' place',
      'cart.place{n:one}': 'st',
      'cart.place{n:two}': 'nd',
      'cart.place{n:few}': 'rd',
      'cart.place{n:other}': 'th',
      quoted: "It's {not} ",
      money: 'Costs  today',
    });
    const money = readSample(ICU).blocks.at(-1)?.segments[0]?.text ?? [];
    expect(marks(money).map(({ role, source }) => `${role} ${source}`)).toEqual([
      'alone {price, number, ::currency/EUR}',
      'open <b>',
      'close </b>',
    ]);
  });

  test('branches are those of the language; quoting is ICU’s', () => {
    const uk = JSON.parse(loudFile(ICU, 'uk')) as { cart: Record<string, string>; quoted: string };
    expect(uk.cart.items).toBe(
      'YOU HAVE {count, plural, =0 {NO ITEMS} one {# ITEM} few {# ITEMS} many {# ITEMS} other {# ITEMS}} IN {cart}.',
    );
    expect(uk.cart.host).toBe(
      '{gender, select, female {SHE INVITES {guests, plural, one {A GUEST} few {# GUESTS} many {# GUESTS} other {# GUESTS}}} other {THEY WAIT}}',
    );
    expect(uk.cart.place).toBe('{n, selectordinal, few {#RD} other {#TH}} PLACE');
    expect(uk.quoted).toBe("IT''S '{'NOT'}' {name}");
    expect((JSON.parse(loudFile(ICU, 'ja')) as typeof uk).cart.items).toBe(
      'YOU HAVE {count, plural, =0 {NO ITEMS} other {# ITEMS}} IN {cart}.',
    );
  });

  test('a message that chooses is one in any file; an apostrophe before a brace is written as two', () => {
    const sample: Sample = { file: 'ui.json', source: '{ "a": "{n, plural, one {# reply} other {# replies}}", "b": "of {name}" }' };
    expect(paths(sample)).toEqual(['a{n:one}', 'a{n:other}', 'b']);
    const icu: Sample = { file: 'm.json', format: { kind: 'icu' }, source: '{ "a": "the {name} is" }' };
    const article = readSample(icu);
    expect(article.blocks).toHaveLength(1);
  });
});

describe('data files', () => {
  test('addresses, identifiers, anchors and aliases are left alone', () => {
    expect(paths(DATA)).toEqual(['main.0.title', 'main.1.title', 'footer.text', 'footer.text¶2', 'inline.label']);
    expect(loudFile(DATA, 'es')).toBe(
      DATA.source
        .replace(/Front page|About us|All rights|reserved\.|Made by hand\.|Search the site/g, (all) => all.toUpperCase())
        .replace('ALL RIGHTS\n    RESERVED.', 'ALL RIGHTS RESERVED.'),
    );
  });

  test('what are words can be said by the names of keys or their paths', () => {
    const some = (format: Sample['format']) => paths({ ...DATA, ...(format && { format }) });
    expect(some({ translate: ['main[].title'] })).toEqual(['main.0.title', 'main.1.title']);
    expect(some({ translate: ['label', 'icon'] })).toEqual(['main.1.icon', 'inline.label']);
    expect(some({ keep: ['title', 'url', 'icon', 'id'] })).toEqual(['footer.text', 'footer.text¶2', 'inline.label']);
  });

  test('a value that would be read otherwise is quoted, others keep their style', () => {
    const sample: Sample = { file: 'x.yml', source: "a: plain words\nb: [one thing, 'it''s']\n" };
    const output = loudFile({ ...sample }, 'es');
    expect(output).toBe("a: PLAIN WORDS\nb: [ONE THING, 'IT''S']\n");
  });
});

describe('placeholders', () => {
  const found = (value: string) =>
    marks(readSample({ file: 'x.json', source: JSON.stringify({ a: value }) }).blocks[0]?.segments[0]?.text ?? []).map(
      ({ source }) => source,
    );

  test.each([
    ['Hi {name}, {0} of {1}', ['{name}', '{0}', '{1}']],
    ['%s has %1$d of %(total)s at 5%%', ['%s', '%1$d', '%(total)s', '%%']],
    ['%{count} left, 50 % done, 20% sure', ['%{count}']],
    ['Tom&nbsp;&amp; Jerry &#8212; R&D', ['&nbsp;', '&amp;', '&#8212;']],
    ['<b>Bold</b> and <br/>', ['<b>', '</b>', '<br/>']],
    ['{not a name} {a, b}', ['{a, b}']],
  ])('%s', (value, expected) => expect(found(value)).toEqual(expected));
});

describe('a localized file is held against its source', () => {
  const differences = (sample: Sample, output: string, to: string) =>
    compareStrings(readSample(sample), output, to).map(({ kind, path, names }) => `${kind} ${path}: ${names.join(' ')}`);

  test('nothing is wrong with what is written', () => {
    for (const sample of [HUGO_TOML, HUGO_YAML, HUGO_LIST, CODE, ICU, DATA, I18NEXT_YAML])
      for (const to of ['ja', 'es', 'de']) expect(differences(sample, loudFile(sample, to), to)).toEqual([]);
  });

  test('a placeholder lost or changed, a form that is needed, a message that cannot be read', () => {
    expect(differences(HUGO_TOML, loudFile(HUGO_TOML, 'es').replace('{{ .Author }}', '{{ .Autor }}'), 'es')).toEqual([
      'missing interpolation by: .Author',
      'superfluous interpolation by: .Autor',
    ]);
    // One form for 1, 21, 31 ... cannot say the number in words.
    expect(differences(HUGO_LIST, loudFile(HUGO_LIST, 'uk'), 'uk')).toEqual(['missing interpolation posts.one: .Count']);
    expect(differences(CODE, loudFile(CODE, 'uk').replace('ONE POST|', ''), 'uk')).toEqual([
      'missing form theme\\.blog\\.post\\.plurals: many',
    ]);
    expect(differences(ICU, loudFile(ICU, 'es').replace('IN {cart}', 'IN {carro}'), 'es')).toEqual([
      'missing interpolation cart.items: cart',
      'superfluous interpolation cart.items: carro',
    ]);
    expect(differences(ICU, loudFile(ICU, 'es').replace(' other {# ITEMS}', ''), 'es')).toContain('broken message cart.items: cart.items');
  });
});
