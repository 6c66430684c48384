/** All that a running `dragoman edit` has: the project, drafts, the way into the files, the article's layout, and who listens. */

import type { Text } from '../article.ts';
import { segmentsOf } from '../edition/open.ts';
import type { NearSentence } from '../memory/fuzzy-matches.ts';
import { type Others, openOthers } from '../session/shared-memory.ts';
import type { Opened, Workspace } from '../session/workspace.ts';
import { isEmpty, toFragment } from '../text.ts';
import { type Alternatives, createAlternatives } from './alternatives.ts';
import type { ServerEvent, WaiveBody } from './contract.ts';
import type { Draft, Drafts, Place } from './drafts.ts';
import { createJoining, type Joining } from './joining.ts';
import { createLayouts, type Layouts } from './layout/layouts.ts';
import { createSaving, type SaveAnswer, type Saving } from './saving.ts';
import { createSteps } from './steps.ts';
import { draftsOf } from './successors.ts';
import { baseOf } from './texts.ts';
import type { Around } from './views.ts';
import { watchEditions } from './watching.ts';
import { createWork, type KnownWork, type WorkOptions } from './work.ts';

export interface Editor {
  readonly workspace: Workspace;
  readonly drafts: Drafts;
  readonly saving: Saving;
  readonly joining: Joining;
  readonly layouts: Layouts;
  readonly alternatives: Alternatives;
  readonly work: KnownWork;
  /** Somebody has an edition before them: they are told when others change its files. */
  readonly watch: (opened: Opened) => void;
  /**
   * Looks for findings for as long as a page may wait for them.
   * @returns looks for what is left, between other requests; then whoever has the edition before them is told
   */
  readonly lookInto: (opened: Opened) => () => void;
  /** Nothing can be changed. */
  readonly readOnly: boolean;
  readonly published: EditorOptions['published'];
  /** What is known of an edition besides its files. @param author who asks */
  readonly around: (opened: Opened, author: string) => Around;
  /** Keeps what somebody is writing; an empty text forgets it. */
  readonly keepDraft: (draft: Omit<Draft, 'at' | 'accepted'>) => void;
  /** A finding that is right as it is: whoever says so has read the sentence. */
  readonly waive: (waiver: Place & { readonly author: string; readonly waive: WaiveBody }) => Promise<SaveAnswer>;
  /** Sentences that the memory has like a text, those that others have written meanwhile too. */
  readonly near: (locale: string, text: Text, most: number) => NearSentence[];
  /** What other desks know. */
  readonly others: Others;
  readonly bringUpToDate: (locale: string) => void;
  /** Records have changed otherwise than by a save: they are looked at when the memory is asked next. */
  readonly forgetMemory: (locale: string) => void;
  /** @returns ends the listening */
  readonly listen: (listener: (event: ServerEvent) => void) => () => void;
  readonly tell: (event: ServerEvent) => void;
  /** What whoever begins to listen is told at once: it may have happened while their page was on its way. */
  readonly onListen: (now: () => ServerEvent) => void;
  /** Something ends with the editor. */
  readonly onClose: (end: () => void) => void;
  readonly close: () => Promise<void>;
}

export interface EditorOptions {
  readonly readOnly?: boolean;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** Milliseconds for which an answer waits for another command. */
  readonly patience?: number;
  /** Whether files that others change are told. */
  readonly watches?: boolean;
  /** The address of the page that readers will see, by an edition's file; undefined where the site has none of it. */
  readonly published?: ((file: string) => Promise<string | undefined>) | undefined;
  /** What workers have before them. */
  readonly work?: WorkOptions['ask'];
}

/** Milliseconds for which the memory is taken for what the records say. */
const KNOWN_FOR = 2_000;
/** Milliseconds for which a page waits for findings: those of some 300 sentences. */
const LOOK = 100;
/** Sentences of an edition whose page comes without waiting for them. */
const LONG = 1_000;

export function createEditor(workspace: Workspace, drafts: Drafts, options: EditorOptions = {}): Editor {
  const { readOnly = false, clock = Date.now, patience } = options;
  const listeners = new Set<(event: ServerEvent) => void>();
  const asked = new Map<string, number>();
  const ends: (() => void)[] = [];
  const greetings: (() => ServerEvent)[] = [];
  const tell = (event: ServerEvent) => {
    // What has just been saved is looked for next.
    if (event.type === 'saved' || event.type === 'files') asked.delete(event.locale);
    for (const listener of listeners) listener(event);
  };
  // A request of the same moment may find a change before the watch does. What a save has written, the workspace knows already.
  workspace.onOtherFiles((locale, slug) => tell({ type: 'files', locale, slug }));
  const steps = createSteps();
  const saving = createSaving({ workspace, drafts, steps, clock, onEvent: tell, ...(patience !== undefined && { patience }) });
  const bringUpToDate = (locale: string) => {
    if (clock() - (asked.get(locale) ?? Number.NEGATIVE_INFINITY) < KNOWN_FOR) return;
    workspace.memories.bringUpToDate(locale);
    asked.set(locale, clock());
  };
  const watching = options.watches === true ? watchEditions(workspace, tell) : undefined;
  const others = openOthers(workspace.project.config);
  const work = createWork({ ask: options.work, tell, isWatched: () => listeners.size > 0 });
  if (options.work !== undefined) greetings.push(() => ({ type: 'work', editions: work.now() }));
  const looking = new Set<string>();
  const lookOn = (locale: string, slug: string) => {
    // What it is by now: a sentence that has been saved meanwhile is looked at as it is.
    const opened = looking.has(`${locale} ${slug}`) ? workspace.known(locale, slug) : undefined;
    if (opened?.findings.lookOn() === true) {
      setImmediate(() => lookOn(locale, slug));
      return;
    }
    if (looking.delete(`${locale} ${slug}`) && opened !== undefined) tell({ type: 'files', locale, slug });
  };
  if (!readOnly) saving.resume();
  return {
    workspace,
    drafts,
    saving,
    readOnly,
    published: options.published,
    work,
    joining: createJoining({ workspace, drafts, steps }),
    layouts: createLayouts(workspace.project),
    alternatives: createAlternatives(workspace.project),
    watch: (opened) => watching?.add(opened),
    lookInto: ({ name: slug, open: { locale, edition }, findings }) => {
      // The first finding of all takes as long as a thousand others: it loads what is known of languages.
      const end = clock() + (segmentsOf(edition.article).length > LONG ? 0 : LOOK);
      while (clock() < end && !findings.isDone()) findings.lookOn();
      return () => {
        const key = `${locale} ${slug}`;
        if (findings.isDone() || looking.has(key)) return;
        looking.add(key);
        setImmediate(() => lookOn(locale, slug));
      };
    },
    around: (opened, author) => ({
      author,
      drafts: draftsOf({ drafts, readOnly }, opened),
      steps: steps.lastOf({ locale: opened.open.locale, slug: opened.name }, author),
    }),
    keepDraft: (draft) => {
      if (draft.text.trim() === '') drafts.forget(draft, draft.author);
      else drafts.put({ ...draft, at: clock() });
    },
    waive: ({ waive, ...place }) => {
      const target = workspace.opened(place.locale, place.slug)?.open.edition.targets.get(place.segment);
      const text = target?.text ?? [];
      return saving.accept({ ...place, base: baseOf(target), text: toFragment(text), remove: isEmpty(text), waive });
    },
    near: (locale, text, most) => {
      bringUpToDate(locale);
      return workspace.memories.memoryFor(locale).near(text, most);
    },
    others,
    bringUpToDate,
    forgetMemory: (locale) => void asked.delete(locale),
    listen: (listener) => {
      listeners.add(listener);
      for (const now of greetings) listener(now());
      return () => listeners.delete(listener);
    },
    tell,
    onListen: (now) => greetings.push(now),
    onClose: (end) => ends.push(end),
    close: async () => {
      for (const end of ends) end();
      listeners.clear();
      looking.clear();
      work.close();
      await others.close();
      await watching?.close();
      await saving.close();
      drafts.close();
      workspace.close();
    },
  };
}
