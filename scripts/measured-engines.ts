/** The part of docs/engines.md that `npm run bench:engines` writes: BLEU and chrF++ by pair of languages and engine. */

import { bleuSignature, CHRF_SIGNATURE } from './mt-metrics.ts';

export interface MeasuredEngine {
  readonly from: string;
  readonly to: string;
  readonly engine: string;
  readonly bleu: number;
  readonly chrf: number;
}

export interface Unmeasured {
  readonly engine: string;
  /** What it needs to be measured here. */
  readonly needs: string;
}

const START = '<!-- npm run bench:engines -->\n';
const END = '<!-- end -->';
const HEAD = '| pair | engine | BLEU | chrF++ |\n|---|---|--:|--:|\n';
const ROW = /^\| [\w-]+ → [\w-]+ \| .+ \| (\d+\.\d) \| (\d+\.\d) \|$/;

export function measuredPart(rows: readonly MeasuredEngine[], others: readonly Unmeasured[], lines: number): string {
  const cells = rows.map(
    ({ from, to, engine, bleu, chrf }) => `| ${from} → ${to} | ${engine} | ${bleu.toFixed(1)} | ${chrf.toFixed(1)} |\n`,
  );
  const signatures = [...new Set(rows.map(({ to }) => bleuSignature(to)))].map((one) => `\`${one}\``).join(', ');
  const needs = others.map(({ engine, needs }) => `- ${engine}: ${needs}\n`);
  return [
    `${lines.toLocaleString('en')} sentences of news (NTREX-128) with one reference each. BLEU ${signatures}; chrF++ \`${CHRF_SIGNATURE}\`.\n\n`,
    `${HEAD}${cells.join('')}`,
    ...(needs.length === 0 ? [] : ['\nNot measured here:\n\n', ...needs]),
  ].join('');
}

/** @throws Error where the page has no place for it */
export function withMeasured(page: string, part: string): string {
  const [start, end] = placeIn(page);
  return `${page.slice(0, start)}${part}${page.slice(end)}`;
}

/** What is wrong with the part as the page has it; none where it is as the bench writes it. */
export function faultsInMeasured(page: string): string[] {
  if (!page.includes(START)) return ['no place for the figures of npm run bench:engines'];
  const [start, end] = placeIn(page);
  const part = page.slice(start, end);
  const rows = part.slice(part.indexOf(HEAD) + HEAD.length).split('\n\n')[0] ?? '';
  const all = part.includes(HEAD) ? rows.split('\n').filter((row) => row !== '') : [];
  const bad = all.filter((row) => !isFigures(row));
  return [
    ...(all.length === 0 ? ['no table of BLEU and chrF++'] : []),
    ...bad.map((row) => `no figures: ${row}`),
    ...(part.includes('smooth:exp') && part.includes(CHRF_SIGNATURE) ? [] : ['no signatures of the metrics']),
  ];
}

function isFigures(row: string): boolean {
  const figures = ROW.exec(row)?.slice(1).map(Number);
  return figures?.every((one) => one >= 0 && one <= 100) === true;
}

function placeIn(page: string): [start: number, end: number] {
  const start = page.indexOf(START) + START.length;
  const end = page.indexOf(END, start);
  if (start < START.length || end < 0) throw new Error(`docs/engines.md has no ${START.trim()}`);
  return [start, end];
}
