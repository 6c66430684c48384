/** What the first run would send, counted without an engine. */

import { existsSync } from 'node:fs';
import { targetsOf } from '../../edition/collections.ts';
import { segmentsOf } from '../../edition/open.ts';
import { readSource } from '../../edition/reading.ts';
import { deeplOptions } from '../../engines/deepl/deepl-options.ts';
import { googleOptions } from '../../engines/google/google-options.ts';
import { priceOf } from '../../engines/google/prices.ts';
import { KnownError } from '../../errors.ts';
import { readText } from '../../files/read.ts';
import { editionFile, locate, type Project, recordFile, sources } from '../../project/project.ts';
import { allOf, select } from '../../project/selection.ts';
import { inDollars } from '../../text/counted.ts';
import { countCharacters, isBlank, toFragment } from '../../text.ts';

export interface CostAhead {
  readonly articles: number;
  readonly locales: readonly string[];
  /** Of texts that an engine would be sent, each once. */
  readonly characters: number;
  /** Editions that people have made, and that `memory align` adopts. */
  readonly handMade: number;
  /** In US dollars, by engine. */
  readonly prices: Readonly<Record<string, number>>;
}

/** @param now milliseconds since 1970 */
export function costAhead(project: Project, now: number): CostAhead {
  const locales = targetsOf(project.config);
  const { chosen } = select(project, allOf(project, sources(project), locales), { drafts: false, isNamed: false, now });
  const texts = new Set<string>();
  let [characters, handMade, articles] = [0, 0, 0];
  for (const { source, locales: own } of chosen) {
    const isThere = (file: string) => existsSync(locate(project, file));
    const made = own.filter((locale) => isThere(editionFile(project, source, locale)) && !isThere(recordFile(project, source, locale)));
    handMade += source.format === 'markdown' ? made.length : 0;
    const wanted = own.filter((locale) => !isThere(editionFile(project, source, locale)));
    if (source.format === 'markdown') articles++;
    for (const [locale, words] of wordsOf(project, source, wanted))
      for (const text of words) {
        const key = `${locale} ${text}`;
        if (texts.has(key)) continue;
        texts.add(key);
        characters += countCharacters(text);
      }
  }
  const dollars = (perMillion: number) => Math.round(characters * perMillion) / 1e6;
  const prices = {
    Google: dollars(priceOf(googleOptions.parse({ projectId: 'any' }))),
    DeepL: dollars(deeplOptions.parse({}).pricePerMillionCharacters),
  };
  return { articles, locales: localesIn(chosen), characters, handMade, prices };
}

function localesIn(chosen: readonly { readonly locales: readonly string[] }[]): string[] {
  return [...new Set(chosen.flatMap(({ locales }) => locales))];
}

/** An article that cannot be read is told of by the run itself. */
function wordsOf(project: Project, source: ReturnType<typeof sources>[number], locales: readonly string[]): [string, string[]][] {
  try {
    const articles = readSource(project, source, readText(locate(project, source.file), source.file), locales);
    return [...articles].map(([locale, article]) => [
      locale,
      segmentsOf(article)
        .filter(({ text }) => !isBlank(text))
        .map(({ text }) => toFragment(text)),
    ]);
  } catch (error) {
    if (error instanceof KnownError) return [];
    throw error;
  }
}

/** The next commands, and what they cost. @param runs `npx`, `pnpm exec` */
export function nextLines({ articles, locales, characters, handMade, prices }: CostAhead, runs: string): string[] {
  const money = Object.entries(prices).map(([engine, cost]) => `${inDollars(cost)} with ${engine}`);
  const free = `${characters.toLocaleString('en')} characters, free with the embedded engine, about ${money.join(' or ')}`;
  const into = `${articles} ${articles === 1 ? 'article' : 'articles'} into ${locales.join(', ')}`;
  const next: [command: string, what: string][] = [
    ...(handMade > 0
      ? [[`${runs} dragoman memory align`, `adopts what people have translated (${handMade}); sends nothing`] as [string, string]]
      : []),
    [`${runs} dragoman engines install`, 'the embedded engine, which costs nothing'],
    [
      `${runs} dragoman translate`,
      articles === 0
        ? 'every edition of every article, once there are some'
        : `${into}: ${characters === 0 ? 'nothing is left to send' : free}`,
    ],
  ];
  const width = Math.max(...next.map(([command]) => command.length));
  return ['', 'Next:', ...next.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`)];
}
