import { expect, test, vi } from 'vitest';
import { checkout } from '../support/checkout.ts';

test('a save is translated, a mistake is told, and Ctrl-C ends it with exit 0', async () => {
  const project = checkout({ 'articles/en/story.md': '# Story\n\nThe first form.\n' });
  const watching = project.start('watch', '--json');
  const translated = (words: string) =>
    vi.waitFor(() => expect(project.read('articles/es/story.md')).toContain(words), { timeout: 20_000, interval: 50 });
  await translated('THE FIRST FORM.');
  await watching.says('"type":"watching"');
  project.write('articles/en/story.md', '# Story\n\nThe second form.\n');
  await translated('THE SECOND FORM.');
  project.write('articles/en/story.md', '---\ntitle: "open\n---\n\nThe third form.\n');
  await watching.says('articles/en/story.md');
  project.write('articles/en/story.md', '# Story\n\nThe third form.\n');
  await translated('THE THIRD FORM.');
  watching.kill('SIGINT');
  expect((await watching.done).code).toBe(0);
});
