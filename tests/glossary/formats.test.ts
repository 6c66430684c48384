import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossaryCsv, spreadsheetCsv, writeGoogleCsv } from '../../src/formats/csv.ts';
import { tbxFormat } from '../../src/formats/tbx.ts';
import type { Term } from '../../src/glossary/term.ts';
import { terms } from './terms.ts';

describe('spreadsheetCsv', () => {
  const risky: Term[] = [{ source: '=1+1', target: '@home', forms: ['-5', '+x'], note: '\t=kept' }];

  it('guards what a spreadsheet would run, and takes the guard off', () => {
    const csv = spreadsheetCsv.write(risky);
    expect(csv).toMatch(/^\uFEFF/);
    expect(csv).toContain('"\t=1+1","\t@home"');
    expect(csv).toContain('"\t-5|+x"');
    expect(spreadsheetCsv.read(csv, 'g.csv')).toEqual(risky);
  });

  it('leaves the repository’s own file raw', () => {
    expect(glossaryCsv.write(risky)).toContain('\n=1+1,@home,');
  });

  it('law 4: reads back what it writes', () => {
    fc.assert(
      fc.property(terms, (list) => {
        expect(spreadsheetCsv.read(spreadsheetCsv.write(list), 'g.csv')).toEqual(list);
      }),
    );
  });
});

describe('writeGoogleCsv', () => {
  it('gives what must be used, each source once', () => {
    const list: Term[] = [
      { source: 'UN', target: 'ONU' },
      { source: 'UN', target: 'Naciones Unidas', status: 'admitted' },
      { source: 'UN', target: 'Nacionales Unidas', status: 'forbidden' },
      { source: 'Quillhaven', target: 'Quillhaven', status: 'untranslated' },
      { source: 'Smith, Sons', target: '"Smith"' },
    ];
    expect(writeGoogleCsv({ from: 'en', to: 'es', terms: list })).toBe('UN,ONU\nQuillhaven,Quillhaven\n"Smith, Sons","""Smith"""\n');
  });

  it('leaves out what may be used, and what must not', () => {
    const terms = [
      { source: 'truce', target: 'alto el fuego', status: 'admitted' },
      { source: 'truce', target: 'tregua', status: 'preferred' },
      { source: 'port', target: 'embarcadero', status: 'forbidden' },
    ] as const;
    expect(writeGoogleCsv({ from: 'en', to: 'es', terms })).toBe('truce,tregua\n');
  });
});

describe('tbxFormat', () => {
  it('brings whatever people say of a term in another tool, wherever the tool has it', () => {
    const section = (locale: string, term: string, around: string, inside: string) =>
      `<langSet xml:lang="${locale}">${around}<ntig><termGrp><term>${term}</term>${inside}</termGrp></ntig></langSet>`;
    const tbx = `<martif type="TBX" xml:lang="en"><text><body><termEntry id="1"><descrip type="subjectField">shipping</descrip>
      <descripGrp><descrip type="definition">Where ships
 lie.</descrip><admin type="source">a book</admin></descripGrp><note>Not the quay.</note>
      ${section('en', 'port', '', '<termNote type="partOfSpeech">noun</termNote><note>Short form.</note>')}
      ${section('es', 'puerto', '<note>As in the style book.</note>', '<termNote type="usageNote">no article</termNote>')}
      ${section('fr', 'port', '<note>Of another language.</note>', '')}</termEntry></body></text></martif>`;
    expect(tbxFormat.readFor(tbx, 'g.tbx', { from: 'en', to: ['es'] })[0]?.terms[0]?.note?.split('; ')).toEqual([
      'subject: shipping',
      'definition: Where ships lie.',
      'Not the quay.',
      'As in the style book.',
      'Short form.',
      'usage: no article',
    ]);
  });

  it('takes no script for another: Serbian in Latin letters is not Serbian', () => {
    const tbx = tbxFormat.write({ from: 'en', to: 'sr-Latn-RS', terms: [{ source: 'port', target: 'luka' }] });
    expect(() => tbxFormat.readFor(tbx, 'g.tbx', { from: 'en', to: ['sr'] })).toThrow('two languages');
    expect(tbxFormat.readFor(tbx, 'g.tbx', { from: 'en', to: ['sr-Latn'] })[0]?.terms).toHaveLength(1);
  });

  it('law 4: reads back what it writes', () => {
    fc.assert(
      fc.property(terms, (list) => {
        const base = { from: 'en', to: 'uk', terms: list };
        expect(tbxFormat.read(tbxFormat.write(base), 'g.tbx')).toEqual(base);
        expect(tbxFormat.read(tbxFormat.writeOld(base), 'g.tbx')).toEqual(base);
      }),
    );
  });

  it('reads the TBX of other tools: the version of 2008, status, part of speech and gender', () => {
    const tbx = `<?xml version="1.0"?>
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="1">
<langSet xml:lang="en"><tig><term>hurricane</term></tig><tig><term>cyclone</term></tig></langSet>
<langSet xml:lang="es">
<tig><term>ciclón</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
<ntig><termGrp><term>huracán</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
<termNote type="partOfSpeech">noun</termNote><termNote type="grammaticalGender">masculine</termNote></termGrp></ntig>
<tig><term>huracanes</term></tig></langSet></termEntry></body></text></martif>`;
    const term = { target: 'huracán', status: 'preferred', forms: ['huracanes'], forbidden: ['ciclón'], note: 'gender: masculine' };
    expect(tbxFormat.read(tbx, 'g.tbx')).toEqual({
      from: 'en',
      to: 'es',
      terms: [
        { source: 'hurricane', ...term },
        { source: 'cyclone', ...term },
      ],
    });
  });

  it('reads the DCT style', () => {
    const tbx = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="urn:m" xmlns:basic="urn:b">
<text><body><conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>Kyiv</term><min:partOfSpeech>properNoun</min:partOfSpeech></termSec></langSec>
<langSec xml:lang="es"><termSec><term>Kiev</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>`;
    expect(tbxFormat.read(tbx, 'g.tbx').terms).toEqual([{ source: 'Kyiv', target: 'Kiev', kind: 'organization', status: 'admitted' }]);
  });

  const entry = (...languages: (readonly [string, ...(readonly [string, string?])[]])[]) =>
    `<termEntry>${languages
      .map(
        ([tag, ...words]) =>
          `<langSet xml:lang="${tag}">${words.map(([word, status]) => `<tig><term>${word}</term>${status === undefined ? '' : `<termNote type="administrativeStatus">${status}</termNote>`}</tig>`).join('')}</langSet>`,
      )
      .join('')}</termEntry>`;
  const martif = (...entries: string[]) =>
    `<?xml version="1.0"?>\n<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">
<martif type="TBX" xml:lang="en"><text><body>${entries.join('\n')}</body></text></martif>`;
  const readFor = (tbx: string, ...to: string[]) => tbxFormat.readFor(tbx, 'g.tbx', { from: 'en', to });

  it('reads a file of many languages by the locales of a project, regions of a language included', () => {
    const tbx = martif(
      entry(['de', ['Hafen']], ['en-US', ['harbor']], ['en', ['harbour']], ['es-MX', ['el puerto']], ['es', ['puerto']], ['fr', ['port']]),
      entry(['en', ['ferry']], ['ES_ES', ['ferri']]),
    );
    expect(readFor(tbx, 'es', 'ca', 'fr')).toEqual([
      {
        from: 'en',
        to: 'es',
        terms: [
          { source: 'harbour', target: 'puerto', forms: ['el puerto'] },
          { source: 'harbor', target: 'puerto', forms: ['el puerto'] },
          { source: 'ferry', target: 'ferri' },
        ],
      },
      {
        from: 'en',
        to: 'fr',
        terms: [
          { source: 'harbour', target: 'port' },
          { source: 'harbor', target: 'port' },
        ],
      },
    ]);
    expect(readFor(tbx, 'es', 'es-MX').map(({ terms }) => terms[0])).toEqual([
      { source: 'harbour', target: 'puerto' },
      { source: 'harbour', target: 'el puerto' },
    ]);
    expect(() => readFor(tbx, 'uk')).toThrow(/two languages/);
  });

  it('takes the preferred term before others, and what tools call forbidden, whatever they call it', () => {
    const words = (tbx: string) => readFor(tbx, 'es')[0]?.terms[0];
    expect(
      words(
        martif(
          entry(
            ['en', ['war']],
            ['es', ['conflicto', 'admittedTerm-admn-sts'], ['lucha', 'obsolete'], ['guerra', 'preferred'], ['pelea', 'Forbidden']],
          ),
        ),
      ),
    ).toEqual({ source: 'war', target: 'guerra', status: 'preferred', forms: ['conflicto'], forbidden: ['lucha', 'pelea'] });
    expect(words(martif(entry(['en', ['war']], ['es', ['pelea', 'deprecatedTerm']])))).toMatchObject({
      target: 'pelea',
      status: 'forbidden',
    });
    expect(words(martif(entry(['en', ['war', 'forbidden']], ['es', ['pelea']])))).toMatchObject({ target: 'pelea', status: 'forbidden' });
  });

  it('joins the sections of one language, and drops the white space of an indented file', () => {
    const tbx = martif(entry(['en', ['\n      apply\n    ']], ['es', ['aplicar ']], ['es', ['usar']]));
    expect(readFor(tbx, 'es')[0]?.terms).toEqual([{ source: 'apply', target: 'aplicar', forms: ['usar'] }]);
  });

  it.each([
    ['<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd" [<!ENTITY a "b">]><martif xml:lang="en"/>', /not usable as XML/],
    ['<tmx/>', /not TBX/],
    [
      '<tbx xml:lang="en"><conceptEntry><langSec xml:lang="en"><termSec><term>a</term></termSec></langSec></conceptEntry></tbx>',
      /two languages/,
    ],
  ])('refuses %s', (tbx, message) => {
    expect(() => tbxFormat.read(tbx, 'g.tbx')).toThrow(message);
  });
});
