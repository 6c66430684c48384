/** What is said instead of a page, with the way back to the others. */

import type { KnownError } from '../../errors.ts';
import { html } from '../../publish/page/html-tag.ts';
import { frame, type Visit } from './frame.ts';

export interface Fault {
  readonly key: 'none' | 'file';
  /** What is wrong with a file, as the command line says it. */
  readonly told?: Pick<KnownError, 'message'> & Partial<Pick<KnownError, 'expected' | 'got' | 'help'>>;
}

export function faultText(visit: Visit, { key, told }: Fault): string {
  const { t } = visit;
  const lines =
    told === undefined ? [] : [told.message, told.expected && `expected ${told.expected}`, told.got && `got ${told.got}`, told.help];
  return frame(visit, {
    title: t(`fault.${key}`),
    kind: 'fault',
    main: html`<div class="page">
<h1>${t(`fault.${key}`)}</h1>
${lines.length > 0 && html`<p class="notice refused" role="alert" lang="en" dir="ltr">${lines.filter(Boolean).map((line) => html`${line}<br>`)}</p>`}
<p><a class="button" href="${visit.at('/')}">${t('home')}</a></p>
</div>`,
  });
}
