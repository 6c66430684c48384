/** `dragoman edit` over a project of its own, asked without a socket. */

import { onTestFinished } from 'vitest';
import { createApp } from '../../src/edit/app.ts';
import { openDrafts } from '../../src/edit/drafts.ts';
import { createEditor, type EditorOptions } from '../../src/edit/editor.ts';
import { createPeople } from '../../src/edit/people.ts';
import type { TeamProxy } from '../../src/edit/team.ts';
import { cacheFolder, openProject } from '../../src/project/project.ts';
import { openWorkspace } from '../../src/session/workspace.ts';

export const HOST = '127.0.0.1:4100';
export const ORIGIN = `http://${HOST}`;

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the contract's shapes are what the tests assert
  readonly body: any;
  readonly headers: Headers;
}

export interface Session {
  readonly token: string;
  readonly cookie: string;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answered>;
  readonly send: (method: 'POST' | 'PUT', path: string, body: unknown) => Promise<Answered>;
  /** As a browser without scripts sends a form. */
  readonly submit: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answered>;
}

/** @param root a project's folder */
export async function deskOver(root: string, { proxy, ...options }: EditorOptions & { readonly proxy?: TeamProxy } = {}) {
  const project = openProject(root);
  const workspace = await openWorkspace(project);
  const drafts = openDrafts(cacheFolder(project));
  const editor = createEditor(workspace, drafts, options);
  const people = createPeople(drafts.secret, 4100);
  const faults: unknown[] = [];
  const hosts = new Set(proxy === undefined ? [HOST, 'localhost:4100', '[::1]:4100'] : [new URL(proxy.origin).host]);
  const app = createApp({ editor, people, hosts, proxy, onFault: (error) => faults.push(error) });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await editor.close();
    isOpen = false;
  };
  onTestFinished(close);
  const ask = async (path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answered> => {
    const response = await app.request(`${ORIGIN}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  };
  const enter = async (author: string): Promise<Session> => {
    const { headers } = await ask(`/enter?token=${people.invite(author)}`, { headers: { host: HOST } });
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const base = { host: HOST, cookie };
    const { body } = await ask('/', { headers: base });
    const token = /name="dragoman-token" content="([^"]+)"/.exec(String(body))?.[1] ?? '';
    const changing = { ...base, origin: ORIGIN, 'sec-fetch-site': 'same-origin' };
    return {
      token,
      cookie,
      get: (path, headers = {}) => ask(path, { headers: { ...base, ...headers } }),
      send: (method, path, body) =>
        ask(path, {
          method,
          headers: { ...changing, 'content-type': 'application/json', 'x-dragoman-token': token },
          body: JSON.stringify(body),
        }),
      submit: (path, fields) =>
        ask(path, {
          method: 'POST',
          headers: { ...changing, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ token, ...fields }).toString(),
        }),
    };
  };
  return { app, editor, people, faults, ask, enter, close };
}
