/** Sentences joined and taken apart, each time one save of both; and what was last done to a sentence taken back. */

import { announce } from '../page.ts';
import { t } from '../page-words.ts';
import * as requests from '../requests.ts';
import { forgetCopy } from './local-copies.ts';
import { type SavesOptions, textAtHand } from './saves.ts';
import { troubleOf } from './trouble.ts';

export interface Joins {
  /** Says the sentence at hand and the next one of its block as one. */
  readonly join: () => Promise<void>;
  /** Makes the next sentence of what is behind the cursor. */
  readonly split: () => Promise<void>;
  /** Whether the last thing that was done to the sentence at hand, here, can be taken back. */
  readonly canTakeBack: () => boolean;
  readonly takeBack: () => Promise<void>;
}

export function createJoins({ sentences, writing, canWrite, current, choose, onChange, steps }: SavesOptions): Joins {
  const settle = async (id: string, answer: requests.JoinOutcome, said: string, isEditing: boolean, tooLate = t('join.gone')) => {
    if (answer.status !== 200) {
      writing.setStanding('kept');
      sentences.setTrouble(id, answer.status === 410 ? { kind: 'failed', message: tooLate } : troubleOf(answer));
      announce(t('live.notSaved', { at: sentences.position(id) }));
      onChange();
      return;
    }
    const { changed, undo } = answer.body;
    const now = await Promise.all(changed.map((one) => requests.getSegment(one).catch(() => undefined)));
    if (current() === id) writing.close();
    writing.setStanding('untouched');
    for (const one of now) {
      if (one === undefined) continue;
      forgetCopy(one.id);
      sentences.setTrouble(one.id, undefined);
      sentences.put(one);
    }
    if (undo === undefined) steps.delete(id);
    else steps.set(id, undo);
    if (current() === id) choose(id, { edit: isEditing, focus: true });
    announce(said);
    onChange();
  };
  const start = async () => {
    writing.setStanding('saving');
    announce(t('live.saving'));
    await writing.settle();
  };
  const isBusy = () => !canWrite || writing.standing() === 'saving' || sentences.trouble(current())?.kind === 'conflict';
  const canTakeBack = () => {
    const id = current();
    const open = writing.now();
    return canWrite && id !== undefined && steps.has(id) && (open === undefined || open.field.text() === sentences.of(id)?.target);
  };

  return {
    join: async () => {
      const id = current();
      const next = sentences.of(sentences.of(id)?.joins);
      if (isBusy() || id === undefined) return;
      if (next === undefined) return announce(t('join.none'));
      const { text, base } = textAtHand(sentences, writing, id);
      await start();
      await settle(id, await requests.join(id, { base, text, next: next.base }), t('live.joined'), true);
    },
    split: async () => {
      const id = current();
      const open = writing.now();
      if (isBusy() || id === undefined || open === undefined) return;
      if (sentences.of(id)?.says === undefined) return announce(t('join.notJoined'));
      const { before, after } = open.field.cut();
      if ([before, after].some((part) => part.replace(/<[^>]*>/g, '').trim() === '')) return announce(t('join.where'));
      await start();
      await settle(id, await requests.split(id, { base: open.base, text: before, rest: after }), t('live.split'), true);
    },
    canTakeBack,
    takeBack: async () => {
      const id = current() ?? '';
      const step = steps.get(id);
      if (step === undefined || !canTakeBack() || isBusy()) return;
      const isEditing = writing.now() !== undefined;
      await start();
      await settle(id, await requests.undo(id, step), t('term.undone'), isEditing, t('term.tooLate'));
      steps.delete(id);
      onChange();
    },
  };
}
