import process from 'node:process';
import { expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';

test.each([80, 40, 0, undefined])(
  'the bar is one line of a terminal %o letters wide: of a broken one only the last part is taken away',
  (columns) => {
    let drawn = '';
    const stderr = { isTTY: true, columns, write: (text: string) => (drawn += text) };
    const nothing = () => undefined;
    const progress = createProgress({
      ...{ cwd: '/', json: false, color: false, env: process.env, signal: new AbortController().signal },
      ...{ stderr, print: nothing, say: nothing, shown: (file: string) => file },
    });
    progress.onEvent({ type: 'progress', share: 0.5, done: 5_000, editions: 10_000, characters: 123_456_789 });
    const line = drawn.replace('\r\u001b[2K', '');
    expect(line).toMatch(/^█{12}░{12} 5000\/10000/);
    expect(line.length).toBeLessThanOrEqual(columns || 200);
    if (!columns) expect(line).toContain('123,456,789 characters');
  },
);
