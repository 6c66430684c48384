import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { words } from '../../src/text.ts';
import { recordIn, run } from '../support/newsroom.ts';

const story = readFileSync(join(import.meta.dirname, '../../articles/en/2026-03-02-night-ferry.md'), 'utf8');
const desk = run(story);
const segments = recordIn(desk).blocks.flatMap((block) => block.segments);
const said = words(segments.at(-2)?.target?.text ?? []);
const corrected = (record: string) => record.replace(said, 'Esto lo escribió una persona.');

/** What CAT tools do to a record besides what their user did. */
const HARMS: { readonly [harm: string]: (record: string) => string } = {
  'our attributes and elements taken out': (record) =>
    record
      .replace(/ (?:xmlns:)?dragoman(?::[\w-]+)?="[^"]*"/g, '')
      .replace(/\s*<dragoman:[\w-]+(?:[^<>]*\/>|[^<>]*>[^<]*<\/dragoman:[\w-]+>)/g, ''),
  'our attributes and all states taken out': (record) =>
    HARMS['our attributes and elements taken out']?.(record).replace(/ (?:state|state-qualifier|approved)="[^"]*"/g, '') ?? '',
  'indented anew': (record) => record.replace(/<(source|target)([^>]*)>(.+?)<\/\1>/g, '<$1$2>\n\t\t\t\t$3\n\t\t\t</$1>'),
  'another space in every source': (record) =>
    record.replace(/<source>(.+?)<\/source>/g, (source) => source.replace(/ /, '\u00a0').replace(/ (?=\w+[.<])/, '  ')),
  'sources marked as sentences': (record) =>
    record
      .replace(/<source>(.+?)<\/source>/g, '$&<seg-source><mrk mtype="seg" mid="0">$1</mrk></seg-source>')
      .replace(/(<target[^>]*>)(.+?)<\/target>/g, '$1<mrk mtype="seg" mid="0">$2</mrk></target>'),
};

test.each(Object.entries(HARMS))('a correction arrives, and nothing else changes or is approved: %s', (_, harm) => {
  const next = run(story, { edition: desk.edition, record: harm(corrected(desk.record)) });
  expect(next.sent).toEqual([]);
  expect(next.edition).toBe(desk.edition.replace(said, 'Esto lo escribió una persona.'));
  const reviewed = recordIn(next).blocks.flatMap((block) => block.segments.filter(({ target }) => target?.state === 'reviewed'));
  expect(reviewed.map(({ target }) => words(target?.text ?? []))).toEqual(['Esto lo escribió una persona.']);
});

test.each(Object.entries(HARMS))('without a correction nothing changes: %s', (_, harm) => {
  const next = run(story, { edition: desk.edition, record: harm(desk.record) });
  expect(next.sent).toEqual([]);
  expect(next.edition).toBe(desk.edition);
  expect(recordIn(next).blocks.flatMap((block) => block.segments.filter(({ target }) => target?.state !== 'machine'))).toEqual([]);
});
