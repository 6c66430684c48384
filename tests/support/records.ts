/** Random records, for the laws of formats and memory. */

import fc from 'fast-check';
import type { Addition, Mark, Origin, Target, Text } from '../../src/article.ts';
import type { EditionRecord, RecordedBlock, RecordedItem, RecordedSegment } from '../../src/memory/record.ts';
import { normalize, segmentId } from '../../src/text.ts';

/** Any code units at all, with what XML and Markdown give a meaning to made likely. */
export const anyString: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        'Word ',
        '&amp;',
        '<g id="1">',
        ']]>',
        '\r\n',
        '\t',
        '\u0000',
        '\uffff',
        '\ud800',
        '\udc00',
        '\u{10ffff}',
        '\u00a0',
        ' ',
      ),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

const mark: fc.Arbitrary<Mark> = fc.record({
  role: fc.constantFrom('open', 'close', 'alone'),
  id: fc.constantFrom('1', '2', '3'),
  source: fc.oneof(fc.constantFrom('**', '*', '[', '](https://example.org/a?b="c"&d)', '`code`', ''), anyString),
});

export const anyText: fc.Arbitrary<Text> = fc.array(fc.oneof(anyString, mark), { maxLength: 6 }).map(normalize);

const terms = fc.array(fc.record({ source: anyString, target: anyString }), { maxLength: 2 });

const target: fc.Arbitrary<Target> = fc.record({
  text: anyText,
  state: fc.constantFrom<Target['state']>('machine', 'reviewed', 'needs-review'),
  origin: fc.record<Origin, 'by'>(
    { by: fc.constantFrom<Origin['by']>('engine', 'memory', 'person', 'repair'), name: anyString },
    { requiredKeys: ['by'] },
  ),
  terms,
});

/** With what only the present target of a segment has. */
const remarked: fc.Arbitrary<Target> = fc
  .record({ target, unknown: fc.constantFrom(undefined, ['Flake'], ['Flake', 'Rouge']), rank: fc.constantFrom(undefined, 0, 7, 100) })
  .map(({ target: one, unknown, rank }) => ({ ...one, ...(unknown && { unknown }), ...(rank !== undefined && { rank }) }));

const leftOut: Target = { text: [], state: 'left-out', origin: { by: 'person' }, terms: [] };

const segment: fc.Arbitrary<RecordedSegment> = fc
  .record(
    {
      source: anyText,
      nth: fc.integer({ min: 1, max: 3 }),
      target: fc.oneof({ weight: 9, arbitrary: remarked }, { weight: 1, arbitrary: fc.constant(leftOut) }),
      outdated: fc.record({ source: anyText, target }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => Math.round(share * 100) / 100),
      written: fc.constant('0123456789ab'),
      waivers: fc.array(fc.record({ check: anyString, reason: anyString }), { minLength: 1, maxLength: 2 }),
      notes: fc.array(fc.record({ text: anyString.map((text) => `Note ${text}`), from: anyString }, { requiredKeys: ['text'] }), {
        minLength: 1,
        maxLength: 2,
      }),
    },
    { requiredKeys: ['source', 'nth'] },
  )
  .map(({ nth, ...rest }) => ({ id: segmentId(rest.source, nth), ...rest }));

const item: fc.Arbitrary<RecordedItem> = fc.record(
  {
    sum: fc.constantFrom('01234567', 'abcdef01', '0'),
    breaks: fc.integer({ min: 0, max: 4 }),
    shown: fc.constant('76543210'),
  },
  { requiredKeys: ['sum', 'breaks'] },
);

const block: fc.Arbitrary<RecordedBlock> = fc.record(
  {
    kind: fc.constantFrom('heading', 'paragraph', 'cell', 'frontMatter', 'alt', 'title', 'label', 'attribute', 'html', 'string'),
    path: anyString,
    note: anyString,
    segments: fc.array(segment, { maxLength: 3 }),
    item,
    before: fc.array(item, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['kind', 'segments'] },
);

const addition: fc.Arbitrary<Addition> = fc.record({
  after: fc.option(fc.constantFrom('abc', 'def-2')),
  markdown: anyString,
});

export const anyRecord: fc.Arbitrary<EditionRecord> = fc.record(
  {
    slug: anyString,
    sourceLocale: fc.constantFrom('en', 'pt-BR'),
    locale: fc.constantFrom('es', 'zh-Hant-TW'),
    blocks: fc.array(block, { maxLength: 3 }),
    additions: fc.array(addition, { maxLength: 2 }),
    retired: fc.array(segment, { maxLength: 2 }),
    after: fc.array(item, { minLength: 1, maxLength: 2 }),
    front: fc.array(fc.tuple(anyString, fc.constantFrom('01234567', 'abcdef01')), { maxLength: 2 }).map((entries) => new Map(entries)),
  },
  { requiredKeys: ['slug', 'sourceLocale', 'locale', 'blocks', 'additions', 'retired'] },
);
