/** All that somebody has accepted since their last commit, before it becomes one. */

import { wordDiff } from '../../memory/likeness.ts';
import { type Html, html } from '../../publish/page/html-tag.ts';
import { autonym, direction } from '../../publish/page/locale-names.ts';
import type { Work } from '../drafts.ts';
import { nameOf } from '../people.ts';
import { toPlain } from '../texts.ts';
import { changing, diffMarkup, frame, type Visit } from './frame.ts';
import { addressOf, type Notice, sentenceLink } from './panel.ts';

export interface CommitPage {
  readonly work: readonly Work[];
  readonly message: string;
  /** Others with work in the same files, which the commit takes along: names. */
  readonly others: readonly string[];
  /** Whether the project is under git. */
  readonly isInGit: boolean;
  readonly notice?: Notice | undefined;
}

export function commitPage(visit: Visit, { work, message, others, isInGit, notice }: CommitPage): string {
  const { t } = visit;
  const byEdition = Map.groupBy(work, ({ locale, slug }) => `${locale} ${slug}`);
  return frame(visit, {
    title: t('commit.title'),
    kind: 'commit',
    main: html`<div class="page">
<h1>${t('commit.title')}</h1>
${notice !== undefined && html`<p class="notice ${notice.kind}" role="status">${notice.text}</p>`}
${
  work.length === 0
    ? html`<p class="empty">${t('commit.nothing')}</p>`
    : html`${
        !isInGit
          ? html`<p class="notice">${t('commit.noGit')}</p>`
          : !visit.readOnly &&
            changing(
              visit,
              '/commit',
              html`<label class="wide">${t('commit.message')} <input name="message" value="${message}" dir="auto" required maxlength="300"></label>
<p class="hint">${t('commit.as', { author: visit.person.author })}</p>
${others.length > 0 && html`<p class="notice">${t('commit.others', { names: others.map(nameOf).join(', ') })}</p>`}
<p class="actions"><button>${t('commit.do', { count: work.length })}</button></p>`,
              'editing',
            )
      }
${[...byEdition.values()].map((rows) => group(visit, rows))}`
}</div>`,
  });
}

function group({ t, at }: Visit, rows: readonly Work[]): Html {
  const [{ locale, slug }] = rows as [Work];
  const heading =
    slug === ''
      ? html`<a href="${at(`/g/${locale}`)}">${t('glossary.title', { language: autonym(locale) })}</a>`
      : html`<a href="${at(addressOf(locale, slug))}"><bdi>${slug}</bdi></a> <span class="hint">${autonym(locale)}</span>`;
  return html`<section class="effects"><h2>${heading}</h2><ul>${rows.map(
    ({ source, before, after, segment }) =>
      html`<li><div><p class="hint" dir="auto">${toPlain(source)}</p><p class="after" lang="${locale}" dir="${direction(locale)}">${
        slug === ''
          ? html`${before !== null && html`<del>${toPlain(before)}</del> `}<ins>${toPlain(after)}</ins>`
          : html`<a class="plain" href="${at(addressOf(locale, slug))}${sentenceLink(segment)}">${before === after ? toPlain(after) : diffMarkup(wordDiff(toPlain(before ?? ''), toPlain(after)))}</a>`
      }</p>${before === after && html`<p class="tag">${t('commit.read')}</p>`}</div></li>`,
  )}</ul></section>`;
}
