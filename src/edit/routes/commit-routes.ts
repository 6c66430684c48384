/** What somebody has accepted becomes a commit of theirs. */

import type { Context, Hono } from 'hono';
import { KnownError } from '../../errors.ts';
import { commitFiles, isInRepository, uncommitted } from '../../project/git.ts';
import { glossaryFiles } from '../../project/project.ts';
import type { Work } from '../drafts.ts';
import type { Env } from '../guard.ts';
import { commitPage } from '../pages/commit.ts';
import type { Notice } from '../pages/panel.ts';
import { formOf, noToken, type PageTools, visitOf } from '../visits.ts';

export function addCommitPages(app: Hono<Env>, tools: PageTools): void {
  const { editor, people } = tools;
  const { workspace, drafts } = editor;
  const { project } = workspace;

  const filesOf = (work: readonly Work[]): string[] => {
    const files = work.flatMap(({ locale, slug }) => {
      const open = slug === '' ? undefined : workspace.opened(locale, slug)?.open;
      return open === undefined ? (slug === '' ? glossaryFiles(project, locale) : []) : [open.recordFile, open.file];
    });
    return [...new Set(files)];
  };
  /** Work of theirs that is still in no commit: somebody may have committed it elsewhere. */
  const left = async (author: string): Promise<readonly Work[]> => {
    const work = drafts.work(author);
    if (!(await isInRepository(project.root))) return work;
    const changed = await uncommitted(project.root, filesOf(work));
    const isLeft = (one: Work) => filesOf([one]).some((file) => changed.has(file));
    drafts.forgetWork(
      author,
      work.filter((one) => !isLeft(one)),
    );
    return work.filter(isLeft);
  };
  const show = async (c: Context<Env>, notice?: Notice) => {
    const { author } = c.get('person');
    const work = await left(author);
    const files = new Set(filesOf(work));
    const others = drafts.authors().filter((other) => other !== author && filesOf(drafts.work(other)).some((file) => files.has(file)));
    const isInGit = await isInRepository(project.root);
    return c.html(commitPage(visitOf(c, tools), { work, message: messageOf(work), others, isInGit, notice }));
  };

  app.get('/commit', (c) => show(c));

  app.post('/commit', async (c) => {
    const form = await formOf(c, people);
    if (form === undefined) return noToken(c);
    const { author } = c.get('person');
    const { t } = visitOf(c, tools);
    const work = await left(author);
    const message = form.one('message').trim();
    if (work.length === 0 || message === '') return show(c);
    try {
      const changed = await uncommitted(project.root, filesOf(work));
      const commit = await commitFiles(project.root, [...changed], [message], author.includes('<') ? author : undefined);
      drafts.forgetWork(author, work);
      return show(c, { kind: 'done', text: t('commit.done', { commit }) });
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      return show(c, { kind: 'refused', text: [error.message, error.got].filter(Boolean).join('. ') });
    }
  });
}

/** `es: night-ferry, water (12 sentences)`, in the language of the log. */
function messageOf(work: readonly Work[]): string {
  const parts = [...Map.groupBy(work, ({ locale }) => locale)].map(([locale, own]) => {
    const names = [...new Set(own.map(({ slug }) => (slug === '' ? 'glossary' : slug)))];
    const shown = names.length <= 3 ? names : [...names.slice(0, 3), `${names.length - 3} more`];
    return `${locale}: ${shown.join(', ')}`;
  });
  return `${parts.join('; ')} (${work.length} ${work.length === 1 ? 'sentence' : 'sentences'})`;
}
