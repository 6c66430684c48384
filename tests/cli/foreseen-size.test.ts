import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';

/** Close to what can be read, nearly all of it code, which grows in no language. */
const LARGE = `# Large\n\n~~~\n${`${'x'.repeat(99)}\n`.repeat(39_900)}~~~\n\n${'The harbour sold its old bridge to the town on a quiet morning. '.repeat(80)}\n`;

test('an article whose edition would be too large is named before anything of it is sent, and the others are done', async () => {
  const { root, read, sent } = checkout(
    { 'articles/en/large.md': LARGE, 'articles/en/good.md': '# Good\n\nA sentence.\n' },
    { targetLocales: ['ru'] },
  );
  const { code, stderr } = await inProcess(root)('translate');
  expect(code).toBe(2);
  expect(stderr).toContain('articles/en/large.md: its edition in ru would be too large');
  expect(read('articles/ru/good.md')).toContain('A SENTENCE.');
  expect(sent()).toEqual(['Good', 'A sentence.']);
});
