/** The column of help: the sentence at hand, what can be done with it, and what is known of it. */

import type { MarkView, SegmentView } from '../../contract.ts';
import type { PanelState, SentenceDesk } from '../article/desk.ts';
import { stateName } from '../article/state-name.ts';
import { t } from '../page-words.ts';
import { wordsWithin } from '../sentence/fragment.ts';
import { type Asked, Concordance } from './concordance.tsx';
import { Engines } from './engines.tsx';
import { Findings } from './findings.tsx';
import { Changed, Memory, Notes, Others, Terms } from './help.tsx';
import { History } from './history.tsx';
import { OwnParagraphs } from './own-paragraphs.tsx';
import { TroubleNotice } from './trouble-notice.tsx';
import { Whole } from './whole.tsx';

export interface PanelProps {
  readonly desk: SentenceDesk;
  readonly isOutdated: boolean;
  readonly asked: Asked;
  /** Another number is another press of the key for a paragraph of one's own. */
  readonly ownAsked: number;
  readonly onHelp: () => void;
}

export function Panel({ desk, isOutdated, asked, ownAsked, onHelp }: PanelProps) {
  const shown = desk.shown();
  const { segment, view, trouble, isReadOnly } = shown;
  const own = { desk, view, canWrite: !isReadOnly };
  return (
    <>
      {isOutdated && (
        <p class="notice waiting" role="status">
          {t('trouble.otherArticle')} <a href={`?s=${segment?.id ?? ''}`}>{t('trouble.reload')}</a>
        </p>
      )}
      <Troubled desk={desk} shown={shown} />
      {segment !== undefined && (
        <>
          <Head shown={shown} desk={desk} />
          <Said segment={segment} desk={desk} />
          {segment.note !== undefined && <p class="note">{segment.note}</p>}
          <Notes segment={segment} />
          {trouble !== undefined && <TroubleNotice desk={desk} trouble={trouble} />}
          {!isReadOnly && <Work shown={shown} desk={desk} />}
          <Changed {...own} segment={segment} />
          <Findings
            {...own}
            key={`findings ${segment.id}`}
            findings={shown.missing.length > 0 ? shown.findings.filter(({ check }) => check !== 'marks') : shown.findings}
          />
          <Terms {...own} segment={segment} />
          <Memory {...own} segment={segment} help={shown.help} />
          <Others {...own} segment={segment} />
          {!isReadOnly && view.format === 'markdown' && (
            <OwnParagraphs key={`own ${segment.id}`} desk={desk} view={view} segment={segment} asked={ownAsked} />
          )}
          {!isReadOnly && <Engines {...own} key={`engines ${segment.id}`} segment={segment} help={shown.help} />}
          <History key={`history ${segment.id}`} view={view} segment={segment.id} />
        </>
      )}
      <Whole desk={desk} current={segment?.id} canWrite={!isReadOnly} />
      <Concordance view={view} asked={asked} onLeave={desk.returnToField} />
      <p class="keys">
        <button type="button" class="small plain" onClick={onHelp}>
          {t('keys.title')} <kbd>?</kbd>
        </button>
      </p>
    </>
  );
}

function Troubled({ desk, shown }: { readonly desk: SentenceDesk; readonly shown: PanelState }) {
  if (shown.troubled.length === 0) return null;
  return (
    <p class="notice refused" role="status">
      {t('trouble.others', { count: shown.troubled.length })}{' '}
      {shown.troubled.map((id) => (
        <button key={id} type="button" class="small quiet" onClick={() => desk.choose(id, { edit: true })}>
          {t('trouble.go')}
        </button>
      ))}
    </p>
  );
}

/** That the sentence is said together with another one. */
function Said({ segment: { says, saidIn }, desk }: { readonly segment: SegmentView; readonly desk: SentenceDesk }) {
  if (saidIn !== undefined)
    return (
      <p class="hint">
        {t('join.saidIn')}{' '}
        <button type="button" class="small quiet" onClick={() => desk.choose(saidIn, { edit: true })}>
          {t('trouble.go')}
        </button>
      </p>
    );
  return says === undefined ? null : <p class="hint">{t('join.says')}</p>;
}

/** The names of rules are the program's own. */
function makerOf({ by, name }: NonNullable<SegmentView['by']>): string[] {
  if (by === 'repair') return [t('state.mended')];
  return name === undefined ? [] : [name];
}

function Head({ shown: { at, view, segment, standing }, desk }: { readonly shown: PanelState; readonly desk: SentenceDesk }) {
  const words = [segment === undefined ? t('state.missing') : stateName(segment)];
  if (segment?.state === 'machine' && segment.by !== undefined) words.push(...makerOf(segment.by));
  const hasDraft = segment?.drafts.some(({ isMine }) => isMine) === true;
  const draft = standing !== 'untouched' ? t(`standing.${standing}`) : hasDraft ? t('standing.kept') : undefined;
  return (
    <header class="at-hand">
      <nav class="steps" aria-label={t('panel.steps')}>
        <button type="button" class="quiet" title="Alt ↑" disabled={at <= 1} onClick={() => desk.move(-1)}>
          {t('panel.before')}
        </button>
        <p>{t('panel.position', { at, count: view.segments.length })}</p>
        <button type="button" class="quiet" title="Alt ↓" disabled={at >= view.segments.length} onClick={() => desk.move(1)}>
          {t('panel.after')}
        </button>
      </nav>
      <p class="state">
        {words.join(' · ')}
        {draft !== undefined && <span class={`standing ${standing === 'failed' ? 'failed' : 'fine'}`}>{draft}</span>}
      </p>
    </header>
  );
}

function Work({
  shown: { segment, isEditing, missing, standing, trouble },
  desk,
}: {
  readonly shown: PanelState;
  readonly desk: SentenceDesk;
}) {
  const isBusy = standing === 'saving';
  return (
    <div class="editing">
      {isEditing && missing.length > 0 && (
        <section class="tray" aria-label={t('marks.missing')}>
          <h2>{t('marks.missing')}</h2>
          <ul>
            {missing.slice(0, 9).map((mark, at) => (
              <li key={`${mark.id} ${mark.role}`}>
                <button type="button" class="small quiet" onMouseDown={stay} onClick={() => desk.putMark(mark)}>
                  <kbd>Alt {at + 1}</kbd> {t(`look.${mark.look}`)} <MarkName mark={mark} source={segment?.source ?? ''} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="actions">
        <button
          type="button"
          disabled={isBusy || trouble?.kind === 'conflict'}
          onMouseDown={stay}
          onClick={() => void desk.accept('next')}
          title="Ctrl ↵"
        >
          {t('panel.acceptNext')}
        </button>
        {trouble?.kind !== 'conflict' && (
          <button
            type="button"
            class="quiet"
            disabled={isBusy}
            onMouseDown={stay}
            onClick={() => void desk.accept('stay')}
            title="Ctrl Shift ↵"
          >
            {t('panel.accept')}
          </button>
        )}
        {isEditing ? (
          <button type="button" class="quiet" onMouseDown={stay} onClick={desk.leave} title="Esc">
            {t('panel.leave')}
          </button>
        ) : (
          <button type="button" class="quiet" onClick={desk.edit} title="↵">
            {t('panel.write')}
          </button>
        )}
      </p>
      <p class="actions">
        <button type="button" class="small plain" onMouseDown={stay} onClick={desk.useSource} title="Ctrl D">
          {t('panel.useSource')}
        </button>
        {segment?.joins !== undefined && (
          <button type="button" class="small plain" disabled={isBusy} onMouseDown={stay} onClick={() => void desk.join()} title="Alt J">
            {t('join.join')}
          </button>
        )}
        {segment?.says !== undefined && isEditing && (
          <button
            type="button"
            class="small plain"
            disabled={isBusy}
            onMouseDown={stay}
            onClick={() => void desk.split()}
            title="Alt Shift J"
          >
            {t('join.split')}
          </button>
        )}
        {desk.canTakeBack() && (
          <button
            type="button"
            class="small plain"
            disabled={isBusy}
            onMouseDown={stay}
            onClick={() => void desk.takeBack()}
            title="Ctrl Z"
          >
            {t('term.undo')}
          </button>
        )}
        {segment?.state !== 'missing' && (
          <button type="button" class="small plain" disabled={isBusy} onClick={() => void desk.remove()} title="Ctrl ⌫">
            {t('panel.remove')}
          </button>
        )}
      </p>
    </div>
  );
}

/** A click on a button of the panel leaves the cursor in the field. */
const stay = (event: MouseEvent) => event.preventDefault();

/** What is in the mark in the source; of a link that has no words, where it leads. */
function MarkName({ mark: { id, title, role, label }, source }: { readonly mark: MarkView; readonly source: string }) {
  const name = (role === 'pair' ? wordsWithin(source, id) : role === 'alone' ? label : '') || (title ?? '');
  return name === '' ? null : (
    <bdi class="where" title={title}>
      {name}
    </bdi>
  );
}
