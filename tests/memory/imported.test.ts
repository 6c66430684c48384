import { expect, test } from 'vitest';
import { tmxFormat } from '../../src/formats/tmx.ts';
import { recordOfTranslations } from '../../src/memory/exchange.ts';
import { emptyRecord, recall } from '../../src/memory/recall.ts';
import { openMemory } from '../../src/memory/store.ts';
import { words } from '../../src/text.ts';
import { decodeXml } from '../../src/xml-bytes.ts';
import { articleOf } from '../support/paragraphs.ts';

const COUNT = 2000;
const NAMES = ['harbour', 'mayor', 'ferry', 'school', 'river', 'court', 'union', 'market'];
const numbers = [...Array(COUNT).keys()];
/** Sentences that differ in words and in figures, with what people write between words. */
const source = (at: number) => `The ${NAMES[at % 8]} of “Ward ${at}” & its ${NAMES[(at >> 3) % 8]} said: it's ${at * 7} metres.`;
const target = (at: number) => `La casa «${at}» dijo\u00a0: son ${at * 7} metros, ${NAMES[at % 8]}.`;
const escaped = (text: string) => text.replaceAll('&', '&amp;');

/** Each a way in which tools write a segment that is the same sentence. */
const WAYS: { readonly [way: string]: (text: string) => string } = {
  'as it is': escaped,
  'indented, on lines of its own': (text) => `\n          ${escaped(text)}\n        `,
  'wrapped at words': (text) => escaped(text).replace(/(.{20,}?) /g, '$1\n            '),
  'with no-break spaces and trailing ones': (text) =>
    `${escaped(text).replace(' of ', '\u00a0of\u202f').replace(' metres', '&#160;metres')} \t`,
  'as CDATA, with references': (text) => `<![CDATA[${text.slice(0, 9)}]]>${escaped(text.slice(9)).replace(/e/g, '&#x65;')}`,
};

test.each(Object.entries(WAYS))('every unit of a memory is recalled: %s', (way, written) => {
  const units = numbers.map(
    (at) =>
      `<tu>\n  <tuv xml:lang="EN-us"><seg>${written(source(at))}</seg></tuv>\n  <tuv xml:lang="es"><seg>${written(target(at))}</seg></tuv></tu>`,
  );
  const xml = `\uFEFF<tmx version="1.4"><header srclang="en"/><body>\r\n${units.join('\r\n')}</body></tmx>`;
  const read = tmxFormat.read(decodeXml(Buffer.from(xml, way === 'as it is' ? 'utf16le' : 'utf8'), 'a.tmx'), 'a.tmx');
  const record = recordOfTranslations(read, 'es', 'theirs', (locale) => locale === 'es');
  const memory = openMemory(':memory:');
  memory.update([{ slug: 'theirs', path: 'theirs.xlf' }], () => record, { of: () => '1', isStill: () => false });
  const article = articleOf(numbers.map((at) => [source(at)]));
  const recalled = recall(article, emptyRecord(article, 'es'), { terms: () => [], memory: memory.lookup });
  expect(recalled.size).toBe(COUNT);
  const wrong = article.blocks.filter(({ segments: [segment] }, at) => {
    const said = words(recalled.get(segment?.id ?? '')?.text ?? []);
    // A no-break space is the target language's, and the file's other spaces are not.
    return said.replace(/\s/g, ' ') !== target(at).replace(/\s/g, ' ') || !said.includes('\u00a0:');
  });
  expect(wrong).toEqual([]);
});
