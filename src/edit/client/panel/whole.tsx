/** The article as a whole: what to look at first, and that all of it has been read. */

import { useMemo, useState } from 'preact/hooks';
import type { EditionView, SegmentView } from '../../contract.ts';
import { firstToSee, needsPerson, unread } from '../../sentence-state.ts';
import type { SentenceDesk } from '../article/desk.ts';
import { stateName } from '../article/state-name.ts';
import { directionOf, token } from '../page.ts';
import { t } from '../page-words.ts';
import { plainWords } from '../sentence/fragment.ts';
import { FindingWords } from './finding-words.tsx';

interface Props {
  readonly desk: SentenceDesk;
  /** The sentence at hand. */
  readonly current: string | undefined;
  readonly canWrite: boolean;
}

/** Until a sentence is chosen it is what the panel shows; then it can be opened. */
export function Whole({ desk, current, canWrite }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (current === undefined) return <Content desk={desk} current={current} canWrite={canWrite} />;
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('whole.title')}</summary>
      {isOpen && <Content desk={desk} current={current} canWrite={canWrite} />}
    </details>
  );
}

/** As many as are looked at in a minute. */
const MOST = 5;

function Content({ desk, current, canWrite }: Props) {
  const segments = desk.segments();
  const { view } = desk.shown();
  // Thousands of sentences are not looked through for each key of one.
  const worst = useMemo(() => firstToSee(segments, MOST + 1), [segments]);
  const count = useMemo(() => segments.filter(unread).length, [segments]);
  const first = worst.filter(({ id }) => id !== current).slice(0, MOST);
  return (
    <div class="whole">
      {current === undefined && <p class="hint">{t('panel.choose')}</p>}
      {segments.some(needsPerson) && (
        <p>
          <button type="button" class={current === undefined ? '' : 'quiet'} title="Ctrl Alt ↓" onClick={desk.moveToNext}>
            {t('panel.next')}
          </button>
        </p>
      )}
      {first.length > 0 && (
        <section>
          <h2>{t('first.title')}</h2>
          <ul class="first">
            {first.map((segment) => (
              <li key={segment.id}>
                <button type="button" class="plain to-first" onClick={() => desk.choose(segment.id)}>
                  <InItsLanguage view={view} segment={segment} />
                </button>
                <p class="hint">{why(segment)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {canWrite && count > 0 && (
        <form method="post" action={location.pathname}>
          <input type="hidden" name="token" value={token} />
          <button type="submit" class="quiet" name="action" value="read-all">
            {t('panel.readAll', { count })}
          </button>
        </form>
      )}
      <ul class="legend">
        {['machine', 'reviewed', 'stale', 'missing'].map((state) => (
          <li key={state}>
            <span class={`s ${state}`}>{t(`state.${state}`)}</span>
          </li>
        ))}
      </ul>
      {view.findings.length > 0 && (
        <section>
          <h2>{t('panel.editionFindings')}</h2>
          <ul class="findings">
            {view.findings.map((finding) => (
              <li key={finding.message} class={finding.level}>
                <FindingWords finding={finding} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function InItsLanguage({ view, segment: { target, source } }: { readonly view: EditionView; readonly segment: SegmentView }) {
  const locale = target === null ? view.sourceLocale : view.locale;
  return (
    <bdi lang={locale} dir={directionOf(locale)}>
      {plainWords(target ?? source)}
    </bdi>
  );
}

function why(segment: SegmentView): string {
  const { doubt, findings } = segment;
  const found = findings.filter(({ level }) => level !== 'note').length;
  return [
    stateName(segment),
    ...(found > 0 ? [t('count.findings', { count: found })] : []),
    ...(doubt === undefined ? [] : [t('first.doubt', { share: Math.round(doubt) })]),
  ].join(' · ');
}
