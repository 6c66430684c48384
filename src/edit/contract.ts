/**
 * What the page and its server say to each other in JSON, under `/api`. The pages without scripts say the same in forms.
 *
 *     GET  /api/editions/LOCALE/SLUG                                   200 EditionView
 *     GET  /api/editions/LOCALE/SLUG/segments/ID                       200 SegmentView
 *     POST /api/editions/LOCALE/SLUG/segments/ID           Accept      200 Saved · 202 Waiting · 409 Conflict · 410 Gone · 422 Marks
 *     POST /api/editions/LOCALE/SLUG/segments/ID/check     {text}      200 CheckedView: pure, no lock
 *     PUT  /api/editions/LOCALE/SLUG/segments/ID/draft     Draft       204, on disk; an empty text forgets it
 *     POST /api/editions/LOCALE/SLUG/segments/ID/waive     Waive       200 Saved · 202 · 410
 *     POST /api/editions/LOCALE/SLUG/segments/ID/own       Own         200 OwnView · 409 OwnView: nothing is written
 *     POST /api/editions/LOCALE/SLUG/segments/ID/join      Join        200 Joined · 409 Conflict · 410: both sentences in one save
 *     POST /api/editions/LOCALE/SLUG/segments/ID/split     Split       200 Joined · 409 Conflict · 410 · 422 Marks
 *     POST /api/editions/LOCALE/SLUG/segments/ID/undo      {undo}      200 Joined · 409 Conflict · 410: too late
 *     POST /api/editions/LOCALE/SLUG/segments/ID/present   {}          204: others see that somebody is there
 *     GET  /api/editions/LOCALE/SLUG/segments/ID/help                  200 HelpView
 *     GET  /api/editions/LOCALE/SLUG/segments/ID/history               200 HistoryView
 *     POST /api/editions/LOCALE/SLUG/segments/ID/alternatives {engine} 200 AlternativeView · 402 over the budget · 409 no answer
 *     GET  /api/search?locale&q&in=source|target                       200 SearchView
 *     GET  /api/events                                                 200 a stream of server-sent events: ServerEvent
 *
 * A slug may hold `/`. Every request but GET has `content-type: application/json` and `x-dragoman-token`, the token of the page's
 * `<meta name="dragoman-token">`. Faults are `{ "error": NAME, "message": WORDS }` with 400, 401, 403, 404, 405, 413 or 415.
 *
 * Texts are fragments (`src/text.ts`): `<g id="1">` and `</g>` for a pair of marks, `<x id="2"/>` for one alone (`<x id="open-1"/>` where
 * its partner is in another sentence); `&`, `<` and `>` in words are escaped.
 *
 * `base` names the text that somebody has before them, and comes with every answer that has a text. A save gives it back: where the
 * edition has another text by then, nothing is written, and the answer has both.
 */

import { z } from 'zod';
import type { BlockKind, Origin, TargetState } from '../article.ts';
import type { FindingName, Level, Wording } from '../finding.ts';

/** A fragment. */
type Fragment = string;

/** Longer texts are no sentence. */
const text = z.string().max(100_000);
const base = z.string().max(40);

/** One of `findingNames`, or `all`; `reason` is for whoever reads it later. */
export const waiveBody = z.strictObject({ check: z.string().max(40), reason: z.string().trim().min(1).max(500) });

/**
 * `text` as the edition already has it: the sentence has been read. `remove`: nothing stands here, the edition leaves the sentence out.
 */
export const acceptBody = z.strictObject({ base, text, remove: z.boolean().optional(), waive: waiveBody.optional() });
export const draftBody = z.strictObject({ base, text });
export const askBody = z.strictObject({ engine: z.string().max(100) });
export const checkBody = z.strictObject({ text });

/**
 * A paragraph of the edition's own behind the block of the sentence: Markdown. `was` names one that is there, to say it otherwise; an empty
 * text takes it out. `isFirst`: it is before all of the body.
 */
export const ownBody = z.strictObject({ markdown: text, was: text.optional(), isFirst: z.boolean().optional() });

/** `text` is what the sentence says; `next` the base of the one that is joined to it. */
export const joinBody = z.strictObject({ base, text, next: base });
/** What a joined sentence says from now on, and what the next one does. */
export const splitBody = z.strictObject({ base, text, rest: text });
export const undoBody = z.strictObject({ undo: z.string().max(40) });

export type JoinBody = z.infer<typeof joinBody>;
export type SplitBody = z.infer<typeof splitBody>;
export type AcceptBody = z.infer<typeof acceptBody>;
export type WaiveBody = z.infer<typeof waiveBody>;

/** How a mark looks to who translates: what it makes of the words within, or what it is by itself. */
export type MarkLook = 'strong' | 'emphasis' | 'struck' | 'link' | 'code' | 'image' | 'footnote' | 'break' | 'markup';

export interface MarkView {
  readonly id: string;
  /** `open` and `close`: a mark whose partner is in another sentence. */
  readonly role: 'pair' | 'alone' | 'open' | 'close';
  readonly look: MarkLook;
  /** What to show of a mark alone: the code, the image's alt text, the markup itself. */
  readonly label: string;
  /** Where a link leads. */
  readonly title?: string;
}

export interface FindingView {
  readonly check: FindingName;
  readonly level: Level;
  /** In English, and in parts for `findingSays`. */
  readonly message: string;
  readonly wording?: Wording;
  readonly expected?: readonly string[];
  readonly got?: readonly string[];
}

export interface TermView {
  readonly source: string;
  readonly target: string;
  /** Offsets in the plain words of the source. */
  readonly start: number;
  readonly end: number;
}

export interface DraftView {
  readonly text: Fragment;
  /** What it was written over. */
  readonly base: string;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether it has been accepted, and waits for another command to end. */
  readonly isWaiting: boolean;
  /** Whether it is of who asks. */
  readonly isMine: boolean;
}

export interface NoteView {
  readonly text: string;
  /** Who wrote it, as far as their tool says. */
  readonly from?: string;
}

export interface SegmentView {
  readonly id: string;
  readonly kind: BlockKind;
  /** The block's place for people: a key of the front matter, an attribute's name. */
  readonly path?: string;
  /** What the author told the translator. */
  readonly note?: string;
  /** What colleagues have written about it, in a CAT tool. */
  readonly notes?: readonly NoteView[];
  readonly source: Fragment;
  /** null while there is none. */
  readonly target: Fragment | null;
  readonly state: TargetState | 'missing';
  /** Who made the target. */
  readonly by?: Origin;
  readonly base: string;
  /** How much a second engine's opinion doubts a machine's target, 0 to 100; absent where none was asked. */
  readonly doubt?: number;
  /** Of the source, in its order; then those that a person has put into the target, or joined to it. */
  readonly marks: readonly MarkView[];
  readonly terms: readonly TermView[];
  /** The segment whose sentence can be joined to this one's. */
  readonly joins?: string;
  /** Segments that are said in this one's sentence. */
  readonly says?: readonly string[];
  /** The segment in whose sentence this one is said. */
  readonly saidIn?: string;
  /** What the source was when the sentence was last translated: `[-old-]{+new+}`, and what was said for it. */
  readonly was?: { readonly diff: string; readonly target: Fragment | null };
  /** Takes back what who asks has done to it last. */
  readonly undo?: string;
  readonly drafts: readonly DraftView[];
  readonly findings: readonly FindingView[];
}

export interface EditionView {
  /** Of an article; `ui (strings)` of a file of strings. */
  readonly slug: string;
  readonly locale: string;
  readonly sourceLocale: string;
  /** Of an article, or of a file of strings, each under its key: it takes no paragraphs. */
  readonly format: 'markdown' | 'strings';
  /** `person`: a localized file without a record, which has to be adopted first; it cannot be edited here. */
  readonly hand: 'dragoman' | 'person';
  readonly segments: readonly SegmentView[];
  /** Paragraphs of its own, which no sentence of the source says, each behind a sentence: Markdown. */
  readonly own: readonly OwnParagraphView[];
  /** Of the edition as a whole. */
  readonly findings: readonly FindingView[];
  /** Not all findings are known yet; `files` is told when they are. */
  readonly isLooking?: true;
}

/** 200 */
export interface Saved {
  readonly base: string;
  readonly target: Fragment;
  readonly state: TargetState;
  readonly findings: readonly FindingView[];
  /** How many sentences of the locale who asks has accepted today. */
  readonly today: number;
  /** Takes it back; absent where there was no target before. */
  readonly undo?: string;
}
/** 200: of the first of the two; `changed` are both. */
export interface Joined extends Saved {
  readonly changed: readonly string[];
}
/** 202: it is kept, and will be saved when the other command has ended. */
export interface Waiting {
  /** `"translate", process 41` */
  readonly waiting: string;
}
/** 409: both texts; nothing is written, and the text that was to be saved is kept as a draft. */
export interface Conflict {
  readonly base: string;
  readonly text: Fragment;
  readonly state: TargetState | 'missing';
  /** Who changed it, where this server knows. */
  readonly by?: string;
}
/** 410: the source of the sentence is another by now; undefined where it is gone. */
export interface Gone {
  readonly segment?: string;
  readonly source?: Fragment;
}
/** 422: marks of the source that are missing, marks that it does not have or that are there twice, or no words at all. */
export interface Marks {
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
  readonly isEmpty: boolean;
}
export interface CheckedView {
  readonly findings: readonly FindingView[];
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

export interface OwnParagraphView {
  /** The segment that it follows; null for one before all. */
  readonly after: string | null;
  readonly markdown: string;
}

/** The paragraphs of the edition's own by now; where nothing was written, why. */
export interface OwnView {
  readonly own: readonly OwnParagraphView[];
  readonly refused?: 'gone' | 'unread';
}

export interface NearView {
  /** 0.7 to 1. */
  readonly likeness: number;
  readonly state: TargetState;
  readonly slug: string;
  readonly source: Fragment;
  readonly target: Fragment;
  /** From its source to the sentence's: `[-theirs-]{+here+}`. */
  readonly diff: string;
}
/** An engine that can be asked for the sentence. */
export interface OfferView {
  readonly engine: string;
  readonly characters: number;
  /** US dollars; 0 for one that costs nothing. */
  readonly cost: number;
}
export interface AlternativeView extends OfferView {
  readonly text: Fragment;
}
export interface HelpView {
  readonly memory: readonly NearView[];
  readonly engines: readonly OfferView[];
}
export interface HistoryView {
  readonly changes: readonly {
    readonly commit: string;
    readonly author: string;
    /** ISO 8601. */
    readonly at: string;
    readonly target: Fragment | null;
    readonly state: TargetState | 'missing';
  }[];
}
export interface SearchView {
  readonly found: readonly {
    readonly slug: string;
    readonly sourceLocale: string;
    readonly source: Fragment;
    readonly target: Fragment;
    readonly state: TargetState;
  }[];
}

/** An edition that a worker is to bring up to date, has in hand, or has given up until somebody changes something. */
export interface WorkView {
  readonly slug: string;
  readonly locale: string;
  readonly state: 'queued' | 'at work' | 'parked';
  /** In the program's words; of what failed. */
  readonly reason?: string;
}

/** The data of an event; its name is `type`. */
export type ServerEvent =
  | {
      readonly type: 'saved';
      readonly locale: string;
      readonly slug: string;
      readonly segment: string;
      readonly base: string;
      readonly target: Fragment;
      readonly author: string;
    }
  | { readonly type: 'files'; readonly locale: string; readonly slug: string }
  /** More is known of how far editions are; `left` are still to be looked at. */
  | { readonly type: 'states'; readonly left: number }
  /** All that is on the work list by now. */
  | { readonly type: 'work'; readonly editions: readonly WorkView[] }
  | { readonly type: 'present'; readonly locale: string; readonly slug: string; readonly segment: string; readonly author: string };
