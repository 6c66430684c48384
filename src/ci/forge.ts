/** What Dragoman asks of the place where pull requests are: GitHub, GitLab. Everything else is git's. */

import { KnownError, keepSecret } from '../errors.ts';
import type { Environment } from './event.ts';
import type { ForgeApi, PullRequest } from './forge-api.ts';
import { githubApi } from './github.ts';
import { gitlabApi } from './gitlab.ts';

export interface Forge {
  /**
   * The open pull request of these branches; it is made where there is none.
   * @returns its address
   * @throws KnownError where the forge refuses
   */
  propose(proposal: PullRequest): Promise<string>;
  /**
   * Dragoman's one comment on a pull request: written, or renewed.
   * @param body undefined: nothing has to be said; a comment from before says that it is settled
   * @throws KnownError where the forge refuses
   */
  comment(number: number, body: string | undefined): Promise<void>;
}

/** The network, handed in. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** By which its comment is found again. */
const MARK = '<!-- dragoman: editions -->\n';
const SETTLED = 'No edition waits for this change any more, and nothing is to be corrected in those that it touches.';

/** How long a forge may take to answer (ms). */
const PATIENCE = 30_000;

/** Comments a page, and pages that are looked through for Dragoman's own. */
const PAGE = 100;
const PAGES = 30;

interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: another program's JSON
  readonly json: any;
}

/** @returns undefined outside of a forge, or without a token */
export function openForge(env: Environment, fetch: Fetch): Forge | undefined {
  const token = env.DRAGOMAN_TOKEN;
  if (token === undefined || token === '') return undefined;
  keepSecret(token);
  const api = githubApi(env, token) ?? gitlabApi(env, token);
  return api === undefined ? undefined : forgeOf(api, fetch);
}

function forgeOf(api: ForgeApi, fetch: Fetch): Forge {
  /** A redirect is not followed: the token would go along. */
  async function ask(method: string, path: string, body?: object): Promise<Reply> {
    try {
      const response = await fetch(`${api.address}${path}`, {
        method,
        headers: { accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'dragoman', ...api.headers },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      const text = await response.text();
      return { status: response.status, json: jsonOf(text) };
    } catch (cause) {
      const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
      throw new KnownError(`${api.name} does not answer`, { expected: `an answer from ${api.address}`, got: reason, cause });
    }
  }

  async function demand(reply: Reply | Promise<Reply>, status: number, what: string): Promise<Reply['json']> {
    const { status: got, json } = await reply;
    if (got === status) return json;
    const said = JSON.stringify(json?.message ?? json?.error ?? json) ?? '';
    throw new KnownError(`${api.name} refuses ${what}`, {
      expected: `status ${status}`,
      got: `${got} ${said.slice(0, 200)}`,
      help: api.help,
    });
  }

  const opened = async ({ branch, base }: PullRequest): Promise<string | undefined> =>
    (await demand(ask('GET', api.opened(branch, base)), 200, `the list of ${api.requests}`))[0]?.[api.url];

  async function ownComment(number: number): Promise<{ readonly id: number; readonly body: string } | undefined> {
    for (let page = 1; page <= PAGES; page++) {
      const found = await demand(ask('GET', `${api.comments(number)}?per_page=${PAGE}&page=${page}`), 200, 'the list of comments');
      const own = found.find((one: { body?: string }) => one.body?.startsWith(MARK));
      if (own !== undefined || found.length < PAGE) return own;
    }
    return undefined;
  }

  return {
    propose: async (proposal) => {
      const open = await opened(proposal);
      if (open !== undefined) return open;
      const made = await ask('POST', api.creation, api.toCreate(proposal));
      // The status is also that of one which another run has just made.
      const late = made.status === api.exists ? await opened(proposal) : undefined;
      return late ?? (await demand(made, 201, 'the pull request'))[api.url];
    },
    comment: async (number, body) => {
      const before = await ownComment(number);
      if (body === undefined && before === undefined) return;
      const text = `${MARK}${body ?? SETTLED}`;
      if (before === undefined) await demand(ask('POST', api.comments(number), { body: text }), 201, 'the comment');
      else if (text !== before.body)
        await demand(ask(api.renewing, api.comment(number, before.id), { body: text }), 200, 'the change of the comment');
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
