/** The search index: Pagefind, which splits it by each page's language by itself. Optional: a newsroom installs it where it wants it. */

import { KnownError } from '../../errors.ts';
import type { Stage } from '../stage.ts';
import { spacedWords } from './spaced-words.ts';

/** The part of Pagefind's Node API that is used. */
interface Pagefind {
  createIndex(options: object): Promise<{ errors: string[]; index?: PagefindIndex }>;
  close(): Promise<unknown>;
}

interface PagefindIndex {
  addHTMLFile(file: { url: string; content: string }): Promise<{ errors: string[] }>;
  getFiles(): Promise<{ errors: string[]; files: { path: string; content: Uint8Array }[] }>;
}

/** What comes with Pagefind's own pages, which this site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** @throws KnownError where Pagefind is not installed */
export async function searchIndexer(): Promise<(stage: Stage, pages: readonly string[]) => Promise<void>> {
  const pagefind = await load();
  return async (stage, pages) => {
    const { index, errors } = await pagefind.createIndex({ writePlayground: false });
    if (index === undefined) throw unusable(errors);
    try {
      for (const page of pages) {
        const content = stage.read(page);
        if (content === undefined) continue;
        const added = await index.addHTMLFile({
          url: `/${page.replace(/index\.html$/, '')}`,
          content: spacedWords(content, page.split('/')[0] ?? 'en'),
        });
        if (added.errors.length > 0) throw unusable(added.errors);
      }
      const { files, errors: failed } = await index.getFiles();
      if (failed.length > 0) throw unusable(failed);
      for (const { path, content } of files) if (!UNUSED.test(path)) stage.put(`pagefind/${path}`, Buffer.from(content));
    } finally {
      await pagefind.close();
    }
  };
}

async function load(): Promise<Pagefind> {
  try {
    return (await import('pagefind')) as unknown as Pagefind;
  } catch (cause) {
    throw new KnownError('--search needs Pagefind', {
      expected: 'the package "pagefind" beside Dragoman',
      got: 'none that loads',
      help: 'Install it: npm install pagefind',
      cause,
    });
  }
}

function unusable(errors: readonly string[]): KnownError {
  return new KnownError('Pagefind made no index', { expected: 'an index of the pages', got: errors.join('; ') || 'nothing' });
}
