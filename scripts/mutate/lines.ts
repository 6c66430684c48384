/** The lines that `npm run mutate` breaks one at a time: each carries a promise, and some test must turn red without it. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Mutation {
  /** Below `src`. */
  readonly file: string;
  /** A part of the file's text that is there once. */
  readonly text: string;
  readonly becomes: string;
  /** Below `tests`: files or folders that must notice. */
  readonly tests: readonly string[];
}

const SEAMS = ['edition/seams.test.ts'];
const GOLDEN = ['golden.test.ts'];

export const mutations: readonly Mutation[] = [
  // What joins the parts of a run.
  {
    file: 'store/embedded.ts',
    text: 'pace.spent(characters, at - ahead);',
    becomes: 'void [characters, at];',
    tests: ['queue/seams.test.ts'],
  },
  { file: 'edition/translate.ts', text: '  tools.recorded?.(outcome.receipts);\n', becomes: '', tests: SEAMS },
  { file: 'edition/outcome.ts', text: 'isWhole && made.length === rest.length', becomes: 'isWhole', tests: SEAMS },
  {
    file: 'memory/absorb.ts',
    text: 'const { replaced, written, confidence, waivers, outdated, ...kept } = segment;',
    becomes: 'const { replaced, written, confidence, outdated, ...kept } = segment;',
    tests: SEAMS,
  },
  {
    file: 'glossary/term.ts',
    text: "status === 'preferred' ||",
    becomes: "status === 'preferred' || status === 'admitted' ||",
    tests: SEAMS,
  },
  {
    file: 'edition/segment-request.ts',
    text: 'if (countLacks(other) < countLacks(best)) best = other;',
    becomes: '',
    tests: ['queue/seams.test.ts'],
  },
  { file: 'edition/segment-request.ts', text: '    priority: around.priority,\n', becomes: '', tests: ['queue/seams.test.ts'] },
  { file: 'project/stamps.ts', text: "stats.mtimeMs > now - YOUNG_MILLISECONDS ? 'young' : ", becomes: '', tests: ['project'] },
  {
    file: 'project/freshness/stat-survey.ts',
    text: 'last < 0 && contentSum(fileBytes(path)) === -last',
    becomes: 'last < 0',
    tests: ['project/freshness.test.ts'],
  },
  { file: 'memory/indexed.ts', text: 'setStamp.run(stamp, old.id);', becomes: 'void stamp;', tests: ['memory/store.test.ts'] },
  {
    file: 'merge/items.ts',
    text: 'Math.min(breaks, 2) === Math.min(other, 2)',
    becomes: 'breaks === other',
    tests: ['merge/white-space.test.ts'],
  },
  { file: 'store/embedded/journal.ts', text: 'setRecorded.run(receipt);', becomes: 'void receipt;', tests: ['queue/journal.test.ts'] },
  { file: 'edition/translate.ts', text: 'if (await disk.write(outcome)) {', becomes: 'disk.write(outcome); {', tests: SEAMS },
  {
    file: 'edition/outcome.ts',
    text: '...atLevels([...open.findings, ...merging], levels), ',
    becomes: '',
    tests: ['cli/strings.test.ts'],
  },
  {
    file: 'edition/status.ts',
    text: "    : { state: 'stale', reasons: [{ why: 'file' }], ...counts };",
    becomes: "    : { state: 'fresh', reasons: [], ...counts };",
    tests: SEAMS,
  },

  // The queue.
  {
    file: 'store/embedded/pace.ts',
    text: 'Math.max(now, characters.earliest(weight), requests.earliest(1))',
    becomes: 'Math.max(now, characters.earliest(weight))',
    tests: ['queue/pace.test.ts'],
  },
  {
    file: 'store/embedded/pace.ts',
    text: 'due = Math.max(due, at) + weight / perMs;',
    becomes: 'due = at + weight / perMs;',
    tests: ['queue/pace.test.ts'],
  },
  {
    file: 'store/embedded/budget.ts',
    text: 'if (characters > left()) return false;',
    becomes: 'if (left() <= 0) return false;',
    tests: ['queue/queue.test.ts', 'queue/journal.test.ts'],
  },
  { file: 'store/embedded/budget.ts', text: '      today = 0;\n', becomes: '', tests: ['queue/journal.test.ts'] },
  {
    file: 'queue/failures/breaker.ts',
    text: 'answered: (pair) => void losses.delete(pairName(pair)),',
    becomes: 'answered: () => {},',
    tests: ['queue/failures.test.ts'],
  },
  {
    file: 'queue/failures/breaker.ts',
    text: 'Math.max(COOLDOWN, error.retryAfterMs ?? 0)',
    becomes: 'COOLDOWN * 1e9',
    tests: ['queue/failures.test.ts'],
  },
  {
    file: 'queue/jobs/in-flight.ts',
    text: 'index === 0 ? answer : { ...answer, characters: 0 }',
    becomes: 'answer',
    tests: ['queue/queue.test.ts'],
  },
  {
    file: 'queue/sending/after-answer.ts',
    text: "if (batch.stage === 'packed') return again({ stage: 'alone' });",
    becomes: '',
    tests: ['queue/failures.test.ts'],
  },
  {
    file: 'queue/prepared-queue.ts',
    text: 'started.catch(() => pairs.delete(pair));',
    becomes: 'started.catch(() => {});',
    tests: ['queue/prepared-queue.test.ts'],
  },

  // The memory: what people wrote stays theirs, and what is valid is known.
  {
    file: 'memory/recall.ts',
    text: "if (target.state === 'machine' && !sameTerms(target.terms, terms)) return undefined;",
    becomes: '',
    tests: ['memory/recall.test.ts'],
  },
  { file: 'memory/recall.ts', text: '(leader === undefined || kept.has(leader))', becomes: 'true', tests: ['memory'] },
  {
    file: 'memory/absorb.ts',
    text: "if (edition.source.trim() === '' || isEmptied(record, edition.source, edition)) return { record, findings: [], edits: 0 };",
    becomes: '',
    tests: ['memory/absorb.test.ts', 'memory/emptied.test.ts'],
  },
  { file: 'memory/merge.ts', text: 'if (before === undefined) return [only];', becomes: 'return [only];', tests: ['memory/merge.test.ts'] },
  {
    file: 'memory/merge.ts',
    text: 'if (merged.conflict) findings.push(conflict(ours, merged.segment, yours));',
    becomes: '',
    tests: ['memory/merge.test.ts'],
  },
  {
    file: 'text.ts',
    text: "target !== undefined && target.state !== 'machine' && isEmpty(target.text)",
    becomes: 'target !== undefined && isEmpty(target.text)',
    tests: ['text.test.ts'],
  },

  // Markdown, front matter, strings: bytes.
  { file: 'splice.ts', text: 'if (span.start - base < at) continue;', becomes: '', tests: ['splice.test.ts'] },
  {
    file: 'frontmatter/fence.ts',
    text: "const top = source.startsWith('\\uFEFF') ? 1 : 0;",
    becomes: 'const top = 0;',
    tests: ['markdown/front-matter.test.ts', 'markdown/read.test.ts'],
  },
  {
    file: 'frontmatter/fields.ts',
    text: 'now < fields.embargo',
    becomes: 'now < 0',
    tests: ['publish/build.test.ts', 'publish/site.test.ts'],
  },
  { file: 'strings/plurals.ts', text: '!siblings.has(', becomes: 'false && !siblings.has(', tests: ['strings'] },
  {
    file: 'strings/plurals.ts',
    text: "own.includes(category) || (category === 'zero' && inSource.has('zero'))",
    becomes: 'own.includes(category)',
    tests: ['strings'],
  },

  // The glossary.
  {
    file: 'edition/enforce-terms.ts',
    text: 'if (enforced.missing.length > 0) return undefined;',
    becomes: '',
    tests: ['glossary/correction.test.ts', 'memory'],
  },
  { file: 'edition/glossary.ts', text: '.filter((match) => !match.covered)', becomes: '', tests: SEAMS },
  {
    file: 'glossary/uses.ts',
    text: 'if (term.compounds !== false) {',
    becomes: 'if (term.compounds === true) {',
    tests: ['glossary/uses.test.ts'],
  },
  {
    file: 'formats/csv.ts',
    text: "status !== 'admitted' && status !== 'forbidden' && !rows.has(source)",
    becomes: '!rows.has(source)',
    tests: ['glossary/formats.test.ts'],
  },

  // Checks and reports.
  {
    file: 'checks/run-checks.ts',
    text: "if (target.state !== 'machine' && target.text.length === 0) return undefined;",
    becomes: '',
    tests: ['checks/run.test.ts'],
  },
  {
    file: 'checks/marks.ts',
    text: 'if (there < count)',
    becomes: 'if (there < 0)',
    tests: ['markdown/laws-of-the-repository.test.ts', 'checks/segment.test.ts'],
  },
  {
    file: 'checks/waivers.ts',
    text: 'const next = article.blocks.find((block) => block.span.start >= end);',
    becomes: 'const next = article.blocks[0];',
    tests: ['checks/run.test.ts', 'golden.test.ts'],
  },
  { file: 'checks/levels.ts', text: "level === 'off' ? [] : ", becomes: '', tests: ['checks/finding-names.test.ts'] },
  {
    file: 'reports/fingerprint.ts',
    text: 'findingRules[check].former ?? check',
    becomes: 'check',
    tests: ['checks/finding-names.test.ts'],
  },
  {
    file: 'reports/baseline.ts',
    text: 'findings.filter((_, index) => !known.has(ids[index] as string))',
    becomes: '[...findings]',
    tests: ['checks/reports.test.ts', 'golden.test.ts'],
  },
  {
    file: 'numbers.ts',
    text: 'if (rest.length === 0) return [];',
    becomes: 'return [];',
    tests: ['checks/numbers.test.ts'],
  },

  // The disk, engines, the command line.
  {
    file: 'files/write.ts',
    text: 'if (holds(real, content)) return false;',
    becomes: '',
    tests: ['files.test.ts'],
  },
  { file: 'project/lock.ts', text: "database.exec('BEGIN EXCLUSIVE');", becomes: '', tests: ['lock.test.ts'] },
  {
    file: 'engines/llm/bound.ts',
    text: 'bound - tokensFor(texts) + GROWTH * used',
    becomes: '0',
    tests: ['engines/llm-models.test.ts'],
  },
  {
    file: 'queue/sending/accounting.ts',
    text: 'usage.cost += cost;',
    becomes: 'usage.cost += 0;',
    tests: ['queue/journal.test.ts'],
  },
  {
    file: 'queue/batch-queue.ts',
    text: 'if (store.batches.holds(key)) throw deferred(engine);',
    becomes: '',
    tests: ['engines/llm-batches.test.ts'],
  },
  { file: 'engines/module.ts', text: 'answer.length === request.texts.length && ', becomes: '', tests: ['engines/module.test.ts'] },
  { file: 'engines/pseudo.ts', text: 'targets.get(part) ?? part', becomes: 'part', tests: GOLDEN },
  // What a CI may lose or pay twice.
  { file: 'ci/deliver.ts', text: "'push', '--porcelain',", becomes: "'push', '--force', '--porcelain',", tests: ['ci/branch.test.ts'] },
  { file: 'ci/deliver.ts', text: 'filter((file) => !before.has(file))', becomes: 'filter(() => true)', tests: ['ci/commit.test.ts'] },
  { file: 'ci/start.ts', text: "if (how === 'commit' || !known.has(branch)) return;", becomes: 'return;', tests: ['ci/branch.test.ts'] },
  { file: 'cli/ci.ts', text: 'passing: isPassing', becomes: 'passing: false', tests: ['ci/commit.test.ts'] },
  { file: 'cli/ci.ts', text: '  demandTrust(options, context.env);\n', becomes: '', tests: ['ci/fork.test.ts'] },
  {
    file: 'cli/trust.ts',
    text: 'if (file !== undefined && isModule(file)) throw',
    becomes: 'if (false) throw',
    tests: ['ci/fork.test.ts'],
  },
  {
    file: 'publish/page/own-template.ts',
    text: 'if (one !== false && !markup.includes(one.markup))',
    becomes: 'if (false)',
    tests: ['publish/templates.test.ts'],
  },
  // What a build takes for known.
  {
    file: 'publish/build.ts',
    text: 'before: isSame && listed.isExpected &&',
    becomes: 'before: isSame &&',
    tests: ['publish/build.test.ts'],
  },
  {
    file: 'publish/survey/assign-paths.ts',
    text: 'own.length < all.length ? own.map(asChanged) : own',
    becomes: 'own',
    tests: ['publish/build.test.ts'],
  },
  {
    file: 'publish/build/page-cache.ts',
    text: 'isSiteFile(fileOf(facts.path))',
    becomes: 'facts.path !== null',
    tests: ['publish/build.test.ts'],
  },
  { file: 'publish/build/open-site.ts', text: '      site.templatesKey,\n', becomes: '', tests: ['publish/templates.test.ts'] },
  {
    file: 'ci/pull-request.ts',
    text: "isTheirs || finding.level !== 'error' ? finding",
    becomes: 'true ? finding',
    tests: ['ci/pull-request.test.ts'],
  },
  { file: 'cli/translate.ts', text: "if (reasons.has('budget')) return exit.budget;", becomes: '', tests: GOLDEN },
  { file: 'cli/check.ts', text: 'isStale || findings.some', becomes: 'findings.some', tests: ['checks/finding-names.test.ts'] },
  {
    file: 'publish/survey/state-rules.ts',
    text: "state === 'source' ? { publish: 'index', note: false } : ",
    becomes: '',
    tests: ['publish/build.test.ts'],
  },
];

/** @returns those whose text is not in its file, or more than once, or whose tests are not there */
export function misplaced(root: string, rows: readonly Mutation[] = mutations): string[] {
  return rows.flatMap(({ file, text, tests }) => {
    const path = join(root, 'src', file);
    const times = existsSync(path) ? readFileSync(path, 'utf8').split(text).length - 1 : 0;
    const missing = tests.filter((test) => !existsSync(join(root, 'tests', test)));
    return [
      ...(times === 1 ? [] : [`src/${file}: ${times} times instead of once: ${text.trim()}`]),
      ...missing.map((test) => `src/${file}: no tests/${test}`),
    ];
  });
}
