/**
 * A correction's preview on a repository of 10,000 articles: the time of `glossary set --dry-run`, with the index to make and
 * with the index there. Part of `npm run bench:terms`.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { xliffFormat } from '../src/formats/xliff.ts';
import type { EditionRecord } from '../src/memory/record.ts';
import { segmentId } from '../src/text.ts';

const ARTICLES = Number(process.argv[2] ?? 10_000);
const SENTENCES = 20;
const main = resolve(import.meta.dirname, '../src/cli/main.ts');
const root = mkdtempSync(join(tmpdir(), 'dragoman-correction-'));
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

try {
  write('dragoman.config.json', JSON.stringify({ sourceLocale: 'en', targetLocales: ['uk'], engine: 'pseudo' }));
  write('locales/uk/glossary.csv', 'source,target,kind\nJohnson,Джонсон,person\nBoris Johnson,Борис Джонсон,person\n');
  for (let at = 0; at < ARTICLES; at += 1) write(`locales/uk/articles/n${at}.xlf`, xliffFormat.write(record(at)));
  const start = seconds(() => spawnSync(process.execPath, ['-e', '0']));
  console.log(`${ARTICLES} records of ${SENTENCES} sentences; node -e 0 takes ${start.toFixed(2)} s`);
  console.log(`preview, the index to be made: ${seconds(preview).toFixed(2)} s`);
  console.log(`preview: ${seconds(preview).toFixed(2)} s (at most 2 s)`);
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** One article in twenty has the name. */
function record(at: number): EditionRecord {
  const terms = [{ source: 'Johnson', target: 'Джонсон' }];
  const segments = Array.from({ length: SENTENCES }, (_, nth) => {
    const isNamed = nth === 3 && at % 20 === 0;
    const source = [
      isNamed
        ? `Item ${at}: the minister spoke with Johnson about item ${nth}.`
        : `Item ${at}.${nth} of the council was put off until the spring of next year.`,
    ];
    const target = [
      isNamed
        ? `Пункт ${at}: міністр говорив із Джонсоном про пункт ${nth}.`
        : `Пункт ${at}.${nth} ради відклали до весни наступного року.`,
    ];
    return {
      id: segmentId(source, 1),
      source,
      target: { text: target, state: 'machine' as const, origin: { by: 'engine' as const }, terms: isNamed ? terms : [] },
    };
  });
  return { slug: `n${at}`, sourceLocale: 'en', locale: 'uk', blocks: [{ kind: 'paragraph', segments }], additions: [], retired: [] };
}

function preview(): void {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [main, 'glossary', 'set', 'uk', 'Johnson', 'Джонсен', '--dry-run', '--json', '--cwd', root],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const last = stdout.trim().split('\n').at(-1) ?? '';
  if (!last.includes(`"repair":${Math.ceil(ARTICLES / 20)}`)) throw new Error(`not the preview: ${last} ${stderr}`);
}

function seconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}
