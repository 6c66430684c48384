/**
 * A day of a group of newsrooms on one account, by the program's own pace: `npm run simulate [-- --desks 200 --articles 3000 --locales 60]`.
 * Nothing is sent; time is an argument. docs/many-machines.md has what it prints.
 */

import process from 'node:process';
import { parseArgs } from 'node:util';
import { createPace } from '../src/store/embedded/pace.ts';

interface Group {
  readonly desks: number;
  /** A day, of all desks together. */
  readonly articles: number;
  readonly locales: number;
}

interface Day {
  readonly characters: number;
  readonly dollars: number;
  /** Shares of the quota, in the mean and in the busiest hour. */
  readonly mean: number;
  readonly peak: number;
  /** Seconds from an article's arrival until the last of its requests has left. */
  readonly median: number;
  readonly worst: number;
  readonly requestsPerSecond: number;
  /** Rows of answers a day, and their bytes. */
  readonly rows: number;
  readonly bytes: number;
  readonly filesPerDesk: number;
}

const HOUR = 3_600_000;
const QUOTA = { charactersPerMinute: 6_000_000, requestsPerMinute: 6_000, margin: 0.01, charactersPerRequest: 5_000 };
const ARTICLE = { characters: 4_000, sentences: 33 };
const DOLLARS_PER_MILLION = 20;
/** Of an answer's row with its key and indexes, as measured on PostgreSQL 15. */
const BYTES_A_ROW = 470;
/** An edition and its record. */
const FILES = 2;
/** The busiest hour brings so many times the mean; the others share the rest. */
const PEAK = 5;

/** @param start of the day (ms) */
export function simulateDay({ desks, articles, locales }: Group, start: number): Day {
  const pace = createPace(QUOTA);
  const waits: number[] = [];
  const inPeak = Math.round((articles * PEAK) / 24);
  const arrive = (at: number) => {
    let last = at;
    for (let locale = 0; locale < locales; locale++) last = pace.reserve(ARTICLE.characters, at);
    waits.push((last - at) / 1_000);
  };
  for (let hour = 0; hour < 24; hour++) {
    const isPeak = hour === 9;
    const count = isPeak ? inPeak : Math.round((articles - inPeak) / 23);
    for (let nth = 0; nth < count; nth++) arrive(start + hour * HOUR + (nth / count) * HOUR);
  }
  waits.sort((a, b) => a - b);
  const editions = articles * locales;
  const characters = editions * ARTICLE.characters;
  const mean = characters / 1_440 / QUOTA.charactersPerMinute;
  const rows = editions * ARTICLE.sentences;
  return {
    characters,
    dollars: (characters * DOLLARS_PER_MILLION) / 1e6,
    mean,
    peak: mean * PEAK,
    median: waits[Math.floor(waits.length / 2)] ?? 0,
    worst: waits.at(-1) ?? 0,
    requestsPerSecond: (editions * PEAK) / 86_400,
    rows,
    bytes: rows * BYTES_A_ROW,
    filesPerDesk: (editions * FILES) / desks,
  };
}

const count = (value: number) => Math.round(value).toLocaleString('en');
const percent = (share: number) => `${count(share * 100)} %`;
const seconds = (value: number) =>
  value < 120 ? `${count(value)} s` : value < 7_200 ? `${count(value / 60)} min` : `${count(value / 3_600)} h`;

const ROWS: readonly (readonly [name: string, cell: (day: Day) => string])[] = [
  ['characters a day, cost', ({ characters, dollars }) => `${(characters / 1e9).toPrecision(3)} G, $${count(dollars)}`],
  ['of one quota of 6 M a minute, mean / busiest hour', ({ mean, peak }) => `${percent(mean)} / ${percent(peak)}`],
  ['an article is sent in all locales after, median / worst', ({ median, worst }) => `${seconds(median)} / ${seconds(worst)}`],
  ['requests a second in the busiest hour', ({ requestsPerSecond }) => requestsPerSecond.toFixed(requestsPerSecond < 10 ? 1 : 0)],
  ['answers a day', ({ rows, bytes }) => `${count(rows)} rows, ${(bytes / 1e9).toPrecision(2)} GB`],
  ['files in git a day and desk', ({ filesPerDesk }) => count(filesPerDesk)],
];

/** A table in Markdown, a column a group. */
export function simulationTable(groups: readonly Group[]): string {
  const days = groups.map((group) => simulateDay(group, 0));
  const head = groups.map(({ desks, articles, locales }) => `${desks} desks, ${count(articles)} articles a day, ${locales} locales`);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return `${line(['', ...head])}|${'---|'.repeat(groups.length + 1)}\n${ROWS.map(([name, cell]) => line([name, ...days.map(cell)])).join('')}`;
}

/** What docs/many-machines.md shows. */
export const documented: readonly Group[] = [
  { desks: 200, articles: 3_000, locales: 60 },
  { desks: 200, articles: 6_000, locales: 60 },
  { desks: 200, articles: 12_000, locales: 60 },
];

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { desks: { type: 'string' }, articles: { type: 'string' }, locales: { type: 'string' } } });
  const [desks, articles, locales] = [values.desks, values.articles, values.locales].map(Number);
  const own = values.articles === undefined ? documented : [{ desks: desks || 200, articles: articles || 3_000, locales: locales || 60 }];
  console.log(simulationTable(own));
}
