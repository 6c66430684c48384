/** Why the sentence is not saved, and the ways on. */

import type { SentenceDesk } from '../article/desk.ts';
import type { Trouble } from '../article/trouble.ts';
import { directionOf, displayName } from '../page.ts';
import { t } from '../page-words.ts';
import { plainWords } from '../sentence/fragment.ts';
import { Difference } from './diff.tsx';

interface Props {
  readonly desk: SentenceDesk;
  readonly trouble: Trouble;
}

export function TroubleNotice({ desk, trouble }: Props) {
  switch (trouble.kind) {
    case 'conflict':
      return <Conflict desk={desk} trouble={trouble} />;
    case 'gone':
      return (
        <div class="notice conflict" role="alert">
          <p>{t('answer.gone')}</p>
          {trouble.segment !== undefined && (
            <p>
              <a class="button quiet" href={`?s=${trouble.segment}#panel`}>
                {t('trouble.toNew')}
              </a>
            </p>
          )}
        </div>
      );
    case 'waiting':
      return <p class="notice waiting">{t('answer.waiting', { command: trouble.command })}</p>;
    case 'marks': {
      const names = (ids: readonly string[]) => ids.map((id) => `<${id}>`).join(' ');
      return (
        <p class="notice refused" role="alert">
          {trouble.isEmpty && `${t('answer.empty')} `}
          {trouble.missing.length > 0 && `${t('trouble.missing')} `}
          {trouble.wrong.length > 0 && t('answer.wrong', { marks: names(trouble.wrong) })}
        </p>
      );
    }
    default:
      return (
        <p class="notice refused" role="alert">
          {trouble.isTriedAgain === true ? t('trouble.unreached') : t('trouble.failed', { message: trouble.message })}
        </p>
      );
  }
}

/** Both texts, and neither is lost before somebody has chosen. */
function Conflict({ desk, trouble }: { readonly desk: SentenceDesk; readonly trouble: Extract<Trouble, { kind: 'conflict' }> }) {
  const { view, segment } = desk.shown();
  const mine = desk.field()?.text() ?? segment?.drafts.find(({ isMine }) => isMine)?.text ?? '';
  const said =
    trouble.isFromBefore === true
      ? t('trouble.outdated')
      : trouble.by === undefined
        ? t('trouble.conflict')
        : t('trouble.conflictBy', { name: displayName(trouble.by) });
  return (
    <section class="notice conflict" role="alert" aria-label={t('trouble.label')}>
      <p>{said}</p>
      <h3>{t('trouble.theirs')}</h3>
      <p class="text theirs" lang={view.locale} dir={directionOf(view.locale)}>
        {plainWords(trouble.text)}
      </p>
      <h3>{t('trouble.mine')}</h3>
      <p class="text mine" lang={view.locale} dir={directionOf(view.locale)}>
        <Difference from={trouble.text} to={mine} />
      </p>
      <p class="actions">
        <button type="button" onClick={() => void desk.keepMine()}>
          {t('trouble.keepMine')}
        </button>
        <button type="button" class="quiet" onClick={desk.takeTheirs}>
          {t('trouble.takeTheirs')}
        </button>
      </p>
    </section>
  );
}
