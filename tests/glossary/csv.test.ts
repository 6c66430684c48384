import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { parseGlossary, removeTerm, setTerm, setTerms, takeTerms, termsIn, writeGlossary } from '../../src/glossary/csv.ts';
import type { Term } from '../../src/glossary/term.ts';
import { term, word } from './terms.ts';

describe('parseGlossary', () => {
  it('takes columns in any order and only the two obligatory ones', () => {
    expect(parseGlossary('target,source\nПекін,Beijing\n', 'g.csv')).toEqual([{ source: 'Beijing', target: 'Пекін' }]);
  });

  it('takes what Excel writes: byte order mark, semicolons, quotes, CRLF, a line break in a cell', () => {
    const csv = '\uFEFFsource;target;note\r\n"Smith; Sons";"Сміт";"two\r\nlines, ""quoted"""\r\n';
    expect(parseGlossary(csv, 'g.csv')).toEqual([{ source: 'Smith; Sons', target: 'Сміт', note: 'two\r\nlines, "quoted"' }]);
  });

  it('takes the line that tells Excel the separator for none of the header, and leaves it', () => {
    for (const [line, sign] of [
      ['sep=;', ';'],
      ['\uFEFFSEP=\t', '\t'],
      ['"sep=,"', ','],
    ] as const) {
      const csv = `${line}\r\nsource${sign}target\r\nport${sign}puerto\r\n`;
      expect(parseGlossary(csv, 'g.csv')).toEqual([{ source: 'port', target: 'puerto' }]);
      expect(setTerm(csv, { source: 'port', target: 'oporto' })).toBe(csv.replace('puerto', 'oporto'));
    }
  });

  it('takes kinds by the words of other glossaries, and lists', () => {
    const csv = 'source,target,kind,forms,compounds\nUN,ООН,organisation,a|b ,no\ncancer,рак,noun,,yes\n';
    expect(parseGlossary(csv, 'g.csv')).toEqual([
      { source: 'UN', target: 'ООН', kind: 'organization', forms: ['a', 'b'], compounds: false },
      { source: 'cancer', target: 'рак', kind: 'term', compounds: true },
    ]);
  });

  it('gives an untranslated term its source', () => {
    expect(parseGlossary('source,target,status\nQuillhaven,,untranslated\n', 'g.csv')).toEqual([
      { source: 'Quillhaven', target: 'Quillhaven', status: 'untranslated' },
    ]);
  });

  it.each([
    ['', 'g.csv: no header', 'g.csv:1'],
    ['source\nBeijing\n', 'g.csv:1: no column "target"', 'g.csv:1'],
    ['source,target,knid\n', 'g.csv:1: unknown column "knid"', 'g.csv:1'],
    ['source,target\nA,Б\n\nBeijing,Пекін,,,\n', 'g.csv:4: a row with 5 fields', 'g.csv:4'],
    ['source,target,note\nA,Б,"two\nlines"\nB,,\n', 'g.csv:4: "target" is not usable', 'g.csv:4'],
    ['source,target,kind\nA,Б,animal\n', 'g.csv:2: "kind" is not usable', 'g.csv:2'],
    ['source,target\n"A,Б\n', 'g.csv:2: a quote that is not closed', 'g.csv:2'],
    ['source,target\n"A"x,Б\n', 'g.csv:2: text after a closing quote', 'g.csv:2'],
  ])('names file and line for %j', (csv, message, place) => {
    const error = (() => {
      try {
        parseGlossary(csv, 'g.csv');
      } catch (caught) {
        return caught;
      }
      return undefined;
    })();
    expect(error).toBeInstanceOf(KnownError);
    expect(error).toMatchObject({ message, place });
  });
});

it('law 4: reads back what it writes', () => {
  fc.assert(
    fc.property(fc.array(term), (terms) => {
      expect(parseGlossary(writeGlossary(terms), 'g.csv')).toEqual(terms);
    }),
  );
});

describe('setTerms', () => {
  it('sets many as one after the other would, also in columns that the file lacks and rows that are short', () => {
    const changes = [
      { source: 'Kyiv', target: 'Київ' },
      { source: 'port', forms: ['a', 'b'], note: 'n' },
      { source: 'Kyiv', forms: ['Києва'] },
      { source: 'Odesa', target: 'Одеса' },
      { source: 'Odesa', target: 'Одеси' },
    ];
    expect(setTerms('source,target\nport,порт\n', changes)).toBe(
      'source,target,forms,note\nport,порт,a|b,n\nKyiv,Київ,Києва,\nOdesa,Одеси,,\n',
    );
    expect(setTerms('source,target,status,kind\nport\n', [{ source: 'port', status: 'admitted', kind: 'term' }])).toBe(
      'source,target,status,kind\nport,,admitted,term\n',
    );
  });
});

it('a passage is no term: each place of each text would be compared with all of it', () => {
  const long = 'a '.repeat(600);
  for (const row of [`${long},b`, `b,${long}`])
    expect(() => parseGlossary(`source,target\n${row}\n`, 'g.csv')).toThrow(/g\.csv:2: "(source|target)" is too long/);
});

describe('takeTerms', () => {
  const own =
    'source,target,status,note\ntruce,tregua,preferred,x\ntruce,alto el fuego,admitted,y\nport,puerto,,\nport,muelle,forbidden,\n';

  it('changes nothing where a glossary is taken into itself, and gives an empty one all of it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term, { minLength: 1, selector: ({ source, target }) => `${source} = ${target}` }), (terms) => {
        const csv = writeGlossary(terms);
        expect(takeTerms(csv, parseGlossary(csv, 'g.csv'))).toBe(csv);
        const named = (list: readonly Term[]) => new Set(list.map(({ source, target }) => `${source} = ${target}`));
        expect(named(parseGlossary(takeTerms('', terms), 'g.csv'))).toEqual(named(terms));
      }),
    );
    expect(takeTerms(own, parseGlossary(own, 'g.csv'))).toBe(own);
  });

  it('replaces what the other glossary prefers another target to, and loses none of those that it knows', () => {
    expect(takeTerms(own, [{ source: 'port', target: 'dársena' }])).toBe(own.replace('puerto', 'dársena'));
    const other: Term[] = [
      { source: 'port', target: 'oporto', note: 'wine' },
      { source: 'port', target: 'puerto', note: 'harbour' },
      { source: 'port', target: 'embarcadero', status: 'admitted' },
      { source: 'truce', target: 'tregua', note: 'z' },
    ];
    expect(takeTerms(own, other)).toBe(
      `${own.replace('puerto,,', 'puerto,,harbour').replace('preferred,x', 'preferred,x; z')}port,oporto,,wine\nport,embarcadero,admitted,\n`,
    );
  });

  it('takes the same again without a change', () => {
    const other: Term[] = [{ source: 'truce', target: 'tregua', note: 'z' }];
    const once = takeTerms(own, other);
    expect(takeTerms(once, other)).toBe(once);
  });
});

describe('setTerm', () => {
  const csv = '\uFEFFsource;note;target\r\n"Kyiv";"; kept ";Киев\r\nOdesa;;Одеса';

  it('changes the one cell and no other byte', () => {
    expect(setTerm(csv, { source: 'Kyiv', target: 'Київ' })).toBe(csv.replace('Киев', 'Київ'));
  });

  it('leaves the file alone where the term stands so already', () => {
    expect(setTerm(csv, { source: 'Odesa', target: 'Одеса' })).toBe(csv);
  });

  it('adds a row in the order, with the separator and the line ends of the file', () => {
    expect(setTerm(csv, { source: 'Lviv; city', target: 'Львів' })).toBe(`${csv}\r\n"Lviv; city";;Львів\r\n`);
  });

  it('writes cells that a short row does not have', () => {
    expect(setTerm('source,target,kind,status\nA,B\n', { source: 'A', target: 'B', status: 'admitted' })).toBe(
      'source,target,kind,status\nA,B,,admitted\n',
    );
  });

  it('adds a column that the file lacks to the header alone', () => {
    expect(setTerm('source,target\r\nA,B\r\nC,D\r\n', { source: 'C', forms: ['x', 'y'] })).toBe(
      'source,target,forms\r\nA,B\r\nC,D,x|y\r\n',
    );
  });

  it('a term that stayed as it is is said otherwise from now on; one that may also be said otherwise is not the one that is meant', () => {
    const csv = 'source,target,status\nQuillhaven,Quillhaven,untranslated\nport,Hafen,admitted\nport,Seehafen,\n';
    expect(setTerm(csv, { source: 'Quillhaven', target: 'Puerto Pluma' })).toBe(
      csv.replace('Quillhaven,untranslated', 'Puerto Pluma,preferred'),
    );
    expect(setTerm(csv, { source: 'Quillhaven', target: 'Quillhaven' })).toBe(csv);
    expect(setTerm(csv, { source: 'port', target: 'Überseehafen' })).toBe(csv.replace('port,Seehafen', 'port,Überseehafen'));
  });

  it('starts a new file with the header', () => {
    expect(setTerm('', { source: 'A', target: 'B' })).toMatch(/^source,target,kind,.*\nA,B,,,,,,,,,\n$/);
  });

  it('takes a term away with its line', () => {
    expect(removeTerm(csv, 'Kyiv')).toBe('\uFEFFsource;note;target\r\nOdesa;;Одеса');
    expect(removeTerm(csv, 'Lviv')).toBe(csv);
  });

  it('leaves every other row as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term, { selector: (one) => one.source, minLength: 1 }), word, (terms, target) => {
        const first = terms[0] as Term;
        const changed = parseGlossary(setTerm(writeGlossary(terms), { source: first.source, target, status: 'preferred' }), 'g.csv');
        fc.pre(first.status !== 'forbidden');
        expect(changed).toEqual([{ ...first, target, status: 'preferred' }, ...terms.slice(1)]);
      }),
    );
  });
});

it('a sentence is held to a row once, however often it is there', () => {
  const csv = `source,target,note\n${'ferry,ferri,\n'.repeat(3)}ferry,barco,\nferry,ferri,of the port\n`;
  expect(termsIn(csv, 'g.csv')).toEqual([
    { source: 'ferry', target: 'ferri' },
    { source: 'ferry', target: 'barco' },
    { source: 'ferry', target: 'ferri', note: 'of the port' },
  ]);
  expect(parseGlossary(csv, 'g.csv')).toHaveLength(5);
});
