/** What is known of the sentence: terms, what changed in its source, what was said for sentences like it, who else is writing. */

import type { EditionView, HelpView, SegmentView } from '../../contract.ts';
import { addressOfTerm } from '../../term-address.ts';
import type { SentenceDesk } from '../article/desk.ts';
import { base, directionOf, displayName } from '../page.ts';
import { t } from '../page-words.ts';
import { plainWords } from '../sentence/fragment.ts';
import { Diff, Difference } from './diff.tsx';

export interface SentenceProps {
  readonly desk: SentenceDesk;
  readonly view: EditionView;
  readonly segment: SegmentView;
  readonly canWrite: boolean;
}

/** In their own words, whatever language those are in. */
export function Notes({ segment: { notes = [] } }: Pick<SentenceProps, 'segment'>) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{t('panel.notes')}</h2>
      <ul class="notes">
        {notes.map(({ text, from }) => (
          <li key={text}>
            {from !== undefined && (
              <p class="hint">
                <bdi>{from}</bdi>
              </p>
            )}
            <p class="verbatim" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Changed({ desk, view, segment: { was, target }, canWrite }: SentenceProps) {
  if (was === undefined) return null;
  return (
    <section class="changed">
      <h2>{t('panel.changed')}</h2>
      <p lang={view.sourceLocale} dir={directionOf(view.sourceLocale)}>
        <Diff diff={was.diff} />
      </p>
      {was.target !== null && (
        <>
          <p class="hint">{t('panel.saidThen')}</p>
          <p lang={view.locale} dir={directionOf(view.locale)}>
            {target === null ? plainWords(was.target) : <Difference from={was.target} to={target} />}
          </p>
          {canWrite && target !== was.target && <UseText desk={desk} text={was.target} />}
        </>
      )}
    </section>
  );
}

export function Terms({ desk, view, segment: { terms }, canWrite }: SentenceProps) {
  if (terms.length === 0) return null;
  return (
    <section>
      <h2>{t('panel.terms')}</h2>
      <ul class="terms">
        {terms.map(({ source, target, start }) => (
          <li key={start}>
            <a href={`${base}${addressOfTerm({ locale: view.locale, from: view.sourceLocale }, source)}`} title={t('term.change')}>
              <bdi lang={view.sourceLocale}>{source}</bdi>
            </a>
            <span aria-hidden="true" class="arrow">
              {' → '}
            </span>
            {canWrite ? (
              <button type="button" class="small quiet" title={t('term.use')} onClick={() => desk.useWords(target)}>
                <bdi lang={view.locale}>{target}</bdi>
              </button>
            ) : (
              <bdi lang={view.locale}>{target}</bdi>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function UseText({ desk, text }: { readonly desk: SentenceDesk; readonly text: string }) {
  return (
    <button type="button" class="small quiet" onClick={() => desk.useText(text)}>
      {t('memory.use')}
    </button>
  );
}

/** Matches of the memory, the best first; what the sentence says already is none. */
export function matchesFor({ source, target }: SegmentView, help: HelpView | undefined): HelpView['memory'] {
  return (help?.memory ?? []).filter((one) => one.target !== target || one.source !== source);
}

export function Memory({ desk, view, segment, canWrite, help }: SentenceProps & { readonly help: HelpView | undefined }) {
  const matches = matchesFor(segment, help);
  if (matches.length === 0) return null;
  return (
    <section>
      <h2>{t('panel.memory')}</h2>
      <ul class="memory">
        {matches.map(({ likeness, state, slug, target, diff }, at) => (
          <li key={slug + target}>
            <p class="hint">
              {t('panel.likeness', { share: Math.round(likeness * 100) })} · {t(`state.${state}`)} · <bdi>{slug}</bdi>
            </p>
            <p class="diff" lang={view.sourceLocale} dir={directionOf(view.sourceLocale)}>
              <Diff diff={diff} />
            </p>
            <p class="text" lang={view.locale} dir={directionOf(view.locale)}>
              {plainWords(target)}
            </p>
            {canWrite && (
              <button type="button" class="small quiet" onClick={() => desk.useText(target)}>
                {t('memory.use')} {at === 0 && <kbd>Alt ↵</kbd>}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Others({ desk, view, segment, canWrite }: SentenceProps) {
  const drafts = segment.drafts.filter(({ isMine }) => !isMine);
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2>{t('panel.others')}</h2>
      <ul class="drafts">
        {drafts.map(({ author, text }) => (
          <li key={author}>
            <p class="hint">{t('panel.draftOf', { name: displayName(author) })}</p>
            <p class="text" lang={view.locale} dir={directionOf(view.locale)}>
              <Difference from={segment.target ?? ''} to={text} />
            </p>
            {canWrite && <UseText desk={desk} text={text} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
