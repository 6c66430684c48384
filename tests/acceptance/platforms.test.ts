/**
 * Round trips with Weblate and Pontoon. Weblate opens and saves files with translate-toolkit, which runs here; Pontoon's library is not
 * to be had, so its ways with a file are done with lxml: what it keeps apart, what it keeps, and how it prints.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { spreadsheetCsv } from '../../src/formats/csv.ts';
import { tbxFormat } from '../../src/formats/tbx.ts';
import { tmxFormat } from '../../src/formats/tmx.ts';
import { xliffFormat } from '../../src/formats/xliff.ts';
import { asOurs } from '../../src/memory/exchange.ts';
import { words } from '../../src/text.ts';
import { recordIn, run } from '../support/newsroom.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-platforms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Debian's own Python, which has Debian's translate-toolkit and lxml. */
const PYTHON = '/usr/bin/python3';
const python = (script: string, ...args: string[]) => execFileSync(PYTHON, ['-c', script, ...args], { encoding: 'utf8' });
const has = (module: string) => {
  try {
    execFileSync(PYTHON, ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    console.log(`skipped: ${module} is not installed`);
    return false;
  }
};

const story = `---
title: The ferry is back
---

The **night** *ferry* is back. It left with [many people](https://example.org/a) & \`cargo\`.

**All** *aboard*

- The town pays <the rest>.
- Nobody knows the price\\
  of it.

## The price

Nobody knows it yet.
`;
const desk = run(story);
const segments = (record: string) =>
  xliffFormat
    .read(record, 'story.xlf')
    .blocks.flatMap((block) => block.segments)
    .map(({ source, target }) => ({ source: words(source), target: words(target?.text ?? []), state: target?.state }));
const targetsOf = (record: string) =>
  xliffFormat.read(record, 'story.xlf').blocks.flatMap((block) => block.segments.map(({ id, target }) => [id, target]));

function saved(script: string, ...args: string[]): string {
  const path = join(folder, 'story.xlf');
  writeFileSync(path, desk.record);
  python(script, path, ...args);
  return readFileSync(path, 'utf8');
}

/** The correction arrives, and nothing else is changed, sent or approved. */
function expectOnly(record: string, before: string, after: string): void {
  expect(record).not.toBe(desk.record);
  const next = run(story, { ...desk, record });
  expect(next.sent).toEqual([]);
  expect(desk.edition).toContain(before);
  expect(next.edition).toBe(desk.edition.replace(before, after));
  const reviewed = segments(next.record).filter(({ state }) => state === 'reviewed');
  expect(reviewed.length).toBe(after === before ? 0 : 1);
  const [first, second] = [targetsOf(desk.record), targetsOf(next.record)];
  expect(second.filter(([id], at) => id !== first[at]?.[0])).toEqual([]);
  expect(second.filter((one, at) => JSON.stringify(one) !== JSON.stringify(first[at])).length).toBe(reviewed.length);
}

/** What Weblate does with the unit of a file: the target as XML, the state on it, the approval beside it. */
const WEBLATE = `
import sys
from lxml import etree
from translate.storage import xliff
from translate.storage.placeables.lisa import xml_to_strelem
path, source, target, state = sys.argv[1:5]
store = xliff.xlifffile.parsefile(path)
for unit in store.units:
    unit.rich_source, unit.rich_target, unit.getcontext(), unit.getnotes(), unit.isobsolete()
    if unit.source != source: continue
    if target:
        if '<' in target: unit.rich_target = [xml_to_strelem(etree.fromstring('<target>' + target + '</target>'))]
        else: unit.target = target
    unit.markapproved(state == 'final')
    unit.xmlelement.find(unit.namespaced('target')).set('state', state)
store.save()
`;

describe.skipIf(!has('translate.storage.xliff'))('Weblate', () => {
  test.each([
    ['translated', 'a person saved it'],
    ['final', 'a person approved it'],
    ['needs-translation', 'a person saved it and left it to others'],
  ])('a correction with the state %s: %s', (state) => {
    const record = saved(WEBLATE, 'Nobody knows it yet.', 'Nadie lo sabe.', state);
    expectOnly(record, 'Nobodyo knowso ito yeto.', 'Nadie lo sabe.');
  });

  test('a correction with marks', () => {
    const source = 'It left with many people & .';
    const record = saved(WEBLATE, source, 'Zarpó con <g id="1">mucha gente</g> y <x id="2"/>.', 'translated');
    expectOnly(
      record,
      'It lefto witho [manyo peopleo](https://example.org/a) & `cargo`.',
      'Zarpó con [mucha gente](https://example.org/a) y `cargo`.',
    );
  });

  test('what is approved and not changed is approved, and nothing else', () => {
    const record = saved(WEBLATE, 'Nobody knows it yet.', '', 'final');
    const next = run(story, { ...desk, record });
    expect(next.sent).toEqual([]);
    expect(next.edition).toBe(desk.edition);
    expect(segments(next.record).filter(({ state }) => state !== 'machine')).toEqual([
      { source: 'Nobody knows it yet.', target: 'Nobodyo knowso ito yeto.', state: 'reviewed' },
    ]);
  });

  test('the file that it offers for download has the texts, and the drafts in it are drafts', () => {
    const path = join(folder, 'download.xlf');
    python(
      `
import sys
from translate.storage.poxliff import PoXliffFile
store = PoXliffFile(sourcelanguage='en', targetlanguage='es')
for name, source, target, fuzzy in [('a', 'One day.', 'Un día.', False), ('b', 'Two <b>days</b>.', 'Dos <b>días</b>.', True), ('c', 'Three days.', '', False)]:
    unit = store.UnitClass(source)
    unit.settarget(target, 'es')
    unit.setcontext(name)
    unit.setid(name)
    unit.addnote('Said in the headline.', origin='developer')
    unit.xmlelement.set('weblate-flags', 'max-length:80')
    if fuzzy: unit.markfuzzy(True)
    store.addunit(unit)
store.savefile(sys.argv[1])
`,
      path,
    );
    const record = asOurs(xliffFormat.read(readFileSync(path, 'utf8'), path), 'download');
    expect([record.sourceLocale, record.locale]).toEqual(['en', 'es']);
    expect(record.blocks.flatMap((block) => block.segments).map(({ source, target }) => [words(source), target?.state])).toEqual([
      ['One day.', 'reviewed'],
      ['Two <b>days</b>.', 'machine'],
      ['Three days.', undefined],
    ]);
  });

  test('its memory, its glossary and its table of terms are read', () => {
    const [tmx, tbx, csv] = ['memory.tmx', 'glossary.tbx', 'glossary.csv'].map((name) => join(folder, name)) as [string, string, string];
    python(
      `
import sys
from translate.storage import tmx, tbx, csvl10n
pairs = [('harbour', 'puerto'), ('truce, ceasefire', 'tregua "corta"')]
for kind, path in ((tmx.tmxfile, sys.argv[1]), (tbx.tbxfile, sys.argv[2])):
    store = kind(sourcelanguage='en', targetlanguage='es')
    for source, target in pairs:
        unit = store.UnitClass(source)
        unit.settarget(target, 'es')
        store.addunit(unit)
    store.savefile(path)
store = csvl10n.csvfile(fieldnames=['location', 'source', 'target', 'id', 'fuzzy', 'context', 'translator_comments', 'developer_comments'])
store.dialect = 'excel'
for source, target in pairs:
    unit = store.UnitClass(source)
    unit.target = target
    store.addunit(unit)
store.savefile(sys.argv[3])
`,
      tmx,
      tbx,
      csv,
    );
    const text = (path: string) => readFileSync(path, 'utf8');
    const pairs = [
      ['harbour', 'puerto'],
      ['truce, ceasefire', 'tregua "corta"'],
    ];
    const memory = tmxFormat.read(text(tmx), tmx);
    expect(memory.translations.map(({ source, targets }) => [words(source), words(targets[0]?.text ?? [])])).toEqual(pairs);
    const [base] = tbxFormat.readFor(text(tbx), tbx, { from: 'en', to: ['es'] });
    expect(base?.terms.map(({ source, target }) => [source, target])).toEqual(pairs);
    expect(spreadsheetCsv.read(text(csv), csv).map(({ source, target }) => [source, target])).toEqual(pairs);
  });

  test('what its glossary says of a term: forbidden, and not to be translated', () => {
    const xml = (head: string, status: string) => `<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif xmlns="urn:iso:std:iso:30042:ed-2" xml:lang="en" type="TBX"><text><body><termEntry id="e1">${head}
<langSet xml:lang="en"><tig><term>data bus</term>${status}</tig></langSet><langSet xml:lang="es"><tig><term>bus</term>${status}</tig></langSet>
</termEntry></body></text></martif>`;
    const said = (head: string, status = '') =>
      tbxFormat.readFor(xml(head, status), 'g.tbx', { from: 'en', to: ['es'] })[0]?.terms[0]?.status;
    expect(said('', '<termNote type="administrativeStatus">obsolete</termNote>')).toBe('forbidden');
    expect(said('<descrip type="Translation needed">No</descrip>')).toBe('untranslated');
    expect(said('<descrip type="Translation needed">Yes</descrip>')).toBeUndefined();
  });
});

/**
 * Units are told apart by file, groups and id, and two groups of one name are an error. A target is words and elements, whose attributes
 * are the format's own. Everything else is kept as elements, attributes and texts; texts of white space alone are none. The file is
 * printed anew, indented where an element holds no text.
 */
const PONTOON = `
import sys
from lxml import etree
path, locale, name, target = sys.argv[1:5]
root = etree.parse(path, etree.XMLParser(remove_blank_text=False)).getroot()
N = '{urn:oasis:names:tc:xliff:document:1.2}'
seen = set()
for group in root.iter(N + 'group'):
    key = tuple([above.get('id', '') for above in group.iterancestors(N + 'group')] + [group.get('id', '')])
    if key in seen: sys.exit('Two groups are called ' + repr(key))
    seen.add(key)
for file in root.iter(N + 'file'): file.set('target-language', locale)
def strip(element):
    if element.text is not None and element.text.isspace(): element.text = None
    for child in element:
        if child.tail is not None and child.tail.isspace(): child.tail = None
        if not (child.tag == N + 'target' and element.tag == N + 'trans-unit'): strip(child)
strip(root)
for unit in root.iter(N + 'trans-unit'):
    node = unit.find(N + 'target')
    for inner in [] if node is None else node.iterdescendants():
        if any(key.startswith('{') for key in inner.attrib): sys.exit('An attribute of another namespace in a target')
    if unit.get('id') != name or target == '': continue
    new = etree.fromstring('<target xmlns="' + N[1:-1] + '">' + target + '</target>')
    for key, value in node.attrib.items(): new.set(key, value)
    unit.replace(node, new)
with open(path, 'wb') as out: out.write(etree.tostring(root, encoding='utf-8', xml_declaration=True, pretty_print=True))
`;

describe.skipIf(!has('lxml'))('Pontoon', () => {
  const idOf = (source: string) =>
    recordIn(desk)
      .blocks.flatMap((block) => block.segments)
      .find((segment) => words(segment.source) === source)?.id ?? '';

  test('a record that is written anew says the same', () => {
    expectOnly(saved(PONTOON, 'es', '', ''), 'a', 'a');
  });

  test('a correction arrives, and nothing else is changed or approved', () => {
    const record = saved(PONTOON, 'es', idOf('Nobody knows it yet.'), 'Nadie lo sabe.');
    expectOnly(record, 'Nobodyo knowso ito yeto.', 'Nadie lo sabe.');
  });

  test('a correction between marks that only a space parts', () => {
    const record = saved(PONTOON, 'es', idOf('The night ferry is back.'), 'El <g id="2">ferri</g> <g id="1">nocturno</g> ha vuelto.');
    expectOnly(record, 'Theo **nighto** *ferryo* iso backo.', 'El *ferri* **nocturno** ha vuelto.');
  });

  test('its memory and its glossaries are read', () => {
    const tmx = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
\t<header adminlang="en-US" creationtoolversion="0.1" creationtool="pontoon" datatype="plaintext" segtype="sentence" o-tmf="plain text" srclang="en-US" creationdate="2026-01-01T00:00:00+00:00">
\t</header>
\t<body>
\t\t<tu tuid="news:story.xlf:title" srclang="en-US">
\t\t\t<tuv xml:lang="en-US">
\t\t\t\t<seg>The &lt;b&gt;ferry&lt;/b&gt; is back</seg>
\t\t\t</tuv>
\t\t\t<tuv xml:lang="es-MX">
\t\t\t\t<seg>Vuelve el &lt;b&gt;ferri&lt;/b&gt;</seg>
\t\t\t</tuv>
\t\t</tu>
\t</body>
</tmx>`;
    const [unit] = tmxFormat.read(tmx, 'pontoon.tmx').translations;
    expect([unit?.source, unit?.targets[0]?.locale, unit?.targets[0]?.text]).toEqual([
      ['The <b>ferry</b> is back'],
      'es-MX',
      ['Vuelve el <b>ferri</b>'],
    ]);
    const old = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en-US"><martifHeader><fileDesc><titleStmt><title>Terms</title></titleStmt></fileDesc></martifHeader><text><body>
<termEntry id="c1"><descrip type="context">He left the harbour.</descrip>
<langSet xml:lang="en-US"><ntig><termGrp><term>harbour</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
<descripGrp><descrip type="definition">Where ships are safe</descrip></descripGrp></langSet>
<langSet xml:lang="es-MX"><ntig><termGrp><term>puerto</term></termGrp></ntig></langSet></termEntry></body></text></martif>`;
    const current = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="https://example.org/TBX-Basic.sch" type="application/xml"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><langSec xml:lang="en-US"><termSec><term>harbour</term><termNote type="partOfSpeech">noun</termNote>
<descripGrp><descrip type="definition">Where ships are safe</descrip></descripGrp></termSec></langSec>
<langSec xml:lang="es-MX"><termSec><term>puerto</term></termSec></langSec></conceptEntry></body></text></tbx>`;
    for (const [tbx, note] of [
      [old, 'context: He left the harbour.; definition: Where ships are safe'],
      [current, 'definition: Where ships are safe'],
    ] as const)
      expect(tbxFormat.readFor(tbx, 'pontoon.tbx', { from: 'en', to: ['es'] })).toEqual([
        { from: 'en', to: 'es', terms: [{ source: 'harbour', target: 'puerto', note }] },
      ]);
  });
});
