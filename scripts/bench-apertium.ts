/**
 * Apertium's bar: the wall time of the engine behind the queue, as a ratio to the same text through the `apertium` shell
 * command in one file. Run: node scripts/bench-apertium.ts [--rounds 5]
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/clock.ts';
import { apertiumEngine } from '../src/engines/apertium.ts';
import { createQueue } from '../src/queue/queue.ts';
import { dataFolder } from '../tests/support/data.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const TARGET = 1.3;
/** Every fifth sentence has a link in it: markup is what the shell command need not carry. */
const LINKED = 5;

const data = dataFolder();
const refusal = apertiumEngine().refuses?.('en', 'es');
if (data === undefined) process.exit(0);
if (refusal !== undefined) {
  console.log(`skipped: ${refusal.message}. ${refusal.help}`);
  process.exit(0);
}

const lines = readFileSync(join(data, 'ntrex/en.txt'), 'utf8').trimEnd().split('\n');
const folder = mkdtempSync(join(tmpdir(), 'dragoman-apertium-'));
const file = join(folder, 'text.txt');
writeFileSync(file, `${lines.join('\n')}\n`);

const escaped = (line: string) => line.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));
const fragments = lines.map((line, at) =>
  at % LINKED === 0
    ? escaped(line)
        .replace(/ (\S+ \S+) /, ' <g id="1">$1</g> ')
        .replace(/\.$/, '<x id="2"/>.')
    : escaped(line),
);

function shell(): number {
  const start = performance.now();
  // Through bash with files: the script gives an empty answer to a Node pipe.
  const { status } = spawnSync('bash', ['-c', `apertium eng-spa "$1" > "$1.out"`, 'bash', file]);
  if (status !== 0 || readFileSync(`${file}.out`, 'utf8').trim() === '') throw new Error('apertium gave nothing');
  return performance.now() - start;
}

async function engine(texts: readonly string[]): Promise<number> {
  const start = performance.now();
  const queue = createQueue(apertiumEngine(), {
    limits: {
      charactersPerMinute: 1e9,
      requestsPerMinute: 1e6,
      concurrency: 8,
      charactersPerRequest: 5_000,
      margin: 0.01,
      timeoutSeconds: 30,
      attempts: 8,
    },
    clock: systemClock,
  });
  const signal = new AbortController().signal;
  await Promise.all(texts.map((text) => queue.submit({ text, from: 'en', to: 'es' }, signal)));
  await queue.close?.();
  return performance.now() - start;
}

const rounds: { shell: number; plain: number; linked: number }[] = [];
const plain = lines.map(escaped);
for (let round = 0; round < Number(values.rounds); round++)
  rounds.push({ shell: shell(), plain: await engine(plain), linked: await engine(fragments) });
rmSync(folder, { recursive: true });

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
for (const [name, key] of [
  ['plain text', 'plain'],
  ['with marks in every fifth sentence', 'linked'],
] as const) {
  const ratio = median(rounds.map((round) => round[key] / round.shell));
  if (ratio > TARGET) process.exitCode = 1;
  const measured = `${ratio.toFixed(2)} (${Math.round(median(rounds.map((round) => round[key])))} ms / ${Math.round(median(rounds.map((round) => round.shell)))} ms)`;
  console.log(
    `${`Apertium eng-spa, ${lines.length} sentences, ${name}`.padEnd(66)} at most ${TARGET}  ${measured}  ${ratio <= TARGET ? 'met' : 'NOT MET'}`,
  );
}
