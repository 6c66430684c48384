import { describe, expect, test } from 'vitest';
import { expectedResults, goldenCases, runCase } from './support/golden.ts';

describe('what a run does is what its golden folder shows (npm run golden -- --update)', () => {
  test.each(goldenCases)('%s', async (name) => {
    const results = await runCase(name);
    const expected = expectedResults(name);
    expect([...results.keys()]).toEqual([...expected.keys()]);
    for (const [path, text] of results) expect(text, path).toBe(expected.get(path));
  });
});
