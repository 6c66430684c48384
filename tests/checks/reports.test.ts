import { describe, expect, test } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { type Finding, findingNames, type Level } from '../../src/finding.ts';
import { baseline, beyondBaseline } from '../../src/reports/baseline.ts';
import { fingerprints } from '../../src/reports/fingerprint.ts';
import { github } from '../../src/reports/github.ts';
import { junit } from '../../src/reports/junit.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import { sarif } from '../../src/reports/sarif.ts';

const finding = (over: Partial<Finding> = {}): Finding => ({
  check: 'numbers',
  level: 'warning',
  message: '40 became 50',
  slug: 'a-story',
  locale: 'es',
  segment: 'abc',
  file: 'articles/es/a-story.md',
  line: 12,
  column: 3,
  expected: ['40'],
  got: ['50'],
  ...over,
});
const many = (level: Level, count: number) =>
  Array.from({ length: count }, (_, index) => finding({ level, line: index + 1, segment: `${level}${index}` }));

describe('fingerprints', () => {
  test('stand while lines and the rest of the target change', () => {
    const [one] = fingerprints([finding()]);
    expect(fingerprints([finding({ line: 80, column: 1, target: 'otra cosa', file: 'moved.md' })])).toEqual([one]);
  });

  test('differ by check, edition, sentence and figure, and count the same', () => {
    const all = fingerprints([
      finding(),
      finding({ check: 'terms' }),
      finding({ locale: 'ca' }),
      finding({ segment: 'x' }),
      finding({ got: ['60'] }),
      finding(),
    ]);
    expect(new Set(all).size).toBe(6);
    expect(all[5]).toBe(`${all[0]}-2`);
  });
});

test('SARIF 2.1.0 for code scanning', () => {
  const log = JSON.parse(
    sarif([finding({ level: 'error' }), finding({ check: 'hand-made', level: 'note', file: 'artículo 1.md' })], '1.2.3'),
  );
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.tool.driver).toMatchObject({ name: 'dragoman', semanticVersion: '1.2.3' });
  expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(findingNames);
  expect(run.results[0]).toMatchObject({
    ruleId: 'numbers',
    ruleIndex: findingNames.indexOf('numbers'),
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'articles/es/a-story.md' }, region: { startLine: 12, startColumn: 3 } } }],
  });
  expect(run.results[0].partialFingerprints['dragoman/v1']).toMatch(/^[0-9a-f]{16}$/);
  expect(run.results[1].locations[0].physicalLocation.artifactLocation.uri).toBe('art%C3%ADculo%201.md');
});

test('JUnit has a case an edition, failed by errors alone, and is well formed', () => {
  const editions = [
    { slug: 'a-story', locale: 'es', file: 'articles/es/a-story.md' },
    { slug: 'b & c', locale: 'es', file: 'articles/es/b.md' },
    { slug: 'a-story', locale: 'ca', file: 'articles/ca/a-story.md' },
  ];
  const xml = junit([finding({ level: 'error', message: '"<4>" & \u0001' }), finding({ slug: 'b & c' })], editions);
  expect(xml).toContain('<testsuites name="dragoman" tests="3" failures="1">');
  expect(xml).toContain('<testsuite name="es" tests="2" failures="1">');
  expect(xml).toContain('<failure type="numbers" message="&quot;&lt;4&gt;&quot; &amp; \ufffd">');
  expect(xml).toContain('<testcase classname="es" name="b &amp; c" file="articles/es/b.md">\n      <system-out>');
  expect(xml).toContain('<testcase classname="ca" name="a-story" file="articles/ca/a-story.md"/>');
});

describe('GitHub annotations', () => {
  test('ten of a kind, errors first, all in the summary', () => {
    const { lines, summary } = github([...many('note', 12), ...many('warning', 3), ...many('error', 11)]);
    expect(lines.map((line) => line.slice(2, line.indexOf(' ')))).toEqual([
      ...Array(10).fill('error'),
      ...Array(3).fill('warning'),
      ...Array(10).fill('notice'),
    ]);
    expect(summary?.match(/^\| (?:error|warning|note) /gm)).toHaveLength(26);
  });

  test('no summary where all are annotated; no words break out of a command', () => {
    const { lines, summary } = github([finding({ message: 'a\n::error::b', file: 'a,b:c.md', expected: [] })]);
    expect(summary).toBeUndefined();
    expect(lines).toEqual(['::warning file=a%2Cb%3Ac.md,line=12,col=3,title=numbers (es)::a%0A::error::b']);
  });
});

describe('Markdown', () => {
  test('a table, and no markup or mention out of an article', () => {
    const report = markdownReport([finding({ message: '**x** | @all <img>' })], 2);
    expect(report).toContain('### Dragoman: 2 editions checked');
    expect(report).toContain('0 errors, 1 warning, 0 notes.');
    expect(report).toContain('| warning | numbers | articles/es/a-story.md:12 | \\*\\*x\\*\\* \\| @\u200ball \\<img\\> (expected 40) |');
  });

  test('the first twenty changes of a glossary', () => {
    const changes = Array.from({ length: 25 }, (_, index) => ({
      slug: 'a',
      locale: 'es',
      before: `antes ${index}`,
      after: `después ${index}`,
    }));
    const report = markdownReport([], 1, changes);
    expect(report).toContain('#### 25 targets changed');
    expect(report.match(/después/g)).toHaveLength(20);
    expect(report).toContain('… and 5 more.');
  });
});

describe('a baseline', () => {
  test('knows what it was made from, and nothing else', () => {
    const known = [finding(), finding({ segment: 'x' })];
    const text = baseline(known);
    expect(beyondBaseline([...known, finding({ segment: 'new' })], text, 'baseline.txt').map((one) => one.segment)).toEqual(['new']);
    expect(baseline(known.toReversed())).toBe(text);
  });

  test('a file that is none is an error with its line', () => {
    expect(() => beyondBaseline([], '# known\n{"a":1}\n', 'b.txt')).toThrow(KnownError);
    expect(() => beyondBaseline([], '# known\n{"a":1}\n', 'b.txt')).toThrow('b.txt:2');
  });
});
