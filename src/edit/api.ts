/** The JSON under `/api`; `contract.ts` says what it is. */

import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';
import type { z } from 'zod';
import { EngineError, KnownError, systemRefusal } from '../errors.ts';
import { findingName, findingNames } from '../finding.ts';
import type { Opened } from '../session/workspace.ts';
import { concordance } from './concordance.ts';
import {
  acceptBody,
  askBody,
  checkBody,
  draftBody,
  type HistoryView,
  joinBody,
  type OwnView,
  ownBody,
  type SearchView,
  splitBody,
  undoBody,
  waiveBody,
} from './contract.ts';
import type { Place } from './drafts.ts';
import type { Editor } from './editor.ts';
import type { Env } from './guard.ts';
import { helpFor } from './help.ts';
import { sentenceHistory } from './history.ts';
import { putOwnParagraph } from './own-paragraphs.ts';
import { checked, editionView, segmentView } from './views.ts';

type Ask = Context<Env>;

/** Milliseconds between two signs of life of a stream: proxies and browsers give up a silent one. */
const HEARTBEAT = 20_000;

/** `/api/editions/LOCALE/SLUG`, where the slug may hold `/`. */
const EDITION = /^\/api\/editions\/([^/]+)\/(.+)$/;
/** What is behind a slug: `/segments/ID/WHAT`. */
const SENTENCE = /^(.+)\/segments\/([0-9a-f]{8,}(?:-[\da-z]+)*)(?:\/([a-z]+))?$/;

export function createApi(editor: Editor): Hono<Env> {
  const { workspace, saving } = editor;
  const api = new Hono<Env>();

  api.get('/search', async (c) => {
    const { locale = '', q = '', in: side = 'source' } = c.req.query();
    if (!workspace.locales.includes(locale) || q.trim() === '' || (side !== 'source' && side !== 'target'))
      return fault(c, 400, 'query', 'Expected locale, q, and in=source or in=target.');
    editor.bringUpToDate(locale);
    return c.json({ found: await concordance(editor, locale, q, side) } satisfies SearchView);
  });

  api.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const end = editor.listen((event) => void stream.writeSSE({ event: event.type, data: JSON.stringify(event) }));
      stream.onAbort(end);
      while (!stream.aborted && !stream.closed) {
        await stream.writeSSE({ event: 'alive', data: '' });
        await stream.sleep(HEARTBEAT);
      }
      end();
    }),
  );

  const accept = async ({ c, author, place }: Asked) => {
    const { waive, remove = false, ...body } = await bodyOf(c, acceptBody);
    const answer = await saving.accept({ ...place, ...body, remove, author, waive: waive && waiverOf(waive) });
    return c.json(answer.body, answer.status);
  };
  const keep = async ({ c, author, place }: Asked) => {
    editor.keepDraft({ ...place, author, ...(await bodyOf(c, draftBody)) });
    return c.body(null, 204);
  };
  /** What is asked of an edition or a sentence, by method and the last part of the address. */
  const answers: Readonly<Record<string, (asked: AskedOfEdition) => Response | Promise<Response>>> = {
    'GET edition': ({ c, opened, author }) => {
      editor.watch(opened);
      editor.lookInto(opened)();
      return c.json(editionView(opened, editor.around(opened, author)));
    },
    'GET segment': ({ c, opened, author, place }) => c.json(segmentView(opened, place.segment, editor.around(opened, author))),
    'POST segment': accept,
    'PUT draft': keep,
    'GET help': async ({ c, opened, place }) => c.json(await helpFor(editor, opened, place.segment)),
    'POST alternatives': async ({ c, opened, place }) => {
      const { engine } = await bodyOf(c, askBody);
      return c.json(await editor.alternatives.ask(opened, place.segment, engine));
    },
    'GET history': async ({ c, opened, place }) =>
      c.json({ changes: await sentenceHistory(workspace.project, opened.open, place.segment) } satisfies HistoryView),
    'POST own': async ({ c, place }) => {
      const { isFirst, ...paragraph } = await bodyOf(c, ownBody);
      const { own, refused } = await putOwnParagraph(editor, { ...place, isFirst }, paragraph);
      return c.json({ own, ...(refused !== undefined && { refused }) } satisfies OwnView, refused === undefined ? 200 : 409);
    },
    'POST join': async ({ c, author, place }) => {
      const answer = await editor.joining.join({ ...place, author, ...(await bodyOf(c, joinBody)) });
      return c.json(answer.body, answer.status);
    },
    'POST split': async ({ c, author, place }) => {
      const answer = await editor.joining.split({ ...place, author, ...(await bodyOf(c, splitBody)) });
      return c.json(answer.body, answer.status);
    },
    'POST undo': async ({ c, author, place }) => {
      const answer = await editor.joining.undo({ ...place, author, ...(await bodyOf(c, undoBody)) });
      return c.json(answer.body, answer.status);
    },
    'POST present': ({ c, author, place }) => {
      editor.tell({ type: 'present', ...place, author });
      return c.body(null, 204);
    },
    'POST check': async ({ c, opened, place }) => c.json(checked(opened, place.segment, (await bodyOf(c, checkBody)).text)),
    'POST waive': async ({ c, opened, author, place }) => {
      const waive = waiverOf(await bodyOf(c, waiveBody));
      if (!opened.open.edition.targets.has(place.segment)) return fault(c, 404, 'segment', 'The sentence has no target.');
      const answer = await editor.waive({ ...place, author, waive });
      return c.json(answer.body, answer.status);
    },
  };

  api.all('/editions/*', (c) => {
    const [, locale = '', whole = ''] = EDITION.exec(decodeURIComponent(c.req.path)) ?? [];
    // An article's own slug may end like a sentence's address.
    const [, article = '', id, what] = SENTENCE.exec(whole) ?? [];
    const isSentence = id !== undefined && !(answers[`${c.req.method} edition`] !== undefined && workspace.has(locale, whole));
    const [slug, segment] = isSentence ? [article, id] : [whole, undefined];
    const name = `${c.req.method} ${isSentence ? (what ?? 'segment') : 'edition'}`;
    const answer = answers[name];
    if (answer === undefined) return fault(c, 404, 'path', 'There is no such address.');
    if (!workspace.has(locale, slug)) return fault(c, 404, 'edition', 'There is no such edition.');
    const asked = { c, author: c.get('person').author, place: { locale, slug, segment: segment ?? '' } };
    // What somebody has written is kept whatever the files are like, and whether or not the article still has the sentence.
    if (name === 'POST segment') return accept(asked);
    if (name === 'PUT draft') return keep(asked);
    const opened = workspace.opened(locale, slug);
    const isThere =
      segment === undefined || opened?.open.edition.article.blocks.some((block) => block.segments.some(({ id }) => id === segment));
    if (opened === undefined || !isThere) return fault(c, 404, 'segment', 'The article has no such sentence.');
    return answer({ ...asked, opened });
  });
  api.notFound((c) => fault(c, 404, 'path', 'There is no such address.'));
  return api;
}

interface Asked {
  readonly c: Ask;
  readonly author: string;
  readonly place: Place;
}

interface AskedOfEdition extends Asked {
  readonly opened: Opened;
}

/** A body that is not what the contract says. */
class BadBody extends Error {}

async function bodyOf<Schema extends z.ZodType>(c: Ask, schema: Schema): Promise<z.infer<Schema>> {
  let given: unknown;
  try {
    given = await c.req.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadBody('Not JSON.');
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BadBody(`${issue?.path.join('.') || 'The body'}: ${issue?.message}`);
}

function waiverOf({ check, reason }: z.infer<typeof waiveBody>): z.infer<typeof waiveBody> {
  const name = findingName(check);
  if (name !== 'all' && !findingNames.some((one) => one === name)) throw new BadBody(`check: "${check}" is no check.`);
  return { check: name, reason };
}

function fault(c: Ask, status: 400 | 404 | 409 | 500 | 507, error: string, message: string): Response {
  return c.json({ error, message }, status);
}

/** What went wrong, for who asked in JSON. */
export function answerFor(c: Ask, error: unknown): Response {
  if (error instanceof BadBody) return fault(c, 400, 'body', error.message);
  if (error instanceof KnownError) {
    const { message, expected, got, help } = error;
    const parts = [message, expected && `Expected ${expected}`, got && `Got ${got}`, help].filter(
      (part) => part !== undefined && part !== '',
    );
    return fault(c, 409, 'file', parts.map((part) => `${part}`.replace(/\.?$/, '.')).join(' '));
  }
  // Of a body whose length nobody said.
  if (error instanceof EngineError) return c.json({ error: error.kind, message: error.message }, error.kind === 'budget' ? 402 : 409);
  if (error instanceof HTTPException) return error.getResponse();
  const refusal = systemRefusal(error);
  if (refusal !== undefined) return fault(c, 507, 'system', `${refusal}.`);
  return fault(c, 500, 'fault', 'A fault of the program itself.');
}
