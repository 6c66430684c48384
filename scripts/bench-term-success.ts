/**
 * Whether published targets use the glossary's terms, whatever the engine says for them: the command line's `translate` with the embedded
 * engine on dictionary models, on sentences of news with labelled terms (`terms/` of `DRAGOMAN_DATA`, else ../shared/data).
 * Part of `npm run bench:terms`. Run: node scripts/bench-term-success.ts [--errors]
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { xliffFormat } from '../src/formats/xliff.ts';
import { findTerms } from '../src/glossary/match.ts';
import { usesTerm } from '../src/glossary/uses.ts';
import { words } from '../src/text.ts';
import { withModels } from '../tests/support/bergamot.ts';
import { type Labelled, labelled, type Use } from './terms/labelled.ts';
import { slips, stemLength } from './terms/slips.ts';

const root = resolve(import.meta.dirname, '..');
const data = process.env.DRAGOMAN_DATA ?? join(root, '../shared/data');
const LOCALES = ['uk', 'de', 'es'] as const;
const TERMS = 100;
const SAID = new Set(['exact', 'inflected', 'compound']);

/** One term in one sentence: what the model says for it, and what a translator would have written. */
interface Case {
  readonly use: Use;
  readonly said: string;
  /** A rendering that the glossary lists as a variant. */
  readonly variant?: string;
  /** The form that the target must have, where only one is right. */
  readonly right?: string;
}

type Way = (use: Use, other: Use, slip: (word: string, stem: number) => string, isName: boolean) => Case;

/** What an engine may say for a term. */
const WAYS: Readonly<Record<string, Way>> = {
  'the term, inflected': (use) => ({ use, said: use.surface as string, right: use.surface as string }),
  'a name with a letter wrong, inflected; a noun as in English': (use, _, slip, isName) =>
    isName
      ? {
          use,
          said: slip(use.surface as string, Math.max(2, stemLength(use.surface as string, use.approved))),
          right: use.surface as string,
        }
      : { use, said: use.term },
  'a listed variant, inflected': (use, other) => ({ use, said: other.surface as string, variant: other.approved }),
  'the word of the source': (use) => ({ use, said: use.term }),
  'another word, inflected': (use, other) => ({ use, said: other.surface as string }),
};

if (!existsSync(join(data, 'terms'))) {
  console.log(`no data in ${data} (set DRAGOMAN_DATA)`);
  process.exit(0);
}
const row = (what: string, figures: readonly string[]) =>
  console.log(`${what.padEnd(64)} ${figures.map((figure) => figure.padStart(8)).join(' ')}`);
const percent = (part: number, whole: number) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

row('terms used in the target (bar 98 %)', [...LOCALES]);
const totals = LOCALES.map(() => ({ used: 0, all: 0 }));
const wrong: string[] = [];
const only = process.argv[process.argv.indexOf('--way') + 1];
for (const [at, [name, way]] of Object.entries(WAYS).entries()) {
  if (process.argv.includes('--way') && String(at) !== only) continue;
  const counts = [];
  for (const locale of LOCALES) counts.push(await judged(locale, way));
  for (const [at, { used, all }] of counts.entries()) {
    const total = totals[at] as { used: number; all: number };
    total.used += used;
    total.all += all;
  }
  row(
    name,
    counts.map(({ used, all }) => percent(used, all)),
  );
  if (counts.some(({ known }) => known > 0))
    row(
      '  in the form of the human translation',
      counts.map(({ right, known }) => percent(right, known)),
    );
}
row(
  'all',
  totals.map(({ used, all }) => percent(used, all)),
);
if (process.argv.includes('--errors')) console.log(wrong.join('\n'));

async function judged(locale: string, way: Way) {
  const all = labelled(data, locale);
  const cases = casesOf(all, locale, way);
  const counts = { used: 0, all: 0, right: 0, known: 0 };
  for (const batch of batches(cases))
    for (const [{ use, said, right }, target] of await translated(batch, all, locale)) {
      const isUsed = SAID.has(usesTerm(target, all.termOf(use), locale));
      counts.all++;
      if (isUsed) counts.used++;
      if (right !== undefined) counts.known++;
      if (right !== undefined && target.includes(right)) counts.right++;
      if (!isUsed || (right !== undefined && !target.includes(right)))
        wrong.push(`${locale} ${isUsed ? 'form' : 'lacks'}: ${use.term} = ${use.approved} (${right ?? ''}), said "${said}"\n    ${target}`);
    }
  return counts;
}

/** A hundred terms, inflected uses first, each with a use that a person has translated with the term. */
function casesOf({ uses, termOf }: Labelled, locale: string, way: Way): Case[] {
  const byTerm = Map.groupBy(
    uses.filter(({ present, surface }) => present && surface !== undefined),
    ({ term }) => term,
  );
  const first = [...byTerm.values()]
    .map((group) => group.find(({ how }) => how === 'inflected') ?? (group[0] as Use))
    .sort((one, other) => Number(other.how === 'inflected') - Number(one.how === 'inflected'))
    // A model that knows words alone would leave the genitive's ending as it is.
    .map((use) => ({ ...use, source: use.term.endsWith("'s") ? use.source : use.source.replace(/['’]s(?![\p{L}])/gu, '') }));
  const slip = slips(locale);
  return first.map((use, at) => {
    const { kind } = termOf(use);
    const alike = first.filter((other) => termOf(other).kind === kind && other.approved !== use.approved);
    return way(use, alike[(at * 7) % alike.length] as Use, slip, kind !== 'term');
  });
}

/** A model has one word for a word: terms that share words go to different ones. */
function batches(cases: readonly Case[]): Case[][] {
  const out: { words: Set<string>; cases: Case[] }[] = [];
  for (const one of cases) {
    const own = one.use.term.split(' ');
    const free = out.find(({ words }) => !own.some((word) => words.has(word)));
    const batch = free ?? { words: new Set<string>(), cases: [] };
    if (free === undefined) out.push(batch);
    batch.cases.push(one);
    for (const word of own) batch.words.add(word);
  }
  let left = TERMS;
  return out.map(({ cases }) => cases.slice(0, Math.max(0, left)).filter(() => left-- > 0)).filter((batch) => batch.length > 0);
}

/** Word for word, in each form of the sentence and alone; the last one has what is left over. A model's word has no space in it. */
function entries({ use, said }: Case): [string, string][] {
  const surfaces = findTerms(use.source, 'en', [{ source: use.term }]).map(({ surface }) => surface);
  return [use.term, ...surfaces].flatMap((surface) => {
    const [from, to] = [surface.split(' '), (said === use.term ? surface : said).split(' ')];
    return from.map((word, at): [string, string] => [word, at < from.length - 1 ? (to[at] ?? word) : to.slice(at).join('\u00a0') || word]);
  });
}

/** One project, one article with all sentences, one run of the command line. */
async function translated(batch: readonly Case[], { glossary }: Labelled, locale: string): Promise<[Case, string][]> {
  const unique = new Map(batch.flatMap(entries).filter(([word, said]) => word !== said));
  const { folder, env } = await withModels({ [`en-${locale}`]: { words: [...unique, ['the', 'the']] } }, 'en', [locale]);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  try {
    write(
      'dragoman.config.json',
      JSON.stringify({ sourceLocale: 'en', targetLocales: [locale], engine: 'bergamot', engines: { bergamot: { registry: 'registry' } } }),
    );
    write('articles/en/news.md', `${batch.map(({ use }) => use.source).join('\n\n')}\n`);
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const variants = new Map(batch.map(({ use, variant }) => [use.term, variant ?? '']));
    const lines = glossary.map(({ source, target, kind }) =>
      [source, target, kind ?? 'term', variants.get(source) ?? ''].map(cell).join(','),
    );
    write(`locales/${locale}/glossary.csv`, `source,target,kind,variants\n${lines.join('\n')}\n`);
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), 'translate', '--cwd', folder], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    // Findings at error level are what is measured.
    if (status !== 0 && status !== 1) throw new Error(stderr);
    const { blocks } = xliffFormat.read(readFileSync(join(folder, `locales/${locale}/articles/news.xlf`), 'utf8'), 'news.xlf');
    const targets = blocks.map(({ segments }) => segments.map(({ target }) => words(target?.text ?? [])).join(' '));
    return batch.map((one, at) => [one, (targets[at] ?? '').replaceAll('\u00a0', ' ')]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
