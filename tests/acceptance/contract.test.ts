/** The outside names of the contract, on the real command line: what a newcomer, a script and an engine of one's own may rely on. */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { type Checkout, checkout } from '../support/checkout.ts';

const STORY = '---\ntitle: "Ferry: a \\"slow\\" start"\n---\n\nThe **harbour** opens. See [the page](https://a.example/x).\n';
const files = { 'articles/en/story.md': STORY };

/** Every file of a project but the engine's log, with its time of change and size. */
function standing(project: Checkout, without: readonly string[] = []): string[] {
  return readdirSync(project.root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file !== 'requests.ndjson' && !without.some((folder) => file === folder || file.startsWith(`${folder}/`)))
    .map((file) => ({ file, stats: statSync(join(project.root, file)) }))
    .map(({ file, stats }) => (stats.isDirectory() ? file : `${file} ${stats.mtimeMs} ${stats.size}`))
    .sort();
}

const PROMISED: Readonly<Record<string, readonly string[]>> = {
  init: [],
  import: ['--title', '--slug'],
  translate: ['--to', '--engine', '--since', '--dry-run', '--frozen', '--max-characters'],
  check: ['--to', '--format'],
  status: [],
  segment: ['--locale'],
  'glossary set': ['--kind', '--dry-run'],
  'glossary import': [],
  'glossary export': [],
  'glossary learn': [],
  'memory import': [],
  'memory export': [],
  'memory align': ['--to'],
  engines: [],
  cost: [],
  watch: [],
  publish: ['--out', '--base-url'],
  preview: [],
  export: ['--layout'],
};

test('every command of the contract is there with its options and an example', () => {
  const known = new Map(commands.map((command) => [command.name, command]));
  expect(Object.keys(PROMISED).filter((name) => !known.has(name))).toEqual([]);
  for (const [name, options] of Object.entries(PROMISED)) {
    const flags = known.get(name)?.options?.map(([flag]) => flag.split(' ')[0]) ?? [];
    expect(flags, name).toEqual(expect.arrayContaining([...options]));
  }
  for (const { name, example } of commands) expect(example).toContain(`dragoman ${name}`);
});

test('--json: NDJSON on stdout with the summary last, for every command that ends', async () => {
  const project = checkout({
    ...files,
    'locales/es/glossary.csv': 'source,target\nharbour,HARBOUR\n',
    'wire.txt': 'Rain fell. It stopped.\n',
  });
  for (const args of [
    ['init'],
    ['import', 'wire.txt', '--slug', 'rain'],
    ['translate'],
    ['check'],
    ['status'],
    ['segment', 'articles/en/story.md'],
    ['glossary', 'set', 'es', 'harbour', 'puerto', '--dry-run'],
    ['glossary', 'export', 'out.tbx'],
    ['glossary', 'learn'],
    ['memory', 'export', 'out.tmx'],
    ['memory', 'find', 'The harbour opens.'],
    ['cost'],
    ['export', '--layout', 'hugo'],
  ]) {
    const { code, stdout, summary } = await project.run(...args, '--json');
    expect(code, `${args.join(' ')}: ${stdout}`).toBeLessThanOrEqual(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => typeof JSON.parse(line).type)).toEqual(lines.map(() => 'string'));
    expect(summary.type, args.join(' ')).toBe('summary');
  }
});

test('the summary of translate has the shape of the contract, and cost is what the engine charges', async () => {
  const project = checkout(files, { targetLocales: ['es', 'ca'] });
  project.write('engine.mjs', project.read('engine.mjs').replace("name: 'capitals',", "name: 'capitals', pricePerMillionCharacters: 20,"));
  const { summary } = await project.run('translate', '--json');
  const characters = project.sent().reduce((sum, text) => sum + [...text].length, 0);
  expect(summary).toEqual({
    type: 'summary',
    articles: 1,
    editions: 2,
    segments: { total: 6, recalled: 0, translated: 6, reviewed: 0, pending: 0 },
    engine: { requests: 2, characters, cost: expect.closeTo((characters * 20) / 1e6, 9), currency: 'USD' },
    findings: { error: 0, warning: 0 },
    files: { written: 4, unchanged: 0 },
  });
});

test('a finding of check --format json says where, what and how it should be', async () => {
  const project = checkout({ ...files, 'locales/es/glossary.csv': 'target,note,source\npuerto,"a, b",harbour\n' });
  await project.run('translate');
  const { code, events } = await project.run('check', '--format', 'json');
  expect(code).toBe(0);
  expect(events[0]).toMatchObject({
    ...{ type: 'finding', check: 'terms', level: 'warning', slug: 'story', locale: 'es', file: 'articles/es/story.md', line: 5, column: 1 },
    ...{ source: 'The harbour opens.', target: 'THE HARBOUR OPENS.', expected: ['puerto'], got: [] },
  });
  expect(events.at(-1)).toMatchObject({ type: 'summary', findings: { error: 0, warning: 1 } });
  project.write('dragoman.config.json', project.read('dragoman.config.json').replace('"untranslated":"off"', '"terms":"error"'));
  expect((await project.run('check')).code).toBe(1);
});

test('a dry run, check and status leave every file outside .dragoman alone', async () => {
  const project = checkout(files);
  const before = standing(project, ['.dragoman']);
  for (const args of [['translate', '--dry-run'], ['check'], ['status'], ['translate', '--frozen']]) await project.run(...args);
  expect(standing(project, ['.dragoman'])).toEqual(before);
  expect(project.sent()).toEqual([]);
});

test('.dragoman may be deleted: nothing is sent, nothing is written', async () => {
  const project = checkout(files);
  await project.run('translate');
  project.sent();
  const before = standing(project, ['.dragoman']);
  rmSync(join(project.root, '.dragoman'), { recursive: true });
  const { summary } = await project.run('translate', '--json');
  expect(summary).toMatchObject({ engine: { characters: 0 }, files: { written: 0 } });
  expect(standing(project, ['.dragoman'])).toEqual(before);
});

test('from any folder below, and with --cwd from outside; slugs hold folders, templates both dialects', async () => {
  const project = checkout(
    { 'text/en/2026/03/a.md': '# One\n', 'text/en/b.mdx': '# Two\n\nSum {1 + 1} here.\n' },
    { paths: { articles: 'text/{locale}/{slug}.{md,mdx}', record: 'rec/{locale}/{slug}.xlf' } },
  );
  mkdirSync(join(project.root, 'deep/er'), { recursive: true });
  expect((await project.run('translate', '--cwd', join(project.root, 'deep/er'))).code).toBe(0);
  expect(project.read('text/es/2026/03/a.md')).toBe('# ONE\n');
  expect(project.read('text/es/b.mdx')).toBe('# TWO\n\nSUM {1 + 1} HERE.\n');
  expect(project.read('rec/es/2026/03/a.xlf')).toContain('trans-unit');
  const { events } = await project.run('status', '--json', '--cwd', `${project.root}/text/en`);
  expect(events.map((event) => event.slug ?? event.type)).toEqual(['2026/03/a', 'b', 'summary']);
});

test.each<[string, string, string]>([
  ['Windows line ends', '# One\r\n\r\nTwo.\r\n', '# ONE\r\n\r\nTWO.\r\n'],
  ['a byte order mark', '\uFEFF# One\n', '\uFEFF# ONE\n'],
  ['no line end at the end', '# One\n\nTwo', '# ONE\n\nTWO'],
  ['front matter only', '---\ntitle: One\n---\n', '---\ntitle: ONE\n---\n'],
  ['only an image', '![One](a.png)\n', '![ONE](a.png)\n'],
  ['quotes in a title', "---\ntitle: 'It''s: \"one\" #1'\n---\n", "---\ntitle: 'IT''S: \"ONE\" #1'\n---\n"],
])('%s: kept as it is', async (_, source, edition) => {
  const project = checkout({ 'articles/en/a b é.md': source });
  expect((await project.run('translate')).code).toBe(0);
  expect(project.read('articles/es/a b é.md')).toBe(edition);
});

test('an engine of one’s own is a function of its entry, is given terms, and is asked again when it says so', async () => {
  const project = checkout(
    { ...files, 'locales/es/glossary.csv': 'source,target,status,case\nharbour,PUERTO,,\nPage,,untranslated,exact\n' },
    { engines: { capitals: { module: './engine.mjs', flavour: 'sour' } } },
  );
  project.write(
    'engine.mjs',
    `import { appendFileSync } from 'node:fs';
    let calls = 0;
    export default (entry) => ({ name: 'own', limits: { textsPerRequest: 2 }, translate: async ({ texts, from, to, terms }, signal) => {
      appendFileSync(new URL('./requests.ndjson', import.meta.url), JSON.stringify({ flavour: entry.flavour, texts, from, to, terms, aborted: signal.aborted }) + '\\n');
      if (++calls === 1) throw Object.assign(new Error('busy'), { retryable: true, retryAfterMs: 1 });
      return texts.map((text) => text.replace('harbour', 'PUERTO').replace('opens', 'ABRE'));
    } });`,
  );
  const { code, summary } = await project.run('translate', '--json');
  expect(code).toBe(0);
  expect(summary.segments).toMatchObject({ translated: 3, pending: 0 });
  const requests = project
    .read('requests.ndjson')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(requests.every(({ texts }) => texts.length <= 2)).toBe(true);
  expect(requests.find(({ terms }) => terms !== undefined)).toMatchObject({
    ...{ flavour: 'sour', from: 'en', to: 'es', aborted: false },
    terms: [{ source: 'harbour', target: 'PUERTO' }],
  });
  expect(requests.flatMap(({ texts }) => texts)).toContain('The <g id="1">harbour</g> opens.');
  expect(project.read('articles/es/story.md')).toContain('The **PUERTO** ABRE.');
});

test.each<[string, string]>([
  ['too few', 'texts.slice(1)'],
  ['too many', '[...texts, "x"]'],
  ['empty', 'texts.map(() => "")'],
  ['no texts', 'texts.map(() => null)'],
  ['nothing', 'undefined'],
])('an engine that answers %s: exit 3, no edition, and the next run completes', async (_, answer) => {
  const project = checkout(files, { engines: { capitals: { module: './engine.mjs' }, bad: { module: './bad.mjs' } } });
  project.write('bad.mjs', `export default { name: 'bad', translate: async ({ texts }) => ${answer} };`);
  const { code, stderr, summary } = await project.run('translate', '--engine', 'bad', '--json');
  expect({ code, pending: summary.segments.pending }, stderr).toEqual({ code: 3, pending: 3 });
  expect(() => project.read('articles/es/story.md')).toThrow();
  expect((await project.run('translate')).code).toBe(0);
});

test('an engine for each locale, and a chain whose first is down', async () => {
  const project = checkout(files, {
    targetLocales: ['es', 'ca'],
    engine: { default: ['down', 'capitals'], ca: 'pseudo' },
    engines: { capitals: { module: './engine.mjs' }, down: { module: './down.mjs' } },
  });
  project.write('down.mjs', "export default { name: 'down', translate: async () => { throw new Error('gone'); } };");
  expect((await project.run('translate')).code).toBe(0);
  expect(project.read('locales/es/articles/story.xlf')).toContain('"capitals"');
  expect(project.read('locales/ca/articles/story.xlf')).toContain('"pseudo"');
  expect(project.read('articles/es/story.md')).toContain('THE **HARBOUR** OPENS.');
});

test.each<[string, object, string, string]>([
  ['a locale twice', { targetLocales: ['es', 'ES'] }, 'targetLocales holds "ES" twice', 'each locale once'],
  ['the source among the targets', { targetLocales: ['en'] }, 'targetLocales holds the source locale', 'other than "en"'],
  ['no target', { targetLocales: [] }, '"targetLocales" is not usable', 'at least one'],
  ['an engine for a locale that is none', { engine: { default: 'pseudo', se: 'pseudo' } }, 'unknown key "engine.se"', 'default, es'],
  ['an engine that is a number', { engine: 5 }, '"engine" is not usable', 'the name of an engine'],
  ['a path out of the project', { paths: { articles: '../{locale}/{slug}.md' } }, '"paths.articles" is not usable', 'below the project'],
  ['a path without a hole', { paths: { articles: 'a/{slug}.md' } }, '"paths.articles" is not usable', '{locale} and {slug}'],
  ['a wrong type', { limits: { charactersPerMinute: '6' } }, '"limits.charactersPerMinute" is not usable', 'expected number; got "6"'],
  ['a number below its least', { budget: { charactersPerRun: -1 } }, '"budget.charactersPerRun" is not usable', 'above 0; got -1'],
  ['a check that is none', { checks: { numbrs: 'off' } }, 'unknown key "checks.numbrs"', 'numbers'],
  ['an unknown key inside', { paths: { article: 'x' } }, 'unknown key "paths.article"', 'articles, strings'],
])('a configuration with %s: the key, what was expected, what was got', async (_, config, message, expected) => {
  const { code, stdout, stderr } = await checkout(files, { ...config }).run('check', '--json');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).toContain(expected);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
});

/** An engine that touches `asked` and then answers when `go` is there. */
const WAITING = `
import { existsSync, writeFileSync } from 'node:fs';
const here = (name) => new URL(name, import.meta.url);
export default { name: 'capitals', translate: async ({ texts }) => {
  process.stderr.write('asked\\n');
  while (!existsSync(here('./go'))) await new Promise((resolve) => setTimeout(resolve, 5));
  return texts.map((text) => text.replace(/(<[^>]*>)|[^<]+/g, (part, tag) => tag ?? part.toUpperCase()));
} };`;

test('two runs at once: the second waits, and says for whom; those that only read are not held up', async () => {
  const project = checkout(files);
  project.write('engine.mjs', WAITING);
  const first = project.start('translate');
  await first.says('asked');
  const second = project.start('translate');
  await second.says('Waiting for "translate", process ');
  expect((await project.run('status')).code).toBe(0);
  project.write('go', '');
  expect((await first.done).code).toBe(0);
  expect((await second.done).code).toBe(0);
});

test('who waits is ended by a Ctrl-C: nothing is done', async () => {
  const project = checkout(files);
  project.write('engine.mjs', WAITING);
  const first = project.start('translate');
  await first.says('asked');
  const second = project.start('translate');
  await second.says('Waiting for "translate", process ');
  second.kill('SIGINT');
  expect((await second.done).code).toBeNull();
  project.write('go', '');
  expect((await first.done).code).toBe(0);
});

test('a Ctrl-C that npm hands on once more is one: what comes back is kept', async () => {
  const project = checkout(files);
  // The program's own listener is asked first: once this one speaks, the run knows that it is to stop.
  project.write('engine.mjs', `process.on('SIGINT', () => console.error('told'));\n${WAITING}`);
  const running = project.start('translate', '--json');
  await running.says('asked');
  // Halted meanwhile, so that both are there at once however busy the machine is.
  for (const signal of ['SIGSTOP', 'SIGINT', 'SIGTERM', 'SIGCONT'] as const) running.kill(signal);
  await running.says('told');
  project.write('go', '');
  const { code, summary } = await running.done;
  expect({ code, type: summary?.type }).toEqual({ code: 130, type: 'summary' });
  const { summary: next } = await project.run('translate', '--json');
  expect(next).toMatchObject({ engine: { characters: 0 }, segments: { total: 3, pending: 0 } });
});

test.each<[string, string]>([
  ['the edition', 'articles/es/story.md'],
  ['the record', 'locales/es/articles/story.xlf'],
])('a folder in the way of %s is told in two lines, and the other articles are done', async (_, place) => {
  const project = checkout({ ...files, 'articles/en/other.md': '# Other\n' });
  mkdirSync(join(project.root, place), { recursive: true });
  const { code, stderr, summary } = await project.run('translate', '--json');
  expect(code).toBe(2);
  expect(summary).toMatchObject({ type: 'summary', files: { written: 2 } });
  expect(stderr).toBe('');
  const spoken = await project.run('translate');
  expect(spoken.stderr).toContain(`${place}: not a file`);
  expect(spoken.stderr).not.toMatch(/\n\s+at /);
  expect(project.read('articles/es/other.md')).toBe('# OTHER\n');
});

test('where a record cannot be written, the edition is not either, and nothing is left over', async () => {
  const project = checkout({
    ...files,
    'articles/en/other.md': '# Other\n',
    'locales/es/articles/deep': 'a file where a folder should be\n',
  });
  project.write('articles/en/deep/story.md', STORY);
  const { code, events } = await project.run('translate', '--json');
  expect(code).toBe(2);
  expect(events).toContainEqual(expect.objectContaining({ type: 'failure', slug: 'deep/story', reason: 'input' }));
  expect(project.read('articles/es/other.md')).toBe('# OTHER\n');
  expect(standing(project, ['.dragoman']).filter((line) => line.includes('es/deep/'))).toEqual([]);
});

test('no colour where there is no terminal', async () => {
  const project = checkout({ ...files, 'locales/es/glossary.csv': 'source,target\nharbour,puerto\n' });
  for (const args of [['translate'], ['check'], ['status']]) {
    const { stdout, stderr } = await project.run(...args);
    expect(stdout + stderr).not.toContain('\u001b');
  }
});

test('the package names of the contract are what the commands use', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  for (const name of ['sentences', 'glossary', 'markdown', 'translate']) {
    const { default: built } = manifest.exports[`./${name}`];
    expect(existsSync(join(import.meta.dirname, '../..', built.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))), built).toBe(true);
  }
  expect(manifest.bin.dragoman).toBe('./dist/cli/bin.js');
});
