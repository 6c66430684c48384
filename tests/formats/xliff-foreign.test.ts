import { describe, expect, test } from 'vitest';
import type { Text } from '../../src/article.ts';
import { xliffFormat } from '../../src/formats/xliff.ts';
import type { EditionRecord } from '../../src/memory/record.ts';
import { words } from '../../src/text.ts';

const pairs = ({ blocks }: EditionRecord) =>
  blocks.map(({ segments }) =>
    segments.map(({ source, target }) => [words(source), target === undefined ? undefined : words(target.text), target?.state]),
  );

describe('XLIFF 2', () => {
  const file = (version: string, units: string, attributes = 'trgLang="es"') =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:${version}" version="${version}" srcLang="en" ${attributes}><file id="f1">${units}</file></xliff>`;

  test.each(['2.0', '2.1', '2.2'])('%s: a unit is a block, its segments are ours, what lies between them is not', (version) => {
    const record = xliffFormat.read(
      file(
        version,
        `<group id="g"><unit id="u1"><notes><note>Be brief.</note><note category="reviewer">Too long</note></notes><segment id="s1" state="final"><source>One.</source><target order="3">Uno.</target></segment>
         <ignorable><source> </source></ignorable><segment state="reviewed"><source>Two.</source><target order="1">Dos.</target></segment></unit></group>
         <unit id="u2"><segment><source>Three.</source></segment></unit>`,
      ),
      'a.xlf',
    );
    expect([record.sourceLocale, record.locale]).toEqual(['en', 'es']);
    expect(record.blocks[0]?.segments.map(({ notes }) => notes)).toEqual([
      [{ text: 'Be brief.' }, { text: 'Too long', from: 'reviewer' }],
      undefined,
    ]);
    expect(pairs(record)).toEqual([
      [
        ['One.', 'Uno.', 'reviewed'],
        ['Two.', 'Dos.', 'reviewed'],
      ],
      [['Three.', undefined, undefined]],
    ]);
  });

  test('inline elements are marks, annotations are seen through', () => {
    const record = xliffFormat.read(
      file(
        '2.0',
        `<unit id="u"><originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data><data id="d3">{n}</data></originalData><segment state="translated">
         <source><pc id="1" dataRefStart="d1" dataRefEnd="d2">The <mrk id="m" type="term">ferry</mrk></pc> <ph id="2" dataRef="d3"/><sc id="3" dataRef="d1"/>x<ec startRef="3" dataRef="d2"/><sm id="m2"/>y<em startRef="m2"/><cp hex="0009"/></source></segment></unit>`,
      ),
      'a.xlf',
    );
    const expected: Text = [
      { role: 'open', id: '1', source: '<b>' },
      'The ferry',
      { role: 'close', id: '1', source: '</b>' },
      ' ',
      { role: 'alone', id: '2', source: '{n}' },
      { role: 'open', id: '3', source: '<b>' },
      'x',
      { role: 'close', id: '3', source: '</b>' },
      'y\t',
    ];
    expect(record.blocks[0]?.segments[0]?.source).toEqual(expected);
  });

  test.each([
    ['state="translated"', 'reviewed'],
    ['state="final" subState="mine:done"', 'reviewed'],
    ['state="initial"', 'machine'],
    ['', 'machine'],
    ['state="translated" subState="sdl:Draft"', 'machine'],
  ])('a segment with %s is %s', (attributes, state) => {
    const xml = file('2.0', `<unit id="u"><segment ${attributes}><source>One.</source><target>Uno.</target></segment></unit>`);
    expect(pairs(xliffFormat.read(xml, 'a.xlf'))).toEqual([[['One.', 'Uno.', state]]]);
  });

  test('what is not to be translated is no approval, wherever that is said', () => {
    const segment = '<segment state="final"><source>One.</source><target>Uno.</target></segment>';
    const xml = file(
      '2.0',
      `<group id="g" translate="no"><unit id="u">${segment}</unit><unit id="v" translate="yes">${segment}</unit></group>`,
    );
    expect(pairs(xliffFormat.read(xml, 'a.xlf')).map(([one]) => one?.[2])).toEqual(['machine', 'reviewed']);
  });
});

describe('XLIFF 1.2', () => {
  const SPACES = 'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff" xmlns:m="http://www.memsource.com/mxlf/2.0"';
  const file = (units: string, target = 'es') =>
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" ${SPACES}><file original="a" source-language="en" target-language="${target}" datatype="x"><body>${units}</body></file></xliff>`;
  const unit = (attributes: string, target: string, inside = '') =>
    `<trans-unit id="1" ${attributes}><source>One day.</source>${inside}${target}</trans-unit>`;

  test.each([
    ['', '<target>Un día.</target>', 'reviewed'],
    ['', '<target state="translated">Un día.</target>', 'reviewed'],
    ['approved="yes"', '<target>Un día.</target>', 'reviewed'],
    ['approved="yes"', '<target>One day.</target>', 'reviewed'],
    ['approved="no"', '<target state="final">Un día.</target>', 'machine'],
    ['', '<target state="new">Un día.</target>', 'machine'],
    ['', '<target state="needs-translation">Un día.</target>', 'machine'],
    ['', '<target state="needs-adaptation">Un día.</target>', 'machine'],
    ['', '<target state="needs-review-translation">Un día.</target>', 'machine'],
    ['', '<target state="x-needs-work">Un día.</target>', 'machine'],
    ['', '<target state="rejected">Un día.</target>', 'machine'],
    ['', '<target state-qualifier="leveraged-mt">Un día.</target>', 'machine'],
    ['translate="no" approved="yes"', '<target>Un día.</target>', 'machine'],
    ['', '<target state="new">One day.</target>', undefined],
    ['', '<target> One\u00a0day.\n</target>', undefined],
    ['translate="no"', '<target>One day.</target>', undefined],
    ['mq:status="NotStarted"', '<target></target>', undefined],
    ['mq:status="Pretranslated"', '<target>Un día.</target>', 'machine'],
    ['mq:status="ManuallyConfirmed"', '<target>Un día.</target>', 'reviewed'],
    ['mq:status="Reviewer1Confirmed"', '<target>Un día.</target>', 'reviewed'],
    ['mq:status="Rejected"', '<target>Un día.</target>', 'machine'],
    ['m:confirmed="1"', '<target>Un día.</target>', 'reviewed'],
    ['m:confirmed="0"', '<target>Un día.</target>', 'machine'],
  ])('a unit with %s and %s is %s', (attributes, target, state) => {
    expect(pairs(xliffFormat.read(file(unit(attributes, target)), 'a.xlf'))[0]?.[0]?.[2]).toBe(state);
  });

  test('what people remark of a unit comes with it, cut into sentences or not', () => {
    const notes = '<note>Which ferry?</note><note from="Ana" priority="2">The 8 o’clock one.</note><note/>';
    const cut = `<seg-source><mrk mtype="seg" mid="1">One day.</mrk></seg-source><target><mrk mtype="seg" mid="1">Un día.</mrk></target>`;
    for (const xml of [unit('', '<target>Un día.</target>', '') + unit('', notes), unit('', cut + notes)])
      expect(xliffFormat.read(file(xml), 'a.xlf').blocks.at(-1)?.segments[0]?.notes).toEqual([
        { text: 'Which ferry?' },
        { text: 'The 8 o’clock one.', from: 'Ana' },
      ]);
  });

  test("a unit that is cut into sentences is its sentences, each with the tool's own word for it", () => {
    const cut = `<trans-unit id="7"><source>One. Two. Three. <g id="5">Four.</g></source>
      <seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk> <mrk mtype="seg" mid="3">Three.</mrk> <g id="5"><mrk mtype="seg" mid="4">Four.</mrk></g></seg-source>
      <target><mrk mtype="seg" mid="1">Uno.</mrk> <mrk mtype="seg" mid="2">Dos.</mrk> <mrk mtype="seg" mid="3">Three.</mrk> <g id="5"><mrk mtype="seg" mid="4">Cuatro.</mrk></g></target>
      <sdl:seg-defs><sdl:seg id="1" conf="Translated"/><sdl:seg id="2" conf="Draft"/><sdl:seg id="3"/><sdl:seg id="4" conf="ApprovedSignOff"/></sdl:seg-defs></trans-unit>`;
    expect(pairs(xliffFormat.read(file(cut), 'a.sdlxliff'))).toEqual([
      [
        ['One.', 'Uno.', 'reviewed'],
        ['Two.', 'Dos.', 'machine'],
        ['Three.', undefined, undefined],
        ['Four.', 'Cuatro.', 'reviewed'],
      ],
    ]);
  });

  test('a file that names neither its version nor its source language is read all the same', () => {
    const xml = `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.1"><file><body>${unit('', '<target>Un día.</target>')}</body></file></xliff>`;
    const record = xliffFormat.read(xml, 'a.xlf');
    expect([record.sourceLocale, record.locale, pairs(record)]).toEqual(['', '', [[['One day.', 'Un día.', 'reviewed']]]]);
    expect(() => xliffFormat.read('<xliff version="1.2"/>', 'a.xlf')).toThrow('not XLIFF');
  });

  test('a file of several target languages is a record of each', () => {
    const inside = (xml: string) => xml.slice(xml.indexOf('<file'), xml.indexOf('</xliff>'));
    const [first, second] = [file(unit('', '<target>Un día.</target>')), file(unit('', '<target>Un jour.</target>'), 'fr')].map(inside);
    const all = xliffFormat.readAll(`<xliff version="1.2" ${SPACES}>${first}${second}</xliff>`, 'a.xlf');
    expect(all.map((record) => [record.locale, pairs(record)[0]?.[0]?.[1]])).toEqual([
      ['es', 'Un día.'],
      ['fr', 'Un jour.'],
    ]);
  });
});
