/**
 * `npm run bench:slow [-- --shapes WORD --kind body|front|file --from 100000 --times 10 --steps 1 --most 12 --seconds 30]`: texts that
 * repeat one thing through everything that reads text, at lengths that grow by `--times`. It names every reader whose CPU time grows by
 * more than `--most` and that does not refuse the text within a second. `--all` prints the others too.
 */

import process from 'node:process';
import { parseArgs } from 'node:util';
import { FILES } from './slow/files.ts';
import { Measurer } from './slow/growth.ts';
import { BODIES, FRONTS } from './slow/shapes.ts';

const { values } = parseArgs({
  options: {
    shapes: { type: 'string', default: '' },
    kind: { type: 'string', default: 'body,front,file' },
    reader: { type: 'string', default: '' },
    from: { type: 'string', default: '100000' },
    times: { type: 'string', default: '10' },
    steps: { type: 'string', default: '1' },
    most: { type: 'string', default: '12' },
    seconds: { type: 'string', default: '30' },
    /** `2/4`: the second quarter of the shapes. */
    part: { type: 'string', default: '1/1' },
    all: { type: 'boolean', default: false },
  },
});
const lengths = Array.from({ length: Number(values.steps) + 1 }, (_, at) => Number(values.from) * Number(values.times) ** at);
const [part = 1, parts = 1] = values.part.split('/').map(Number);
const shapes = Object.entries({ body: BODIES, front: FRONTS, file: FILES })
  .filter(([kind]) => values.kind.split(',').includes(kind))
  .flatMap(([kind, all]) => Object.keys(all).map((shape) => ({ kind: kind as 'body' | 'front' | 'file', shape })))
  .filter(({ shape }) => values.shapes.split(',').some((word) => shape.includes(word)))
  .filter((_, at) => at % parts === part - 1);
using measurer = new Measurer();
let slow = 0;
for (const repeats of shapes) {
  const growths = await measurer.grown(repeats, {
    lengths,
    most: Number(values.most),
    seconds: Number(values.seconds),
    reader: values.reader,
  });
  for (const { reader, cpus, times, refused, isSlow } of growths) {
    if (isSlow) slow++;
    if (isSlow || values.all)
      console.log(
        `${isSlow ? 'SLOW' : '    '} ${repeats.shape} | ${reader} | ${cpus.join(' ')} ms | x${times.toFixed(1)}${refused === undefined ? '' : ` | ${refused}`}`,
      );
  }
}
console.log(
  `${slow} readers of ${shapes.length} shapes take more than ${values.most} times as long for ${values.times} times the text (lengths ${lengths.join(', ')})`,
);
process.exitCode = slow > 0 ? 1 : 0;
