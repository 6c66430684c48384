/** `dragoman edit`: the translator's page on 127.0.0.1. */

import { spawn } from 'node:child_process';
import { userInfo } from 'node:os';
import process from 'node:process';
import { type ServerOptions, startEditServer } from '../edit/server.ts';
import { proxyOf } from '../edit/team.ts';
import { KnownError } from '../errors.ts';
import { identityOf } from '../project/git.ts';
import { openProject, type Project } from '../project/project.ts';
import { sharedStore } from '../session/open-store.ts';
import { workListOf } from '../session/shared-work.ts';
import type { CommandContext, RunCommand } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';
import { portOf } from './port.ts';
import { publishedPages } from './published-page.ts';
import { stopped } from './stopped.ts';

const PORT = 4100;

export const runEdit: RunCommand = async (_args, options, context) => {
  const { signal } = context;
  const project = openProject(context.cwd, context.config);
  const socket = options.socket as string | undefined;
  const origin = options['behind-proxy'] as string | undefined;
  if (origin === undefined && socket !== undefined)
    throw new KnownError('--socket is not usable', {
      expected: '--behind-proxy beside it',
      got: 'a socket that no browser can open',
      help: 'Leave it out, or say --behind-proxy ADDRESS.',
    });
  const proxy =
    origin === undefined
      ? undefined
      : proxyOf({
          origin,
          header: options['identity-header'] as string | undefined,
          secret: context.env.DRAGOMAN_PROXY_SECRET,
          isSocket: socket !== undefined,
        });
  // It is on this machine alone, as the page itself where no proxy is before it.
  const pages = proxy === undefined ? publishedPages(project, context) : undefined;
  const server = await startEditServer(project, {
    work: workOf(project, context),
    proxy,
    published: pages?.addressOf,
    socket,
    port: portOf(options.port, PORT),
    readOnly: options['read-only'] === true,
    author: (await identityOf(project.root)) ?? userInfo().username,
    onUnreadable: (error) => context.say(inLines(error)),
    onFault: (error) => context.say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  context.print(context.json ? { type: 'edit', url: server.address } : server.address);
  context.say(`${proxy === undefined ? 'The address is good once. ' : ''}Ctrl-C ends the page; nothing is lost.`);
  if (proxy === undefined && options['no-open'] !== true && context.stderr.isTTY === true && !context.json) openBrowser(server.address);
  await stopped(signal);
  pages?.close();
  await server.close();
  return exit.done;
};

/** @returns undefined where no machines share a work list */
function workOf({ config }: Project, { say }: CommandContext): ServerOptions['work'] {
  if (sharedStore(config) === undefined) return undefined;
  let told = '';
  return () =>
    workListOf(config, (message) => {
      // It is asked again and again; once is enough to say why there is no answer.
      if (message !== told) say(message);
      told = message;
    });
}

/** Where there is no browser, or none that the system knows of, the printed address is there to be opened. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', address] : process.platform === 'win32' ? ['explorer.exe', address] : ['xdg-open', address];
  const child = spawn(command as string, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}
