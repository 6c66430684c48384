/** Other engines for the sentence, asked one by one by whoever sees what it costs. */

import { useState } from 'preact/hooks';
import type { AlternativeView, HelpView } from '../../contract.ts';
import { directionOf } from '../page.ts';
import { dollars, t } from '../page-words.ts';
import { ask } from '../requests.ts';
import { plainWords } from '../sentence/fragment.ts';
import { Difference } from './diff.tsx';
import type { SentenceProps } from './help.tsx';

type Answer = AlternativeView | { readonly failed: string } | 'asked';

/** Has a key of its sentence: what was answered for another is not shown. */
export function Engines({ desk, view, segment, help }: SentenceProps & { readonly help: HelpView | undefined }) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const engines = help?.engines ?? [];
  if (engines.length === 0) return null;
  const put = (engine: string, answer: Answer) => setAnswers((now) => new Map(now).set(engine, answer));
  const askFor = (engine: string) => {
    put(engine, 'asked');
    ask(segment.id, engine).then(
      (answer) => put(engine, answer),
      (error: unknown) => put(engine, { failed: error instanceof Error ? error.message : String(error) }),
    );
  };
  return (
    <section class="engines">
      <h2>{t('engine.title')}</h2>
      <p class="offers">
        {engines.map(({ engine, characters, cost }) => (
          <button key={engine} type="button" class="small quiet" disabled={answers.get(engine) === 'asked'} onClick={() => askFor(engine)}>
            {t('panel.ask', { engine })}{' '}
            <span class="hint">{cost > 0 ? t('engine.price', { count: characters, price: dollars(cost) }) : t('engine.free')}</span>
          </button>
        ))}
      </p>
      <ul class="memory" aria-live="polite">
        {[...answers].map(([engine, answer]) => (
          <li key={engine}>
            {answer === 'asked' ? (
              <p class="hint">{t('engine.asked', { engine })}</p>
            ) : 'failed' in answer ? (
              <p class="notice refused">{t('answer.notAsked', { engine, message: answer.failed })}</p>
            ) : (
              <>
                <p class="hint">{t('panel.asked', { engine })}</p>
                <p class="text" lang={view.locale} dir={directionOf(view.locale)}>
                  {segment.target === null ? plainWords(answer.text) : <Difference from={segment.target} to={answer.text} />}
                </p>
                <button type="button" class="small quiet" onClick={() => desk.useText(answer.text)}>
                  {t('memory.use')}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
