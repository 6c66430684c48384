/** `dragoman edit` on its port, for this machine only, or on a socket for a proxy. */

import { connect } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { KnownError } from '../errors.ts';
import { ownStatsOf } from '../files/bytes.ts';
import { removeFile, setMode } from '../files/write.ts';
import type { Project } from '../project/project.ts';
import { cacheFolder } from '../project/project.ts';
import { openWorkspace } from '../session/workspace.ts';
import { createApp } from './app.ts';
import { openDrafts } from './drafts.ts';
import { createEditor, type EditorOptions } from './editor.ts';
import { ENTRY } from './guard.ts';
import { createPeople } from './people.ts';
import type { TeamProxy } from './team.ts';

const HOST = '127.0.0.1';

export interface ServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly readOnly: boolean;
  /** `Ana Soler <ana@example.org>`: the author of commits. */
  readonly author: string;
  readonly onFault: (error: unknown) => void;
  /** As of `openMemories`. */
  readonly onUnreadable?: (error: KnownError) => void;
  /** Behind a proxy, which says who asks; by its address the page is then opened. */
  readonly proxy?: TeamProxy | undefined;
  /** Path of a unix socket to listen on instead of a port. */
  readonly socket?: string | undefined;
  /** As the editor's. */
  readonly published?: EditorOptions['published'];
  /** As the editor's. */
  readonly work?: EditorOptions['work'];
}

export interface EditServer {
  /** Good once: whoever opens it is the author. Behind a proxy that of the proxy. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** @throws KnownError where the port is taken */
export async function startEditServer(project: Project, options: ServerOptions): Promise<EditServer> {
  const workspace = await openWorkspace(project, { onUnreadable: options.onUnreadable });
  const drafts = openDrafts(cacheFolder(project));
  const editor = createEditor(workspace, drafts, {
    readOnly: options.readOnly,
    watches: true,
    published: options.published,
    work: options.work,
  });
  try {
    // The port is known when the server listens, and is in the name of the cookie and of every address.
    let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
    const { server, port } = await listen(options.socket ?? options.port, (request) => answer(request));
    const people = createPeople(drafts.secret, port);
    const { proxy, onFault } = options;
    const hosts = new Set(
      proxy === undefined ? [HOST, 'localhost', '[::1]'].map((name) => `${name}:${port}`) : [new URL(proxy.origin).host],
    );
    const app = createApp({ editor, people, hosts, proxy, onFault });
    answer = (request) => app.fetch(request);
    return {
      address:
        proxy !== undefined ? `${proxy.origin}${proxy.path}/` : `http://${HOST}:${port}${ENTRY}?token=${people.invite(options.author)}`,
      close: async () => {
        await new Promise((resolve) => {
          server.close(resolve);
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
        await editor.close();
      },
    };
  } catch (error) {
    await editor.close();
    throw error;
  }
}

type Answering = (request: Request) => Response | Promise<Response>;

/** @param at a port, or the path of a unix socket, which this user and their group may open */
async function listen(at: number | string, fetch: Answering): Promise<{ readonly server: ServerType; readonly port: number }> {
  if (typeof at === 'string') await removeDead(at);
  const server = createAdaptorServer({ fetch });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? taken(at) : error));
    const listening = () => {
      if (typeof at === 'string') setMode(at, 0o660);
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : 0 });
    };
    if (typeof at === 'string') server.listen(at, listening);
    else server.listen(at, HOST, listening);
  });
}

const taken = (at: number | string) =>
  typeof at === 'string'
    ? new KnownError(`${at} is taken`, {
        expected: 'a path where nothing is',
        got: 'a file, or a server that listens',
        help: 'Choose another --socket.',
      })
    : new KnownError(`Port ${at} is taken`, { expected: 'a port that nothing listens on', got: String(at), help: 'Try --port 0.' });

/** A socket that a killed server has left. */
async function removeDead(path: string): Promise<void> {
  if (ownStatsOf(path)?.isSocket() !== true) return;
  const isAlive = await new Promise<boolean>((resolve) => {
    const asking = connect(path, () => resolve(true));
    asking.once('error', () => resolve(false));
    asking.once('connect', () => asking.destroy());
  });
  if (!isAlive) removeFile(path);
}
