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
  'globs: stars': (length) => globs(times(length, '*e')),
  'globs: folders': (length) => globs(times(length, '**/e/')),
  'globs: braces': (length) => globs(times(length, '{e,r}')),
  'globs: braces opened': (length) => globs(times(length, '{e,')),
  'globs: ranges': (length) => globs(`{1..${10 ** Math.ceil(Math.log10(length))}}`),
  'globs: repeats': (length) => globs(`${times(length, '+(e|')}r${times(length, ')')}`),
  'globs: classes opened': (length) => globs(times(length, '[')),
  'globs: many': (length) => globs(...Array.from({ length: Math.floor(length / 12) }, (_, at) => `**/a${at}*`)),
  'config: locales': (length) => config({ targetLocales: Array.from({ length: Math.floor(length / 12) }, (_, at) => `es-x-a${at}`) }),
  'config: collections': (length) =>
    config({
      sources: Array.from({ length: Math.floor(length / 80) }, (_, at) => ({
        name: `c${at}`,
        source: `c${at}/en/{slug}.md`,
        edition: `c${at}/{locale}/{slug}.md`,
      })),
    }),
  'config: a path of holes': (length) => config({ paths: { articles: `articles/{locale}/{slug}${times(length, '{slug}')}.md` } }),
  'config: extensions': (length) => config({ paths: { articles: `articles/{locale}/{slug}.{md,${times(length, 'md,')}mdx}` } }),
  'config: settings': (length) => config({ frontMatter: { set: { title: times(length, '{slug}') } } }),
  'config: braces of settings': (length) => config({ frontMatter: { set: { title: times(length, '{') } } }),
  'config: fields within fields': (length) => config({ frontMatter: { translate: [times(length, 'a[].')] } }),
  'config: editors': (length) =>
    config({ editors: { es: Array.from({ length: Math.floor(length / 16) }, (_, at) => `a${at}@b.example`) } }),
  'front of TOML: keys': (length) =>
    front(
      '+++',
      numbered(length, 14, (at) => `key${at} = "a"\n`),
    ),
  'front of TOML: tables': (length) =>
    front(
      '+++',
      numbered(length, 12, (at) => `[[menu]]\na = ${at}\n`),
    ),
  'front of TOML: tables within tables': (length) => front('+++', `[${times(length, 'a.')}b]\nc = 1\n`),
  'front of TOML: lists opened': (length) => front('+++', `a = ${times(length, '[')}\n`),
  'front of TOML: maps opened': (length) => front('+++', `a = ${times(length, '{a=')}\n`),
  'front of TOML: a long value': (length) => front('+++', `description = """\n${times(length, 'Words of a story.\n')}"""\n`),
  'front of TOML: quotes': (length) => front('+++', `description = ${times(length, '"')}\n`),
  'front of TOML: escapes': (length) => front('+++', `description = "${times(length, '\\u0041')}"\n`),
  'front of TOML: comments': (length) => front('+++', times(length, '# a\n')),
  'front of TOML: dates': (length) => front('+++', `a = [${times(length, '2026-01-01, ')}]\n`),
  'front of JSON: keys': (length) => front('', `{"description": "a"${numbered(length, 14, (at) => `,"key${at}":"a"`)}}\n`),
  'front of JSON: one key': (length) => front('', `{"description": "a"${times(length, ',"a":"b"')}}\n`),
  'front of JSON: lists opened': (length) => front('', `{"a": ${times(length, '[')}\n`),
  'front of JSON: maps': (length) => front('', `${times(length / 2, '{"a":')}1${times(length / 2 / 5, '}')}\n`),
  'front of JSON: a long value': (length) => front('', `{"description": "${times(length, 'Words of a story. ')}"}\n`),
  'front of YAML: keys that ask': (length) => front('---', times(length, '? a\n: b\n')),
  'front of YAML: tags of types': (length) => front('---', `a: ${times(length, '!!str ')}b\n`),
  'front of YAML: directives': (length) => front('---', times(length, '%YAML 1.2\n')),
  'front of YAML: documents': (length) => front('---', times(length, '--- a\n...\n')),
  'front of YAML: maps in maps': (length) =>
    front('---', Array.from({ length: Math.sqrt(length * 2) }, (_, at) => `${' '.repeat(at)}a:\n`).join('')),
  'front of YAML: lists on a line': (length) => front('---', `${times(length, '- ')}a\n`),
  'front of YAML: single quotes': (length) => front('---', `description: '${times(length, "''")}'\n`),
  'front of YAML: quotes opened': (length) => front('---', times(length, 'a: "b\n')),
  'front of YAML: flow of lines': (length) => front('---', `tags: [${times(length, 'a,\n')}b]\n`),
  'front of YAML: literal': (length) => front('---', `description: |\n${times(length, '  Words *of* a story.\n\n')}`),
  'front of YAML: a list of maps': (length) =>
    front('---', `faq:\n${times(length, '  - question: Why?\n    answer: So.\n')}`, {
      frontMatter: { translate: ['title', 'faq[].question', 'faq[].answer'] },
    }),
  'front of YAML: tabs': (length) => front('---', times(length, '\t')),
  'strings of YAML: plurals': (length) =>
    messages(
      'yml',
      numbered(length, 40, (at) => `k${at}:\n  one: a ferry\n  other: ferries\n`),
    ),
  'strings of YAML: anchors': (length) => messages('yml', `k: &k a\n${numbered(length, 10, (at) => `k${at}: *k\n`)}`),
  'strings of TOML: tables': (length) =>
    messages(
      'toml',
      numbered(length, 40, (at) => `[k${at}]\none = "a ferry"\nother = "ferries"\n`),
    ),
  'strings: one key again': (length) => app(`{${times(length, '"key":"Ferry",')}"z":"b"}`),
  'strings: ICU choices': (length) => app(JSON.stringify({ a: `{n, plural, ${times(length, 'one {a} ')}other {b}}` })),
  'strings: ICU within ICU': (length) => app(JSON.stringify({ a: times(length, '{n, plural, other {') })),
  'strings: references': (length) => app(JSON.stringify({ a: times(length, '$t(a) {{b, number}} ') })),
  'strings: all alike': (length) => app(`{${numbered(length, 40, (at) => `"key${at}":"The ferry is late today",`)}"z":"b"}`),
  'strings: plurals': (length) =>
    app(`{${numbered(length, 50, (at) => `"k${at}_one":"{{count}} ferry","k${at}_other":"{{count}} ferries",`)}"z":"b"}`),
  'strings: signs of printf': (length) => app(JSON.stringify({ a: times(length, '%1$s %d ') })),
  'site: articles that link to each other': (length) => linked(length),
  'site: tags of their own': (length) =>
    front('---', `tags: [${numbered(length, 9, (at) => `tag${at}, `)}z]\nauthor: [${numbered(length / 4, 9, (at) => `Ada ${at}, `)}z]\n`),
  'site: a drawing': (length) => body(`<svg viewBox="0 0 1 1">${times(length, '<g><path d="M0 0"/></g>')}</svg>`),
  'site: drawings within drawings': (length) => body(`<svg>${times(length, '<g>')}</svg>`),
  'site: styles of a drawing': (length) => body(`<svg><path style="${times(length, 'fill:red;')}"/></svg>`),
  'site: formulas': (length) => body(times(length, '<math><mi>x</mi></math> ')),
  'site: frames': (length) => body(times(length, '<iframe src="https://www.youtube.com/embed/a"></iframe>\n\n')),
  'site: films': (length) => body(times(length, '<video src="a.mp4"><track src="a.vtt"></video>\n\n')),
  'site: pictures': (length) => body(times(length, '![A](a.jpg "b")\n\n')),
  'site: sources of a picture': (length) => body(`<img srcset="${times(length, 'a.jpg 1x, ')}">`),
  'site: tables of numbers': (length) => body(`| a | b |\n| - | - |\n${times(length, '| 1,234 | 5 % |\n')}`),
  'site: disclosures': (length) => body(times(length, '<details><summary>a</summary>b</details>\n\n')),
  'site: alerts': (length) => body(times(length, '> [!NOTE]\n> a\n\n')),
  'site: a moved page': (length) => front('---', `aliases: [${numbered(length, 12, (at) => `/a/${at % 9}/${at}, `)}/z]\n`),
  'site: words of a search': (length) => body(times(length, '港が開く。')),
};

const SITE = { publish: { baseUrl: 'https://courier.example', embeds: ['youtube'] } };
function globs(...exclude: readonly string[]): Readers {
  const name = `articles/en/${'e/'.repeat(30)}${'e'.repeat(120)}.md`;
  return standing(
    { [name]: STORY },
    { sources: [{ source: 'articles/en/{slug}.md', edition: 'articles/{locale}/{slug}.md', exclude }] },
    'status',
  );
}
function front(fence: string, text: string, more: Readonly<Record<string, unknown>> = {}): Readers {
  const title = fence === '+++' ? 'title = "A"\n' : fence === '---' ? 'title: A\n' : '';
  const [open, close] = fence === '' ? ['', ''] : [`${fence}\n`, `${fence}\n`];
  return standing(
    { 'articles/en/b.md': `${open}${title}${text}${close}\nThe ferry is late.\n` },
    { ...SITE, ...more },
    ...ALL,
    `${TRANSLATE} --to es`,
    'export --layout docusaurus --out exported-2',
  );
}
function messages(extension: string, text: string): Readers {
  return standing(
    { [`i18n/en.${extension}`]: text },
    { strings: [{ edition: `i18n/{locale}.${extension}` }] },
    TRANSLATE,
    'check',
    'status',
    TRANSLATE,
  );
}
function body(text: string): Readers {
  return standing(
    { 'articles/en/b.md': `# A story\n\n${text}\n` },
    SITE,
    `${TRANSLATE} --to es`,
    'check --to es',
    'publish',
    'export --layout hugo',
    'export --layout docusaurus --out exported-2',
  );
}
function linked(length: number): Readers {
  const count = Math.max(2, Math.floor(Math.sqrt(length / 12)));
  const links = numbered(count * 12, 12, (at) => `[a](a${at}.md) `);
  const files = Object.fromEntries(Array.from({ length: count }, (_, at) => [`articles/en/a${at}.md`, `# A ${at}\n\n${links}\n`]));
  return standing(files, SITE, ...ALL);
}

function raw(text: string): Readers {
  return standing({ 'raw.txt': text }, {}, 'import raw.txt --slug raw --title Raw', `${TRANSLATE} --to es raw`);
}
