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
  /** Whether what was last done to the sentence at hand can be taken back. */
  readonly canTakeBack: () => boolean;
  readonly takeBack: () => Promise<void>;
}

export function createJoins({ sentences, writing, canWrite, current, choose, onChange }: SavesOptions): Joins {
  const settle = async (id: string, answer: requests.JoinOutcome, said: string, isEditing: boolean, tooLate = t('join.gone')) => {
    if (answer.status !== 200) {
      writing.setStanding('kept');
      sentences.setTrouble(id, answer.status === 410 ? { kind: 'failed', message: tooLate } : troubleOf(answer));
      announce(t('live.notSaved', { at: sentences.position(id) }));
      onChange();
      return;
    }
    const now = await Promise.all(answer.body.changed.map((one) => requests.getSegment(one).catch(() => undefined)));
    if (current() === id) writing.close();
    writing.setStanding('untouched');
    for (const one of now) {
      if (one === undefined) continue;
      forgetCopy(one.id);
      sentences.setTrouble(one.id, undefined);
      sentences.put(one);
    }
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
  const forgetStep = (id: string) => {
    const { undo: _, ...segment } = sentences.of(id) ?? {};
    if ('id' in segment) sentences.put(segment, false);
  };
  const canTakeBack = () => {
    const open = writing.now();
    const segment = sentences.of(current());
    return canWrite && segment?.undo !== undefined && (open === undefined || open.field.text() === segment.target);
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
      const step = sentences.of(id)?.undo;
      if (step === undefined || !canTakeBack() || isBusy()) return;
      const isEditing = writing.now() !== undefined;
      await start();
      const answer = await requests.undo(id, step);
      if (answer.status === 409 || answer.status === 410) forgetStep(id);
      await settle(id, answer, t('term.undone'), isEditing, t('term.tooLate'));
    },
  };
}
