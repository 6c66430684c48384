/** What pages need of a request: who asks, in which language, and what a form says. */

import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Assets } from './assets.ts';
import type { Editor } from './editor.ts';
import type { Env } from './guard.ts';
import type { Visit } from './pages/frame.ts';
import type { People } from './people.ts';
import type { States } from './states.ts';
import { languageFor, pageWords } from './words.ts';

export const LANGUAGE_COOKIE = 'dragoman-language';

/** What all pages are made with. */
export interface PageTools {
  readonly editor: Editor;
  readonly people: People;
  readonly assets: Assets;
  readonly states: States;
  /** As a visit's. */
  readonly at: (path: string) => string;
}

export function visitOf(c: Context<Env>, { editor, people, assets, at }: PageTools): Visit {
  const person = c.get('person');
  return {
    t: pageWords(languageFor(getCookie(c, LANGUAGE_COOKIE), c.req.header('accept-language'))),
    person,
    token: people.tokenOf(person),
    readOnly: c.get('readOnly'),
    here: c.req.path + new URL(c.req.url).search,
    at,
    uncommitted: editor.drafts.work(person.author).length,
    assets,
  };
}

/** A form's fields; what is there more than once has all its values. */
export interface Form {
  readonly one: (name: string) => string;
  readonly all: (name: string) => readonly string[];
}

/** @returns undefined where it has not got the page's token */
export async function formOf(c: Context<Env>, people: People): Promise<Form | undefined> {
  const body = await c.req.parseBody({ all: true });
  const all = (name: string) => [body[name] ?? []].flat().filter((value): value is string => typeof value === 'string');
  const one = (name: string) => all(name)[0] ?? '';
  return people.isToken(c.get('person'), one('token')) ? { one, all } : undefined;
}

export const noToken = (c: Context<Env>): Response => c.text('The token of the page is missing: load the page again.\n', 403);
