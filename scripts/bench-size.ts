/**
 * `npm run bench:size`: what the size of a repository adds to a change of one sentence, to a run with nothing to do and to each article
 * of a first run. Processor time, so that other work on the machine counts little; the articles are made here, the engine is the
 * built-in one without a network. `--articles N` takes another size than 10,000.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { articles: { type: 'string', default: '10000' } } });
const most = Number(values.articles);
const SMALL = 100;
const PART = Math.round(most / 10);

const root = resolve(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'dragoman-size-'));

interface Usage {
  /** Seconds of processor time, of the program and the system. */
  readonly cpu: number;
  /** Megabytes at most. */
  readonly rss: number;
  readonly seconds: number;
}

function translate(cwd: string): Usage {
  const file = join(work, 'usage.json');
  const start = performance.now();
  const args = ['--import', join(root, 'scripts/usage.ts'), join(root, 'src/cli/main.ts'), 'translate', '--yes', '--json', '--cwd', cwd];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, USAGE_FILE: file, NODE_OPTIONS: '' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`translate ended with ${status}: ${stderr.slice(-2000)}${stdout.slice(-500)}`);
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<Usage, 'seconds'>), seconds: (performance.now() - start) / 1000 };
}

const WORDS =
  'harbour council budget river school bridge market station museum teacher driver garden window engine letter winter farmer writer'.split(
    ' ',
  );

/** Articles of ten sentences, no two alike. @param name of the folder; sentences hold it, so that no two projects share one */
function makeProject(name: string, count: number): string {
  const cwd = join(work, name);
  for (const folder of ['articles/en', 'locales/es']) mkdirSync(join(cwd, folder), { recursive: true });
  let seed = 7 + count;
  const word = () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return WORDS[(seed >> 8) % WORDS.length];
  };
  for (let at = 0; at < count; at++) {
    const sentence = () => `The ${word()} of the ${word()} was seen near the ${word()} by the ${word()} of ${name} ${at}.`;
    const paragraph = () => [sentence(), sentence(), sentence()].join(' ');
    const body = `${paragraph()}\n\n## The ${word()} ${at}\n\n${paragraph()}\n\n- ${sentence()}\n- ${sentence()}`;
    writeFileSync(articleFile(cwd, at), `---\ntitle: The ${word()} and the ${word()} ${at}\n---\n\n${body}\n`);
  }
  writeFileSync(join(cwd, 'locales/es/glossary.csv'), 'source,target,kind\nharbour,puerto,term\ncouncil,ayuntamiento,term\n');
  writeFileSync(join(cwd, 'dragoman.config.json'), JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo' }));
  return cwd;
}

function articleFile(cwd: string, at: number): string {
  return join(cwd, `articles/en/story-${String(at).padStart(6, '0')}.md`);
}

/** The first is what comes after a first run; the least of the others is what a change costs day by day. */
function changes(cwd: string): { readonly first: Usage; readonly least: Usage } {
  const runs = Array.from({ length: 5 }, (_, at) => {
    const file = articleFile(cwd, 40 + at);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nOn day ${at} somebody added this sentence.\n`);
    return translate(cwd);
  });
  return { first: runs[0] as Usage, least: runs.slice(1).reduce((a, b) => (a.cpu < b.cpu ? a : b)) };
}

const row = (what: string, figure: string) => console.log(`${what.padEnd(80)} ${figure}`);
const shown = ({ cpu, seconds, rss }: Usage) => `${cpu.toFixed(2)} s of CPU, ${seconds.toFixed(2)} s, ${rss.toFixed(0)} MB`;

try {
  const small = makeProject('small', SMALL);
  translate(small);
  const few = changes(small);
  row(`one changed sentence among ${SMALL} articles`, `${shown(few.least)}; straight after a first run ${shown(few.first)}`);

  const large = makeProject('large', most);
  const whole = translate(large);
  row(`first run over ${most} articles (memory at most 700 MB)`, shown(whole));
  const many = changes(large);
  row(`one changed sentence among ${most} articles`, `${shown(many.least)}; straight after a first run ${shown(many.first)}`);
  row(
    `the same, ${most} / ${SMALL} articles, CPU (at most 2)`,
    `${(many.least.cpu / few.least.cpu).toFixed(2)}; straight after a first run ${(many.first.cpu / few.first.cpu).toFixed(2)}`,
  );

  const idle = Array.from({ length: 3 }, () => translate(large)).reduce((a, b) => (a.seconds < b.seconds ? a : b));
  row(`nothing to do among ${most} articles`, shown(idle));
  execFileSync('git', ['init', '--quiet', large]);
  execFileSync('git', ['-C', large, 'add', '--all']);
  const status = Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = performance.now();
      execFileSync('git', ['-C', large, 'status', '--porcelain'], { stdio: 'ignore' });
      return (performance.now() - start) / 1000;
    }),
  );
  row(`nothing to do / git status, wall time`, `${(idle.seconds / status).toFixed(2)} (git status ${status.toFixed(3)} s)`);
  rmSync(large, { recursive: true });

  const part = Array.from({ length: 3 }, (_, at) => translate(makeProject(`part-${at}`, PART)));
  const mean = part.reduce((sum, { cpu }) => sum + cpu, 0) / part.length;
  row(`first run over ${PART} articles, mean of ${part.length}`, `${mean.toFixed(2)} s of CPU`);
  row(`first run, CPU an article: ${most} / ${PART} (at most 1.1)`, (whole.cpu / most / (mean / PART)).toFixed(2));
  console.log(
    `load ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
