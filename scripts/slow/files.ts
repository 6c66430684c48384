/** Files of other kinds than articles that repeat one thing, each with what reads its kind: by the file's name, for a length. */

import { tbxFormat } from '../../src/formats/tbx.ts';
import { tmxFormat } from '../../src/formats/tmx.ts';
import { xliffFormat } from '../../src/formats/xliff.ts';
import { faultIn, mendAnswer } from '../../src/fragment/settle.ts';
import { parseGlossary, setTerm } from '../../src/glossary/csv.ts';
import { findTerms } from '../../src/glossary/match.ts';
import { mergeGlossaries } from '../../src/glossary/merge.ts';
import { usesTerm } from '../../src/glossary/uses.ts';
import { commonPairs } from '../../src/memory/sequence.ts';
import { mergeTexts } from '../../src/sentences/merge.ts';
import { readSrx } from '../../src/sentences/srx.ts';
import { sentences } from '../../src/sentences.ts';
import { readStrings } from '../../src/strings/read.ts';

type Readers = Readonly<Record<string, () => unknown>>;

const count = (length: number, unit: number) => Math.max(1, Math.floor(length / unit));
const numbered = (length: number, unit: number, of: (at: number) => string) =>
  Array.from({ length: count(length, unit) }, (_, at) => of(at)).join('');
const nested = (length: number, open: string, close: string, inner = 'a') => {
  const times = count(length, open.length + close.length);
  return open.repeat(times) + inner + close.repeat(times);
};

function format<Value>({ read, write }: { read: (source: string, file: string) => Value; write: (value: Value) => string }, file: string) {
  return (source: string): Readers => ({ read: () => void read(source, file), 'read and write': () => void write(read(source, file)) });
}

const tmx = (units: string) =>
  format(
    tmxFormat,
    'a.tmx',
  )(
    `<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en" srclang="en" datatype="plaintext"/><body>${units}</body></tmx>`,
  );
const unit = (words: string, other = words) =>
  `<tu><tuv xml:lang="en"><seg>${words}</seg></tuv><tuv xml:lang="es"><seg>${other}</seg></tuv></tu>`;
const xliff = (units: string) =>
  format(
    xliffFormat,
    'a.xlf',
  )(
    `<xliff version="1.2"><file original="a" source-language="en" target-language="es" datatype="plaintext"><body>${units}</body></file></xliff>`,
  );
const transUnit = (id: number, words: string) => `<trans-unit id="${id}"><source>${words}</source><target>${words}</target></trans-unit>`;
const xliff2 = (units: string) =>
  format(
    xliffFormat,
    'a.xlf',
  )(`<xliff version="2.0" srcLang="en" trgLang="es" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">${units}</file></xliff>`);
const unit2 = (id: number, words: string) =>
  `<unit id="u${id}"><segment><source>${words}</source><target>${words}</target></segment></unit>`;
const tbx = (entries: string) =>
  format(
    tbxFormat,
    'a.tbx',
  )(`<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>${entries}</body></text></tbx>`);
const concept = (id: number, words: string) =>
  `<conceptEntry id="c${id}"><langSec xml:lang="en"><termSec><term>${words}</term></termSec></langSec><langSec xml:lang="es"><termSec><term>${words}</term></termSec></langSec></conceptEntry>`;

const glossary = (csv: string): Readers => ({
  read: () => void parseGlossary(csv, 'glossary.csv'),
  'set a term': () => void setTerm(csv, { source: 'new', target: 'nuevo' }),
  merge: () => void mergeGlossaries(csv, `${csv}one,uno\n`, `${csv}two,dos\n`, 'glossary.csv'),
});
const terms = (sources: readonly string[], text: string): Readers => {
  const list = sources.map((source) => ({ source, target: source }));
  return {
    ...Object.fromEntries(['en', 'uk', 'ja', 'ar'].map((locale) => [`find ${locale}`, () => void findTerms(text, locale, list)])),
    ...Object.fromEntries(
      ['es', 'uk', 'ja'].map((locale) => [`uses ${locale}`, () => list.slice(0, 5).forEach((term) => void usesTerm(text, term, locale))]),
    ),
  };
};
const strings = (source: string, file: string, kind?: 'icu' | 'docusaurus'): Readers => ({
  read: () => void readStrings(source, { locale: 'en', namespace: 'ui', to: 'uk', file, ...(kind !== undefined && { format: { kind } }) }),
});
const json = (words: string, kind?: 'icu' | 'docusaurus') => strings(JSON.stringify({ a: words }), 'ui.json', kind);
const merge = (base: string, ours: string, theirs: string): Readers => ({
  'merge as text': () => void mergeTexts(base, ours, theirs, (line) => sentences(line, 'en')),
});
const answer = (source: string, said: string): Readers => ({
  mend: () => void mendAnswer(source, said, 'en', 'es'),
  fault: () => void faultIn(source, said, 'en', 'es'),
});
const srx = (rules: string): Readers => ({
  read: () =>
    void readSrx(
      `<srx version="2.0"><header segmentsubflows="yes" cascade="yes"/><body><languagerules><languagerule languagerulename="a">${rules}</languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="a"/></maprules></body></srx>`,
      'a.srx',
    ).decide('The ferry is late. It waits.', 'en'),
});
const rule = (before: string) => `<rule break="no"><beforebreak>${before}</beforebreak><afterbreak>\\s</afterbreak></rule>`;

export const FILES: Readonly<Record<string, (length: number) => Readers>> = {
  'tmx: one huge unit': (length) => tmx(unit('The ferry is late. '.repeat(count(length, 38)))),
  'tmx: one huge word': (length) => tmx(unit('a'.repeat(length / 2))),
  'tmx: units': (length) => tmx(numbered(length, 100, (at) => unit(`Ferry ${at}`))),
  'tmx: units alike': (length) => tmx(unit('a').repeat(count(length, 100))),
  'tmx: marks in a unit': (length) => tmx(unit('<ph x="1">a</ph>b'.repeat(count(length, 34)))),
  'tmx: marks opened': (length) => tmx(unit(numbered(length, 64, (at) => `<bpt i="${at}">a</bpt>b`))),
  'tmx: marks closed in reverse': (length) =>
    tmx(
      unit(
        numbered(length, 128, (at) => `<bpt i="${at}">a</bpt>b`) +
          numbered(length, 128, (at) => `<ept i="${count(length, 128) - at - 1}">a</ept>`),
      ),
    ),
  'tmx: highlights nested': (length) => tmx(unit(nested(length / 2, '<hi>', '</hi>'))),
  'tmx: languages of a unit': (length) => tmx(`<tu>${numbered(length, 45, (at) => `<tuv xml:lang="x-a${at}"><seg>a</seg></tuv>`)}</tu>`),
  'tmx: notes': (length) => tmx(`<tu>${'<note>a</note>'.repeat(count(length, 14))}</tu>`),
  'tmx: entities': (length) => tmx(unit('&amp;&lt;'.repeat(count(length, 18)))),
  'tmx: comments': (length) => tmx('<!-- a -->'.repeat(count(length, 10))),
  'xliff: one huge unit': (length) => xliff(transUnit(1, 'The ferry is late. '.repeat(count(length, 38)))),
  'xliff: units': (length) => xliff(numbered(length, 90, (at) => transUnit(at, `Ferry ${at}`))),
  'xliff: units of one id': (length) => xliff(transUnit(1, 'a').repeat(count(length, 80))),
  'xliff: groups nested': (length) => xliff(nested(length, '<group id="a">', '</group>', transUnit(1, 'a'))),
  'xliff: groups': (length) => xliff(numbered(length, 110, (at) => `<group id="g${at}">${transUnit(at, 'a')}</group>`)),
  'xliff: marks': (length) =>
    xliff(
      transUnit(
        1,
        numbered(length, 50, (at) => `<x id="${at}"/>a`),
      ),
    ),
  'xliff: marks nested': (length) => xliff(transUnit(1, nested(length / 2, '<g id="1">', '</g>'))),
  'xliff: alternatives': (length) =>
    xliff(`<trans-unit id="1"><source>a</source>${'<alt-trans><target>b</target></alt-trans>'.repeat(count(length, 42))}</trans-unit>`),
  'xliff: segments': (length) =>
    xliff(
      `<trans-unit id="1"><source>a</source><seg-source>${numbered(length, 80, (at) => `<mrk mtype="seg" mid="${at}">a</mrk>`)}</seg-source><target>${numbered(length, 80, (at) => `<mrk mtype="seg" mid="${at}">b</mrk>`)}</target></trans-unit>`,
    ),
  'xliff: files': (length) =>
    xliff(
      `${transUnit(1, 'a')}</body></file>${'<file original="a" source-language="en" target-language="es"><body/></file>'.repeat(count(length, 75))}<file original="z" source-language="en" target-language="es"><body>`,
    ),
  'xliff 2: units': (length) => xliff2(numbered(length, 100, (at) => unit2(at, `Ferry ${at}`))),
  'xliff 2: one huge unit': (length) => xliff2(unit2(1, 'The ferry is late. '.repeat(count(length, 38)))),
  'xliff 2: spans nested': (length) => xliff2(unit2(1, nested(length / 2, '<pc id="1">', '</pc>'))),
  'xliff 2: spans that cross': (length) =>
    xliff2(unit2(1, numbered(length, 70, (at) => `<sc id="${at}"/>a`) + numbered(length, 70, (at) => `<ec startRef="${at}"/>`))),
  'xliff 2: segments of a unit': (length) =>
    xliff2(`<unit id="1">${'<segment><source>a</source><target>b</target></segment>'.repeat(count(length, 56))}</unit>`),
  'tbx: concepts': (length) => tbx(numbered(length, 200, (at) => concept(at, `Ferry ${at}`))),
  'tbx: concepts alike': (length) => tbx(numbered(length, 200, (at) => concept(at, 'Ferry'))),
  'tbx: one long term': (length) => tbx(concept(1, 'a '.repeat(count(length, 4)))),
  'tbx: synonyms': (length) =>
    tbx(
      `<conceptEntry id="1"><langSec xml:lang="en">${numbered(length, 80, (at) => `<termSec><term>a${at}</term></termSec>`)}</langSec><langSec xml:lang="es">${numbered(length, 80, (at) => `<termSec><term>b${at}</term></termSec>`)}</langSec></conceptEntry>`,
    ),
  'tbx: languages': (length) =>
    tbx(
      `<conceptEntry id="1">${numbered(length, 70, (at) => `<langSec xml:lang="x-a${at}"><termSec><term>a</term></termSec></langSec>`)}</conceptEntry>`,
    ),
  'csv: rows': (length) => glossary(`source,target\n${numbered(length, 18, (at) => `ferry ${at},ferri ${at}\n`)}`),
  'csv: rows alike': (length) => glossary(`source,target\n${'a,b\n'.repeat(count(length, 4))}`),
  'csv: forms': (length) => glossary(`source,target,forms\nferry,ferri,${'a|'.repeat(count(length, 2))}z\n`),
  'csv: quotes': (length) => glossary(`source,target\nferry,"${'""'.repeat(count(length, 2))}"\n`),
  'csv: a quote that never ends': (length) => glossary(`source,target\nferry,"${'a,b\n'.repeat(count(length, 4))}`),
  'csv: quotes opened': (length) => glossary(`source,target\n${'"a\n'.repeat(count(length, 3))}`),
  'csv: columns': (length) => glossary(`source,target${numbered(length, 8, (at) => `,c${at}`)}\na,b\n`),
  'csv: commas': (length) => glossary(`source,target\n${','.repeat(length)}\n`),
  'csv: empty lines': (length) => glossary(`source,target\n${'\n'.repeat(length)}`),
  'csv: returns': (length) => glossary(`source,target\n${'a,b\r'.repeat(count(length, 4))}`),
  'terms: of one word': (length) =>
    terms(
      Array.from({ length: count(length, 50) }, (_, at) => `word${at}`),
      numbered(length, 9, (at) => `word${at} `),
    ),
  'terms: that begin alike': (length) =>
    terms(
      Array.from({ length: 300 }, (_, at) => `a ${'a '.repeat(at % 60)}${at}`),
      'a '.repeat(count(length, 2)),
    ),
  'terms: within each other': (length) =>
    terms(
      Array.from({ length: 60 }, (_, at) => 'a '.repeat(at + 1).trim()),
      'a '.repeat(count(length, 2)),
    ),
  'terms: within each other, without spaces': (length) =>
    terms(
      Array.from({ length: 60 }, (_, at) => '港'.repeat(at + 1)),
      '港'.repeat(length),
    ),
  'terms: one long': (length) => terms(['a '.repeat(count(length, 20)).trim()], 'a '.repeat(count(length, 2))),
  'terms: of signs': (length) => terms(['+', '++', '.', '-', '.NET', 'C#'], '+.-'.repeat(count(length, 3))),
  'terms: hyphens': (length) => terms(['a-a', 'a', 'a-a-a', 'Port-Office'], 'a-'.repeat(count(length, 2))),
  'json: braces': (length) => json('{{'.repeat(count(length, 2))),
  'json: placeholders': (length) => json(numbered(length, 10, (at) => `{{a${at}}} b`)),
  'json: references': (length) => json('$t(a) '.repeat(count(length, 6))),
  'json: references opened': (length) => json('$t('.repeat(count(length, 3))),
  'json: references nested': (length) => json(nested(length, '$t(', ')')),
  'json: tags': (length) => json('<0>a</0>'.repeat(count(length, 8))),
  'json: tags opened': (length) => json('<b>'.repeat(count(length, 3))),
  'json: tags nested': (length) => json(nested(length, '<b>', '</b>')),
  'json: less-than': (length) => json('<'.repeat(length)),
  'json: printf': (length) => json('%s %1$d '.repeat(count(length, 8))),
  'json: percents': (length) => json('%'.repeat(length)),
  'json: numbers after a percent': (length) => json(`%${'1'.repeat(length)}`),
  'json: keys': (length) => strings(`{${numbered(length, 12, (at) => `"a${at}":"b",`)}"z":"b"}`, 'ui.json'),
  'json: keys of plurals': (length) =>
    strings(`{${numbered(length, 32, (at) => `"a${at}_one":"b","a${at}_other":"c",`)}"z":"b"}`, 'ui.json'),
  'json: keys of contexts': (length) => strings(`{${numbered(length, 12, (at) => `"a_${at}":"b",`)}"a":"b"}`, 'ui.json'),
  'json: one key of underscores': (length) => strings(JSON.stringify({ ['a_'.repeat(count(length, 2))]: 'b' }), 'ui.json'),
  'json: maps nested': (length) => strings(`${nested(Math.min(length, 5_000), '{"a":', '}', '"b"')}`, 'ui.json'),
  'json: lists': (length) => strings(`{"a":[${'"b",'.repeat(count(length, 4))}"c"]}`, 'ui.json'),
  'json: escapes': (length) => strings(`{"a":"${'\\u0041'.repeat(count(length, 6))}"}`, 'ui.json'),
  'json: lines': (length) => json('a\n\n'.repeat(count(length, 3))),
  'icu: arguments': (length) =>
    json(
      numbered(length, 8, (at) => `{a${at}} b`),
      'icu',
    ),
  'icu: choices': (length) => json('{n, plural, one {a} other {b}} '.repeat(count(length, 31)), 'icu'),
  'icu: choices nested': (length) => json(nested(length, '{n, plural, other {', '}}'), 'icu'),
  'icu: choices of many': (length) => json(`{n, select, ${numbered(length, 10, (at) => `k${at} {a} `)}other {b}}`, 'icu'),
  'icu: opened': (length) => json('{a, plural, '.repeat(count(length, 12)), 'icu'),
  'icu: quoted': (length) => json("'{' ".repeat(count(length, 4)), 'icu'),
  'icu: apostrophes': (length) => json("'".repeat(length), 'icu'),
  'icu: hashes': (length) => json(`{n, plural, other {${'#'.repeat(length)}}}`, 'icu'),
  'docusaurus: pipes': (length) =>
    strings(JSON.stringify({ a: { message: 'a|b'.repeat(count(length, 3)), description: 'c' } }), 'code.json', 'docusaurus'),
  'yaml: keys': (length) =>
    strings(
      numbered(length, 10, (at) => `a${at}: b\n`),
      'ui.yaml',
    ),
  'yaml: folded': (length) => strings(`a: >\n${'  Words.\n'.repeat(count(length, 9))}`, 'ui.yaml'),
  'yaml: literal': (length) => strings(`a: |\n${'  Words.\n\n'.repeat(count(length, 10))}`, 'ui.yaml'),
  'yaml: list': (length) => strings(`a:\n${'  - b\n'.repeat(count(length, 6))}`, 'ui.yaml'),
  'yaml: quoted': (length) => strings(`a: "${'b \\" '.repeat(count(length, 5))}"\n`, 'ui.yaml'),
  'yaml: comments': (length) => strings(`${'# a\n'.repeat(count(length, 4))}a: b\n`, 'ui.yaml'),
  'toml: keys': (length) =>
    strings(
      numbered(length, 10, (at) => `a${at} = "b"\n`),
      'ui.toml',
    ),
  'toml: tables': (length) =>
    strings(
      numbered(length, 25, (at) => `[a${at}]\nother = "b"\n`),
      'ui.toml',
    ),
  'toml: dots': (length) => strings(`a${'.a'.repeat(Math.min(count(length, 2), 900))} = "b"\n`, 'ui.toml'),
  'toml: multi-line': (length) => strings(`a = """\n${'b\n'.repeat(count(length, 2))}"""\n`, 'ui.toml'),
  'merge: lines of their own': (length) =>
    merge(
      numbered(length, 8, (at) => `a ${at}\n`),
      numbered(length, 8, (at) => `b ${at}\n`),
      numbered(length, 8, (at) => `c ${at}\n`),
    ),
  'merge: lines alike': (length) =>
    merge('a\n'.repeat(count(length, 2)), 'a\nb\n'.repeat(count(length, 4)), 'b\n'.repeat(count(length, 2))),
  'merge: sentences alike': (length) =>
    merge('A b. '.repeat(count(length, 5)), 'A c. '.repeat(count(length, 5)), 'A b. A d. '.repeat(count(length, 10))),
  'sequences alike': (length) => {
    const one = Array.from({ length: count(length, 2) }, (_, at) => `${at % 2}`);
    const other = Array.from({ length: count(length, 2) }, (_, at) => `${at % 3}`);
    return { pairs: () => void commonPairs(one, other) };
  },
  'sequences of their own': (length) => {
    const one = Array.from({ length: count(length, 6) }, (_, at) => `a${at}`);
    return { pairs: () => void commonPairs(one, one.toReversed()) };
  },
  'answer: marks': (length) =>
    answer(
      numbered(length, 20, (at) => `<g id="${at}">a</g> `),
      numbered(length, 20, (at) => `<g id="${at}">b</g> `),
    ),
  'answer: marks in reverse': (length) =>
    answer(
      numbered(length, 14, (at) => `<x id="${at}"/> a`),
      numbered(length, 14, (at) => `<x id="${count(length, 14) - at - 1}"/> b`),
    ),
  'answer: marks lost': (length) =>
    answer(
      numbered(length, 20, (at) => `<g id="${at}">a</g> `),
      'b '.repeat(count(length, 2)),
    ),
  'answer: marks opened': (length) => answer(`a ${'b '.repeat(count(length, 2))}`, '<g id="1">'.repeat(count(length, 10))),
  'answer: marks nested': (length) =>
    answer(nested(Math.min(length, 40_000), '<g id="1">', '</g>'), nested(Math.min(length, 40_000), '<g id="1">', '</g>')),
  'answer: entities': (length) => answer('a '.repeat(count(length, 2)), '&amp;amp;'.repeat(count(length, 9))),
  'answer: brackets': (length) => answer('a '.repeat(count(length, 2)), '(('.repeat(count(length, 2))),
  'answer: quotes': (length) => answer('a '.repeat(count(length, 2)), '"a" '.repeat(count(length, 4))),
  'answer: lines': (length) => answer('a '.repeat(count(length, 2)), 'Translation:\n'.repeat(count(length, 13))),
  'answer: stars': (length) => answer('a '.repeat(count(length, 2)), '**a '.repeat(count(length, 4))),
  'answer: said twice': (length) =>
    answer('The ferry is late. '.repeat(count(length, 38)), 'El ferri llega tarde. '.repeat(count(length, 11))),
  'answer: colons': (length) => answer('a '.repeat(count(length, 2)), 'Note: '.repeat(count(length, 6))),
  'answer: tags': (length) => answer('a '.repeat(count(length, 2)), '<b>a</b>'.repeat(count(length, 8))),
  'answer: spaces': (length) => answer('a '.repeat(count(length, 2)), `a${' '.repeat(length)}b`),
  'answer: labels': (length) => answer('a '.repeat(count(length, 2)), '[1] {2} <3> '.repeat(count(length, 12))),
  'srx: rules': (length) => srx(numbered(length, 90, (at) => rule(`\\bab${at}\\.`))),
  'srx: one long rule': (length) => srx(rule(`(?:${numbered(length, 6, (at) => `a${at}|`)}z)\\.`)),
  'srx: groups opened': (length) => srx(rule('('.repeat(length))),
  'srx: groups nested': (length) => srx(rule(nested(length, '(', ')'))),
  'srx: flags': (length) => srx(rule('(?i)'.repeat(count(length, 4)))),
  'srx: classes nested': (length) => srx(rule(nested(length, '[', ']'))),
  'srx: quoted': (length) => srx(rule('\\Q'.repeat(count(length, 2)))),
  'srx: comments': (length) => srx(rule(`(?x)${'# a '.repeat(count(length, 4))}`)),
};
