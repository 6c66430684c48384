/**
 * `npm run bench:slow [-- --shapes WORD --kind body|front|edition|file|input --reader WORD --from 100000 --times 10 --steps 1 --most 12
 * --longest 3 --seconds 30 --workers 2 --part 1/4 --all]`: texts that repeat one thing through everything that reads text, at lengths that
 * grow by `--times`. It names every reader whose CPU time grows by more than `--most` and that does not refuse the text within a second, and
 * every one that takes more than `--longest` seconds at 100 kB. `--all` prints the others too.
 *
 * `--memory [--from 4000000]`: most memory instead, of the commands of a person's day over such a text, each in a process of its own.
 */

import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Measurer } from './slow/growth.ts';
import { mostMemory } from './slow/memory.ts';
import { SHAPES, type ShapeKind } from './slow/readers.ts';

const { values } = parseArgs({
  options: {
    shapes: { type: 'string', default: '' },
    kind: { type: 'string' },
    reader: { type: 'string', default: '' },
    from: { type: 'string' },
    times: { type: 'string', default: '10' },
    steps: { type: 'string', default: '1' },
    most: { type: 'string', default: '12' },
    longest: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '30' },
    workers: { type: 'string', default: String(availableParallelism()) },
    /** `2/4`: the second quarter of the shapes. */
    part: { type: 'string', default: '1/1' },
    all: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
  },
});

/** The length of which `--longest` is told. */
const LONG = 100_000;
/** Megabytes that a command may take. */
const MOST_MEMORY = 1_024;

const from = Number(values.from ?? (values.memory ? 4_000_000 : LONG));
const kinds = (values.kind ?? (values.memory ? 'body,front' : Object.keys(SHAPES).join(','))).split(',');
const [part = 1, parts = 1] = values.part.split('/').map(Number);
const shapes = Object.entries(SHAPES)
  .filter(([kind]) => kinds.includes(kind))
  .flatMap(([kind, all]) => Object.keys(all).map((shape) => ({ kind: kind as ShapeKind, shape })))
  .filter(({ shape }) => values.shapes.split(',').some((word) => shape.includes(word)))
  .filter((_, at) => at % parts === part - 1);
const over = values.memory ? await tellMemory() : await tellGrowth();
process.exitCode = over > 0 ? 1 : 0;

/** @returns how many readers are slow */
async function tellGrowth(): Promise<number> {
  const lengths = Array.from({ length: Number(values.steps) + 1 }, (_, at) => from * Number(values.times) ** at);
  const longest = Number(values.longest) * 1_000;
  const waiting = [...shapes];
  let slow = 0;
  const measure = async () => {
    using measurer = new Measurer();
    for (let repeats = waiting.shift(); repeats !== undefined; repeats = waiting.shift()) {
      const growths = await measurer.grown(repeats, {
        lengths,
        most: Number(values.most),
        seconds: Number(values.seconds),
        reader: values.reader,
      });
      for (const { reader, cpus, times, refused, isSlow } of growths) {
        const isOver = isSlow || (cpus[lengths.indexOf(LONG)] ?? 0) > longest;
        if (isOver) slow++;
        if (isOver || values.all)
          console.log(
            `${isOver ? 'SLOW' : '    '} ${repeats.kind}: ${repeats.shape} | ${reader} | ${cpus.join(' ')} ms | x${times.toFixed(1)}${refused === undefined ? '' : ` | ${refused}`}`,
          );
      }
    }
  };
  await Promise.all(Array.from({ length: Number(values.workers) }, measure));
  console.log(
    `${slow} readers of ${shapes.length} shapes take more than ${values.most} times as long for ${values.times} times the text (lengths ${lengths.join(', ')}), or more than ${values.longest} s at ${LONG}`,
  );
  return slow;
}

/** @returns how many commands take too much */
async function tellMemory(): Promise<number> {
  let over = 0;
  for (const { kind, shape } of shapes)
    for (const { command, megabytes, refused } of await mostMemory(kind, shape, from)) {
      const isOver = megabytes > MOST_MEMORY;
      if (isOver) over++;
      if (isOver || values.all || refused === undefined)
        console.log(
          `${isOver ? 'OVER' : '    '} ${kind}: ${shape} | ${command} | ${megabytes} MB${refused === undefined ? '' : ` | ${refused}`}`,
        );
    }
  console.log(`${over} commands over ${shapes.length} texts of ${from} characters take more than ${MOST_MEMORY} MB`);
  return over;
}
