import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import type { Event, Extension } from 'micromark-util-types';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { BODIES } from '../../scripts/slow/shapes.ts';
import { pairedMarks, pairInOnePass } from '../../src/markdown/paired-marks.ts';
import { random } from '../support/random.ts';

const PIECES = [
  '*',
  '**',
  '***',
  '_',
  '__',
  '~',
  '~~',
  '*a',
  'a*',
  '*a*',
  '**a**',
  ' ',
  'a',
  '.',
  '\n',
  '[',
  '](b)',
  '![',
  '`*`',
  '\\*',
  '\n\n',
];
const { one, below } = random(7);
const TEXTS = [
  ...Array.from({ length: 400 }, () => Array.from({ length: 2 + below(25) }, () => one(PIECES)).join('')),
  ...Object.values(BODIES).map((shape) => shape(300)),
];

const read = (text: string, ...extensions: Extension[]): Event[] =>
  postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(text, undefined, true)),
  );
const shown = (events: readonly Event[]) =>
  events.map(([kind, { type, start, end }]) => `${kind} ${type} ${start.offset} ${start.column} ${end.offset} ${end._bufferIndex}`);

test('the events are those of micromark', () => {
  const before = TEXTS.map((text) => shown(read(text, gfm())));
  pairInOnePass();
  for (const [at, text] of TEXTS.entries()) expect(shown(read(text, pairedMarks(gfm()))), text).toEqual(before[at]);
});

/** How often a reader of marks looks at an event. */
function looks(text: string, sign: number, extension: Extension): { readonly looks: number; readonly events: number } {
  const rule = [extension.text?.[sign] ?? parse().constructs.text[sign]].flat().find((one) => one?.resolveAll !== undefined);
  const resolve = rule?.resolveAll;
  if (rule === undefined || resolve === undefined) throw new Error('micromark has no rule of that sign');
  let count = 0;
  rule.resolveAll = (events, context) => {
    const get = (target: Event[], key: string | symbol) => {
      count++;
      return Reflect.get(target, key);
    };
    resolve(new Proxy(events, { get }), context);
    return events;
  };
  const events = read(text, extension).length;
  rule.resolveAll = resolve;
  return { looks: count, events };
}

/** Pages are read with rules of emphasis of their own, for languages without spaces. */
const forCharacters = () => unified().use(remarkCjkFriendly).freeze().data() as { micromarkExtensions?: Extension[] };

test.each<[string, number, Extension?]>([
  ['**a** b. ', 42],
  ['*a **b** c*. ', 42],
  ['~~a~~ b. ', 126],
  ['a* ', 42],
  ['*a_ ', 42],
  ['a**b* ', 42],
  ['*a_ ', 42, forCharacters().micromarkExtensions?.[0]],
])('each event of %j by the hundred is looked at some times', (unit, sign, extension = gfm()) => {
  pairInOnePass();
  const counted = looks(unit.repeat(400), sign, pairedMarks(extension));
  expect(counted.looks).toBeGreaterThan(counted.events / 2);
  expect(counted.looks).toBeLessThan(12 * counted.events);
});
