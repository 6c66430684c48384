/** Paragraphs of the edition's own behind the sentence's block: written, changed, and taken out again. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EditionView, SegmentView } from '../../contract.ts';
import type { SentenceDesk } from '../article/desk.ts';
import { copyOf, forgetCopy, putCopy } from '../article/local-copies.ts';
import { directionOf } from '../page.ts';
import { t } from '../page-words.ts';

interface Props {
  readonly desk: SentenceDesk;
  readonly view: EditionView;
  readonly segment: SegmentView;
  /** Another number is another press of the key; 0 for none. */
  readonly asked: number;
}

/** Of what is written and not saved. */
const copyName = (segment: string, at: number) => `own ${segment} ${at}`;

/** Presses of the key that have been answered, whichever sentence was at hand. */
let answered = 0;

/** Has a key of its sentence. */
export function OwnParagraphs({ desk, view, segment, asked }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (asked === answered || details.current === null) return;
    answered = asked;
    details.current.open = true;
    details.current.querySelector('textarea')?.focus();
  }, [asked]);
  const isFirst = segment.id === view.segments[0]?.id;
  /** How many there were when another one was asked for. */
  const [moreThan, setMore] = useState<number>();
  const here = view.own.filter(({ after }) => after === segment.id || (after === null && isFirst));
  const isMore = moreThan === here.length || copyOf(copyName(segment.id, here.length)) !== undefined;
  useLayoutEffect(() => {
    if (moreThan !== undefined) [...(details.current?.querySelectorAll('textarea') ?? [])].at(-1)?.focus();
  }, [moreThan]);
  return (
    <details class="more" id="own" ref={details}>
      <summary>
        {t('own.title')} <kbd>Alt P</kbd>
      </summary>
      <p class="hint">{t('own.hint')}</p>
      {/* By their places: one that others change, or take out, while somebody writes stays in its field. */}
      {here.map(({ markdown, after }, at) => (
        <Paragraph key={at} at={at} desk={desk} view={view} segment={segment.id} is={markdown} isFirst={after === null} />
      ))}
      {here.length > 0 && !isMore ? (
        <p>
          <button type="button" class="small plain" onClick={() => setMore(here.length)}>
            {t('own.another')}
          </button>
        </p>
      ) : (
        <Paragraph key={here.length} at={here.length} desk={desk} view={view} segment={segment.id} isFirst={false} />
      )}
    </details>
  );
}

interface ParagraphProps {
  readonly desk: SentenceDesk;
  readonly view: EditionView;
  readonly segment: string;
  /** Which of several at the same place. */
  readonly at: number;
  /** What it says by now; undefined for a new one. */
  readonly is?: string | undefined;
  readonly isFirst: boolean;
}

function Paragraph({ desk, view, segment, at, is, isFirst }: ParagraphProps) {
  // What is written and not saved is in the browser until it is.
  const copy = copyName(segment, at);
  const [written, setWritten] = useState(() => copyOf(copy));
  const markdown = written?.text ?? is ?? '';
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const write = (text: string, over: string | undefined) => {
    const next = text === (is ?? '') ? undefined : { text, base: over ?? '', at: Date.now() };
    if (next === undefined) forgetCopy(copy);
    else putCopy(copy, next);
    setWritten(next);
  };
  const put = async (next: string) => {
    // What it said when somebody began to write over it.
    const was = written === undefined ? is : written.base || undefined;
    if (isBusy || (next.trim() === '' && was === undefined)) return;
    setBusy(true);
    const message = await desk.putOwn(segment, { markdown: next, ...(was !== undefined && { was }), ...(isFirst && { isFirst }) });
    setBusy(false);
    setWrong(message);
    if (message !== undefined) {
      // Whoever has been told of the other text, and saves once more, means it.
      const now = desk.shown().view.own.filter(({ after }) => after === segment || (isFirst && after === null))[at];
      if (next !== '') write(next, now?.markdown);
      return;
    }
    forgetCopy(copy);
    setWritten(undefined);
    desk.returnToField();
  };
  return (
    <form
      class="own-form"
      onSubmit={(event) => {
        event.preventDefault();
        void put(markdown);
      }}
    >
      {wrong !== undefined && (
        <p class="notice refused" role="alert">
          {wrong} {is !== undefined && is !== markdown && t('trouble.changed', { text: is })}
        </p>
      )}
      <label>
        {t('own.label')}
        <textarea
          rows={4}
          value={markdown}
          lang={view.locale}
          dir={directionOf(view.locale)}
          onInput={({ currentTarget: { value } }) => write(value, written === undefined ? is : written.base || undefined)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Escape') desk.returnToField();
            else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void put(markdown);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      </label>
      <p class="actions">
        <button type="submit" class="small quiet" disabled={isBusy || markdown.trim() === ''} title="Ctrl ↵">
          {t('own.save')}
        </button>
        {is !== undefined && (
          <button type="button" class="small plain" disabled={isBusy} onClick={() => void put('')}>
            {t('own.remove')}
          </button>
        )}
      </p>
    </form>
  );
}
