import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Text } from '../../src/article.ts';
import { KnownError } from '../../src/errors.ts';
import { xliffFormat } from '../../src/formats/xliff.ts';
import type { EditionRecord, RecordedSegment } from '../../src/memory/record.ts';
import { anyRecord } from '../support/records.ts';
import { schemaFaults } from './xliff-schema.ts';

const { read, write } = xliffFormat;

const source: Text = [
  'The ',
  { role: 'open', id: '1', source: '**' },
  'ferry',
  { role: 'close', id: '1', source: '**' },
  ' sails ',
  { role: 'alone', id: '2', source: '`now`' },
  '.',
];
const target: Text = ['Zarpa ', { role: 'alone', id: '2', source: '`now`' }, ' el transbordador.'];

function recordOf(segment: Partial<RecordedSegment>): EditionRecord {
  return {
    slug: 'night-ferry',
    sourceLocale: 'en',
    locale: 'es',
    blocks: [{ kind: 'paragraph', segments: [{ id: 'abc', source, ...segment }] }],
    additions: [],
    retired: [],
  };
}
const machine = recordOf({
  target: {
    text: target,
    state: 'machine',
    origin: { by: 'engine', name: 'apertium' },
    terms: [{ source: 'ferry', target: 'transbordador' }],
  },
});
const segmentOf = (record: EditionRecord) => record.blocks[0]?.segments[0] as RecordedSegment;
const edited = (change: (xml: string) => string) => segmentOf(read(change(write(machine)), 'a.xlf'));

test('law 4: reads what it writes, whatever a record holds', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(read(write(record), 'a.xlf')).toEqual(record);
    }),
    { numRuns: 500 },
  );
});

test('writes by the rules of the XLIFF 1.2 schema', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(schemaFaults(write(record))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('one line an element', () => {
  expect(write(machine)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:dragoman="urn:dragoman:record">
  <file original="night-ferry" source-language="en" target-language="es" datatype="x-markdown" xml:space="preserve">
    <body>
      <group id="b-abc" restype="x-paragraph">
        <trans-unit id="abc" dragoman:by="engine" dragoman:name="apertium" dragoman:sum="443cff232876">
          <source>The <g id="1" ctype="bold" dragoman:open="**" dragoman:close="**">ferry</g> sails <x id="2" equiv-text="\`now\`"/>.</source>
          <target state="needs-review-translation" state-qualifier="leveraged-mt">Zarpa <x id="2"/> el transbordador.</target>
          <dragoman:term source="ferry" target="transbordador"/>
        </trans-unit>
      </group>
    </body>
  </file>
</xliff>
`);
});

test("a target changed in a CAT tool is a person's, and what it replaced is known", () => {
  const segment = edited((xml) => xml.replace(' el transbordador.', ' el ferri.'));
  expect(segment.target).toMatchObject({ state: 'reviewed', origin: { by: 'person' } });
  expect(segment.target?.text.at(-1)).toBe(' el ferri.');
  expect(segment.replaced).toBe('443cff232876');
});

test('a target approved as it stood is reviewed and keeps its origin', () => {
  const segment = edited((xml) => xml.replace('<trans-unit id="abc"', '<trans-unit approved="yes" id="abc"'));
  expect(segment.target).toMatchObject({ state: 'reviewed', origin: { by: 'engine', name: 'apertium' } });
  expect(segment.replaced).toBeUndefined();
});

test('a doubtful target is no approved one, until a tool says so; then it is reviewed', () => {
  const xml = write(recordOf({ target: { text: target, state: 'needs-review', origin: { by: 'person' }, terms: [] } }));
  expect(xml).toContain('<target state="needs-review-translation">');
  expect(xml).not.toContain('approved');
  expect(segmentOf(read(xml.replace('<trans-unit', '<trans-unit approved="yes"'), 'a.xlf')).target?.state).toBe('reviewed');
});

test('what an edition leaves out has no target element, and one that a tool puts in counts', () => {
  const xml = write(recordOf({ target: { text: [], state: 'left-out', origin: { by: 'person' }, terms: [] } }));
  expect(xml).not.toContain('<target');
  expect(segmentOf(read(xml, 'a.xlf')).target?.state).toBe('left-out');
  const filled = xml.replace('</source>', '</source><target>Zarpa.</target>');
  expect(segmentOf(read(filled, 'a.xlf')).target).toMatchObject({ text: ['Zarpa.'], state: 'reviewed' });
});

test("a target filled in where none stood is a person's", () => {
  const empty = write(recordOf({}));
  const segment = segmentOf(read(empty.replace('</source>', '</source><target>Zarpa.</target>'), 'a.xlf'));
  expect(segment.target).toEqual({ text: ['Zarpa.'], state: 'reviewed', origin: { by: 'person' }, terms: [] });
});

test('an empty target is no target unless a person approved it', () => {
  const empty = (xml: string) => xml.replace(/(<target[^>]*>).*<\/target>/, '$1</target>');
  expect(edited(empty).target).toBeUndefined();
  expect(edited((xml) => empty(xml).replace('<trans-unit', '<trans-unit approved="yes"')).target).toMatchObject({
    text: [],
    state: 'reviewed',
  });
});

test.each([
  [
    'prefixed names',
    (xml: string) =>
      xml
        .replace(/<(\/?)(?=[a-z])(?!dragoman)/g, '<$1x:')
        .replace('xmlns=', 'xmlns:x=')
        .replace('dragoman:by="engine" dragoman:name="apertium"', 'dragoman:name="apertium" dragoman:by="engine"'),
  ],
  [
    'another prefix for our namespace',
    (xml: string) => xml.replaceAll('dragoman:', 'ns0:').replaceAll('urn:ns0:', 'urn:dragoman:').replace('xmlns:dragoman', 'xmlns:ns0'),
  ],
  ['CDATA, references and a comment', (xml: string) => xml.replace('Zarpa ', '<![CDATA[Zar]]>p<!-- why -->&#97; ')],
  ['mrk around words', (xml: string) => xml.replace('el transbordador', '<mrk mtype="x-term">el transbordador</mrk>')],
  ['CRLF and a byte order mark', (xml: string) => `\uFEFF${xml.replaceAll('\n', '\r\n')}`],
  ['single quotes, other indentation', (xml: string) => xml.replace('id="abc"', "id='abc'").replaceAll('\n  ', '\n\t')],
])('%s do not matter', (_, change) => {
  expect(read(change(write(machine)), 'a.xlf')).toEqual(machine);
});

test('inline elements of other tools are marks', () => {
  const xml = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.html" source-language="en" datatype="html">
    <body><trans-unit id="1"><source>A <bpt id="7">&lt;b&gt;</bpt>word<ept id="7">&lt;/b&gt;</ept> <ph id="8">{n}</ph></source>
    <target xml:lang="es" state="translated">Una <bpt id="7">&lt;b&gt;</bpt>palabra<ept id="7">&lt;/b&gt;</ept> <ph id="8"/></target></trans-unit></body></file></xliff>`;
  const record = read(xml, 'a.xlf');
  expect(record.locale).toBe('es');
  expect(segmentOf(record)).toMatchObject({
    source: [
      'A ',
      { role: 'open', id: '7', source: '<b>' },
      'word',
      { role: 'close', id: '7', source: '</b>' },
      ' ',
      { role: 'alone', id: '8', source: '{n}' },
    ],
    target: {
      text: [
        'Una ',
        { role: 'open', id: '7', source: '<b>' },
        'palabra',
        { role: 'close', id: '7', source: '</b>' },
        ' ',
        { role: 'alone', id: '8', source: '{n}' },
      ],
      state: 'reviewed',
      origin: { by: 'person' },
    },
  });
});

test.each([
  ['a DOCTYPE', '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff version="1.2"/>', /no DOCTYPE/],
  ['a file cut short', '<xliff version="1.2">\n<file', /well-formed/],
  ['another format', '<tmx version="1.4"/>', /xliff version/],
  ['an undeclared entity', '<xliff version="1.2">&nbsp;</xliff>', /well-formed/],
  ['elements too deep', '<a>'.repeat(200), /deep/],
  ['too many attributes', `<a ${Array.from({ length: 200 }, (_, at) => `a${at}=""`).join(' ')}/>`, /attributes/],
  ['an empty file', '', /XML|root/],
])('%s is refused with file and line', (_, xml, expected) => {
  let caught: unknown;
  try {
    read(xml, 'a.xlf');
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(KnownError);
  expect((caught as KnownError).expected).toMatch(expected);
  expect((caught as KnownError).place).toMatch(/^a\.xlf:\d+$/);
});
