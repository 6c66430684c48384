/** The laws of editions, for files of strings of any kind. */

import { expect, test } from 'vitest';
import type { Article, Edition, Target, Text } from '../../src/article.ts';
import type { StringsFormat } from '../../src/strings/file.ts';
import { readStrings } from '../../src/strings/read.ts';
import { writeStrings } from '../../src/strings/write.ts';
import { marks, words } from '../../src/text.ts';

export interface Sample {
  readonly file: string;
  readonly format?: StringsFormat;
  readonly source: string;
}

const target = (text: Text): Target => ({ text, state: 'machine', origin: { by: 'engine', name: 'test' }, terms: [] });

export function readSample({ file, format, source }: Sample, to?: string): Article {
  return readStrings(source, {
    locale: 'en',
    namespace: 'sample',
    file,
    ...(format !== undefined && { format }),
    ...(to !== undefined && { to }),
  });
}

/** An edition whose every string is what `translate` makes of it. */
export function editionOf(article: Article, locale: string, translate: (text: Text, path: string) => Text): Edition {
  const targets = new Map<string, Target>();
  for (const { segments, path = '' } of article.blocks) for (const { id, text } of segments) targets.set(id, target(translate(text, path)));
  return { article, locale, targets };
}

const loud = (text: Text): Text => text.map((piece) => (typeof piece === 'string' ? piece.toUpperCase() : piece));

/** The file in another language, in capitals. */
export function loudFile(sample: Sample, to: string): string {
  return writeStrings(editionOf(readSample(sample, to), to, loud));
}

const texts = (article: Article) =>
  Object.fromEntries(article.blocks.map(({ path, segments }) => [path, words(segments[0]?.text ?? []).replace(/\s+/g, ' ')]));

export function keepsTheLaws(name: string, sample: Sample): void {
  const { source, file, format } = sample;
  const locales = ['uk', 'ja', 'es', 'ar'];

  test(`${name}: without targets, and with its own words, it is the source`, () => {
    for (const to of locales) expect(writeStrings({ article: readSample(sample, to), locale: to, targets: new Map() })).toBe(source);
    expect(writeStrings(editionOf(readSample(sample), 'en', (text) => text))).toBe(source);
  });

  test(`${name}: nothing but words changes`, () => {
    const article = readSample(sample);
    const output = writeStrings(editionOf(article, 'en', loud));
    // A value over several lines is on one, once its words are others.
    const oneLine = (text: string) =>
      text
        .toLowerCase()
        .replace(/\s*\\?\s+/g, ' ')
        .replaceAll('""" ', '"""')
        .replaceAll('\\"', '"');
    expect(oneLine(output)).toBe(oneLine(source));
    expect(output).not.toBe(source);
    if (output.length !== source.length) return;
    let at = 0;
    // Between the strings the same bytes, in their case.
    for (const { span } of article.blocks.toSorted((a, b) => a.span.start - b.span.start)) {
      if (span.start > at) expect(output.slice(at, span.start)).toBe(source.slice(at, span.start));
      at = Math.max(at, span.end);
    }
  });

  test(`${name}: what is written is read back, with every mark and every form of the language`, () => {
    for (const to of locales) {
      const article = readSample(sample, to);
      const back = readStrings(writeStrings(editionOf(article, to, loud)), {
        locale: to,
        namespace: 'sample',
        file,
        ...(format && { format }),
      });
      expect(texts(back)).toEqual(
        Object.fromEntries(Object.entries(texts(article)).map(([path, text]) => [path, String(text).toUpperCase()])),
      );
      const marksOf = (one: Article) => one.blocks.map(({ segments }) => marks(segments[0]?.text ?? []).length).reduce((a, b) => a + b, 0);
      expect(marksOf(back)).toBe(marksOf(article));
    }
  });
}
