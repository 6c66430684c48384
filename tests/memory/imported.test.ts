import { expect, test } from 'vitest';
import { tmxFormat } from '../../src/formats/tmx.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { writeEdition } from '../../src/markdown/write.ts';
import { blockMaker } from '../../src/memory/exchange.ts';
import { emptyRecord, recall } from '../../src/memory/recall.ts';
import { openMemory } from '../../src/memory/store.ts';
import { decodeXml } from '../../src/xml/bytes.ts';
import { paragraphs, TMX_WAYS, tmxFile } from '../support/tmx-ways.ts';

const numbers = [...Array(400).keys()];

// `npm run bench:tmx` does the same with the command line, on 10,000 units.
test.each(Object.keys(TMX_WAYS))('every unit of a memory is recalled: %s', (way) => {
  const read = tmxFormat.read(decodeXml(tmxFile(way, numbers), 'a.tmx'), 'a.tmx');
  const blockOf = blockMaker('es', (locale) => locale === 'es-ES');
  const blocks = read.translations.flatMap((translation) => blockOf(translation) ?? []);
  const memory = openMemory(':memory:');
  memory.update(
    [{ slug: 'theirs', path: 'theirs.xlf' }],
    () => ({ slug: 'theirs', sourceLocale: read.sourceLocale, locale: 'es', blocks, additions: [], retired: [] }),
    { of: () => '1', isStill: () => false },
  );
  const source = numbers.map((at) => `${paragraphs(at).source}\n`).join('\n');
  const article = readArticle(source, { slug: 'a', locale: 'en', cut: (text) => [text] });
  const targets = recall(article, emptyRecord(article, 'es'), { terms: () => [], memory: memory.lookup });
  expect(targets.size).toBe(numbers.length);
  const edition = writeEdition({ article, locale: 'es', targets }).split('\n\n');
  // A no-break space before a colon is the target language's, and the file's other spaces are not.
  const plain = (text: string) =>
    text
      .trim()
      .normalize('NFC')
      .replace(/\u00a0(?!:)/g, ' ');
  expect(edition.map(plain)).toEqual(numbers.map((at) => paragraphs(at).target));
});
