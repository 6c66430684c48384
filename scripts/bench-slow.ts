/**
 * `npm run bench:slow [-- --shapes WORD --kind body|front|file --from 16000 --doublings 2 --seconds 30]`: texts that repeat one thing
 * through everything that reads text, at lengths that double. It names every reader whose CPU time grows by more than it should, or that
 * takes more than a second for a megabyte. CPU time of a process of its own, so that the machine's load says nothing.
 */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { FILES } from './slow/files.ts';
import { BODIES, FRONTS } from './slow/shapes.ts';

const { values } = parseArgs({
  options: {
    shapes: { type: 'string', default: '' },
    kind: { type: 'string', default: 'body,front,file' },
    reader: { type: 'string', default: '' },
    from: { type: 'string', default: '25000' },
    doublings: { type: 'string', default: '2' },
    factor: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '30' },
    /** `2/4`: the second quarter of the shapes. */
    part: { type: 'string', default: '1/1' },
    all: { type: 'boolean', default: false },
  },
});
const factor = Number(values.factor);
const lengths = Array.from({ length: Number(values.doublings) + 1 }, (_, at) => Number(values.from) * factor ** at);
/** More than linear, with what a busy cache and a collector add. */
const MOST = factor === 2 ? 2.5 : factor * 1.2;
/** Below this a process's own noise is more than the reader, in milliseconds. */
const NOISE = 60;

const [part = 1, parts = 1] = values.part.split('/').map(Number);
const shapes = Object.entries({ body: BODIES, front: FRONTS, file: FILES })
  .filter(([kind]) => values.kind.split(',').includes(kind))
  .flatMap(([kind, all]) => Object.keys(all).map((shape) => [kind, shape] as const))
  .filter(([, shape]) => values.shapes.split(',').some((word) => shape.includes(word)))
  .filter((_, at) => at % parts === part - 1);
let slow = 0;
for (const [kind, shape] of shapes) {
  const taken = new Map<string, (readonly [number, string | undefined])[]>();
  for (const length of lengths)
    for (const [reader, cpu, refused] of measured(kind, shape, length)) taken.set(reader, [...(taken.get(reader) ?? []), [cpu, refused]]);
  for (const [reader, all] of taken) {
    const cpus = all.map(([cpu]) => cpu);
    const refused = all.at(-1)?.[1];
    const last = cpus.at(-1) as number;
    const growth = last / Math.max(cpus.at(-2) ?? last, NOISE);
    const perMegabyte = (last / (lengths[cpus.length - 1] as number)) * 1_000;
    const isSlow =
      growth > MOST || refused?.startsWith('ENDED') || refused?.startsWith('FAULT') || /fault of|RangeError/.test(refused ?? '');
    if (isSlow) slow++;
    if (isSlow || values.all)
      console.log(
        `${isSlow ? 'SLOW' : '    '} ${shape} | ${reader} | ${cpus.join(' ')} ms | x${growth.toFixed(1)} | ${perMegabyte.toFixed(1)} s/MB${refused === undefined ? '' : ` | ${refused}`}`,
      );
  }
}
console.log(
  `${slow} of ${shapes.length} shapes' readers grow by more than ${MOST} where the text grows by ${factor} (lengths ${lengths.join(', ')})`,
);
process.exitCode = slow > 0 ? 1 : 0;

function measured(kind: string, shape: string, length: number): readonly (readonly [string, number, string | undefined])[] {
  const worker = join(import.meta.dirname, 'slow/worker.ts');
  const limited = `ulimit -t ${values.seconds}; exec "$0" "$@"`;
  const { stdout, stderr, status, signal } = spawnSync(
    'sh',
    ['-c', limited, process.execPath, worker, kind, shape, String(length), values.reader],
    {
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  );
  const lines = stdout.split('\n').flatMap((line) => (line.startsWith('[') ? [JSON.parse(line)] : []));
  if (status === 0) return lines;
  return [...lines, ['after the last reader', Number(values.seconds) * 1_000, `ENDED ${signal ?? stderr.slice(-200)}`]];
}
