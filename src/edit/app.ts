/** Every address of `dragoman edit`, as one function from a request to an answer: tests ask it without a socket. */

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { KnownError } from '../errors.ts';
import { answerFor, createApi } from './api.ts';
import type { Editor } from './editor.ts';
import { ENTRY, type Env, guard, MOST_BYTES } from './guard.ts';
import { imageAnswer } from './images.ts';
import type { People } from './people.ts';
import { addPages } from './routes.ts';
import type { TeamProxy } from './team.ts';

export interface AppOptions {
  readonly editor: Editor;
  readonly people: People;
  /** By which a browser may call this server: `127.0.0.1:4100`. */
  readonly hosts: ReadonlySet<string>;
  /** The page is behind a proxy, which says who asks. */
  readonly proxy?: TeamProxy | undefined;
  /** Told of what should not have happened. */
  readonly onFault?: (error: unknown) => void;
}

export function createApp({ editor, people, hosts, proxy, onFault = () => {} }: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  app.use(guard({ people, hosts, readOnly: editor.readOnly, proxy, config: editor.workspace.project.config }));
  app.use(bodyLimit({ maxSize: MOST_BYTES }));
  app.get(ENTRY, (c) => {
    const person = people.enter(c.req.query('token') ?? '') ?? people.whoIs(c.req.header('cookie'));
    if (person === undefined) return c.text('This address was good once. Run "dragoman edit" again for another one.\n', 401);
    setCookie(c, people.cookieName, people.cookieOf(person), { httpOnly: true, sameSite: 'Strict', path: '/' });
    return c.redirect('/', 303);
  });
  app.route('/api', createApi(editor));
  app.get('/image', (c) => imageAnswer(c, editor));
  const { faultPage } = addPages(app, editor, people);
  app.onError((error, c) => {
    const answer = answerFor(c, error);
    if (answer.status >= 500) onFault(error);
    if (c.req.path.startsWith('/api/')) return answer;
    if (error instanceof KnownError) return faultPage(c, { key: 'file', told: error });
    return c.text('A fault of the program itself. What you wrote is kept as a draft.\n', 500);
  });
  app.notFound((c) =>
    c.req.path.startsWith('/api/') ? c.json({ error: 'path', message: 'There is no such address.' }, 404) : faultPage(c, { key: 'none' }),
  );
  return app;
}
