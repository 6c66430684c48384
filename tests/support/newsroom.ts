/** One article and its edition through the program's own pipeline, with files that are texts and an engine that makes up a language. */

import type { Article, Text } from '../../src/article.ts';
import { parseConfig } from '../../src/config.ts';
import type { Desk } from '../../src/edition/desk.ts';
import { glossaryOf } from '../../src/edition/glossary.ts';
import { type OpenEdition, openEdition } from '../../src/edition/open.ts';
import { type Outcome, outcomeOf } from '../../src/edition/outcome.ts';
import { readSourceArticle } from '../../src/edition/reading.ts';
import { withoutEngine } from '../../src/edition/segment-request.ts';
import type { ArticleSource, EditionTexts } from '../../src/edition/source.ts';
import { xliffFormat } from '../../src/formats/xliff.ts';
import { readArticle } from '../../src/markdown/read.ts';
import type { EditionRecord } from '../../src/memory/record.ts';
import { cutText } from '../../src/sentences.ts';
import { words } from '../../src/text.ts';

/** The files of an edition, and what the run that left them found. */
export interface Run {
  readonly edition: string;
  /** The record's file. */
  readonly record: string;
  /** Words sent to the engine in the last run. */
  readonly sent: readonly string[];
  readonly findings: readonly string[];
}

const source: ArticleSource = { format: 'markdown', slug: 'story', file: 'story.md', dialect: 'md' };
const deskFor = (locale: string): Desk => ({
  locale,
  settings: { config: parseConfig({ sourceLocale: 'en', targetLocales: [locale], engine: 'o' }, 'dragoman.config.json') },
  glossary: glossaryOf(undefined, 'glossary.csv', 'en'),
  recordFormat: xliffFormat,
  checks: [],
  exists: () => false,
});

export const read = (text: string, locale: string): Article => readArticle(text, { slug: 'story', locale, cut: cutText });
export const recordIn = (run: Run): EditionRecord => xliffFormat.read(run.record, 'story.xlf');

/** A language of its own: every word of small letters ends in -o. */
const translated = (text: Text): Text =>
  text.map((piece) => (typeof piece === 'string' ? piece.replace(/\p{Ll}{2,}/gu, (word) => `${word}o`) : piece));

/** The edition as the last run or a person left its files. */
function opened(text: string, desk: Desk, left?: Pick<Run, 'edition' | 'record'>) {
  const texts: EditionTexts = { record: left?.record, localized: left?.edition };
  const paths = { source, locale: desk.locale, file: 'es/story.md', recordFile: 'es/story.xlf' };
  return openEdition(paths, readSourceArticle(desk.settings, source, text), texts, desk);
}

interface RunOptions {
  readonly to?: string;
  /** The made-up language. */
  readonly translate?: (text: Text) => Text;
}

/** An opened edition with an answer to every segment that an engine is asked for. */
export function finished(open: OpenEdition, desk: Desk, translate: (text: Text) => Text): { outcome: Outcome; sent: readonly string[] } {
  const { rest } = withoutEngine(open, desk.glossary);
  const made = rest.map((segment) => {
    const target = { text: translate(segment.text), state: 'machine', origin: { by: 'engine', name: 'o' }, terms: [] } as const;
    return [segment.id, { target, receipts: [] }] as const;
  });
  const outcome = outcomeOf(open, { made: new Map(made), refused: new Map() }, desk);
  return { outcome, sent: rest.map((segment) => words(segment.text)) };
}

/** One run of `translate` over a source, with the files as the last run or a person left them. */
export function run(text: string, left?: Pick<Run, 'edition' | 'record'>, { to = 'es', translate = translated }: RunOptions = {}): Run {
  const desk = deskFor(to);
  const open = opened(text, desk, left);
  const { outcome, sent } = finished(open, desk, translate);
  return {
    edition: outcome.edition?.text ?? '',
    record: outcome.record?.text ?? '',
    sent,
    findings: outcome.findings.map((one) => one.message),
  };
}
