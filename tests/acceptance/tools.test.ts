/** Records and memories in the hands of other tools: translate-toolkit and OmegaT, where they are installed. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { tbxFormat } from '../../src/formats/tbx.ts';
import { tmxFormat } from '../../src/formats/tmx.ts';
import { xliffFormat } from '../../src/formats/xliff.ts';
import { toTranslations } from '../../src/memory/exchange.ts';
import { recordIn, run } from '../support/newsroom.ts';
import { anyRecord } from '../support/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-tools-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Debian's own Python, which has Debian's translate-toolkit. */
const PYTHON = '/usr/bin/python3';

function installed(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    console.log(`skipped: ${command} ${args.join(' ')} does not run here`);
    return false;
  }
}
const toolkit = installed(PYTHON, '-c', 'import translate.storage.xliff');
const omegat = installed('/bin/sh', '-c', 'command -v omegat');

const python = (script: string, ...args: string[]) => execFileSync(PYTHON, ['-c', script, ...args], { encoding: 'utf8' });
const story = readFileSync(join(import.meta.dirname, '../../articles/en/2026-03-02-night-ferry.md'), 'utf8');
const desk = run(story);

test.skipIf(!toolkit)('translate-toolkit opens and saves records of any content without loss', () => {
  const records = fc.sample(anyRecord, { numRuns: 40, seed: 6 });
  for (const [at, record] of records.entries()) writeFileSync(join(folder, `${at}.xlf`), xliffFormat.write(record));
  const script = `
import sys
from translate.storage import xliff
for path in sys.argv[1:]:
    store = xliff.xlifffile.parsefile(path)
    for unit in store.units: unit.source, unit.target, unit.isapproved(), unit.isfuzzy()
    store.save()
`;
  python(script, ...records.map((_, at) => join(folder, `${at}.xlf`)));
  for (const [at, record] of records.entries())
    expect(xliffFormat.read(readFileSync(join(folder, `${at}.xlf`), 'utf8'), 'saved.xlf')).toEqual(record);
});

test.skipIf(!toolkit)('what a person writes and approves in translate-toolkit is absorbed', () => {
  const path = join(folder, 'story.xlf');
  writeFileSync(path, desk.record);
  const script = `
import sys
from translate.storage import xliff
store = xliff.xlifffile.parsefile(sys.argv[1])
units = [unit for unit in store.units if unit.istranslatable()]
units[0].target = 'Vuelven los ferris'
units[1].markapproved(True)
units[1].addnote('Which ferry?', origin='Ana')
store.save()
print(sum(unit.isfuzzy() for unit in units), len(units))
`;
  const [fuzzy, all] = python(script, path).split(' ').map(Number);
  expect(fuzzy).toBe((all ?? 0) - 2);
  const next = run(story, { ...desk, record: readFileSync(path, 'utf8') });
  expect(next.edition).toContain('Vuelven los ferris');
  const [first, second] = recordIn(next).blocks.flatMap((block) => block.segments);
  expect(first?.target).toMatchObject({ state: 'reviewed', origin: { by: 'person' } });
  expect(second).toMatchObject({ target: { state: 'reviewed', origin: { by: 'engine' } }, notes: [{ text: 'Which ferry?', from: 'Ana' }] });
});

test.skipIf(!toolkit)('translate-toolkit opens and saves memories without loss', () => {
  const memory = toTranslations([recordIn(desk)], 'en');
  const path = join(folder, 'memory.tmx');
  writeFileSync(path, tmxFormat.write(memory));
  const count = python(
    `
import sys
from translate.storage import tmx
store = tmx.tmxfile.parsefile(sys.argv[1])
store.save()
print(sum(1 for unit in store.units if unit.source and unit.target))
`,
    path,
  );
  expect(Number(count)).toBe(memory.translations.length);
  expect(tmxFormat.read(readFileSync(path, 'utf8'), path)).toEqual(memory);
});

test.skipIf(!toolkit)('a term that is changed in translate-toolkit comes back, and no other does', () => {
  const terms = [
    { source: 'harbour', target: 'puerto', kind: 'term', forbidden: ['muelle'], note: 'see the map' },
    { source: 'Quillhaven', target: 'Quillhaven', kind: 'place', status: 'untranslated' },
  ] as const;
  const path = join(folder, 'glossary.tbx');
  writeFileSync(path, tbxFormat.writeOld({ from: 'en', to: 'es', terms }));
  const script = `
import sys
from translate.storage import tbx
store = tbx.tbxfile.parsefile(sys.argv[1])
store.settargetlanguage('es')
store.units[0].target = 'el puerto'
store.save()
`;
  python(script, path);
  const [back] = tbxFormat.readFor(readFileSync(path, 'utf8'), path, { from: 'en', to: ['es', 'ca'] });
  expect(back).toEqual({ from: 'en', to: 'es', terms: [{ ...terms[0], target: 'el puerto' }, terms[1]] });
});

test.skipIf(!toolkit)('what Weblate writes with translate-toolkit is what it says: approved or to be reviewed', () => {
  const path = join(folder, 'weblate.xlf');
  const script = `
import sys
from translate.storage import xliff
store = xliff.xlifffile()
store.setsourcelanguage('en')
store.settargetlanguage('es')
for source, target in [('One day.', 'Un día.'), ('Two days.', 'Dos días.'), ('Three days.', 'Tres días.')]:
    unit = store.addsourceunit(source)
    unit.target = target
    if source[0] == 'O': unit.markapproved(True)
    if source[:2] == 'Tw': unit.markfuzzy(True)
store.savefile(sys.argv[1])
`;
  python(script, path);
  const { locale, blocks } = xliffFormat.read(readFileSync(path, 'utf8'), path);
  expect([locale, blocks.flatMap((block) => block.segments).map(({ target }) => target?.state)]).toEqual([
    'es',
    ['reviewed', 'machine', 'reviewed'],
  ]);
});

test.skipIf(!omegat)(
  'OmegaT opens, edits and saves a record, and translates another document from our memory',
  { timeout: 120_000 },
  () => {
    const project = join(folder, 'omegat');
    for (const name of ['source', 'target', 'tm', 'glossary', 'dictionary', 'omegat']) mkdirSync(join(project, name), { recursive: true });
    writeFileSync(join(project, 'source/story.xlf'), desk.record);
    writeFileSync(join(project, 'source/plain.txt'), 'The night ferry is back.\n\nNobody knows this one.\n');
    // It offers the target of a file that has one to be edited, and keeps the edit as a unit of its own memory.
    const memory = toTranslations([recordIn(desk)], 'en');
    const [first] = memory.translations;
    const state = { state: 'reviewed', origin: { by: 'person' } } as const;
    const edit = { source: first?.targets[0]?.text ?? [], targets: [{ locale: 'es', text: ['Vuelven los ferris'], ...state }] };
    writeFileSync(join(project, 'omegat/project_save.tmx'), tmxFormat.write({ ...memory, translations: [edit, ...memory.translations] }));
    const folders = ['source', 'target', 'tm', 'glossary', 'dictionary'].map((name) => `<${name}_dir>__DEFAULT__</${name}_dir>`).join('');
    writeFileSync(
      join(project, 'omegat.project'),
      `<?xml version="1.0" encoding="UTF-8"?><omegat><project version="1.0">${folders}<source_lang>en</source_lang><target_lang>es</target_lang><sentence_seg>false</sentence_seg></project></omegat>`,
    );
    execFileSync('omegat', [project, '--mode=console-translate', `--config-dir=${join(folder, 'config')}`], { stdio: 'pipe' });
    const next = run(story, { ...desk, record: readFileSync(join(project, 'target/story.xlf'), 'utf8') });
    const targetsOf = (one: typeof desk) => recordIn(one).blocks.flatMap((block) => block.segments.map(({ target }) => target));
    expect(next.sent).toEqual([]);
    expect(targetsOf(next)[0]).toMatchObject({ text: ['Vuelven los ferris'], state: 'reviewed', origin: { by: 'person' } });
    expect(targetsOf(next).slice(1)).toEqual(targetsOf(desk).slice(1));
    expect(readFileSync(join(project, 'target/plain.txt'), 'utf8')).toBe('Theo nighto ferryo iso backo.\n\nNobody knows this one.\n');
    const theirs = tmxFormat.read(readFileSync(join(project, 'omegat-omegat.tmx'), 'utf8'), 'omegat-omegat.tmx');
    expect(theirs.translations.map(({ source, targets }) => [source, targets[0]?.text])).toContainEqual([
      ['The night ferry is back.'],
      ['Theo nighto ferryo iso backo.'],
    ]);
  },
);
