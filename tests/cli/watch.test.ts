import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { takeLock } from '../../src/project/lock.ts';
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

test('a save that meets another command at work is done after it', async () => {
  const project = checkout({ 'articles/en/story.md': '# Story\n\nThe first form.\n' });
  const watching = project.start('watch', '--json');
  await watching.says('"type":"watching"');
  const release = await takeLock(join(project.root, '.dragoman'), 'translate');
  project.write('articles/en/story.md', '# Story\n\nThe second form.\n');
  await watching.says('Waiting for "translate"');
  expect(project.read('articles/es/story.md')).toContain('THE FIRST FORM.');
  // Saved again while it waits: the last form is what comes.
  project.write('articles/en/story.md', '# Story\n\nThe third form.\n');
  release();
  await vi.waitFor(() => expect(project.read('articles/es/story.md')).toContain('THE THIRD FORM.'), { timeout: 20_000, interval: 50 });
  watching.kill('SIGINT');
  expect((await watching.done).code).toBe(0);
});
