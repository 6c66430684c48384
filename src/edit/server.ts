/** `dragoman edit` on its port: this machine only. */

import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { KnownError } from '../errors.ts';
import type { Project } from '../project/project.ts';
import { cacheFolder } from '../project/project.ts';
import { createApp } from './app.ts';
import { openDrafts } from './drafts.ts';
import { createEditor } from './editor.ts';
import { ENTRY } from './guard.ts';
import { createPeople } from './people.ts';
import { openWorkspace } from './workspace.ts';

const HOST = '127.0.0.1';

export interface ServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly readOnly: boolean;
  /** `Ana Soler <ana@example.org>`: the author of commits. */
  readonly author: string;
  readonly onFault: (error: unknown) => void;
}

export interface EditServer {
  /** Good once: whoever opens it is the author. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** @throws KnownError where the port is taken */
export async function startEditServer(project: Project, options: ServerOptions): Promise<EditServer> {
  const workspace = await openWorkspace(project);
  const drafts = openDrafts(cacheFolder(project));
  const editor = createEditor(workspace, drafts, { readOnly: options.readOnly, watches: true });
  try {
    // The port is known when the server listens, and is in the name of the cookie and of every address.
    let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
    const { server, port } = await listen(options.port, (request) => answer(request));
    const people = createPeople(drafts.secret, port);
    const hosts = new Set([HOST, 'localhost', '[::1]'].map((name) => `${name}:${port}`));
    const app = createApp({ editor, people, hosts, onFault: options.onFault });
    answer = (request) => app.fetch(request);
    return {
      address: `http://${HOST}:${port}${ENTRY}?token=${people.invite(options.author)}`,
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

function listen(port: number, fetch: Answering): Promise<{ readonly server: ReturnType<typeof serve>; readonly port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: HOST, port }, (info: AddressInfo) => resolve({ server, port: info.port }));
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new KnownError(`Port ${port} is taken`, {
              expected: 'a port that nothing listens on',
              got: String(port),
              help: 'Try --port 0.',
            })
          : error,
      ),
    );
  });
}
