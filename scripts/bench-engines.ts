/**
 * How well engines translate news: BLEU and chrF++ on NTREX-128 for each engine that can run here and costs nothing, written into docs/engines.md.
 * Run: npm run bench:engines [-- --engines apertium,deepl] [-- --pairs en-es,en-ca] [-- --config my.json] [-- --dry]
 * Engines that cost money run only where they are named. `--dry` prints, and leaves the page alone.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { builtInEngines, openEngine } from '../src/adapters.ts';
import { systemClock } from '../src/clock.ts';
import { parseConfig } from '../src/config.ts';
import type { Engine } from '../src/engines/engine.ts';
import { EngineError, KnownError } from '../src/errors.ts';
import { createQueue } from '../src/queue/queue.ts';
import { fromFragment, toFragment, words } from '../src/text.ts';
import { dataFolder } from '../tests/support/data.ts';
import { ntrexLines } from '../tests/support/ntrex.ts';
import { type MeasuredEngine, measuredPart, type Unmeasured, withMeasured } from './measured-engines.ts';
import { bleu, chrfPlusPlus } from './mt-metrics.ts';

const OTHERS = ['es-en', 'ca-en', 'es-ca', 'ca-es', 'ru-uk', 'uk-ru'];
const LANGUAGES = ['es', 'ca', 'ar', 'de', 'fr', 'he', 'hi', 'ja', 'pl', 'ru', 'tr', 'uk', 'zh'];

const { values } = parseArgs({
  options: { engines: { type: 'string' }, pairs: { type: 'string' }, config: { type: 'string' }, dry: { type: 'boolean', default: false } },
});
const data = dataFolder();
if (data === undefined) process.exit(0);
const pairs = values.pairs?.split(',') ?? [...LANGUAGES.map((to) => `en-${to}`), ...OTHERS];
const lines = (locale: string) => ntrexLines(data, locale);

const file = resolve(values.config ?? 'dragoman.config.json');
const project = { root: dirname(file), config: parseConfig(JSON.parse(readFileSync(file, 'utf8')), file) };
const names =
  values.engines?.split(',') ??
  [...new Set([...builtInEngines, ...Object.keys(project.config.engines)])].filter((name) => name !== 'pseudo');

const rows: MeasuredEngine[] = [];
const unmeasured: Unmeasured[] = [];
for (const name of names) await measure(name);
// What the others are worth is told by how far they are above the source as it is.
for (const pair of new Set(rows.map(({ from, to }) => `${from}-${to}`))) {
  const [from = '', to = ''] = pair.split('-');
  rows.push({ from, to, engine: 'none: the source as it is', ...figures(lines(from), to) });
}
rows.sort((a, b) => pairs.indexOf(`${a.from}-${a.to}`) - pairs.indexOf(`${b.from}-${b.to}`) || b.chrf - a.chrf);
const part = measuredPart(rows, unmeasured, lines('en').length);
console.log(part);
const page = 'docs/engines.md';
if (!values.dry && existsSync(page)) writeFileSync(page, withMeasured(readFileSync(page, 'utf8'), part));

async function measure(name: string): Promise<void> {
  const engine = await openEngine(project, name).catch((error: unknown) => {
    if (error instanceof KnownError) return error;
    throw error;
  });
  if (engine instanceof KnownError) {
    unmeasured.push({ engine: name, needs: `${engine.message} (${engine.expected ?? ''})` });
    return;
  }
  try {
    if (engine.pricePerMillionCharacters !== undefined && values.engines === undefined) {
      unmeasured.push({ engine: name, needs: 'costs money; `--engines` names it' });
      return;
    }
    const refused: KnownError[] = [];
    for (const pair of pairs) {
      const [from = '', to = ''] = pair.split('-');
      const lack = engine.refuses?.(from, to);
      if (lack !== undefined) refused.push(lack);
      else rows.push({ from, to, engine: name, ...(await scores(engine, from, to)) });
    }
    const [first] = refused;
    if (first !== undefined && refused.length === pairs.length) unmeasured.push({ engine: name, needs: `models (${first.help ?? ''})` });
  } finally {
    await engine.close?.();
  }
}

async function scores(engine: Engine, from: string, to: string): Promise<{ bleu: number; chrf: number }> {
  const { limits } = project.config;
  const queue = createQueue({ ...engine, close: async () => {} }, { limits, clock: systemClock });
  const signal = new AbortController().signal;
  const answers = await Promise.all(
    lines(from).map(async (line) => {
      const text = [line.trim()];
      try {
        const { text: answer } = await queue.submit({ text: toFragment(text), from, to }, signal);
        return words(fromFragment(answer, text));
      } catch (error) {
        // An edition keeps the source's words where an answer cannot be used.
        if (error instanceof EngineError && error.kind === 'answer') return line.trim();
        throw error;
      }
    }),
  );
  await queue.close?.();
  return figures(answers, to);
}

function figures(answers: readonly string[], to: string): { bleu: number; chrf: number } {
  const references = lines(to).map((line) => line.trim());
  return { bleu: bleu(answers, references, to), chrf: chrfPlusPlus(answers, references) };
}
