/**
 * The embedded engine's bars, on made models of true size (17 and 31 MB) through the true WebAssembly.
 * Run: npm run bench:bergamot [-- --memory | --every 7 [--show]]
 */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { bergamotEngine } from '../src/engines/bergamot.ts';
import { marks, toFragment, words } from '../src/text.ts';
import { bareCalls, ENGLISH_SPANISH, withModels } from '../tests/support/bergamot.ts';
import { BASE_MEMORY, TINY } from '../tests/support/marian/model.ts';
import { markdownFiles, read } from '../tests/support/markdown.ts';

const signal = new AbortController().signal;
const row = (what: string, target: string, measured: string) => console.log(`${what.padEnd(64)} ${target.padEnd(14)} ${measured}`);

if (process.argv.includes('--first')) await firstSentence();
else if (process.argv.includes('--every')) await identity();
else if (process.argv.includes('--memory')) for (const size of ['tiny', 'base'] as const) await inProcess(size);
else {
  await identity();
  await alone();
  await speed();
  for (const size of ['tiny', 'base'] as const) await inProcess(size);
}

/** Whether every text of the Markdown files comes back from a model that says what it reads. */
async function identity(): Promise<void> {
  const files = markdownFiles();
  if (files === undefined) return console.log('skipped: no ../shared/data');
  const every = Number(process.argv[process.argv.indexOf('--every') + 1]) || 1;
  const all = files.flatMap((file) => read(file).blocks.flatMap(({ segments }) => segments.map(({ text }) => text)));
  const texts = all.filter((_, at) => at % every === 0);
  const { open } = await withModels({ 'en-es': { words: frequentWords(all.map(words)) } }, 'en', ['es']);
  const engine = open();
  const fragments = texts.map(toFragment);
  const answers: string[] = [];
  for (let at = 0; at < fragments.length; at += 50)
    answers.push(...(await engine.translate({ texts: fragments.slice(at, at + 50), from: 'en', to: 'es' }, signal)));
  await engine.close?.();
  const lost = [...texts.keys()].filter((at) => marks(texts[at] ?? []).length > 0 && tags(answers[at] ?? '') !== tags(fragments[at] ?? ''));
  const ascii = texts.map((text, at) => ({ text, at })).filter(({ text }) => /^[\x20-\x7e]*$/.test(words(text)));
  const same = ascii.filter(({ at }) => answers[at] === fragments[at]);
  row(`identity model, ${files.length} files: texts with marks lost`, '0', `${lost.length} of ${texts.length}`);
  row(
    'identity model: ASCII texts that come back byte for byte',
    '99 %',
    `${((same.length / ascii.length) * 100).toFixed(2)} % of ${ascii.length}`,
  );
  const others = ascii.filter(({ at }) => answers[at] !== fragments[at]).map(({ at }) => at);
  if (process.argv.includes('--show'))
    for (const at of [...lost, ...others].slice(0, 40)) console.log(`- ${fragments[at]}\n+ ${answers[at]}`);
}

/** Words as pieces of their own make an identity model four times as fast as one of single characters. */
function frequentWords(texts: readonly string[]): [string, string][] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text.match(/(?<= |^)[A-Za-z]+(?= |$)/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 250)
    .map(([word]) => [word, word]);
}

function tags(fragment: string): string {
  return (fragment.match(/<[^>]*>/g) ?? []).sort().join('');
}

/** An answer must not depend on its neighbours. */
async function alone(): Promise<void> {
  const { open } = await withModels({ 'en-es': { words: ENGLISH_SPANISH } }, 'en', ['es']);
  const engine = open();
  const texts = Array.from({ length: 60 }, (_, at) => `The president said that ${at} of the <g id="1">red house</g> is big.`);
  const together = await engine.translate({ texts, from: 'en', to: 'es' }, signal);
  let other = 0;
  for (const [at, text] of texts.entries())
    if ((await engine.translate({ texts: [text], from: 'en', to: 'es' }, signal))[0] !== together[at]) other++;
  await engine.close?.();
  row('an answer alone and among 59 others', 'the same', other === 0 ? 'the same' : `${other} differ`);
}

/** Words a second of one thread, beside the calls of the WebAssembly alone. */
async function speed(): Promise<void> {
  const place = await withModels({ 'en-es': { words: ENGLISH_SPANISH, size: TINY } }, 'en', ['es']);
  const text = 'The president said that the government is in the big red house of the river and that the number is long.';
  const texts = Array.from({ length: 40 }, () => text);
  const engine = place.open({ threads: 1 });
  await engine.translate({ texts: [text], from: 'en', to: 'es' }, signal);
  const bare = await bareCalls(place);
  await bare.ask(text);
  const ratios: number[] = [];
  let rate = 0;
  for (let round = 0; round < 5; round++) {
    let start = performance.now();
    await engine.translate({ texts, from: 'en', to: 'es' }, signal);
    const ours = performance.now() - start;
    start = performance.now();
    for (const one of texts) await bare.ask(one);
    const theirs = performance.now() - start;
    ratios.push(theirs / ours);
    rate = (texts.length * text.split(' ').length) / (ours / 1000);
  }
  await engine.close?.();
  await bare.close();
  row(
    'words a second of one thread beside the bare call (17 MB)',
    '0.9',
    `${ratios.sort((a, b) => a - b)[2]?.toFixed(2)} (${Math.round(rate)} words/s)`,
  );
}

/** The model is made here, and used in a process of its own that has made none: what it takes is the engine's. */
async function inProcess(size: 'tiny' | 'base'): Promise<void> {
  const { folder, entry, env } = await withModels(
    { 'en-es': { words: ENGLISH_SPANISH, size: size === 'tiny' ? TINY : BASE_MEMORY } },
    'en',
    ['es'],
  );
  const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'bench-bergamot.ts'), '--first', size, folder], {
    encoding: 'utf8',
    env: { ...process.env, ...env, DRAGOMAN_ENTRY: JSON.stringify(entry) },
  });
  process.stdout.write(stdout || stderr);
}

/** In a process of its own: how long the first sentence takes, and the memory of the process, at most, by then and after an article. */
async function firstSentence(): Promise<void> {
  const [size, folder = ''] = process.argv.slice(process.argv.indexOf('--first') + 1);
  const before = process.memoryUsage.rss();
  const [start, used] = [performance.now(), process.cpuUsage()];
  const engine = bergamotEngine({ ...JSON.parse(process.env.DRAGOMAN_ENTRY ?? '{}'), threads: 1 }, folder);
  const text = 'The president said that the house is big.';
  await engine.translate({ texts: [text], from: 'en', to: 'es' }, signal);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const isTiny = size === 'tiny';
  const name = isTiny ? '17 MB' : '31 MB';
  row(
    `first sentence, a model of ${name}`,
    isTiny ? '1 s' : '',
    `${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} of processor`,
  );
  const first = mostMemory();
  await engine.translate({ texts: Array.from({ length: 40 }, (_, at) => `${text} ${at}`), from: 'en', to: 'es' }, signal);
  row(
    `memory at most, a model of ${name}, one thread: then; after 40 sentences`,
    isTiny ? '450 MB' : '',
    `${first}; ${mostMemory()} MB (${megabytes(before)} before the engine)`,
  );
  await engine.close?.();
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

/** Of this process since its start. */
function mostMemory(): number {
  return megabytes(process.resourceUsage().maxRSS * 1024);
}
