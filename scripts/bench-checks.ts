/**
 * The checks on human translations of news (NTREX-128) and on faults sown into them: how often they cry wolf, and how
 * often they are right. Run: npm run bench:checks [-- --show LOCALE|faults] [-- --locales es,ca]
 */

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { checks } from '../src/adapters.ts';
import type { Article, Edition, Target, Text } from '../src/article.ts';
import { runChecks } from '../src/checks/run-checks.ts';
import type { Finding } from '../src/finding.ts';
import { writeEdition } from '../src/markdown/write.ts';
import { segmentId } from '../src/text.ts';
import { FAULTS, type Pair, random } from './faults.ts';

const root = join(import.meta.dirname, '..');
const data = join(process.env.DRAGOMAN_DATA ?? join(root, '../shared/data'), 'ntrex');
const { values: options } = parseArgs({ options: { show: { type: 'string' }, locales: { type: 'string' } } });
if (!existsSync(data)) {
  console.log(`bench:checks skipped: no ${data}`);
  process.exit(0);
}

const lines = (name: string) =>
  readFileSync(join(data, `${name}.txt`), 'utf8')
    .trimEnd()
    .split('\n');
const english = lines('en');
const documents = lines('documents');
const available = globSync('*.txt', { cwd: data }).map((file) => file.replace('.txt', ''));
const locales = (options.locales?.split(',') ?? available).filter(
  (locale) => available.includes(locale) && locale !== 'en' && locale !== 'documents',
);
const translations = new Map(locales.map((locale) => [locale, lines(locale)]));

const EASY = new Set(['es', 'ca', 'de', 'fr', 'pl', 'tr', 'uk', 'ru', 'he']);
const HARD = new Set(['ar', 'ja', 'zh']);
let failed = 0;
const bar = (name: string, target: string, measured: string, met: boolean) => {
  if (!met) failed++;
  console.log(`${name.padEnd(46)} ${target.padEnd(10)} ${measured.padEnd(10)} ${met ? 'met' : 'NOT MET'}`);
};
console.log(`${checks.length} checks: ${checks.map((check) => check.name).join(' ')}\n`);
console.log(`${''.padEnd(46)} ${'target'.padEnd(10)} measured`);

let seconds = 0;
let segments = 0;
let errors = 0;
const findingsOf = documentFindings();
for (const locale of locales) {
  const target = translations.get(locale) as string[];
  const findings = findingsOf.get(locale) ?? [];
  segments += target.length;
  const flagged = new Set(findings.filter((finding) => finding.level !== 'note').map((finding) => finding.key));
  const wrong = new Set(findings.filter((finding) => finding.level === 'error').map((finding) => finding.key));
  errors += wrong.size;
  const clean = 100 * (1 - flagged.size / target.length);
  const least = EASY.has(locale) ? 97 : 95;
  bar(`${locale}: no warning and no error`, `>= ${least} %`, `${clean.toFixed(1)} %`, clean >= least);
  const numbered = english.filter((line) => /\p{Nd}/u.test(line)).length;
  const numbers = (100 * findings.filter((finding) => finding.check === 'numbers').length) / numbered;
  const most = HARD.has(locale) ? 6 : 3;
  bar(`${locale}: numbers flagged, of segments with a digit`, `<= ${most} %`, `${numbers.toFixed(1)} %`, numbers <= most);
  if (options.show === locale) for (const finding of findings) if (finding.level !== 'note') show(finding);
}
bar('errors on human translations', '<= 0.3 %', `${((100 * errors) / segments).toFixed(2)} %`, errors / segments <= 0.003);

const SOWN = 200;
let caughtAll = 0;
let sownAll = 0;
for (const fault of FAULTS) {
  const next = random(7);
  let caught = 0;
  let sown = 0;
  for (let attempt = 0; sown < SOWN && attempt < SOWN * 200; attempt++) {
    const locale = locales[attempt % locales.length] as string;
    const at = Math.floor(next() * english.length);
    const target = translations.get(locale) as string[];
    const other = locales[Math.floor(next() * locales.length)] as string;
    const pair = fault.sow(
      {
        source: english[at] as string,
        target: target[at] as string,
        locale,
        after: { source: english[at + 1] ?? '', target: target[at + 1] ?? '' },
        inLanguage: (tag) => translations.get(tag)?.[at],
        elsewhere: other === locale ? (english[at] as string) : ((translations.get(other) as string[])[at] as string),
      },
      next,
    );
    if (pair === undefined) continue;
    sown++;
    const found = pairFindings(locale, pair).filter((finding) => finding.level !== 'note');
    if (found.length > 0) caught++;
    else if (options.show === 'faults' || options.show === fault.name)
      console.log(`  missed ${fault.name} ${locale}: ${plain(pair.source)}\n    ${plain(pair.target)}`);
  }
  caughtAll += caught;
  sownAll += sown;
  const share = (100 * caught) / sown;
  bar(`sown: ${fault.name} (${sown})`, `>= ${fault.least} %`, `${share.toFixed(1)} %`, share >= fault.least);
}
bar('sown: all', '>= 90 %', `${((100 * caughtAll) / sownAll).toFixed(1)} %`, caughtAll / sownAll >= 0.9);
bar('speed, all checks, one core', '>= 5000/s', `${Math.round(segments / seconds)}/s`, segments / seconds >= 5000);
console.log(failed === 0 ? '\nall bars met' : `\n${failed} bars not met`);

/** By locale, what is found in the lines of each document as an article of one-sentence paragraphs; as `check` does, article by article, all its editions. */
function documentFindings(): Map<string, (Finding & { key: string })[]> {
  const all = new Map<string, (Finding & { key: string })[]>(locales.map((locale) => [locale, []]));
  for (let from = 0; from < english.length; ) {
    let to = from;
    while (to < english.length && documents[to] === documents[from]) to++;
    let article: Article | undefined;
    for (const locale of locales) {
      const target = translations.get(locale) as string[];
      const pairs = english
        .slice(from, to)
        .map((line, index) => ({ source: [line] as Text, target: [target[from + index] ?? ''] as Text }));
      const own = editionOf(locale, pairs);
      article ??= own.article;
      const edition = { ...own, article };
      const output = writeEdition(edition);
      // Processor time, so that what else the machine does is not counted.
      const began = process.cpuUsage();
      const findings = runChecks(checks, edition, { output });
      const used = process.cpuUsage(began);
      seconds += (used.user + used.system) / 1e6;
      for (const finding of findings) all.get(locale)?.push({ ...finding, key: `${from} ${finding.segment ?? ''}` });
    }
    from = to;
  }
  return all;
}

function pairFindings(locale: string, pair: Pair): Finding[] {
  return runChecks(checks, editionOf(locale, [pair]));
}

function editionOf(locale: string, pairs: readonly Pair[]): Edition {
  const targets = new Map<string, Target>();
  const seen = new Map<string, number>();
  let at = 0;
  const blocks: Article['blocks'] = pairs.map((pair) => {
    const name = segmentId(pair.source, 1);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const id = segmentId(pair.source, nth);
    const span = { start: at, end: at + plain(pair.source).length };
    at = span.end + 2;
    targets.set(id, { text: pair.target, state: 'machine', origin: { by: 'engine' }, terms: [] });
    return { kind: 'paragraph', syntax: 'markdown', span, segments: [{ id, span, text: pair.source }] };
  });
  return { article: { id: 'bench', locale: 'en', source: pairs.map((pair) => plain(pair.source)).join('\n\n'), blocks }, locale, targets };
}

function plain(text: Text): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : piece.source)).join('');
}

function show(finding: Finding): void {
  console.log(
    `  ${finding.level} ${finding.check}: ${finding.message} (expected ${finding.expected?.join(', ')}; got ${finding.got?.join(', ')}; line ${finding.line})\n    ${finding.source}\n    ${finding.target}`,
  );
}
