/** What was found in the sentence as it is being written. */

import { useState } from 'preact/hooks';
import type { FindingView } from '../../contract.ts';
import type { SentenceDesk } from '../article/desk.ts';
import { t } from '../page-words.ts';
import { FindingWords } from './finding-words.tsx';

interface Props {
  readonly desk: SentenceDesk;
  readonly findings: readonly FindingView[];
  readonly canWrite: boolean;
}

export function Findings({ desk, findings, canWrite }: Props) {
  if (findings.length === 0) return null;
  return (
    <section>
      <h2>{t('panel.findings')}</h2>
      <ul class="findings">
        {byLevel(findings).map((finding) => (
          <li key={finding.check + finding.message} class={finding.level}>
            <p>
              <span class="check" dir="ltr">
                {finding.check}
              </span>{' '}
              <FindingWords finding={finding} />
            </p>
            {canWrite && <Ways desk={desk} finding={finding} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What keeps a sentence from being published first; among equals, as they were found. */
function byLevel(findings: readonly FindingView[]): FindingView[] {
  const weights = { error: 0, warning: 1, note: 2 };
  return findings.toSorted((a, b) => weights[a.level] - weights[b.level]);
}

/** What these expect are words of the sentence; others name a language, a count or an address. */
const IN_WORDS: ReadonlySet<string> = new Set(['terms', 'forbidden', 'names', 'consistency', 'currency', 'dates']);

function Ways({ desk, finding }: { readonly desk: SentenceDesk; readonly finding: FindingView }) {
  const [isAsked, setAsked] = useState(false);
  const { expected = [], got = [], check } = finding;
  return (
    <div class="ways">
      {IN_WORDS.has(check) &&
        expected.slice(0, 3).map((words) => (
          <button key={words} type="button" class="small quiet" onClick={() => desk.useFix(got[0] ?? '', words)}>
            {t('finding.use')} <bdi class="expected">{words}</bdi>
          </button>
        ))}
      {isAsked ? (
        <form
          class="reason"
          onSubmit={(event) => {
            event.preventDefault();
            const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
            if (reason === '') return;
            // The form goes with the finding.
            desk.returnToField();
            void desk.waive(check, reason);
          }}
        >
          <label>
            {t('finding.because')} <input name="reason" maxLength={500} required autocomplete="off" ref={(input) => input?.focus()} />
          </label>
          <button type="submit" class="small">
            {t('finding.settle')}
          </button>
        </form>
      ) : (
        <button type="button" class="small plain" onClick={() => setAsked(true)}>
          {t('finding.noProblem')}
        </button>
      )}
    </div>
  );
}
