import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import type { Event } from 'micromark-util-types';
import { expect, test } from 'vitest';
import { lookedUpBrackets } from '../../src/markdown/bare-addresses.ts';
import { random } from '../support/random.ts';

const PIECES = ['![', '[', ']', '](c)', '\\[', '`[`', ' ', 'x', '\n', 'a@b.de', 'www.a.de', 'https://a.de', '*', '[a]', '.', '\n\n'];
const { one, below } = random(5);
const TEXTS = Array.from({ length: 600 }, () => `${Array.from({ length: 2 + below(15) }, () => one(PIECES)).join('')}\n\n[a]: /b\n`);

let lookedUp = false;
const read = (text: string): Event[] =>
  postprocess(
    parse({ extensions: [lookedUp ? lookedUpBrackets(gfm()) : gfm()] })
      .document()
      .write(preprocess()(text, undefined, true)),
  );
const shown = (events: readonly Event[]) => events.map(([kind, { type, start, end }]) => `${kind} ${type} ${start.offset} ${end.offset}`);

test('letters behind a bracket that stays open look at no event before them', () => {
  let looks = 0;
  const email = [gfm().text?.[97]].flat().find((rule) => rule?.name === 'emailAutolink');
  if (email === undefined) throw new Error('the rule has another name');
  const rule = { ...email };
  rule.tokenize = function (effects, ok, nok) {
    const get = (target: Event[], key: string | symbol) => {
      looks++;
      return Reflect.get(target, key);
    };
    return original.tokenize.call(Object.create(this, { events: { value: new Proxy(this.events, { get }) } }), effects, ok, nok);
  };
  const original = { ...email };
  const extension = lookedUpBrackets({ text: { 97: rule } });
  postprocess(
    parse({ extensions: [extension] })
      .document()
      .write(preprocess()(`![${' a&'.repeat(300)} a@b.de\n`, undefined, true)),
  );
  expect(looks).toBe(0);
});

test('the events are those of micromark', () => {
  const before = TEXTS.map((text) => shown(read(text)));
  expect(before.flat().filter((event) => event.startsWith('enter literalAutolink ')).length).toBeGreaterThan(200);
  lookedUp = true;
  for (const [at, text] of TEXTS.entries()) expect(shown(read(text)), text).toEqual(before[at]);
});
