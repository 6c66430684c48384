import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import type { Event, Extension } from 'micromark-util-types';
import { expect, test } from 'vitest';
import { lookedUpCalls } from '../../src/markdown/footnote-calls.ts';
import { random } from '../support/random.ts';

const PIECES = ['![', '[', ']', '^a', '^b', '![^a]', '[^a]', '](c)', '\\]', '`]`', ' ', 'x', '\n', '!', '*', '[a]'];
const NOTES = '\n\n[^a]: Note.\n\n[a]: /b\n';
const { one, below } = random(11);
const TEXTS = Array.from({ length: 600 }, () => Array.from({ length: 2 + below(15) }, () => one(PIECES)).join('') + NOTES);

const read = (text: string, extension: Extension): Event[] =>
  postprocess(
    parse({ extensions: [extension] })
      .document()
      .write(preprocess()(text, undefined, true)),
  );
const shown = (events: readonly Event[]) => events.map(([kind, { type, start, end }]) => `${kind} ${type} ${start.offset} ${end.offset}`);

test('the events are those of micromark', () => {
  let calls = 0;
  for (const text of TEXTS) {
    const events = read(text, lookedUpCalls(gfm()));
    if (/!\[\^a\]/.test(text) && events.some(([, { type }]) => (type as string) === 'gfmFootnoteCall')) calls++;
    expect(shown(events), text).toEqual(shown(read(text, gfm())));
  }
  expect(calls).toBeGreaterThan(20);
});

test('brackets that close nothing look at no event before them', () => {
  let looks = 0;
  const count = (extension: Extension): Extension => {
    for (const rule of [extension.text?.[93]].flat()) {
      if (rule?.name !== 'gfmPotentialFootnoteCall') continue;
      const { tokenize } = rule;
      rule.tokenize = function (effects, ok, nok) {
        const events = new Proxy(this.events, {
          get(target, key) {
            looks++;
            return Reflect.get(target, key);
          },
        });
        return tokenize.call(Object.create(this, { events: { value: events } }), effects, ok, nok);
      };
    }
    return extension;
  };
  read(`${']] '.repeat(300)}\n`, lookedUpCalls(count(gfm())));
  expect(looks).toBe(0);
});
