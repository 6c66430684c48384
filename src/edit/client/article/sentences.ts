/** The sentences of the article as they are known by now, and what keeps some of them from being saved. */

import type { DraftView, EditionView, SegmentView } from '../../contract.ts';
import { needsPerson } from '../../sentence-state.ts';
import type { Pane } from './pane.ts';
import type { Trouble } from './trouble.ts';

export interface KnownSentences {
  readonly view: () => EditionView;
  /** The same array until one of them is another. */
  readonly all: () => readonly SegmentView[];
  readonly of: (id: string | undefined) => SegmentView | undefined;
  /** @param withText its text is another too, and shown in the pane; true without it */
  readonly put: (next: SegmentView, withText?: boolean) => void;
  /** The sentence with what somebody here has written for it, instead of what they had written before. */
  readonly putDraft: (segment: SegmentView, draft: Pick<DraftView, 'text' | 'base' | 'isWaiting'>) => void;
  /** From 1, in the order of reading; 0 for none. */
  readonly position: (id: string | undefined) => number;
  readonly count: number;
  /** The neighbour; from no sentence the first, or the last. */
  readonly beside: (id: string | undefined, steps: 1 | -1) => string | undefined;
  /** The next that needs a person, round to the beginning again. */
  readonly nextThatNeeds: (id: string | undefined) => string | undefined;
  readonly trouble: (id: string | undefined) => Trouble | undefined;
  readonly setTrouble: (id: string, trouble: Trouble | undefined) => void;
  readonly troubled: () => readonly string[];
  /** @returns whether the article has the same sentences still */
  readonly replaceView: (now: EditionView) => boolean;
}

export function createSentences(opened: EditionView, pane: Pane): KnownSentences {
  const { order } = pane;
  let view = opened;
  let all: readonly SegmentView[] | undefined;
  const segments = new Map(view.segments.map((segment) => [segment.id, segment]));
  const troubles = new Map<string, Trouble>();
  const places = new Map(order.map((id, at) => [id, at + 1]));
  const position = (id: string | undefined) => (id === undefined ? 0 : (places.get(id) ?? 0));
  const put: KnownSentences['put'] = (next, withText = true) => {
    segments.set(next.id, next);
    all = undefined;
    pane.show(next, withText);
  };
  return {
    view: () => view,
    all: () => {
      all ??= [...segments.values()];
      return all;
    },
    of: (id) => (id === undefined ? undefined : segments.get(id)),
    put,
    putDraft: (segment, draft) => {
      const mine = { ...draft, author: '', at: Date.now(), isMine: true };
      put({ ...segment, drafts: [...segment.drafts.filter(({ isMine }) => !isMine), mine] }, false);
    },
    position,
    count: order.length,
    beside: (id, steps) => order[id === undefined ? (steps === 1 ? 0 : order.length - 1) : position(id) - 1 + steps],
    nextThatNeeds: (id) => {
      const from = position(id);
      const round = [...order.slice(from), ...order.slice(0, Math.max(0, from - 1))];
      return round.find((one) => needsPerson(segments.get(one) as SegmentView) || troubles.has(one));
    },
    trouble: (id) => (id === undefined ? undefined : troubles.get(id)),
    setTrouble: (id, trouble) => {
      if (trouble === undefined) troubles.delete(id);
      else troubles.set(id, trouble);
      pane.mark(id, 'trouble', trouble !== undefined);
    },
    troubled: () => [...troubles.keys()],
    replaceView: (now) => {
      view = now;
      return now.segments.length === segments.size && now.segments.every(({ id }) => segments.has(id));
    },
  };
}
