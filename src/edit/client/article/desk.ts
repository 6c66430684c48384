/** The work on an article: which sentence is at hand, what is written in it, and what becomes of it. */

import type { CheckedView, EditionView, FindingView, HelpView, MarkView, SegmentView } from '../../contract.ts';
import { needsPerson } from '../../sentence-state.ts';
import { announce, isReadOnly } from '../page.ts';
import { t } from '../page-words.ts';
import * as requests from '../requests.ts';
import { type Field, openField } from '../sentence/field.ts';
import { plainWords } from '../sentence/fragment.ts';
import { createDrafting } from './drafting.ts';
import { copyOf, forgetCopy, putCopy } from './local-copies.ts';
import type { Pane } from './pane.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** How the text in the field is kept. */
type Standing = 'untouched' | 'writing' | 'kept' | 'failed' | 'saving';

/** What the panel shows. */
export interface PanelState {
  readonly view: EditionView;
  readonly segment?: SegmentView | undefined;
  /** From 1. */
  readonly at: number;
  readonly isEditing: boolean;
  readonly standing: Standing;
  readonly missing: readonly MarkView[];
  /** Of the text as it is being written, where the server has looked at it. */
  readonly findings: readonly FindingView[];
  readonly help?: HelpView | undefined;
  readonly trouble?: Trouble | undefined;
  /** Other sentences that were not saved. */
  readonly troubled: readonly string[];
  readonly isReadOnly: boolean;
}

export interface SentenceDesk {
  readonly shown: () => PanelState;
  /** As they are by now. */
  readonly segments: () => readonly SegmentView[];
  readonly field: () => Field | undefined;
  /** @param at where in the sentence somebody has clicked @param focus whether the cursor goes there */
  readonly choose: (
    id: string,
    options?: { readonly edit?: boolean; readonly at?: { left: number; top: number }; readonly focus?: boolean },
  ) => void;
  readonly move: (steps: 1 | -1) => void;
  readonly moveToNext: () => void;
  readonly edit: () => void;
  readonly leave: () => void;
  /** Back to the cursor, from the panel. */
  readonly returnToField: () => void;
  readonly accept: (then: 'next' | 'stay') => Promise<void>;
  readonly remove: () => Promise<void>;
  readonly useSource: () => void;
  /** A whole text, of the memory or of somebody else. */
  readonly useText: (fragment: string) => void;
  readonly useWords: (words: string) => void;
  readonly useFix: (got: string, expected: string) => void;
  readonly putMark: (mark: MarkView) => void;
  /** Of two texts, over the one that the edition has. */
  readonly keepMine: () => Promise<void>;
  readonly takeTheirs: () => void;
  readonly waive: (check: string, reason: string) => Promise<void>;
  /** Others have changed the files, or a sentence. */
  readonly refresh: (segment?: string) => Promise<void>;
  readonly flush: (isLast: boolean) => void;
}

export interface SentenceDeskOptions {
  readonly view: EditionView;
  readonly pane: Pane;
  readonly direction: 'ltr' | 'rtl';
  /** Told whenever what the panel shows is another. */
  readonly onChange: () => void;
  /** The article has other sentences than the page. */
  readonly onOutdated: () => void;
}

/** Milliseconds after the last key. */
const CHECK_PAUSE = 400;
/** Milliseconds of a walk through sentences before help is asked for. */
const HELP_PAUSE = 120;
/** Milliseconds that the next sentence waits for the answer about the last one. */
const PATIENCE = 250;
/** Milliseconds between two looks at what waits for another command. */
const LOOK_AGAIN = 1_500;

/** An answer moves the cursor only while nobody has gone elsewhere since it was asked for. @returns whether that is so */
function stillThere(): () => boolean {
  const before = document.activeElement;
  return () => document.activeElement === before || document.activeElement === document.body;
}

const sleep = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));

export function createSentenceDesk({ view: opened, pane, direction, onChange, onOutdated }: SentenceDeskOptions): SentenceDesk {
  let view = opened;
  const segments = new Map(view.segments.map((segment) => [segment.id, segment]));
  const troubles = new Map<string, Trouble>();
  const canWrite = !isReadOnly && view.hand === 'dragoman';
  let current: string | undefined;
  let field: { readonly open: Field; readonly id: string; base: string; readonly element: HTMLElement } | undefined;
  let standing: Standing = 'untouched';
  let missing: readonly MarkView[] = [];
  let checked: CheckedView | undefined;
  let help: HelpView | undefined;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;
  let helpTimer: ReturnType<typeof setTimeout> | undefined;

  const drafting = createDrafting({
    onKept: ({ segment, text }) => {
      if (field?.id === segment && standing !== 'saving') setStanding(text === '' ? 'untouched' : 'kept');
      if (text !== '') announce(t('live.kept'));
    },
    onFailed: ({ segment }) => {
      if (field?.id === segment) setStanding('failed');
      announce(t('live.failed'));
    },
  });
  const setStanding = (next: Standing) => {
    if (standing === next) return;
    standing = next;
    onChange();
  };
  const put = (next: SegmentView, withText = true) => {
    segments.set(next.id, next);
    pane.show(next, withText);
  };
  const setTrouble = (id: string, trouble: Trouble | undefined) => {
    if (trouble === undefined) troubles.delete(id);
    else troubles.set(id, trouble);
    pane.mark(id, 'trouble', trouble !== undefined);
  };
  const segmentAt = (id = current) => (id === undefined ? undefined : segments.get(id));
  const position = (id: string) => pane.order.indexOf(id) + 1;

  /** Words of the field's name: where it is, and what is known of it. */
  const labelOf = (segment: SegmentView) =>
    [
      t('panel.position', { at: position(segment.id), count: pane.order.length }),
      t(`state.${segment.state}`),
      ...(segment.findings.length > 0 ? [t('count.findings', { count: segment.findings.length })] : []),
    ].join(', ');

  const look = (segment: string, text: string) => {
    clearTimeout(checkTimer);
    checkTimer = setTimeout(async () => {
      const found = await requests.check(segment, text).catch(() => undefined);
      if (field?.id !== segment || found === undefined || field.open.text() !== text) return;
      checked = found;
      onChange();
    }, CHECK_PAUSE);
  };

  const onWrite = () => {
    if (field === undefined) return;
    const { open, id } = field;
    const now = open.missing();
    const isOther = now.length !== missing.length || now.some((mark, at) => mark !== missing[at]);
    missing = now;
    drafting.touch(() => {
      const text = open.text();
      look(id, text);
      const base = field?.id === id ? field.base : (segments.get(id)?.base ?? '');
      return { segment: id, base, text: text === (segments.get(id)?.target ?? '') ? '' : text };
    });
    if (standing !== 'writing') setStanding('writing');
    else if (isOther) onChange();
  };

  const close = () => {
    if (field === undefined) return;
    drafting.flush();
    clearTimeout(checkTimer);
    const { id, open, element } = field;
    const segment = segments.get(id);
    const text = open.text();
    open.close();
    element.remove();
    const anchor = pane.sentence(id);
    if (anchor !== undefined) anchor.hidden = false;
    // What is written and not accepted is seen as such.
    if (segment !== undefined && standing !== 'saving' && text !== '' && text !== (segment.target ?? '')) {
      const draft = { text, base: field.base, author: '', at: Date.now(), isWaiting: false, isMine: true };
      put({ ...segment, drafts: [...segment.drafts.filter(({ isMine }) => !isMine), draft] }, false);
    }
    field = undefined;
    checked = undefined;
    missing = [];
    standing = 'untouched';
  };

  const openAt = (segment: SegmentView, { at, focus = true }: { at?: { left: number; top: number } | undefined; focus?: boolean } = {}) => {
    const anchor = pane.sentence(segment.id);
    if (!canWrite || anchor === undefined) return;
    const mine = segment.drafts.find(({ isMine }) => isMine);
    const copy = copyOf(segment.id);
    // The copy is written first: where the two differ, the server was gone.
    const written = copy ?? mine;
    const element = document.createElement('span');
    anchor.hidden = true;
    anchor.after(element);
    standing = written === undefined ? 'untouched' : 'kept';
    const open = openField({
      element,
      fragment: written?.text ?? segment.target ?? '',
      marks: segment.marks,
      locale: view.locale,
      direction,
      label: labelOf(segment),
      placeholder: t('panel.field'),
      covered: coveredBelow(),
      onChange: onWrite,
      isBusy: () => standing === 'saving',
    });
    field = { open, id: segment.id, base: written?.base ?? segment.base, element };
    missing = open.missing();
    if (focus) open.focus(at);
    if (written === undefined) return;
    if (written.base !== segment.base && troubles.get(segment.id) === undefined) {
      setTrouble(segment.id, { kind: 'conflict', text: segment.target ?? '', base: segment.base, isFromBefore: true });
      announce(t('trouble.outdated'));
    } else announce(t('live.restored'));
    look(segment.id, open.text());
  };

  const askHelp = (id: string) => {
    help = undefined;
    clearTimeout(helpTimer);
    helpTimer = setTimeout(async () => {
      void requests.tellPresence(id);
      const found = await requests.getHelp(id).catch(() => undefined);
      if (current !== id || found === undefined) return;
      help = found;
      onChange();
    }, HELP_PAUSE);
  };

  const choose: SentenceDesk['choose'] = (id, { edit = field !== undefined, at, focus = true } = {}) => {
    const segment = segments.get(id);
    if (segment === undefined) return;
    if (field?.id === id) return void (focus && field.open.focus(at));
    const isOther = current !== id;
    close();
    current = id;
    pane.setCurrent(id);
    history.replaceState(null, '', `?s=${id}`);
    if (isOther) askHelp(id);
    if (edit && canWrite) openAt(segment, { at, focus });
    else if (focus) pane.sentence(id)?.focus({ preventScroll: true });
    // Where somebody has clicked they are looking already.
    if (at === undefined) (field?.element ?? pane.sentence(id))?.scrollIntoView({ block: 'nearest' });
    onChange();
  };

  const nextThatNeeds = (id: string | undefined) => {
    const from = id === undefined ? 0 : position(id);
    const order = [...pane.order.slice(from), ...pane.order.slice(0, Math.max(0, from - 1))];
    return order.find((one) => needsPerson(segments.get(one) as SegmentView) || troubles.has(one));
  };

  /** What came of a save; the sentence may be another than the one at hand by then. */
  const settle = (id: string, text: string, answer: requests.SaveOutcome) => {
    const segment = segments.get(id);
    pane.mark(id, 'saving', false);
    if (segment === undefined) return;
    if (answer.status === 200) {
      const { base, target, state, findings } = answer.body;
      forgetCopy(id);
      setTrouble(id, undefined);
      const { was: _, ...rest } = segment;
      put({ ...rest, base, target, state, findings, drafts: segment.drafts.filter(({ isMine }) => !isMine) });
      announce(t('live.saved', { at: position(id) }));
    } else {
      // Nobody has to have the field open still.
      const draft = { text, base: segment.base, author: '', at: Date.now(), isWaiting: answer.status === 202, isMine: true };
      putCopy(id, draft);
      put({ ...segment, drafts: [...segment.drafts.filter(({ isMine }) => !isMine), draft] }, false);
      setTrouble(id, troubleOf(answer));
      // The text goes with the sentence to what its source is now.
      if (answer.status === 410 && answer.body.segment !== undefined) putCopy(answer.body.segment, { text, base: 'gone', at: Date.now() });
      announce(troubles.get(id)?.kind === 'waiting' ? t('live.waiting') : t('live.notSaved', { at: position(id) }));
      if (answer.status === 202) void lookAgain(id, text);
    }
    onChange();
  };

  /** Another command has the files; the server saves the sentence when it has ended. */
  const lookAgain = async (id: string, text: string) => {
    for (;;) {
      await sleep(LOOK_AGAIN);
      if (troubles.get(id)?.kind !== 'waiting') return;
      const now = await requests.getSegment(id).catch(() => undefined);
      if (now === undefined || now.drafts.some(({ isMine, isWaiting }) => isMine && isWaiting)) continue;
      const isSaved = now.state === 'reviewed' && (now.target ?? '') === text;
      if (isSaved) {
        forgetCopy(id);
        setTrouble(id, undefined);
        put(now);
        announce(t('live.saved', { at: position(id) }));
      } else setTrouble(id, { kind: 'conflict', text: now.target ?? '', base: now.base });
      onChange();
      return;
    }
  };

  const save = async (text: string, base: string, isRemoval: boolean, then: 'next' | 'stay') => {
    const id = current;
    if (id === undefined || standing === 'saving') return;
    const isThere = stillThere();
    setStanding('saving');
    pane.mark(id, 'saving', true);
    announce(t('live.saving'));
    await drafting.settle();
    if (text !== '') putCopy(id, { text, base, at: Date.now() });
    const asked = requests.accept(id, { base, text, ...(isRemoval && { remove: true }) });
    const quick = await (then === 'next' ? Promise.race([asked, sleep(PATIENCE)]) : asked);
    const isFine = quick === undefined || quick.status === 200 || quick.status === 202;
    const isEditing = field !== undefined;
    if (isFine && current === id) {
      const focus = isThere();
      close();
      if (quick !== undefined) settle(id, text, quick);
      else void asked.then((answer) => settle(id, text, answer));
      standing = 'untouched';
      const next = then === 'next' ? nextThatNeeds(id) : undefined;
      if (then === 'next' && next === undefined) announce(t('live.done'));
      choose(next ?? id, { edit: isEditing && next !== undefined, focus });
      return;
    }
    standing = 'kept';
    settle(id, text, quick ?? (await asked));
  };

  /** What somebody has written and left is what they accept, in the field or not. */
  const mine = () => segmentAt()?.drafts.find(({ isMine }) => isMine);
  const textNow = () => field?.open.text() ?? mine()?.text ?? segmentAt()?.target ?? '';
  const baseNow = () => field?.base ?? mine()?.base ?? segmentAt()?.base ?? '';
  /** No key saves over a text that has come in the same moment: somebody has to say which of the two it shall be. */
  const isInConflict = () => {
    if (troubles.get(current ?? '')?.kind !== 'conflict') return false;
    announce(t('trouble.conflict'));
    return true;
  };
  const inField = (use: (open: Field) => void) => {
    const segment = segmentAt();
    if (field === undefined && segment !== undefined) openAt(segment);
    if (field === undefined) return;
    use(field.open);
    onChange();
  };

  return {
    shown: () => ({
      view,
      segment: segmentAt(),
      at: current === undefined ? 0 : position(current),
      isEditing: field !== undefined,
      standing,
      missing,
      findings: checked?.findings ?? segmentAt()?.findings ?? [],
      help,
      trouble: troubles.get(current ?? ''),
      troubled: [...troubles.keys()].filter((id) => id !== current),
      isReadOnly: !canWrite,
    }),
    segments: () => [...segments.values()],
    field: () => field?.open,
    choose,
    move: (steps) => {
      const at = current === undefined ? (steps === 1 ? -1 : pane.order.length) : pane.order.indexOf(current);
      const id = pane.order[at + steps];
      if (id !== undefined) choose(id);
    },
    moveToNext: () => {
      const id = nextThatNeeds(current);
      if (id !== undefined) choose(id);
      else announce(t('live.done'));
    },
    edit: () => {
      const segment = segmentAt();
      if (segment === undefined || field !== undefined) return;
      openAt(segment);
      onChange();
    },
    leave: () => {
      if (field === undefined) return;
      close();
      onChange();
      pane.sentence(current ?? '')?.focus({ preventScroll: true });
    },
    returnToField: () => {
      if (field !== undefined) field.open.focus();
      else pane.sentence(current ?? '')?.focus();
    },
    accept: async (then) => {
      if (!canWrite || current === undefined || isInConflict()) return;
      await save(textNow(), baseNow(), false, then);
    },
    remove: async () => {
      if (!canWrite || current === undefined || isInConflict()) return;
      await save('', baseNow(), true, 'stay');
    },
    useSource: () => inField((open) => open.replace(segmentAt()?.source ?? '')),
    useText: (fragment) => inField((open) => open.replaceWithOther(fragment)),
    useWords: (words) => inField((open) => open.insert(words)),
    useFix: (got, expected) => inField((open) => void (open.change(got, expected) || open.insert(expected))),
    putMark: (mark) => inField((open) => open.put(mark)),
    keepMine: async () => {
      const trouble = troubles.get(current ?? '');
      if (trouble?.kind === 'conflict') await save(textNow(), trouble.base, false, 'stay');
    },
    takeTheirs: () => {
      const id = current;
      const segment = segmentAt();
      const trouble = troubles.get(id ?? '');
      if (id === undefined || segment === undefined || trouble?.kind !== 'conflict') return;
      setTrouble(id, undefined);
      forgetCopy(id);
      put({ ...segment, target: trouble.text, base: trouble.base, drafts: segment.drafts.filter(({ isMine }) => !isMine) });
      // Theirs in the field is the sentence as it is: the draft is forgotten with it.
      if (field === undefined) void requests.putDraft(id, trouble.base, '').catch(() => undefined);
      else {
        field.base = trouble.base;
        field.open.replace(trouble.text);
      }
      onChange();
    },
    waive: async (check, reason) => {
      const id = current;
      if (id === undefined || isInConflict()) return;
      const text = textNow();
      if (text !== (segmentAt()?.target ?? '')) {
        // Of a text that is not saved yet: with it.
        const isThere = stillThere();
        await drafting.settle();
        const answer = await requests.accept(id, { base: baseNow(), text, waive: { check, reason } });
        if (current !== id) return settle(id, text, answer);
        const focus = isThere();
        close();
        settle(id, text, answer);
        return choose(id, { edit: false, focus });
      }
      settle(id, text, await requests.sendWaiver(id, { check, reason }));
    },
    refresh: async (segment) => {
      if (segment !== undefined) {
        const now = await requests.getSegment(segment).catch(() => undefined);
        if (now !== undefined) update(now);
        onChange();
        return;
      }
      const now = await requests.getEdition().catch(() => undefined);
      if (now === undefined) return;
      view = now;
      if (now.segments.length !== segments.size || now.segments.some(({ id }) => !segments.has(id))) onOutdated();
      for (const one of now.segments) if (segments.has(one.id)) update(one);
      onChange();
    },
    flush: (isLast) => drafting.flush(isLast),
  };

  /** A sentence as it is now. The field keeps what is written in it, over the text that it was written over. */
  function update(now: SegmentView): void {
    const before = segments.get(now.id);
    if (before === undefined) return;
    const isText = before.base !== now.base || before.state !== now.state || before.target !== now.target;
    put(now, isText);
    if (field?.id !== now.id || field.base === now.base) return;
    const text = field.open.text();
    if (text === (before.target ?? '')) {
      // Nothing of one's own is in it.
      const focus = field.element.contains(document.activeElement);
      close();
      openAt(now, { focus });
    } else if (text !== (now.target ?? '') && standing !== 'saving') {
      setTrouble(now.id, { kind: 'conflict', text: now.target ?? '', base: now.base });
      announce(t('trouble.changed', { text: plainWords(now.target ?? '') }));
    } else field.base = now.base;
  }
}

/** The panel is a sheet over the text where there is no room beside it. */
function coveredBelow(): number {
  const panel = document.getElementById('panel');
  return panel !== null && getComputedStyle(panel).position === 'fixed' ? panel.offsetHeight : 0;
}
