/** The requests of `contract.ts`. */

import type {
  AcceptBody,
  AlternativeView,
  CheckedView,
  Conflict,
  EditionView,
  Gone,
  HelpView,
  HistoryView,
  JoinBody,
  Joined,
  Marks,
  OwnView,
  Saved,
  SearchView,
  SegmentView,
  SplitBody,
  Waiting,
  WaiveBody,
} from '../contract.ts';
import { base, isReadOnly, locale, slug, token } from './page.ts';
import { t } from './page-words.ts';

/** What came of a save. `failed`: the server did not answer, or said what nobody expected; nothing is known of the files. */
export type SaveOutcome =
  | { readonly status: 200; readonly body: Saved }
  | { readonly status: 202; readonly body: Waiting }
  | { readonly status: 409; readonly body: Conflict }
  | { readonly status: 410; readonly body: Gone }
  | { readonly status: 422; readonly body: Marks }
  /** `isUnreached`: there was no answer. */
  | { readonly status: 'failed'; readonly message: string; readonly isUnreached?: boolean };

/** What came of joining two sentences, or of taking them apart. */
export type JoinOutcome = { readonly status: 200; readonly body: Joined } | Exclude<SaveOutcome, { status: 200 | 202 }>;

const edition = `${base}/api/editions/${locale}/${slug.split('/').map(encodeURIComponent).join('/')}`;
const at = (segment: string, what = '') => `${edition}/segments/${segment}${what}`;

function send(method: 'POST' | 'PUT', address: string, body: unknown, keepalive = false): Promise<Response> {
  return fetch(address, {
    method,
    headers: { 'content-type': 'application/json', 'x-dragoman-token': token },
    body: JSON.stringify(body),
    keepalive,
  });
}

/** @throws Error where the server does not answer with what was asked for */
async function json<Value>(asked: Promise<Response>): Promise<Value> {
  const response = await asked;
  if (!response.ok) throw new Error(await messageOf(response));
  return (await response.json()) as Value;
}

async function messageOf(response: Response): Promise<string> {
  // Of a branch without the article, say.
  if (response.status === 404) return t('fault.none');
  const body = (await response.json().catch(() => ({}))) as { message?: unknown };
  return typeof body.message === 'string' ? body.message : String(response.status);
}

async function answerOf(asked: Promise<Response>): Promise<SaveOutcome> {
  try {
    const response = await asked;
    const { status } = response;
    const isKnown = status === 200 || status === 202 || status === 409 || status === 410 || status === 422;
    const body = isKnown ? ((await response.json()) as Record<string, unknown>) : undefined;
    // A fault has a name; 409 is of files that cannot be read too.
    if (body === undefined) return { status: 'failed', message: await messageOf(response) };
    if ('error' in body) return { status: 'failed', message: String(body.message) };
    return { status, body } as unknown as SaveOutcome;
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error), isUnreached: true };
  }
}

const joinAnswer = (segment: string, what: string, body: unknown) =>
  answerOf(send('POST', at(segment, what), body)) as Promise<JoinOutcome>;

export const getEdition = (): Promise<EditionView> => json(fetch(edition));
export const getSegment = (segment: string): Promise<SegmentView> => json(fetch(at(segment)));
export const getHelp = (segment: string): Promise<HelpView> => json(fetch(at(segment, '/help')));
export const getHistory = (segment: string): Promise<HistoryView> => json(fetch(at(segment, '/history')));
export const search = (q: string, side: 'source' | 'target'): Promise<SearchView> =>
  json(fetch(`${base}/api/search?${new URLSearchParams({ locale, q, in: side })}`));
export const check = (segment: string, text: string): Promise<CheckedView> => json(send('POST', at(segment, '/check'), { text }));
export const accept = (segment: string, body: AcceptBody): Promise<SaveOutcome> => answerOf(send('POST', at(segment), body));
export const sendWaiver = (segment: string, body: WaiveBody): Promise<SaveOutcome> => answerOf(send('POST', at(segment, '/waive'), body));
export const join = (segment: string, body: JoinBody): Promise<JoinOutcome> => joinAnswer(segment, '/join', body);
export const split = (segment: string, body: SplitBody): Promise<JoinOutcome> => joinAnswer(segment, '/split', body);
export const undo = (segment: string, step: string): Promise<JoinOutcome> => joinAnswer(segment, '/undo', { undo: step });
/** A paragraph of the edition's own behind a sentence's block. */
export async function putOwn(segment: string, body: { markdown: string; was?: string; isFirst?: boolean }): Promise<OwnView> {
  const response = await send('POST', at(segment, '/own'), body);
  const answer = (await response.json()) as OwnView | { readonly message: string };
  if (!('own' in answer)) throw new Error(answer.message);
  return answer;
}
/** How another engine says it; it may cost what its offer says. */
export const ask = (segment: string, engine: string): Promise<AlternativeView> =>
  json(send('POST', at(segment, '/alternatives'), { engine }));
/** Others see where somebody is. */
export const tellPresence = (segment: string): Promise<void> =>
  // Who can change nothing is in nobody's way, and may send nothing.
  isReadOnly
    ? Promise.resolve()
    : send('POST', at(segment, '/present'), {}).then(
        () => {},
        () => {},
      );

/** The server has answered, and does not do it. */
export class RefusedError extends Error {}

/**
 * @param isLast the page is being left: the request goes on without it
 * @throws RefusedError in the words of the answer; another Error where there was none
 */
export async function putDraft(segment: string, base: string, text: string, isLast = false): Promise<void> {
  const response = await send('PUT', at(segment, '/draft'), { base, text }, isLast);
  if (!response.ok) throw new RefusedError(await messageOf(response));
}
