import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Origin, Text } from '../../src/article.ts';
import { KnownError } from '../../src/errors.ts';
import { readUnits, tmxFormat } from '../../src/formats/tmx.ts';
import type { TranslationMemory } from '../../src/memory/translations.ts';
import { anyString, anyText } from '../support/records.ts';

const { read, write } = tmxFormat;

const target = fc.record(
  {
    locale: fc.constantFrom('es', 'zh-Hant-TW', 'de'),
    text: anyText,
    state: fc.constantFrom('machine' as const, 'reviewed' as const),
    origin: fc.record<Origin, 'by'>(
      { by: fc.constantFrom<Origin['by']>('engine', 'memory', 'person', 'repair'), name: anyString },
      { requiredKeys: ['by'] },
    ),
    notes: fc.array(
      anyString.map((text) => `Note ${text}`),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: ['locale', 'text', 'state', 'origin'] },
);
const memory: fc.Arbitrary<TranslationMemory> = fc.record({
  sourceLocale: fc.constantFrom('en', 'pt-BR'),
  translations: fc.array(
    fc.record({ source: anyText, targets: fc.array(target, { maxLength: 3 }), slug: anyString }, { requiredKeys: ['source', 'targets'] }),
    { maxLength: 4 },
  ),
});

test('law 4: reads what it writes, whatever a memory holds', () => {
  fc.assert(
    fc.property(memory, (value) => {
      expect(read(write(value), 'a.tmx')).toEqual(value);
    }),
    { numRuns: 300 },
  );
});

const other = (header: string, body: string, doctype = '<!DOCTYPE tmx SYSTEM "tmx11.dtd">') =>
  `<?xml version="1.0" encoding="UTF-8"?>${doctype}<tmx version="1.1"><header ${header}/><body>${body}</body></tmx>`;

test('memories of other tools: old attributes, other case, notes, highlights', () => {
  const xml = other(
    'srclang="EN-US" creationtool="OmegaT"',
    `<tu><note>n</note><tuv lang="ES-es" creationid="ana"><seg>El <hi type="x">barco</hi> <ph x="0">{n}</ph></seg></tuv>
     <tuv lang="en"><seg>The <bpt i="3">&lt;b&gt;</bpt>boat<ept i="3">&lt;/b&gt;</ept></seg></tuv></tu>`,
  );
  expect(read(xml, 'a.tmx')).toEqual({
    sourceLocale: 'en-US',
    translations: [
      {
        source: ['The ', { role: 'open', id: '3', source: '<b>' }, 'boat', { role: 'close', id: '3', source: '</b>' }],
        targets: [
          {
            locale: 'es-ES',
            text: ['El barco ', { role: 'alone', id: '0', source: '{n}' }],
            state: 'reviewed',
            origin: { by: 'person' },
            notes: ['n'],
          },
        ],
      },
    ],
  });
});

test('where any language is the source, the first is', () => {
  const xml = other('srclang="*all*"', '<tu><tuv xml:lang="de"><seg>A</seg></tuv><tuv xml:lang="fr"><seg>B</seg></tuv></tu>', '');
  expect(read(xml, 'a.tmx')).toMatchObject({
    sourceLocale: 'de',
    translations: [{ source: ['A'], targets: [{ locale: 'fr', text: ['B'] }] }],
  });
});

test('where any language is the source, one that is wanted comes before the first', () => {
  const unit = (...said: [string, string][]) =>
    `<tu>${said.map(([locale, text]) => `<tuv xml:lang="${locale}"><seg>${text}</seg></tuv>`).join('')}</tu>`;
  const units = unit(['de', 'A'], ['en-GB', 'B'], ['fr', 'C']) + unit(['ca', 'D'], ['fr', 'E']);
  const found: unknown[] = [];
  const each = ({ source }: { source: Text }, from: string) => void found.push([from, source]);
  readUnits(other('srclang="*all*"', units, ''), 'a.tmx', each, ['en', 'de']);
  expect(found).toEqual([
    ['en-GB', ['B']],
    ['ca', ['D']],
  ]);
});

test('a unit without the language of the sources is no sentence of another one', () => {
  const unit = (from: string, text: string) =>
    `<tu><tuv xml:lang="${from}"><seg>${text}</seg></tuv><tuv xml:lang="es"><seg>x</seg></tuv></tu>`;
  const xml = other('srclang="zh-TW"', unit('fr', 'A') + unit('zh-Hant', 'B') + unit('zh-CN', 'C'), '');
  expect(read(xml, 'a.tmx').translations.map(({ source }) => source)).toEqual([['B']]);
});

test.each([
  ['a DOCTYPE that declares', other('srclang="en"', '', '<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY a "b">]>')],
  ['a DOCTYPE of something else', other('srclang="en"', '', '<!DOCTYPE tmx SYSTEM "file:///etc/passwd">')],
  ['another format', '<xliff version="1.2"/>'],
])('%s is refused', (_, xml) => {
  expect(() => read(xml, 'a.tmx')).toThrow(KnownError);
});

test.each([
  ['Draft', 'machine'],
  ['RejectedTranslation', 'machine'],
  ['Translated', 'reviewed'],
  ['ApprovedSignOff', 'reviewed'],
  ['Unspecified', 'reviewed'],
])('Trados says %s of a unit: %s', (level, state) => {
  const unit = `<tu><prop type="x-ConfirmationLevel">${level}</prop><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="es"><seg>b</seg></tuv></tu>`;
  expect(read(other('srclang="en"', unit), 'a.tmx').translations[0]?.targets[0]).toMatchObject({ text: ['b'], state });
});

test('what an engine made is no approval of a person', () => {
  const unit =
    '<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="es"><prop type="x-Origin">MachineTranslation</prop><seg>b</seg></tuv></tu>';
  expect(read(other('srclang="en"', unit), 'a.tmx').translations[0]?.targets[0]).toMatchObject({
    state: 'machine',
    origin: { by: 'memory' },
  });
});
