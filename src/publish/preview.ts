/** The site on this machine alone, built again at every change. */

import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { watch } from 'chokidar';
import sirv from 'sirv';

export interface PreviewOptions {
  readonly out: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Called once the port is known, and at every change; one at a time. */
  readonly build: (baseUrl: string) => Promise<void>;
  /** Files and folders, absolute. */
  readonly watched: readonly string[];
  /** Whether a path is none of the watcher's business. */
  readonly ignored: (path: string) => boolean;
  readonly failed: (error: unknown) => void;
}

export interface Preview {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** This machine only: drafts are shown here. */
const HOST = '127.0.0.1';
/** Editors write a file in several steps; a build waits until nothing has changed for so long. */
const SETTLE_MILLISECONDS = 80;

/** @returns once the site is built, served and watched */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const files = sirv(options.out, { dev: true });
  const server = createServer((request, response) => {
    response.setHeader('cache-control', 'no-store');
    files(request, response, () => {
      // As static hosts do it, but for the language, which they do not look at.
      const locale = /^\/([\w-]+)\//.exec(request.url ?? '')?.[1];
      const page = [`${locale}/404.html`, '404.html'].map((file) => join(options.out, file)).find((file) => existsSync(file));
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page === undefined ? '' : readFileSync(page));
    });
  });
  await listen(server, options.port);
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const build = serially(() => options.build(url), options.failed);
  await build();
  const watcher = watch([...options.watched], { ignoreInitial: true, ignored: options.ignored });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void build(), SETTLE_MILLISECONDS);
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
    url,
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await build.idle();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** One run at a time; a call during a run makes one more run after it, however many calls there were. */
function serially(run: () => Promise<void>, failed: (error: unknown) => void): { (): Promise<void>; idle: () => Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  const loop = async () => {
    do {
      again = false;
      await run().catch(failed);
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
