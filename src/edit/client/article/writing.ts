/** The field in the text: what is written in it, how it is kept, and what is found in it. */

import type { CheckedView, FindingView, MarkView, SegmentView } from '../../contract.ts';
import { announce } from '../page.ts';
import { t } from '../page-words.ts';
import * as requests from '../requests.ts';
import { type Field, openField } from '../sentence/field.ts';
import { plainWords } from '../sentence/fragment.ts';
import { createDrafting } from './drafting.ts';
import { copyOf } from './local-copies.ts';
import type { Pane } from './pane.ts';
import type { KnownSentences } from './sentences.ts';
import { stateName } from './state-name.ts';

/** How the text in the field is kept. */
export type Standing = 'untouched' | 'writing' | 'kept' | 'failed' | 'saving';

/** The field of a sentence. */
interface Open {
  readonly field: Field;
  readonly id: string;
  /** Names the text that it was written over. */
  base: string;
  readonly element: HTMLElement;
}

export interface CursorPlace {
  /** Where in the sentence somebody has clicked. */
  readonly at?: { readonly left: number; readonly top: number } | undefined;
  /** Whether the cursor goes there; it does without it. */
  readonly focus?: boolean;
}

export interface Writing {
  readonly now: () => Open | undefined;
  readonly open: (segment: SegmentView, place?: CursorPlace) => void;
  readonly close: () => void;
  readonly standing: () => Standing;
  readonly setStanding: (next: Standing) => void;
  readonly missing: () => readonly MarkView[];
  /** Of the text as it is written, once the server has looked at it. */
  readonly findings: () => readonly FindingView[] | undefined;
  /** The sentence has changed elsewhere: what is written stays, over the text that it was written over. */
  readonly follow: (before: SegmentView, now: SegmentView) => void;
  /** Resolves once no draft is on its way; what waits for a pause is dropped. */
  readonly settle: () => Promise<void>;
  readonly flush: (isLast: boolean) => void;
}

export interface WritingOptions {
  readonly sentences: KnownSentences;
  readonly pane: Pane;
  readonly direction: 'ltr' | 'rtl';
  readonly canWrite: boolean;
  readonly onChange: () => void;
}

/** Milliseconds after the last key. */
const CHECK_PAUSE = 400;

export function createWriting({ sentences, pane, direction, canWrite, onChange }: WritingOptions): Writing {
  let now: Open | undefined;
  let standing: Standing = 'untouched';
  let missing: readonly MarkView[] = [];
  let checked: CheckedView | undefined;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;
  /** What somebody has typed while a sentence was being saved. */
  let ahead: readonly { readonly letters: string; readonly isHere: boolean }[] = [];
  /** Into the field that is open by then: the next one, or the same where the sentence was refused. */
  const putAhead = (isSame: boolean) => {
    const come = ahead.filter(({ isHere }) => !(isSame && isHere));
    const isAny = ahead.length > 0;
    ahead = [];
    if (come.length > 0) now?.field.insert(come.map(({ letters }) => letters).join(''));
    else if (isAny) onWrite();
  };

  const drafting = createDrafting({
    onKept: ({ segment, text }) => {
      if (now?.id === segment && standing !== 'saving') setStanding(text === '' ? 'untouched' : 'kept');
      if (text !== '') announce(t('live.kept'));
    },
    onFailed: ({ segment }, why) => {
      if (now?.id === segment) setStanding('failed');
      announce(why instanceof requests.RefusedError ? t('live.notKept', { message: why.message }) : t('live.failed'));
    },
  });
  const setStanding = (next: Standing) => {
    if (standing === next) return;
    const isSaved = standing === 'saving';
    standing = next;
    onChange();
    if (isSaved) putAhead(true);
  };

  /** Words of the field's name: where it is, and what is known of it. */
  const labelOf = (segment: SegmentView) =>
    [
      t('panel.position', { at: sentences.position(segment.id), count: sentences.count }),
      stateName(segment),
      ...(segment.findings.length > 0 ? [t('count.findings', { count: segment.findings.length })] : []),
    ].join(', ');

  const look = (segment: string, text: string) => {
    clearTimeout(checkTimer);
    checkTimer = setTimeout(async () => {
      const found = await requests.check(segment, text).catch(() => undefined);
      if (now?.id !== segment || found === undefined || now.field.text() !== text) return;
      checked = found;
      onChange();
    }, CHECK_PAUSE);
  };

  const onWrite = () => {
    // What an input method writes while the sentence is saved is none of it.
    if (now === undefined || standing === 'saving') return;
    const { field, id } = now;
    const lacking = field.missing();
    const isOther = lacking.length !== missing.length || lacking.some((mark, at) => mark !== missing[at]);
    missing = lacking;
    drafting.touch(() => {
      const text = field.text();
      look(id, text);
      const segment = sentences.of(id);
      const base = now?.id === id ? now.base : (segment?.base ?? '');
      return { segment: id, base, text: text === (segment?.target ?? '') ? '' : text };
    });
    if (standing !== 'writing') setStanding('writing');
    else if (isOther) onChange();
  };

  const close = () => {
    if (now === undefined) return;
    drafting.flush();
    clearTimeout(checkTimer);
    const { id, field, element, base } = now;
    const segment = sentences.of(id);
    const text = field.text();
    field.close();
    element.remove();
    pane.setWriting(id, false);
    // What is written and not accepted is seen as such.
    if (segment !== undefined && standing !== 'saving' && text !== '' && text !== (segment.target ?? ''))
      sentences.putDraft(segment, { text, base, isWaiting: false });
    now = undefined;
    checked = undefined;
    missing = [];
    standing = 'untouched';
    // Where no other field opens in the same moment, nobody knows where the letters belong.
    queueMicrotask(() => {
      ahead = [];
    });
  };

  const open: Writing['open'] = (segment, { at, focus = true } = {}) => {
    const anchor = pane.sentence(segment.id);
    if (!canWrite || anchor === undefined) return;
    // The copy is written first: where it and the draft differ, the server was gone. One that is in the file already is nothing to go on
    // with: it stands until whoever has accepted it, in another tab too, has been answered.
    const kept = copyOf(segment.id) ?? segment.drafts.find(({ isMine }) => isMine);
    const written = kept?.text === segment.target ? undefined : kept;
    const element = document.createElement('span');
    anchor.after(element);
    pane.setWriting(segment.id, true);
    standing = written === undefined ? 'untouched' : 'kept';
    const field = openField({
      element,
      fragment: written?.text ?? segment.target ?? '',
      marks: segment.marks,
      locale: sentences.view().locale,
      direction,
      label: labelOf(segment),
      placeholder: t('panel.field'),
      covered: coveredBelow(),
      onChange: onWrite,
      isBusy: () => standing === 'saving',
      onAhead: (letters, isHere = false) => {
        ahead = [...ahead, { letters, isHere }];
      },
    });
    // Nothing has been said that what is written could be in conflict with: its source is another than the one that it was written for.
    const isFirst = segment.target === null;
    now = { field, id: segment.id, base: isFirst ? segment.base : (written?.base ?? segment.base), element };
    missing = field.missing();
    if (focus) {
      field.focus(at);
      putAhead(false);
    }
    if (written === undefined) return;
    if (!isFirst && written.base !== segment.base && sentences.trouble(segment.id) === undefined) {
      sentences.setTrouble(segment.id, { kind: 'conflict', text: segment.target ?? '', base: segment.base, isFromBefore: true });
      announce(t('trouble.outdated'));
    } else announce(t('live.restored'));
    look(segment.id, field.text());
  };

  return {
    now: () => now,
    open,
    close,
    standing: () => standing,
    setStanding,
    missing: () => missing,
    findings: () => checked?.findings,
    follow: (before, after) => {
      if (now?.id !== after.id || now.base === after.base) return;
      const text = now.field.text();
      if (text === (before.target ?? '')) {
        // Nothing of one's own is in it.
        const focus = now.element.contains(document.activeElement);
        close();
        open(after, { focus });
      } else if (text !== (after.target ?? '') && standing !== 'saving') {
        sentences.setTrouble(after.id, { kind: 'conflict', text: after.target ?? '', base: after.base });
        announce(t('trouble.changed', { text: plainWords(after.target ?? '') }));
      } else now.base = after.base;
    },
    settle: () => {
      // What is refused stays in the field, and what was found is of the text before.
      if (now !== undefined) look(now.id, now.field.text());
      return drafting.settle();
    },
    flush: drafting.flush,
  };
}

/** The panel is a sheet over the text where there is no room beside it. */
function coveredBelow(): number {
  const panel = document.getElementById('panel');
  return panel !== null && getComputedStyle(panel).position === 'fixed' ? panel.offsetHeight : 0;
}
