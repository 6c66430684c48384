import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import type { Event, Extension } from 'micromark-util-types';
import { expect, test } from 'vitest';
import { BODIES } from '../../scripts/slow/shapes.ts';
import { joinedTexts, joinLinkTexts } from '../../src/markdown/merged-data.ts';

type Parser = ReturnType<typeof parse>;

const parser = (...more: Extension[]): Parser => parse({ extensions: [gfm(), ...more] });
const read = (context: Parser, text: string): Event[] => postprocess(context.document().write(preprocess()(text, undefined, true)));
const shown = (events: readonly Event[]) => events.map(([kind, { type, start, end }]) => `${kind} ${type} ${start.offset}-${end.offset}`);

const PIECES = [
  '[a]',
  '[^a]',
  '](',
  '](x)',
  '**',
  '~~',
  '_',
  '`',
  '<',
  '&amp;',
  '&',
  '\n',
  '  \n',
  '!',
  '\\[',
  'word',
  ' ',
  'http://a.b',
  '|',
];

test('the events are those of micromark', () => {
  let seed = 3;
  const next = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return (seed >> 8) % most;
  };
  const random = Array.from({ length: 400 }, () => Array.from({ length: 2 + next(40) }, () => PIECES[next(PIECES.length)]).join(''));
  for (const text of [...random, ...Object.values(BODIES).map((shape) => shape(400))])
    expect(shown(read(parser(joinedTexts), text)), text).toEqual(shown(read(parser(), text)));
});

test('so are those of texts within links, once every parser joins them in one pass', () => {
  const texts = ['[a <b="', '**a [b <c="', '![_a ', '[`a '].map((open) => `${open}${'<b c="'.repeat(40)} x]( /a) ${open}](b)`);
  const before = texts.map((text) => shown(read(parser(), text)));
  joinLinkTexts();
  expect(texts.map((text) => shown(read(parser(), text)))).toEqual(before);
});
