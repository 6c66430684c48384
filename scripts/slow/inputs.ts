/** Projects whose articles are harmless, and one other file of which repeats one thing: by that file's name, what reads it. */

import { type Project, projectOf } from './project.ts';

type Readers = Readonly<Record<string, () => unknown>>;

const times = (length: number, unit: string) => unit.repeat(Math.max(1, Math.floor(length / unit.length)));
const numbered = (length: number, unit: number, of: (at: number) => string) =>
  Array.from({ length: Math.max(1, Math.floor(length / unit)) }, (_, at) => of(at)).join('');

const ARTICLE = 'articles/en/a.md';
const EDITION = 'articles/es/a.md';
const RECORD = 'locales/es/articles/a.xlf';
const STORY =
  '---\ntitle: The ferry\nauthor: Ada\n---\n\nThe ferry is late. It waits in the **harbour** of Port Office.\n\nNobody knows why.\n';
/** Sentences that are much alike, and each of its own. */
const LONG_STORY = `# A story\n\n${numbered(8_000, 40, (at) => `Ferry ${at} came to harbour ${at + 7} on Monday.\n\n`)}`;

type Run = Project['run'];
/** Each reader by what is typed. */
const typed = (run: Run, ...commands: readonly string[]): Record<string, () => unknown> =>
  Object.fromEntries(commands.map((command) => [command, () => run(...command.split(' '))]));

const TRANSLATE = 'translate --yes';
const ALL = [TRANSLATE, 'check', 'status', 'publish', 'export --layout hugo'] as const;

/** A project that is read by commands as it stands. */
function standing(files: Readonly<Record<string, string>>, config: Readonly<Record<string, unknown>>, ...commands: string[]): Readers {
  const { run, clear } = projectOf({ [ARTICLE]: STORY, ...files }, config);
  return { ...typed(run, ...(commands.length > 0 ? commands : ALL)), clear };
}

/** A file that a run has written, and that was then changed. */
function changed(path: string, by: (text: string) => string, ...commands: string[]): Readers {
  const { run, change, clear } = projectOf({ [ARTICLE]: STORY });
  const [first = '', ...rest] = commands.length > 0 ? commands : ['check', TRANSLATE, 'review a --to es', 'glossary suggest', 'publish'];
  return {
    [first]: async () => {
      await run('translate', '--yes');
      change(path, by);
      return run(...first.split(' '));
    },
    ...typed(run, ...rest),
    clear,
  };
}
const record = (by: (text: string) => string) => changed(RECORD, by);
/** Behind the first target. */
const inUnit = (added: string) => record((text) => text.replace('</target>', `</target>${added}`));
const inTarget = (added: string) => record((text) => text.replace('</target>', `${added}</target>`));
const conflict = (own: string, other: string) => `<<<<<<< HEAD\n${own}=======\n${other}>>>>>>> branch\n`;

const tmx = (units: string) =>
  standing(
    {
      [ARTICLE]: LONG_STORY,
      'other.tmx': `<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en" srclang="en" datatype="plaintext"/><body>${units}</body></tmx>`,
    },
    {},
    'memory import other.tmx',
    `${TRANSLATE} --to es`,
    'memory find Ferry',
    'memory export all.tmx',
  );
const unit = (words: string, other = words) =>
  `<tu><tuv xml:lang="en"><seg>${words}</seg></tuv><tuv xml:lang="es"><seg>${other}</seg></tuv></tu>`;

const glossary = (rows: string, header = 'source,target') =>
  standing(
    { [ARTICLE]: LONG_STORY, 'locales/es/glossary.csv': `${header}\n${rows}` },
    {},
    `${TRANSLATE} --to es`,
    'check --to es',
    'glossary set es Monday lunes',
    'glossary suggest --to es',
    'glossary export terms.tbx --to es',
    'glossary import terms.tbx --to es',
  );
const chrome = (strings: Readonly<Record<string, unknown>>) =>
  standing({ 'locales/en/ui.json': JSON.stringify(strings) }, {}, TRANSLATE, 'check', 'publish');
const app = (strings: string) => standing({ 'locales/en/app.json': strings }, {}, TRANSLATE, 'check', 'status', TRANSLATE);
const theme = (file: string, text: string) =>
  standing({ [`theme/${file}`]: text }, { publish: { baseUrl: 'https://courier.example', theme: { folder: 'theme' } } }, 'publish');
const srx = (before: string, text: string) =>
  standing(
    {
      [ARTICLE]: `# A story\n\n${text}\n`,
      'rules.srx': `<srx version="2.0"><header segmentsubflows="yes" cascade="yes"/><body><languagerules><languagerule languagerulename="a"><rule break="no"><beforebreak>${before}</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="a"/></maprules></body></srx>`,
    },
    { segmentation: 'rules.srx' },
    `segment ${ARTICLE}`,
    `${TRANSLATE} --to es`,
  );
const config = (more: Readonly<Record<string, unknown>>) => standing({}, more, 'status', 'check');

export const INPUTS: Readonly<Record<string, (length: number) => Readers>> = {
  'record: notes': (length) => inUnit(times(length, '<note>a</note>')),
  'record: waivers': (length) => inUnit(times(length, '<dragoman:waiver check="numbers" reason="a"/>')),
  'record: alternatives': (length) => inUnit(times(length, '<alt-trans><target>b</target></alt-trans>')),
  'record: a long target': (length) => inTarget(times(length, 'Otra palabra. ')),
  'record: one long word': (length) => inTarget(times(length, 'a')),
  'record: marks in a target': (length) => inTarget(numbered(length, 14, (at) => `<x id="${at}"/> a`)),
  'record: stars in a target': (length) => inTarget(times(length, ' **a')),
  'record: invisible characters': (length) => inTarget(times(length, '\u200b')),
  'record: numbers in a target': (length) => inTarget(numbered(length, 7, (at) => ` ${at},`)),
  'record: units of no source': (length) =>
    record((text) =>
      text.replace(
        '</body>',
        `${numbered(length, 160, (at) => `<group id="b-${at}"><trans-unit id="${at}"><source>Ferry ${at}.</source><target state="final">Ferri ${at}.</target></trans-unit></group>`)}</body>`,
      ),
    ),
  'record: conflicts': (length) =>
    record((text) =>
      text.replace(/(<target[^>]*>)(.*?)(<\/target>)/, (whole) => `\n${times(length, conflict(`${whole}\n`, `${whole}\n`))}`),
    ),
  'edition: conflicts': (length) =>
    changed(EDITION, (text) => text + times(length, conflict('Una.\n', 'Otra.\n')), 'check', 'merge', TRANSLATE),
  'edition: paragraphs of its own': (length) =>
    changed(EDITION, (text) => `${text}\n${times(length, 'Otra.\n\n')}`, 'check', TRANSLATE, 'publish'),
  'edition: its words again and again': (length) => changed(EDITION, (text) => text + times(length, text), 'check', TRANSLATE, 'publish'),
  'memory: one huge unit': (length) => tmx(unit(times(length / 2, 'The ferry is late. '))),
  'memory: units nearly alike': (length) => tmx(numbered(length, 120, (at) => unit(`Ferry ${at} came to harbour ${at + 3} on Friday.`))),
  'memory: units alike': (length) => tmx(times(length, unit('Ferry'))),
  'memory: short units': (length) => tmx(numbered(length, 80, (at) => unit(`${at}`))),
  'memory: one letter in many lengths': (length) => tmx(numbered(length, 200, (at) => unit('a '.repeat((at % 60) + 1)))),
  'glossary: rows': (length) => glossary(numbered(length, 18, (at) => `Ferry ${at},Ferri ${at}\n`)),
  'glossary: rows alike': (length) => glossary(times(length, 'Ferry,Ferri\n')),
  'glossary: rows that begin alike': (length) =>
    glossary(numbered(length, 120, (at) => `${'Ferry '.repeat((at % 20) + 1)}${at},Ferri ${at}\n`)),
  'glossary: one long term': (length) => glossary(`${times(length / 2, 'Ferry ')}5,${times(length / 2, 'Ferri ')}5\n`),
  'glossary: one long word': (length) => glossary(`${times(length / 2, 'a')},${times(length / 2, 'b')}\n`),
  'glossary: forms': (length) => glossary(`Ferry,Ferri,${numbered(length, 9, (at) => `ferri ${at}|`)}z\n`, 'source,target,forms'),
  'glossary: forbidden words': (length) =>
    glossary(`Ferry,Ferri,${numbered(length, 9, (at) => `ferri ${at}|`)}z\n`, 'source,target,forbidden'),
  'glossary: a long note': (length) => glossary(`Ferry,Ferri,${times(length, 'a note ')}\n`, 'source,target,note'),
  'glossary: signs of patterns': (length) => glossary(numbered(length, 14, (at) => `(a+)+${at}$,.*${at}\n`)),
  'chrome: keys': (length) => chrome(Object.fromEntries(Array.from({ length: Math.floor(length / 16) }, (_, at) => [`key${at}`, 'Words']))),
  'chrome: one long value': (length) => chrome({ menu: times(length, 'Words of a menu. ') }),
  'chrome: placeholders': (length) => chrome({ menu: times(length, '{{a}} ') }),
  'chrome: references': (length) => chrome({ menu: times(length, '$t(menu) ') }),
  'chrome: braces': (length) => chrome({ menu: times(length, '{{') }),
  'strings: keys': (length) => app(`{${numbered(length, 20, (at) => `"key${at}":"Ferry ${at}",`)}"z":"b"}`),
  'strings: one long value': (length) => app(JSON.stringify({ a: times(length, 'Words of a menu. ') })),
  'strings: braces': (length) => app(JSON.stringify({ a: times(length, '{{') })),
  'strings: tags': (length) => app(JSON.stringify({ a: times(length, '<b>') })),
  'theme: rules': (length) => theme('style.css', times(length, 'a { color: red }\n')),
  'theme: braces': (length) => theme('style.css', times(length, '{')),
  'theme: comments opened': (length) => theme('style.css', times(length, '/* ')),
  'theme: addresses': (length) => theme('style.css', times(length, 'url(')),
  'theme: elements': (length) => theme('header.html', times(length, '<b>a</b>')),
  'theme: elements opened': (length) => theme('header.html', times(length, '<b>')),
  'theme: words': (length) => theme('header.html', times(length, '{{ site.title }} ')),
  'theme: braces of words': (length) => theme('header.html', times(length, '{{ ')),
  'theme: scripts': (length) => theme('head.html', times(length, '<script>a()</script>')),
  'srx: repeats within repeats': (length) => srx('(a+)+b', times(length / 4, 'a')),
  'srx: words within repeats': (length) => srx('(\\w+\\s?)*x\\.', times(length / 4, 'a ')),
  'srx: anything three times': (length) => srx('.*.*.*x', times(length / 4, 'a. ')),
  'srx: choices within repeats': (length) => srx('(a|a|aa)+b', times(length / 4, 'a')),
  'srx: counted repeats': (length) => srx('(a{1,40}){1,40}b', times(length / 4, 'a')),
  'config: keys that are unknown': (length) =>
    config(Object.fromEntries(Array.from({ length: Math.floor(length / 14) }, (_, at) => [`keyy${at}`, 1]))),
  'config: one long key': (length) => config({ [times(length, 'segmentation')]: 1 }),
  'config: one long value': (length) => config({ engine: times(length, 'engine') }),
  'config: maps within maps': (length) =>
    config({ engines: { mine: JSON.parse(`${'{"a":'.repeat(Math.min(length, 3_000))}1${'}'.repeat(Math.min(length, 3_000))}`) } }),
  'config: fields': (length) =>
    standing({}, { frontMatter: { translate: Array.from({ length: Math.floor(length / 16) }, (_, at) => `fields[].a${at}`) } }),
  'config: attributes': (length) =>
    standing({}, { markdown: { attributes: Array.from({ length: Math.floor(length / 10) }, (_, at) => `data-${at}`) } }),
  'config: engines in a chain': (length) => config({ engine: Array.from({ length: Math.floor(length / 10) }, () => 'pseudo') }),
  'raw text: sentences': (length) => raw(times(length, 'The ferry is late. ')),
  'raw text: lines': (length) => raw(times(length, 'The ferry is late\n')),
  'raw text: signs': (length) => raw(times(length, '*_`[<')),
  'raw text: spaces': (length) => raw(`a${times(length, ' ')}b`),
  'raw text: dashes': (length) => raw(times(length, '-- ')),
  'raw text: numbers': (length) => raw(times(length, '1. ')),
  'raw text: capitals': (length) => raw(times(length, 'HARBOUR (AP) -- ')),
};

function raw(text: string): Readers {
  return standing({ 'raw.txt': text }, {}, 'import raw.txt --slug raw --title Raw', `${TRANSLATE} --to es raw`);
}
