/** One file of strings and its edition through the program's own pipeline, with files that are texts and an engine that writes capitals. */

import type { Article, Text } from '../../src/article.ts';
import { parseConfig } from '../../src/config.ts';
import type { Desk } from '../../src/edition/desk.ts';
import { glossaryOf } from '../../src/edition/glossary.ts';
import { openEdition } from '../../src/edition/open.ts';
import { readLocalized, readSource } from '../../src/edition/reading.ts';
import type { Source } from '../../src/edition/source.ts';
import { xliffFormat } from '../../src/formats/xliff.ts';
import type { EditionRecord } from '../../src/memory/record.ts';
import { finished } from './newsroom.ts';

/** A file of strings, by its template. */
export interface StringsCase {
  readonly name: string;
  /** With `{locale}`. */
  readonly edition: string;
  readonly kind?: string;
  readonly source: string;
}

export interface StringsRun {
  readonly edition: string;
  readonly record: string;
  readonly sent: readonly string[];
  readonly findings: readonly string[];
}

const loud = (text: Text): Text => text.map((piece) => (typeof piece === 'string' ? piece.toUpperCase() : piece));

function room({ edition, kind }: StringsCase, to: string) {
  const source: Source = { format: 'strings', slug: 'words', file: edition.replace('{locale}', 'en') };
  const strings = [{ edition, ...(kind !== undefined && { kind }) }];
  const config = parseConfig({ sourceLocale: 'en', targetLocales: [to], engine: 'o', strings }, 'dragoman.config.json');
  const desk: Desk = {
    locale: to,
    settings: { config },
    glossary: glossaryOf(undefined, 'glossary.csv', 'en'),
    recordFormat: xliffFormat,
    checks: [],
    exists: () => false,
  };
  return { source, desk, file: edition.replace('{locale}', to) };
}

export const recordIn = ({ record }: StringsRun): EditionRecord => xliffFormat.read(record, 'words.xlf');

/** The source as a locale translates it. */
export function sourceFor(one: StringsCase, to: string): Article {
  const { source, desk } = room(one, to);
  return readSource(desk.settings, source, one.source, [to]).get(to) as Article;
}

/** A localized file as it is read. @throws KnownError where it does not parse */
export function readIn(one: StringsCase, text: string, to: string): Article {
  const { source, desk, file } = room(one, to);
  return readLocalized(desk.settings, source, { text, locale: to, file });
}

/** One run of `translate`, with the files as the last run or a person left them. */
export function runStrings(
  one: StringsCase,
  text: string,
  to: string,
  left?: { readonly edition?: string; readonly record?: string },
  translate: (text: Text) => Text = loud,
): StringsRun {
  const { source, desk, file } = room(one, to);
  const article = readSource(desk.settings, source, text, [to]).get(to) as Article;
  const paths = { source, locale: to, file, recordFile: 'words.xlf' };
  const open = openEdition(paths, article, { record: left?.record, localized: left?.edition }, desk);
  const { outcome, sent } = finished(open, desk, translate);
  return {
    edition: outcome.edition?.text ?? '',
    record: outcome.record?.text ?? '',
    sent,
    findings: outcome.findings.map(({ check, message }) => `${check}: ${message}`),
  };
}
