/** Sentences joined and taken apart on the page: each time one save of both, which can be taken back while nobody has changed them since. */

import { isDeepStrictEqual } from 'node:util';
import type { Segment, Target } from '../article.ts';
import { waiversIn } from '../edition/check-edition.ts';
import { type Decided, decide } from '../edition/decide.ts';
import { followerOf, joinedWithNext, splitFromNext } from '../edition/joined-sentences.ts';
import { segmentsOf } from '../edition/open.ts';
import { withWaivers } from '../edition/review.ts';
import { KnownError } from '../errors.ts';
import type { Waiver } from '../memory/record.ts';
import { holdCheckout } from '../project/checkout.ts';
import type { Opened, Workspace } from '../session/workspace.ts';
import { toFragment } from '../text.ts';
import type { Conflict, Gone, JoinBody, Joined, Marks, SplitBody } from './contract.ts';
import type { Drafts, Place, Work } from './drafts.ts';
import type { Steps } from './steps.ts';
import { baseOf, markFaults, targetFragment, textFrom } from './texts.ts';
import { findingsOf } from './views.ts';

export type JoinAnswer =
  | { readonly status: 200; readonly body: Joined }
  | { readonly status: 409; readonly body: Conflict }
  | { readonly status: 410; readonly body: Gone }
  | { readonly status: 422; readonly body: Marks };

export interface Joining {
  /** Says the sentence and the next one of its block as one. */
  readonly join: (asked: Asked & JoinBody) => Promise<JoinAnswer>;
  /** Makes a sentence of its own of the end of a joined one. */
  readonly split: (asked: Asked & SplitBody) => Promise<JoinAnswer>;
  /** Takes one of these back, or an accepted sentence. */
  readonly undo: (asked: Asked & { readonly undo: string }) => Promise<JoinAnswer>;
}

interface Asked extends Place {
  readonly author: string;
}

interface JoiningOptions {
  readonly workspace: Workspace;
  readonly drafts: Drafts;
  readonly steps: Steps;
}

/** Milliseconds that it waits for another command. */
const PATIENCE = 10_000;
/** Somebody who saves the same file in an editor each time is not there. */
const MOST_TRIES = 5;

interface Changes {
  readonly targets: ReadonlyMap<string, Target>;
  /** What is waived of them; what it was, or is no longer of these texts, without it. */
  readonly waivers?: ReadonlyMap<string, readonly Waiver[]>;
}

type Decision = Changes | Exclude<JoinAnswer, { status: 200 }>;

export function createJoining({ workspace, drafts, steps }: JoiningOptions): Joining {
  /** @throws KnownError where another command holds the lock for long, or a file is not readable */
  const save = async (asked: Asked, decideOn: (opened: Opened, segment: Segment) => Decision): Promise<JoinAnswer> => {
    const { locale, slug, segment: id } = asked;
    const release = await holdCheckout(workspace.project, 'edit', { waitMs: PATIENCE });
    try {
      for (let tries = 1; ; tries++) {
        const opened = workspace.opened(locale, slug);
        const segment = opened === undefined ? undefined : segmentsOf(opened.open.edition.article).find((one) => one.id === id);
        if (opened === undefined || segment === undefined || opened.open.hand === 'person') return { status: 410, body: {} };
        const decided = decideOn(opened, segment);
        if ('status' in decided) return decided;
        if (await write(opened, decided)) return { status: 200, body: done(asked, opened, decided.targets) };
        if (tries >= MOST_TRIES)
          throw new KnownError(`${opened.open.file}: somebody saves it all the time`, {
            expected: 'a file that rests',
            got: 'another each time',
          });
      }
    } finally {
      release();
    }
  };
  const put = ({ open }: Opened, { merging: _, next: __, ...files }: Decided): Promise<boolean> => {
    const { locale, file, recordFile, texts } = open;
    return workspace.disk(locale).write({ file, recordFile, texts, ...files, removed: [] });
  };
  const write = async (opened: Opened, { targets, waivers }: Changes): Promise<boolean> => {
    const { name, open, desk } = opened;
    if (!(await put(opened, decide(open, targets, desk)))) return false;
    // A waiver is of the text as it is written by now.
    const now = workspace.opened(open.locale, name);
    if (waivers === undefined || now === undefined) return true;
    const present = waiversIn(now.open);
    const others = new Map([...waivers].filter(([id, own]) => !isDeepStrictEqual(present.get(id) ?? [], own)));
    const waived = withWaivers(now.open, others, now.desk);
    if (waived !== undefined) await put(now, waived);
    return true;
  };
  const done = (asked: Asked, { open }: Opened, targets: ReadonlyMap<string, Target>): Joined => {
    const { locale, slug, segment: id, author } = asked;
    const now = workspace.opened(locale, slug);
    const before = new Map<string, Target>();
    const bases = new Map<string, string>();
    const waivers = new Map<string, readonly Waiver[]>();
    for (const [one, made] of targets) {
      waivers.set(one, waiversIn(open).get(one) ?? []);
      const was = open.edition.targets.get(one);
      const is = now?.open.edition.targets.get(one) ?? made;
      if (was !== undefined) before.set(one, was);
      bases.set(one, baseOf(is));
      const source = segmentsOf(open.edition.article).find((segment) => segment.id === one)?.text ?? [];
      const place = { locale, slug, segment: one };
      drafts.forget(place, author);
      drafts.addWork({ ...place, author, source: toFragment(source), before: targetFragment(was), after: toFragment(is.text) });
    }
    const undo = steps.keep({ ...asked, before, bases, waivers });
    const target = now?.open.edition.targets.get(id) ?? (targets.get(id) as Target);
    const findings = now === undefined ? [] : findingsOf(now, id);
    const today = drafts.acceptedOn(author).get(locale) ?? 0;
    return {
      base: baseOf(target),
      target: toFragment(target.text),
      state: target.state,
      findings,
      today,
      changed: [...targets.keys()],
      ...(undo !== undefined && { undo }),
    };
  };

  return {
    join: ({ base, text, next, ...asked }) =>
      save(asked, (opened, segment) => {
        const { open, desk } = opened;
        const current = open.edition.targets.get(segment.id);
        const said = textFrom(text, segment.text, current);
        const other = joinedWithNext(open, segment.id, said, desk);
        const [, follower] = [...(other?.keys() ?? [])];
        if (other === undefined || follower === undefined) return { status: 410, body: {} };
        if (base !== baseOf(current)) return conflict(current);
        const second = open.edition.targets.get(follower);
        if (next !== baseOf(second)) return conflict(second);
        return { targets: other };
      }),
    split: ({ base, text, rest, ...asked }) =>
      save(asked, (opened, segment) => {
        const { open, desk } = opened;
        const { article, targets } = open.edition;
        const current = targets.get(segment.id);
        const follower = followerOf(article, targets, segment.id);
        if (follower === undefined) return { status: 410, body: {} };
        if (base !== baseOf(current)) return conflict(current);
        const [first, second] = [textFrom(text, segment.text, current), textFrom(rest, segment.text, current)];
        const split = splitFromNext(open, segment.id, { text: first, rest: second }, desk);
        if (split === undefined) return { status: 410, body: {} };
        const isEmpty = [first, second].some((one) => one.every((piece) => typeof piece === 'string' && piece.trim() === ''));
        const faults = [segment, follower].map((one) => markFaults(split.get(one.id)?.text ?? [], one.text, undefined));
        const [missing, wrong] = [faults.flatMap((one) => one.missing), faults.flatMap((one) => one.wrong)];
        if (isEmpty || missing.length > 0 || wrong.length > 0) return { status: 422, body: { missing, wrong, isEmpty } };
        return { targets: split };
      }),
    undo: async ({ undo, ...asked }) => {
      const one = steps.of(undo);
      if (one === undefined || one.author !== asked.author || one.locale !== asked.locale || one.slug !== asked.slug)
        return { status: 410, body: {} };
      const answer = await save({ ...asked, segment: one.segment }, ({ open }) => {
        for (const [id, base] of one.bases) {
          const current = open.edition.targets.get(id);
          if (baseOf(current) !== base) return conflict(current);
        }
        return { targets: one.before, waivers: one.waivers };
      });
      if (answer.status === 200) {
        // What is taken back is no step: the one before it is the last again.
        for (const name of [undo, answer.body.undo ?? '']) steps.forget(name);
        // What is as it was is nobody's work.
        const isBack = ({ locale, slug, segment, before, after }: Work) =>
          locale === one.locale && slug === one.slug && one.before.has(segment) && before === after;
        drafts.forgetWork(asked.author, drafts.work(asked.author).filter(isBack));
        const { undo: _, ...body } = answer.body;
        return { status: 200, body };
      }
      return answer;
    },
  };
}

function conflict(current: Target | undefined): Decision {
  return { status: 409, body: { base: baseOf(current), text: targetFragment(current) ?? '', state: current?.state ?? 'missing' } };
}
