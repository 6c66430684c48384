/** What becomes of a sentence that somebody has accepted, and of one whose save came to nothing. */

import { announce } from '../page.ts';
import { t } from '../page-words.ts';
import * as requests from '../requests.ts';
import { forgetCopy, putCopy } from './local-copies.ts';
import type { Pane } from './pane.ts';
import type { KnownSentences } from './sentences.ts';
import { troubleOf } from './trouble.ts';
import type { Writing } from './writing.ts';

export interface Saves {
  /** Whether a text of a sentence that is told as saved has been saved here: the answer says all of it. */
  readonly isSavedHere: (id: string, base: string) => boolean;
  readonly accept: (then: 'next' | 'stay') => Promise<void>;
  /** Nothing stands here. */
  readonly remove: () => Promise<void>;
  /** Of two texts, over the one that the edition has. */
  readonly keepMine: () => Promise<void>;
  readonly takeTheirs: () => void;
  readonly waive: (check: string, reason: string) => Promise<void>;
}

export interface SavesOptions {
  readonly sentences: KnownSentences;
  readonly writing: Writing;
  readonly pane: Pane;
  readonly canWrite: boolean;
  /** The sentence at hand. */
  readonly current: () => string | undefined;
  readonly choose: (id: string, options: { readonly edit: boolean; readonly focus: boolean }) => void;
  readonly onChange: () => void;
}

/** Milliseconds that the next sentence waits for the answer about the last one. */
const PATIENCE = 250;
/** Milliseconds between two looks at what waits for another command. */
const LOOK_AGAIN = 1_500;
/** Milliseconds before a server that was not there is asked again. */
const TRY_AGAIN = 2_000;

/** An answer moves the cursor only while nobody has gone elsewhere since it was asked for. @returns whether that is so */
function stillThere(): () => boolean {
  const before = document.activeElement;
  return () => document.activeElement === before || document.activeElement === document.body;
}

/** In the bar. */
function sayToday(count: number): void {
  const element = document.getElementById('count-today');
  if (element !== null && count > 0) element.textContent = t('count.today', { count });
}

const sleep = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));

/** What somebody has written and left is what they accept, in the field or not. */
export function textAtHand(sentences: KnownSentences, writing: Writing, id: string | undefined): { text: string; base: string } {
  const segment = sentences.of(id);
  const mine = segment?.drafts.find(({ isMine }) => isMine);
  const open = writing.now();
  return { text: open?.field.text() ?? mine?.text ?? segment?.target ?? '', base: open?.base ?? mine?.base ?? segment?.base ?? '' };
}

export function createSaves({ sentences, writing, pane, canWrite, current, choose, onChange }: SavesOptions): Saves {
  /** Sentences whose answer is on its way. */
  const asking = new Set<string>();
  const ask = async (id: string, body: Parameters<typeof requests.accept>[1]) => {
    asking.add(id);
    const answer = await requests.accept(id, body);
    asking.delete(id);
    return answer;
  };
  const atHand = () => textAtHand(sentences, writing, current());
  /** No key saves over a text that has come in the same moment: somebody has to say which of the two it shall be. */
  const isInConflict = () => {
    if (sentences.trouble(current())?.kind !== 'conflict') return false;
    announce(t('trouble.conflict'));
    return true;
  };

  /** What came of a save; the sentence may be another than the one at hand by then. */
  const settle = (id: string, text: string, answer: requests.SaveOutcome, isTriedAgain = false) => {
    const segment = sentences.of(id);
    pane.mark(id, 'saving', false);
    if (segment === undefined) return;
    if (answer.status === 200) {
      const { base, target, state, findings, today, undo } = answer.body;
      forgetCopy(id);
      sentences.setTrouble(id, undefined);
      sayToday(today);
      const { was: _, undo: __, ...rest } = segment;
      const drafts = segment.drafts.filter(({ isMine }) => !isMine);
      sentences.put({ ...rest, base, target, state, findings, drafts, ...(undo !== undefined && { undo }) });
      announce(t('live.saved', { at: sentences.position(id) }));
    } else {
      // Nobody has to have the field open still.
      putCopy(id, { text, base: segment.base, at: Date.now() });
      sentences.putDraft(segment, { text, base: segment.base, isWaiting: answer.status === 202 });
      const trouble = troubleOf(answer);
      const before = sentences.trouble(id);
      const isKnown = isTriedAgain && before?.kind === 'failed' && before.isTriedAgain === true;
      sentences.setTrouble(id, trouble.kind === 'failed' ? { ...trouble, isTriedAgain } : trouble);
      if (!isKnown) announce(answer.status === 202 ? t('live.waiting') : t('live.notSaved', { at: sentences.position(id) }));
      if (answer.status === 202) void lookAgain(id, text);
    }
    onChange();
  };

  /** Another command has the files; the server saves the sentence when it has ended. */
  const lookAgain = async (id: string, text: string) => {
    for (;;) {
      await sleep(LOOK_AGAIN);
      if (sentences.trouble(id)?.kind !== 'waiting') return;
      const now = await requests.getSegment(id).catch(() => undefined);
      if (now === undefined || now.drafts.some(({ isMine, isWaiting }) => isMine && isWaiting)) continue;
      if (now.state === 'reviewed' && (now.target ?? '') === text) {
        forgetCopy(id);
        sentences.setTrouble(id, undefined);
        sentences.put(now);
        announce(t('live.saved', { at: sentences.position(id) }));
      } else sentences.setTrouble(id, { kind: 'conflict', text: now.target ?? '', base: now.base });
      onChange();
      return;
    }
  };

  interface Accepted {
    readonly id: string;
    readonly text: string;
    readonly base: string;
    readonly isRemoval: boolean;
  }
  const settleSave = (accepted: Accepted, answer: requests.SaveOutcome) => {
    const isUnreached = answer.status === 'failed' && answer.isUnreached === true;
    settle(accepted.id, accepted.text, answer, isUnreached);
    if (isUnreached) void tryAgain(accepted);
  };
  /** The server was not there: what somebody has accepted is accepted once it is, unless they have written on. */
  const tryAgain = async (accepted: Accepted) => {
    const { id, text, base, isRemoval } = accepted;
    await sleep(TRY_AGAIN);
    const trouble = sentences.trouble(id);
    const field = current() === id ? writing.now()?.field : undefined;
    const isAsAccepted = field === undefined || isRemoval || field.text() === text;
    if (trouble?.kind !== 'failed' || trouble.isTriedAgain !== true) return;
    if (!isAsAccepted) {
      // By now it is a draft as any other: nobody saves it for them.
      sentences.setTrouble(id, undefined);
      onChange();
      return;
    }
    if (writing.standing() === 'saving') return tryAgain(accepted);
    const answer = await ask(id, { base, text, ...(isRemoval && { remove: true }) });
    if (answer.status !== 200 || field === undefined || writing.now()?.field !== field) return settleSave(accepted, answer);
    const focus = document.activeElement?.closest('.writing') != null;
    writing.close();
    settleSave(accepted, answer);
    choose(id, { edit: false, focus });
  };

  const save = async (text: string, base: string, isRemoval: boolean, then: 'next' | 'stay') => {
    const id = current();
    if (id === undefined || writing.standing() === 'saving') return;
    const isThere = stillThere();
    writing.setStanding('saving');
    pane.mark(id, 'saving', true);
    announce(t('live.saving'));
    await writing.settle();
    if (text !== '') putCopy(id, { text, base, at: Date.now() });
    const asked = ask(id, { base, text, ...(isRemoval && { remove: true }) });
    const quick = await (then === 'next' ? Promise.race([asked, sleep(PATIENCE)]) : asked);
    // An input method that somebody began in the moment of the save comes to its end in the field where it began.
    await writing.now()?.field.rest();
    const isFine = quick === undefined || quick.status === 200 || quick.status === 202;
    const isEditing = writing.now() !== undefined;
    if (isFine && current() === id) {
      const focus = isThere();
      writing.close();
      const accepted = { id, text, base, isRemoval };
      if (quick !== undefined) settleSave(accepted, quick);
      else void asked.then((answer) => settleSave(accepted, answer));
      writing.setStanding('untouched');
      const next = then === 'next' ? sentences.nextThatNeeds(id) : undefined;
      if (then === 'next' && next === undefined) announce(t('live.done'));
      choose(next ?? id, { edit: isEditing && next !== undefined, focus });
      return;
    }
    writing.setStanding('kept');
    settleSave({ id, text, base, isRemoval }, quick ?? (await asked));
  };

  return {
    isSavedHere: (id, base) => {
      const segment = sentences.of(id);
      return asking.has(id) || (segment?.base === base && segment.state === 'reviewed');
    },
    accept: async (then) => {
      if (!canWrite || current() === undefined || isInConflict()) return;
      const { text, base } = atHand();
      await save(text, base, false, then);
    },
    remove: async () => {
      if (!canWrite || current() === undefined || isInConflict()) return;
      await save('', atHand().base, true, 'stay');
    },
    keepMine: async () => {
      const trouble = sentences.trouble(current());
      if (trouble?.kind === 'conflict') await save(atHand().text, trouble.base, false, 'stay');
    },
    takeTheirs: () => {
      const id = current();
      const segment = sentences.of(id);
      const trouble = sentences.trouble(id);
      if (id === undefined || segment === undefined || trouble?.kind !== 'conflict') return;
      sentences.setTrouble(id, undefined);
      forgetCopy(id);
      sentences.put({ ...segment, target: trouble.text, base: trouble.base, drafts: segment.drafts.filter(({ isMine }) => !isMine) });
      const open = writing.now();
      // Theirs in the field is the sentence as it is: the draft is forgotten with it.
      if (open === undefined) void requests.putDraft(id, trouble.base, '').catch(() => undefined);
      else {
        open.base = trouble.base;
        open.field.replace(trouble.text);
      }
      onChange();
    },
    waive: async (check, reason) => {
      const id = current();
      if (id === undefined || isInConflict()) return;
      const { text, base } = atHand();
      if (text === (sentences.of(id)?.target ?? '')) return settle(id, text, await requests.sendWaiver(id, { check, reason }));
      // Of a text that is not saved yet: with it.
      const isThere = stillThere();
      await writing.settle();
      const answer = await ask(id, { base, text, waive: { check, reason } });
      if (current() !== id) return settle(id, text, answer);
      const focus = isThere();
      writing.close();
      settle(id, text, answer);
      choose(id, { edit: false, focus });
    },
  };
}
