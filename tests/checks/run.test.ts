import { describe, expect, test } from 'vitest';
import { emptyCheck } from '../../src/checks/empty.ts';
import { numbersCheck } from '../../src/checks/numbers.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { edition, outputOf } from './support.ts';

const wrong = { source: 'It cost 40 euros.', target: 'Costó 50 euros.' };
const right = { source: 'It is raining.', target: 'Está lloviendo.' };

describe('the runner', () => {
  test('places findings in the written edition', () => {
    const es = edition('es', [right, wrong]);
    const [finding] = runChecks([numbersCheck], es, { output: outputOf(es), file: 'articles/es/a-story.md' });
    expect(finding).toMatchObject({ file: 'articles/es/a-story.md', line: 3, column: 1 });
  });

  test('places the second of two equal targets behind the first', () => {
    const es = edition('es', [wrong, right, wrong]);
    const lines = runChecks([numbersCheck], es, { output: outputOf(es) }).map((finding) => finding.line);
    expect(lines).toEqual([1, 5]);
  });

  test('takes levels from the configuration', () => {
    const es = edition('es', [wrong]);
    expect(runChecks([numbersCheck], es, { levels: { numbers: 'error' } })[0]?.level).toBe('error');
    expect(runChecks([numbersCheck], es, { levels: { numbers: 'off' } })).toEqual([]);
  });

  test('a comment in the source waives a check for the next block alone', () => {
    const es = edition('es', [wrong, wrong], { before: '<!-- dragoman:allow numbers -->\n\n' });
    expect(runChecks([numbersCheck], es).map((finding) => finding.segment)).toEqual(['s2']);
  });

  test('a comment waives only what it names', () => {
    const es = edition('es', [wrong], { before: '<!-- dragoman:allow length, terms -->\n\n' });
    expect(runChecks([numbersCheck], es)).toHaveLength(1);
    const all = edition('es', [wrong], { before: '{/* dragoman:allow all */}\n\n' });
    expect(runChecks([numbersCheck], all)).toEqual([]);
  });

  test('a name of two words may be written with a space, as it once was', () => {
    const check = { ...numbersCheck, name: 'number-format' } as const;
    for (const name of ['number format', 'length, Number-Format']) {
      const es = edition('es', [wrong], { before: `<!-- dragoman:allow ${name} -->\n\n` });
      expect(runChecks([check], es)).toEqual([]);
    }
  });

  test('a waiver of the record holds for its segment', () => {
    const es = edition('es', [wrong, wrong]);
    const waivers = new Map([['s1', [{ check: 'numbers', reason: 'the price rose since' }]]]);
    expect(runChecks([numbersCheck], es, { waivers }).map((finding) => finding.segment)).toEqual(['s2']);
  });

  test('what a person took out is not empty', () => {
    expect(runChecks([emptyCheck], edition('es', [{ source: 'It is raining.', target: [], state: 'reviewed' }]))).toEqual([]);
    expect(runChecks([emptyCheck], edition('es', [{ source: 'It is raining.', target: [] }]))).toHaveLength(1);
  });
});
