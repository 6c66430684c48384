/** What nothing closes is told where it begins: in front matter, configurations, files of strings and of the site's words. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { KnownError } from '../src/errors.ts';
import { readDataFile, readFrontMatter } from '../src/frontmatter/data.ts';
import { readConfigFile } from '../src/project/config-file.ts';
import { openProject } from '../src/project/project.ts';
import { siteWords } from '../src/publish/site-words.ts';
import { jsonLeaves } from '../src/strings/json-leaves.ts';
import { tomlLeaves } from '../src/strings/toml-leaves.ts';
import { yamlLeaves } from '../src/strings/yaml-leaves.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

function failure(run: () => unknown): KnownError {
  try {
    run();
  } catch (error) {
    return error as KnownError;
  }
  throw new Error('read');
}

const yaml = (...lines: string[]) => ['---', ...lines, '---', '', 'Words "and [more.', ''].join('\n');
const toml = (...lines: string[]) => ['+++', ...lines, '+++', '', 'Words "and [more.', ''].join('\n');
const json = (...lines: string[]) => ['{', ...lines, '}', '', 'Words "and [more.', ''].join('\n');
const NONE = /^(?!.*nothing closes)/;

test.each<[string, string, string, string | RegExp]>([
  ['a quotation mark, to the end', yaml('title: "Open', 'date: 2024-01-01', 'author: A'), '2:8', '" that nothing closes'],
  ['an apostrophe, to the end', yaml('date: 2024-01-01', "title: 'Open", 'author: A', 'x: y'), '3:8', "' that nothing closes"],
  ['a quotation mark of a key', yaml('"title: Open', 'author: A'), '2:1', '" that nothing closes'],
  ['of a list’s last', yaml('tags:', '  - "a"', '  - "b', 'date: 2024-01-01', 'x: 1'), '4:5', '" that nothing closes'],
  ['of one of a list', yaml('tags:', '  - "a', '  - "b"', 'x: 1'), '3:7', 'Missing closing "quote'],
  ['a bracket', yaml('title: A', 'tags: [a, b', 'date: 2024-01-01', 'x: y'), '3:7', '[ that nothing closes'],
  ['a brace', yaml('title: A', 'image: { src: a', 'date: 2024-01-01', 'x: y'), '3:8', '{ that nothing closes'],
  [
    'after what only looks open',
    yaml("a: it's [x", 'b: |', '  "said', '# "no', 'c: d "e', 'f: "open', 'g: h'),
    '7:4',
    '" that nothing closes',
  ],
  ['what is not open', yaml('title: A', 'note: a: b', 'tags: [', '  a,', '  b ]'), '3:7', NONE],
  ['a text of several lines', toml('a = 1', 'title = """Open', 'date = 2024-01-01', 'x = "y"'), '3:9', '""" that nothing closes'],
  ['a bracket', toml('title = "A"', 'tags = ["a", "b"', 'date = 2024-01-01', 'x = "y"'), '3:8', '[ that nothing closes'],
  ['a brace', toml('title = "A"', 'image = { a = "b"', 'date = 2024-01-01', 'x = "y"'), '3:9', '{ that nothing closes'],
  ['no comma in a list', toml('tags = [', '  "a"', '  "b"', ']'), '4:3', NONE],
  ['a quotation mark', json('"title": "Open,', '"date": "2024"'), '2:10', 'unexpected end of string'],
  ['a bracket', json('"title": "A",', '"tags": ["a", "b",', '"date": "2024"'), '3:9', '[ that nothing closes'],
  ['no comma in a list', json('"tags": [', '  "a"', '  "b"', ']'), '3:6', 'no comma'],
  ['no comma', json('"title": "A"', '"date": "2024",', '"x": 1'), '2:13', 'no comma'],
  ['a comma too many', json('"title": "A",', '"x": 1,', ''), '3:7', 'a comma behind the last value'],
])('front matter, %s: %#', (_, source, place, got) => {
  const error = failure(() => readFrontMatter(source));
  expect(error).toMatchObject({ name: 'KnownError', place });
  expect(error.got).toMatch(got);
  expect(error.help).toContain(`line ${place.split(':')[0]}`);
});

const CONFIG = '{\n  "sourceLocale": "en",\n  "engines": {\n    "a": {\n      "url": "x"\n  },\n  "engine": "a"\n}\n';

test.each<[string, string, number]>([
  ['dragoman.config.json', CONFIG, 4],
  ['dragoman.config.json', '{\n  "sourceLocale": "en",\n  "targetLocales": ["es", "ca",\n  "engine": "a"\n}\n', 3],
  ['dragoman.config.yaml', 'sourceLocale: en\nengine: "a\ntargetLocales: [es]\nx: 1\n', 2],
  ['dragoman.config.yaml', 'sourceLocale: en\ntargetLocales: [es\nengine: a\n', 2],
])('%s: %#', (name, text, line) => {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  expect(failure(() => readConfigFile(file)).message).toContain(`${name}:${line}: not `);
});

test('files of strings, of authors, and of the site’s words', () => {
  const open = '{\n  "a": "x",\n  "b": ["y",\n  "c": "z"\n}\n';
  expect(failure(() => jsonLeaves(open, 'ui.json')).place).toBe('ui.json:3');
  expect(failure(() => yamlLeaves('a: x\nb: "y\nc: z\nd: e\n', 'ui.yaml')).place).toBe('ui.yaml:2');
  expect(failure(() => tomlLeaves('a = "x"\nb = ["y"\nc = "z"\n', 'ui.toml')).place).toBe('ui.toml:2');
  expect(failure(() => readDataFile('ada:\n  name: "Ada\n  role: x\nbo:\n  name: Bo\n', '.yml')).place).toBe('2:9');
  const root = temporaryFolder();
  for (const [name, text] of Object.entries({
    'dragoman.config.json': '{"sourceLocale":"en","targetLocales":["es"]}',
    'locales/en/ui.json': open,
  })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  expect(failure(() => siteWords(openProject(root), 'en'))).toMatchObject({
    place: 'locales/en/ui.json:3',
    got: '[ that nothing closes',
  });
});
