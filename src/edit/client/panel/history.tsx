/** Who said what before, from git: asked for when somebody opens it. */

import { useState } from 'preact/hooks';
import type { EditionView, HistoryView } from '../../contract.ts';
import { directionOf, displayName } from '../page.ts';
import { moment, t } from '../page-words.ts';
import { getHistory } from '../requests.ts';
import { plainWords } from '../sentence/fragment.ts';

/** Has a key of its sentence: another sentence's history is another component. */
export function History({ segment, view }: { readonly segment: string; readonly view: EditionView }) {
  const [changes, setChanges] = useState<HistoryView['changes'] | 'failed'>();
  const load = () => {
    if (changes === undefined)
      getHistory(segment).then(
        (found) => setChanges(found.changes),
        () => setChanges('failed'),
      );
  };
  return (
    <details class="more" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>{t('history.title')}</summary>
      {changes === 'failed' && <p class="hint">{t('history.failed')}</p>}
      {Array.isArray(changes) && changes.length === 0 && <p class="hint">{t('history.none')}</p>}
      {Array.isArray(changes) && (
        <ul class="history">
          {changes.map(({ commit, author, at, target, state }) => (
            <li key={commit}>
              <p class="hint">
                {displayName(author)} · {moment(at)} · {t(`state.${state}`)}
              </p>
              {target !== null && (
                <p class="text" lang={view.locale} dir={directionOf(view.locale)}>
                  {plainWords(target)}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
