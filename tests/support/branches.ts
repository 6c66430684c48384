/** Two branches with an edit each, merged by git with the merge driver or without: what conflicts, and what is lost. */

import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { newsroom } from './concurrent.ts';
import { inProcess } from './program.ts';
import type { Random } from './random.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');
const SOURCE = 'articles/en/story.md';
const EDITION = 'articles/es/story.md';
const RECORD = 'locales/es/articles/story.xlf';
const GLOSSARY = 'locales/es/glossary.csv';

const PARAGRAPHS = 12;
const SENTENCES = PARAGRAPHS * 3;
const TERMS = 20;
const KINDS = ['source', 'edition', 'record', 'glossary'] as const;

/** Two letters: "xi." or "cl." before a capital may be a numeral or an abbreviation, and ends no sentence for certain; the record knows. */
const id = (at: number) => `${'xvcqlm'[Math.floor(at / 6)]}${'xilcqz'[at % 6]}`;
const sentence = (at: number) => `The ferry of line ${id(at)} is late.`;
const article = `# Lines\n\n${Array.from({ length: PARAGRAPHS }, (_, paragraph) => [0, 1, 2].map((at) => sentence(paragraph * 3 + at)).join(' ')).join('\n\n')}\n`;

export interface MergeCounts {
  pairs: number;
  /** Files that git leaves unmerged, of pairs that changed different sentences or terms. */
  conflicts: number;
  lost: number;
  failed: number;
}

/** @param folder empty */
export async function mergedPairs(
  folder: string,
  { pairs, driver, dice }: { readonly pairs: number; readonly driver: boolean; readonly dice: Random },
): Promise<MergeCounts> {
  const { write, read } = newsroom(folder, 0);
  const run = inProcess(folder);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-qm', message, '--allow-empty');
  };
  write('.gitignore', '.dragoman/\n');
  write(SOURCE, article);
  write(GLOSSARY, `source,target\n${Array.from({ length: TERMS }, (_, at) => `term ${id(at)},voz ${id(at)}\n`).join('')}`);
  await run('translate');
  git('init', '-q', '-b', 'main');
  if (driver) {
    git('config', 'merge.dragoman.driver', `'${process.execPath}' '${MAIN}' merge-file %O %A %B %P`);
    write('.gitattributes', ['*.md', '*.xlf', '*.csv'].map((files) => `${files} merge=dragoman\n`).join(''));
  }
  commit('base');

  /** @returns where the edit is to be found afterwards */
  const edit = async (branch: string, kind: (typeof KINDS)[number], at: number): Promise<readonly [file: string, words: string]> => {
    git('checkout', '-q', '-B', branch, 'main');
    const words = `Frase ${branch} ${id(at)}.`;
    const change = (file: string, from: string, to: string) =>
      write(
        file,
        read(file).replace(from, () => to),
      );
    if (kind === 'source') {
      change(SOURCE, sentence(at), `The ship ${branch} of line ${id(at)} is late.`);
      await run('translate');
    } else if (kind === 'edition') change(EDITION, sentence(at).toUpperCase(), words);
    else if (kind === 'record') {
      change(RECORD, `>${sentence(at).toUpperCase()}<`, `>${words}<`);
      await run('translate');
    } else if (at % 2 === 0) change(GLOSSARY, `voz ${id(at % TERMS)}\n`, `voz ${branch}\n`);
    else appendFileSync(join(folder, GLOSSARY), `new ${branch},voz ${branch}\n`);
    commit(branch);
    if (kind === 'source') return [SOURCE, `The ship ${branch} of line ${id(at)} is late.`];
    return kind === 'glossary' ? [GLOSSARY, `voz ${branch}`] : [EDITION, words];
  };

  const counts: MergeCounts = { pairs, conflicts: 0, lost: 0, failed: 0 };
  for (let nth = 0; nth < pairs; nth++) {
    const first = dice.below(SENTENCES);
    const second = (first + 1 + dice.below(SENTENCES - 1)) % SENTENCES;
    const kinds = [dice.one(KINDS), dice.one(KINDS)] as const;
    const made = [await edit('ours', kinds[0], first), await edit('theirs', kinds[1], second)];
    git('checkout', '-q', 'ours');
    try {
      git('merge', '-q', 'theirs', '-m', 'merged');
    } catch {
      counts.conflicts++;
      const { code, stdout } = await run('merge', '--json');
      if (code !== 0) {
        counts.failed++;
        console.error(kinds, first, second, stdout);
        git('checkout', '-q', '-f', 'main');
        continue;
      }
      commit('merged');
    }
    const { code, stderr, stdout } = await run('translate', '--json');
    const missing = made.filter(([file, words]) => !existsSync(join(folder, file)) || !read(file).includes(words));
    if (missing.length > 0 || (code !== 0 && code !== 1)) {
      counts.lost += missing.length;
      if (code !== 0 && code !== 1) counts.failed++;
      console.error(kinds, first, second, missing, stderr, stdout.slice(-500));
    }
    git('checkout', '-q', '-f', 'main');
  }
  return counts;
}
