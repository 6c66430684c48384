import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ENGLISH_SPANISH, writeRegistry } from '../support/bergamot.ts';
import { checkout } from '../support/checkout.ts';

test('engines that can be used, those that cannot, and what they need', async () => {
  const project = checkout(
    {},
    { engines: { mine: { module: './engine.mjs' }, gone: { module: './gone.mjs' }, apertium: { dataFolder: '/nowhere' } } },
  );
  const { code, events, summary } = await project.run('engines', '--to', 'es,ja', '--json');
  expect(code).toBe(0);
  const engine = (name: string) => events.find((event) => event.type === 'engine' && event.name === name);
  expect(engine('pseudo')).toMatchObject({ ready: true });
  expect(engine('mine')).toMatchObject({ ready: true });
  expect(engine('gone')).toMatchObject({ ready: false, message: 'The module of the engine "gone" is missing' });
  expect(engine('google')).toMatchObject({ ready: false, help: expect.stringContaining('gcloud') });
  const pair = (to: string) => events.find((event) => event.type === 'pair' && event.engine === 'apertium' && event.to === to);
  expect(pair('es')).toMatchObject({ ready: false, help: 'Run: apt-get install apertium apertium-eng-spa' });
  expect(pair('ja')).toMatchObject({ ready: false, help: 'Choose another engine for this locale.' });
  expect(summary).toMatchObject({ type: 'summary', ready: expect.any(Number) });
});

test('for people, a line an engine', async () => {
  const project = checkout({}, { engine: 'pseudo' });
  const { stdout } = await project.run('engines');
  expect(stdout).toMatch(/^pseudo +ready +en -> es; used for es$/m);
  expect(stdout).toMatch(/^google +not ready +The engine "google" needs a Google Cloud project$/m);
});

test('a locale that is none', async () => {
  const { code, stderr } = await checkout({}).run('engines', '--to', 'xx');
  expect([code, stderr]).toEqual([2, expect.stringContaining('"xx" is not a locale')]);
});

/** A project with the default chain and a registry of made models in a folder. */
function withRegistry(config: object = {}, files: Readonly<Record<string, string>> = {}) {
  const project = checkout(
    { 'articles/en/a.md': 'The house is big.\n', ...files },
    { engine: undefined, engines: { bergamot: { registry: 'registry' }, apertium: { dataFolder: '/nowhere' } }, ...config },
  );
  const spanishEnglish = ENGLISH_SPANISH.map(([english, spanish]) => [spanish, english] as const);
  writeRegistry(join(project.root, 'registry'), { 'en-es': { words: ENGLISH_SPANISH }, 'es-en': { words: spanishEnglish } });
  const before = process.env.XDG_CACHE_HOME;
  process.env.XDG_CACHE_HOME = join(project.root, 'cache');
  onTestFinished(() => {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  });
  return project;
}

test('where articles are in several languages, the models of all their pairs are installed', async () => {
  const sources = [{ source: 'articles/{sourceLocale}/{slug}.md', edition: 'articles/{locale}/{slug}.md' }];
  const project = withRegistry({ sources }, { 'articles/es/b.md': 'Casa.\n' });
  expect((await project.run('engines', 'install', '--json')).summary).toEqual({ type: 'summary', installed: 2, models: 2 });
  expect(Object.keys(JSON.parse(project.read('dragoman.models.json')).models)).toEqual(['en>es', 'es>en']);
  expect((await project.run('engines', 'install')).stdout).toContain('Nothing to install: dragoman.models.json has en -> es, es -> en.');
});

test('a model is installed, pinned, and translates by default; its hash is in the record', async () => {
  const project = withRegistry();
  const installed = await project.run('engines', 'install', '--json');
  expect([installed.code, installed.summary]).toEqual([0, { type: 'summary', installed: 1, models: 1 }]);
  const hash = JSON.parse(project.read('dragoman.models.json')).models['en>es'].model.sha256 as string;
  const { code, summary } = await project.run('translate', '--json');
  expect(code).toBe(0);
  expect(summary.draft).toBeUndefined();
  expect(project.read('articles/es/a.md')).toBe('El casa es grande.\n');
  expect(project.read('locales/es/articles/a.xlf')).toContain(`bergamot ${hash.slice(0, 12)}`);
  expect((await project.run('engines', 'install', '--offline')).stdout).toContain('Nothing to install');
});

test('without a model and without Apertium, the two commands that help', async () => {
  const { code, stderr } = await withRegistry().run('translate');
  expect(code).toBe(2);
  expect(stderr).toMatch(/dragoman engines install es.*apt-get install apertium/);
});

test('Apertium stands in, and its draft quality is said by the run and by status', async () => {
  const project = withRegistry({ engines: { bergamot: { registry: 'registry' } } });
  const run = await project.run('translate', '--json');
  if (run.code === 2) return; // no Apertium on this machine
  expect(run.summary.draft).toEqual(['es']);
  const status = await project.run('status');
  expect(status.stdout).toContain('Draft quality: es by apertium. A better engine: dragoman engines install es');
  expect((await project.run('status', '--json')).summary.draft).toEqual(['es']);
  // A locale that no engine can do hides nothing of the others.
  const config = JSON.parse(project.read('dragoman.config.json'));
  project.write('dragoman.config.json', JSON.stringify({ ...config, targetLocales: ['ja', 'es'] }));
  expect((await project.run('status', '--json')).summary.draft).toEqual(['es']);
});

test('a pinned model that cannot be had leaves a draft to Apertium, which the run and status say', async () => {
  const project = withRegistry({ engines: { bergamot: { registry: 'registry' } } });
  await project.run('engines', 'install');
  rmSync(join(project.root, 'cache'), { recursive: true });
  project.write(
    'dragoman.config.json',
    project
      .read('dragoman.config.json')
      .replace('"bergamot":{', '"bergamot":{"offline":true,')
      .replace('"bergamot": {', '"bergamot": {"offline": true,'),
  );
  const run = await project.run('translate', '--json');
  if (run.code === 3) return; // no Apertium on this machine
  expect([run.code, run.summary.draft]).toEqual([0, ['es']]);
  const status = await project.run('status');
  expect(status.stdout).toContain(
    'Draft quality: 1 sentence of es by apertium; "dragoman translate --again --from-engine apertium" has it made again.',
  );
}, 30_000);

test('the embedded engine as the second opinion: without its model the run says so once, with it every sentence has a rank', async () => {
  const project = withRegistry({
    engine: 'capitals',
    engines: { capitals: { module: './engine.mjs' }, bergamot: { registry: 'registry' } },
    secondOpinion: 'bergamot',
  });
  const without = await project.run('translate');
  expect(without.code).toBe(0);
  expect(without.stderr).toContain('No second opinion: bergamot has no model for en -> es here. Run: dragoman engines install es');
  expect((await project.run('engines')).stdout).toMatch(/^bergamot .*; second opinion$/m);
  await project.run('engines', 'install');
  expect((await project.run('translate', '--json')).summary).toMatchObject({
    engine: { characters: 0 },
    secondOpinion: { characters: 17, cost: 0 },
    files: { written: 1 },
  });
  expect(project.read('locales/es/articles/a.xlf')).toMatch(/dragoman:rank="[1-9]\d*"/);
  expect((await project.run('translate', '--json')).summary).toMatchObject({ files: { written: 0 } });
});
