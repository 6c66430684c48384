/** The work on an article: which sentence is at hand, and what can be done with it. */

import type { EditionView, FindingView, HelpView, MarkView, SegmentView } from '../../contract.ts';
import { announce, isReadOnly } from '../page.ts';
import { t } from '../page-words.ts';
import * as requests from '../requests.ts';
import type { Field } from '../sentence/field.ts';
import { createJoins, type Joins } from './joins.ts';
import type { Pane } from './pane.ts';
import { createSaves, type Saves } from './saves.ts';
import { createSentences, type KnownSentences } from './sentences.ts';
import type { Trouble } from './trouble.ts';
import { type CursorPlace, createWriting, type Standing } from './writing.ts';

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

export interface SentenceDesk extends Saves, Joins {
  readonly shown: () => PanelState;
  /** As they are by now. */
  readonly segments: KnownSentences['all'];
  readonly field: () => Field | undefined;
  readonly choose: (id: string, options?: CursorPlace & { readonly edit?: boolean }) => void;
  readonly move: (steps: 1 | -1) => void;
  readonly moveToNext: () => void;
  readonly edit: () => void;
  readonly leave: () => void;
  /** Back to the cursor, from the panel. */
  readonly returnToField: () => void;
  readonly useSource: () => void;
  /** A whole text, of the memory, of an engine or of somebody else. */
  readonly useText: (fragment: string) => void;
  readonly useWords: (words: string) => void;
  readonly useFix: (got: string, expected: string) => void;
  readonly putMark: (mark: MarkView) => void;
  /** Others have changed the files, or a sentence. */
  readonly refresh: (segment?: string) => Promise<void>;
  readonly flush: (isLast: boolean) => void;
  /** Writes a paragraph of the edition's own. @returns what is wrong with it, in words */
  readonly putOwn: (segment: string, body: Parameters<typeof requests.putOwn>[1]) => Promise<string | undefined>;
}

export interface SentenceDeskOptions {
  readonly view: EditionView;
  readonly pane: Pane;
  readonly direction: 'ltr' | 'rtl';
  /** Told whenever what the panel shows is another. */
  readonly onChange: () => void;
  /** Told whether the article has other sentences than the page. */
  readonly onOutdated: (isOutdated: boolean) => void;
}

/** Milliseconds of a walk through sentences before help is asked for. */
const HELP_PAUSE = 120;

/** Somebody who writes without a pause hears of others a little later. */
const MOST_TRIES = 5;

export function createSentenceDesk({ view, pane, direction, onChange, onOutdated }: SentenceDeskOptions): SentenceDesk {
  const sentences = createSentences(view, pane);
  const canWrite = !isReadOnly && view.hand === 'dragoman';
  const writing = createWriting({ sentences, pane, direction, canWrite, onChange });
  let current: string | undefined;
  let help: HelpView | undefined;
  let helpTimer: ReturnType<typeof setTimeout> | undefined;

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

  const choose: SentenceDesk['choose'] = (id, { edit = writing.now() !== undefined, at, focus = true } = {}) => {
    const segment = sentences.of(id);
    if (segment === undefined) return;
    const open = writing.now();
    if (open?.id === id) return void (focus && open.field.focus(at));
    const isOther = current !== id;
    writing.close();
    current = id;
    pane.setCurrent(id);
    history.replaceState(null, '', `?s=${id}`);
    if (isOther) askHelp(id);
    if (edit && canWrite) writing.open(segment, { at, focus });
    else if (focus) pane.sentence(id)?.focus({ preventScroll: true });
    // Where somebody has clicked they are looking already.
    if (at === undefined) (writing.now()?.element ?? pane.sentence(id))?.scrollIntoView({ block: 'nearest' });
    onChange();
  };

  const inField = (use: (field: Field) => void) => {
    const segment = sentences.of(current);
    if (writing.now() === undefined && segment !== undefined) writing.open(segment);
    const open = writing.now();
    if (open === undefined) return;
    use(open.field);
    // What was put in by a button of the panel is gone on with by keys.
    open.field.resume();
    onChange();
  };

  /** What is asked for while a sentence changes here may be older than that: it is asked for again. */
  const newest = async <View>(ask: () => Promise<View>): Promise<View | undefined> => {
    for (let tries = 1; ; tries++) {
      const before = sentences.all();
      const now = await ask().catch(() => undefined);
      if (now === undefined || sentences.all() === before || tries >= MOST_TRIES) return now;
    }
  };
  /** A sentence as it is now. */
  const update = (now: SegmentView) => {
    const before = sentences.of(now.id);
    if (before === undefined) return;
    sentences.put(now, before.base !== now.base || before.state !== now.state || before.target !== now.target);
    writing.follow(before, now);
  };

  const given = { sentences, writing, pane, canWrite, current: () => current, choose, onChange };
  return {
    ...createSaves(given),
    ...createJoins(given),
    shown: () => {
      const segment = sentences.of(current);
      return {
        view: sentences.view(),
        segment,
        at: sentences.position(current),
        isEditing: writing.now() !== undefined,
        standing: writing.standing(),
        missing: writing.missing(),
        findings: writing.findings() ?? segment?.findings ?? [],
        help,
        trouble: sentences.trouble(current),
        troubled: sentences.troubled().filter((id) => id !== current),
        isReadOnly: !canWrite,
      };
    },
    segments: sentences.all,
    field: () => writing.now()?.field,
    choose,
    move: (steps) => {
      const id = sentences.beside(current, steps);
      if (id !== undefined) choose(id);
    },
    moveToNext: () => {
      const id = sentences.nextThatNeeds(current);
      if (id !== undefined) choose(id);
      else announce(t('live.done'));
    },
    edit: () => {
      const segment = sentences.of(current);
      if (segment === undefined || writing.now() !== undefined) return;
      writing.open(segment);
      onChange();
    },
    leave: () => {
      if (writing.now() === undefined) return;
      writing.close();
      onChange();
      pane.sentence(current ?? '')?.focus({ preventScroll: true });
    },
    returnToField: () => {
      const open = writing.now();
      if (open !== undefined) open.field.resume();
      else pane.sentence(current ?? '')?.focus();
    },
    useSource: () => inField((field) => field.replace(sentences.of(current)?.source ?? '')),
    useText: (fragment) => inField((field) => field.replaceWithOther(fragment)),
    useWords: (words) => inField((field) => field.insert(words)),
    useFix: (got, expected) => inField((field) => void (field.change(got, expected) || field.insert(expected))),
    putMark: (mark) => inField((field) => field.put(mark)),
    refresh: async (segment) => {
      if (segment !== undefined) {
        const now = await newest(() => requests.getSegment(segment));
        if (now !== undefined) update(now);
        onChange();
        return;
      }
      const now = await newest(requests.getEdition);
      if (now === undefined) return;
      onOutdated(!sentences.replaceView(now));
      pane.showOwn(now.own);
      for (const one of now.segments) update(one);
      onChange();
    },
    flush: writing.flush,
    putOwn: async (segment, body) => {
      try {
        const { own, refused } = await requests.putOwn(segment, body);
        sentences.replaceView({ ...sentences.view(), own });
        pane.showOwn(own);
        onChange();
        if (refused !== undefined) return t(`own.refused.${refused}`);
        announce(t(body.markdown === '' ? 'own.removed' : 'own.saved'));
        return undefined;
      } catch (error) {
        return t('trouble.failed', { message: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
