import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { unreadCheck } from '../../src/checks/unread.ts';
import { readFrontMatter } from '../../src/frontmatter/data.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { writeEdition } from '../../src/markdown/write.ts';
import { words } from '../../src/text.ts';

/** What PyYAML, and with it Pelican, MkDocs and libyaml's many users, takes; js-yaml takes them too, but for the key that is there twice. */
const TAKEN: readonly (readonly [name: string, yaml: string])[] = [
  ['a plain value over lines', 'title: One\n  and two\n\n  and three\nx: 1\n'],
  ['a double-quoted value over lines that are not indented', 'title: "One\nand two"\nx: 1\n'],
  ['a single-quoted one', "title: 'It''s one\nand two'\nx: 1\n"],
  ['one with blank lines and an escaped line end', 'title: "One \\\n  and\n\n two"\nx: 1\n'],
  ['one in a list', 'list:\n- title: "One\nand two"\n  y: 2\ntitle: x\n'],
  ['brackets over lines that are not indented', 'tags: [one,\ntwo, "three\nfour"\n]\ntitle: Five\n'],
  ['braces over lines', 'image: {src: a.png,\nalt: "Words: and\nmore" # a comment\n}\ntitle: Five\n'],
  ['a comment right behind a quotation mark', 'title: "One"# two\nx: 1\n'],
  ['a key that is there twice', 'title: One\ntitle: Two\n'],
  ['a folded block', 'title: >-\n  One\n  and two\nx: 1\n'],
  ['a tab between key and value, and at the end', 'title:\tOne\t\nx: 1\n'],
  ['anchors, aliases and merged keys', 'base: &base\n  y: 1\nmore:\n  <<: *base\n  z: 2\ntitle: &t One\nagain: *t\n'],
];

describe('front matter that generators build is read, with the values that they read', () => {
  test.each(TAKEN)('%s', (_, yaml) => {
    const source = `---\n${yaml}---\n\nText.\n`;
    const { data } = readFrontMatter(source);
    const python = spawnSync('python3', ['-c', 'import json,sys,yaml; print(json.dumps(yaml.safe_load(sys.stdin.read())))'], {
      input: yaml,
    });
    // Python and PyYAML come with Debian's python3-yaml; the values are then theirs.
    if (python.status === 0) expect(data).toEqual(JSON.parse(python.stdout.toString()));
    else expect(data).toHaveProperty('title');
    const article = readArticle(source, { locale: 'en', slug: 'x', frontMatter: ['title', 'image.alt', 'list[].title', 'tags[]'] });
    expect(writeEdition({ article, locale: 'es', targets: new Map() })).toBe(source);
    for (const { span, segments } of article.blocks)
      if (segments.length === 1)
        expect(
          source
            .slice(span.start, span.end)
            .replace(/\s*\\?\s+/g, ' ')
            .replaceAll("''", "'"),
        ).toBe(words(segments[0]?.text ?? []).replace(/ +/g, ' '));
  });

  test('words over lines that are not indented are spliced where they are', () => {
    const source = '---\ntags: [one,\ntwo]\ntitle: "One\nand two"\nx: 1\n---\n';
    const article = readArticle(source, { locale: 'en', slug: 'x' });
    const [segment] = article.blocks[0]?.segments ?? [];
    const target = { text: ['Uno "y" dos'], state: 'machine', origin: { by: 'engine' }, terms: [] } as const;
    expect(writeEdition({ article, locale: 'es', targets: new Map([[segment?.id ?? '', target]]) })).toBe(
      '---\ntags: [one,\ntwo]\ntitle: "Uno \\"y\\" dos"\nx: 1\n---\n',
    );
  });

  test.each(['title: "One\nand two\n', 'a: b: c\n', 'title: @one\n', 'title: [one\nx: 2\n'])(
    'what all parsers refuse is refused: %j',
    (yaml) => {
      expect(() => readFrontMatter(`---\n${yaml}---\n`)).toThrow('does not parse');
    },
  );
});

test('what stays as it is is told: an alias, a tag, a merged key, a key that is there twice', () => {
  const source = '---\ntitle: &t One\ntitle: Two\ndescription: *t\nlead: !upper Three\n<<: {kicker: Four}\n---\n\nText.\n';
  const article = readArticle(source, { locale: 'en', slug: 'x', frontMatter: ['title', 'description', 'lead', 'kicker'] });
  expect(article.blocks.map(({ path }) => path)).toEqual(['title', 'title', undefined]);
  const findings = runChecks([unreadCheck], { article, locale: 'es', targets: new Map() }, { output: source });
  expect(findings.map(({ message, line, level }) => `${line} ${level} ${message}`)).toEqual([
    '3 note "title" stays as it is: there twice: the site\'s parser may take either',
    '4 note "description" stays as it is: an alias (*t): its words are where the anchor is',
    '5 note "lead" stays as it is: a value with the tag !upper',
    '6 note "kicker" stays as it is: merged from another mapping (<<): its words are where that is',
  ]);
});

test('of mappings with one name those words are merged that stand before the merge', () => {
  const source = '---\na: &m { kicker: One }\nb:\n  <<: *m\nc: &m { lead: Two }\nd:\n  <<: *m\n---\n\nText.\n';
  const article = readArticle(source, { locale: 'en', slug: 'x', frontMatter: ['b.kicker', 'b.lead', 'd.kicker', 'd.lead'] });
  const findings = runChecks([unreadCheck], { article, locale: 'es', targets: new Map() }, { output: source });
  expect(findings.map(({ message, line }) => `${line} ${message.split('"')[1]}`)).toEqual(['4 b.kicker', '7 d.lead']);
});
