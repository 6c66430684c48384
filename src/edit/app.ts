/** Every address of `dragoman edit`, as one function from a request to an answer: tests ask it without a socket. */

import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { getPath } from 'hono/utils/url';
import { KnownError, systemRefusal } from '../errors.ts';
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
  const path = proxy?.path ?? '';
  const at = (own: string) => path + own;
  // Routes know nothing of what the proxy has before them.
  const app = new Hono<Env>({ getPath: (request) => withoutPrefix(getPath(request), path) });
  if (path !== '') app.use(below(path));
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
  const { faultPage } = addPages(app, editor, people, at);
  app.onError((error, c) => {
    const answer = answerFor(c, error);
    const refusal = systemRefusal(error);
    if (answer.status >= 500 && refusal === undefined) onFault(error);
    if (c.req.path.startsWith('/api/')) return answer;
    if (error instanceof KnownError) return faultPage(c, { key: 'file', told: error });
    if (refusal !== undefined) return faultPage(c, { key: 'file', told: { message: refusal } });
    return c.text('A fault of the program itself. What you wrote is kept as a draft.\n', 500);
  });
  app.notFound((c) =>
    c.req.path.startsWith('/api/') ? c.json({ error: 'path', message: 'There is no such address.' }, 404) : faultPage(c, { key: 'none' }),
  );
  return app;
}

/** The path of a route; an address that is not below the prefix stays as it is, and is refused. */
const withoutPrefix = (path: string, prefix: string) => (path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path);

/** All is below a path: what asks for anything else comes from a proxy that has taken it away, and redirects lead there. */
function below(prefix: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { pathname } = new URL(c.req.url);
    if (pathname === prefix) return c.redirect(`${prefix}/`, 308);
    if (!pathname.startsWith(`${prefix}/`))
      return c.text(`This page is below ${prefix}/: its proxy must pass addresses as they are.\n`, 404);
    await next();
    const to = c.res.headers.get('location');
    if (to?.startsWith('/') === true) c.header('location', prefix + to);
    return undefined;
  };
}
