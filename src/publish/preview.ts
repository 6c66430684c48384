/** The site on this machine alone, built again at every change; open pages follow it. */

import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import sirv from 'sirv';
import { KnownError } from '../errors.ts';
import { fileBytes, fileText, statsOf } from '../files/bytes.ts';
import { livePage, PREVIEW_PATH } from './preview/live-page.ts';

/** What a build tells whoever looks at the site. */
export interface PreviewBuilt {
  /** What is wrong, a line each; shown over the page. */
  readonly errors: readonly string[];
  /** The site path of what a file is published as. */
  readonly pathOf: (file: string) => string | undefined;
}

export interface PreviewOptions {
  readonly out: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Whether another port will do where this one is taken. */
  readonly anyPort: boolean;
  /** Called once the port is known, and at every change; one at a time. */
  readonly build: (baseUrl: string) => Promise<PreviewBuilt>;
  /** Files and folders, absolute. */
  readonly watched: readonly string[];
  /** Whether a path is none of the watcher's business. */
  readonly ignored: (path: string) => boolean;
  /** @returns what to show of an error; throws one that is a fault of the program */
  readonly failed: (error: unknown) => string;
}

export interface Preview {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** This machine only: drafts are shown here. */
const HOST = '127.0.0.1';
/** Editors write a file in several steps; a build waits until nothing has changed for so long. */
const SETTLE_MILLISECONDS = 80;
/** How many ports are tried beside the usual one. */
const MORE_PORTS = 20;

const METHODS = ['GET', 'HEAD'];

interface State {
  readonly build: number;
  readonly errors: readonly string[];
  readonly open?: string;
}

/** @returns once the site is built, served and watched */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const listeners = new Set<ServerResponse>();
  let state: State = { build: 0, errors: [] };
  const server = createServer(answers(options.out, listeners, () => state));
  await listenNear(server, options.port, options.anyPort);
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const changed = new Set<string>();
  const build = serially(async () => {
    const files = [...changed];
    changed.clear();
    const { errors, pathOf } = await options
      .build(url)
      .catch((error: unknown) => ({ errors: [options.failed(error)], pathOf: () => undefined }));
    const open = files.map(pathOf).find((path) => path !== undefined);
    state = { build: state.build + 1, errors, ...(open === undefined ? {} : { open }) };
    for (const listener of listeners) listener.write(eventOf(state));
  });
  await build();
  const watcher = watch([...options.watched], { ignoreInitial: true, ignored: options.ignored });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_, path) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => void build(), SETTLE_MILLISECONDS);
  });
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  return {
    url,
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await build.idle();
    },
  };
}

const eventOf = (state: State): string => `event: state\ndata: ${JSON.stringify(state)}\n\n`;

function answers(out: string, listeners: Set<ServerResponse>, state: () => State) {
  const files = sirv(out, { dev: true });
  const script = fileBytes(new URL('./page/assets/preview.js', import.meta.url));
  const page = (response: ServerResponse, status: number, file: string) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    response.end(livePage(fileText(file)));
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    response.setHeader('cache-control', 'no-store');
    if (!isOwnHost(request)) {
      response
        .writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
        .end('This preview answers at 127.0.0.1 and localhost alone.\n');
      return;
    }
    if (!METHODS.includes(request.method ?? '')) {
      const said = { allow: METHODS.join(', '), 'content-type': 'text/plain; charset=utf-8' };
      response.writeHead(405, said).end('A preview is read: GET and HEAD.\n');
      return;
    }
    if (!isRange(request.headers.range)) delete request.headers.range;
    const path = pathIn(request.url ?? '/');
    if (path === `${PREVIEW_PATH}live.js`) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
      return;
    }
    if (path === `${PREVIEW_PATH}events`) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      response.write(eventOf(state()));
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    const own = path === undefined ? undefined : pageFile(out, path);
    if (own !== undefined) {
      page(response, 200, own);
      return;
    }
    if (path !== undefined && !path.endsWith('/') && pageFile(out, `${path}/`) !== undefined) {
      response.writeHead(301, { location: folderAddress(request.url ?? '') }).end();
      return;
    }
    files(request, response, () => {
      // As static hosts do it, but for the language, which they do not look at.
      const locale = /^\/([\w-]+)\//.exec(path ?? '')?.[1];
      const missing = [`${locale}/404.html`, '404.html'].map((file) => join(out, file)).find((file) => existsSync(file));
      if (missing !== undefined) page(response, 404, missing);
      // Nothing is built yet: the page waits for what will be.
      else
        response
          .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
          .end(livePage('<!DOCTYPE html><html><head><title>dragoman preview</title></head><body></body></html>'));
    });
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    try {
      answer(request, response);
    } catch (error) {
      // A page that went while it was asked for, as a build does it; whatever a request brings, the next one is answered.
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (!response.headersSent) response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Nothing can be read here.\n');
    }
  };
}

/** The address of a folder's page, as static hosts lead there: what the page names beside itself is found from it alone. */
function folderAddress(url: string): string {
  const [, path = '', rest = ''] = /^\/*([^?#]*)([^#]*)/.exec(url) ?? [];
  return `/${path}/${rest}`;
}

/** Drafts are shown here: a name of another site that was made to mean 127.0.0.1 gets nothing. */
function isOwnHost({ headers, socket }: IncomingMessage): boolean {
  const port = `:${socket.localPort}`;
  return [HOST, 'localhost', '[::1]'].some((name) => headers.host === name + port || (port === ':80' && headers.host === name));
}

/** Whether a range of bytes can be served; one that cannot is passed over (RFC 9110, 14.2), and what serves files does not look. */
function isRange(range: string | undefined): boolean {
  const [, from = '', to = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  return from !== '' && (to === '' || Number(from) <= Number(to));
}

/** @returns undefined for what names no file: bad escapes, and a NUL, which no path may hold */
function pathIn(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The page that answers for a path. What the public folder brought as HTML is served as it is. */
function pageFile(out: string, path: string): string | undefined {
  const file = resolve(out, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  if (!file.startsWith(out + sep) || !file.endsWith('.html') || statsOf(file)?.isFile() !== true) return undefined;
  return file;
}

async function listenNear(server: Server, port: number, anyPort: boolean): Promise<void> {
  const ports = port === 0 || !anyPort ? [port] : [...Array.from({ length: MORE_PORTS + 1 }, (_, more) => port + more), 0];
  for (const [tried, one] of ports.entries())
    try {
      await listen(server, one);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (tried < ports.length - 1) continue;
      throw new KnownError(`Port ${one} is taken`, {
        expected: 'a port that is free',
        got: `another program on ${HOST}:${one}`,
        help: 'Leave --port away, or give --port 0.',
      });
    }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((ready, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      ready();
    });
  });
}

/** One run at a time; a call during a run makes one more run after it, however many calls there were. */
function serially(run: () => Promise<void>): { (): Promise<void>; idle: () => Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  const loop = async () => {
    do {
      again = false;
      await run();
    } while (again);
    running = undefined;
  };
  const call = (): Promise<void> => {
    if (running === undefined) running = loop();
    else again = true;
    return running;
  };
  return Object.assign(call, { idle: async () => running });
}
