/** `dragoman edit` as a process of its own, and people who ask it over the socket. */

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

export interface Serving {
  readonly url: string;
  /** Good once. */
  readonly address: string;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

/**
 * @param port 0 for any
 * @param env besides this process's own
 */
export async function serving(root: string, port = 0, env: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const child = spawn(process.execPath, [MAIN, 'edit', '--port', String(port), '--no-open', '--json'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  let said = '';
  const address = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const line = said.split('\n').find((one) => one.startsWith('{') && one.endsWith('}'));
      if (line !== undefined) found((JSON.parse(line) as { url: string }).url);
    });
    child.once('close', () => failed(new Error(`ended: ${said}`)));
  });
  return {
    address,
    url: new URL(address).origin,
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

export interface Caller {
  // biome-ignore lint/suspicious/noExplicitAny: the contract's shapes are what the tests assert
  readonly send: (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => Promise<{ status: number; body: any }>;
  /** As a browser without scripts sends a form; the page that comes back. */
  readonly submit: (path: string, fields: Readonly<Record<string, string>>) => Promise<{ status: number; body: string }>;
}

/** Comes in by the printed address; the cookie is good after the server has been started again on its port. */
export async function enter({ address, url }: Serving): Promise<Caller> {
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const page = await (await fetch(url, { headers: { cookie } })).text();
  const token = /name="dragoman-token" content="([^"]+)"/.exec(page)?.[1] ?? '';
  return {
    send: async (method, path, body) => {
      const changing = { origin: url, 'content-type': 'application/json', 'x-dragoman-token': token };
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { cookie, ...(method !== 'GET' && changing) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    submit: async (path, fields) => {
      const body = new URLSearchParams({ token, ...fields });
      const response = await fetch(`${url}${path}`, { method: 'POST', headers: { cookie, origin: url }, body });
      return { status: response.status, body: await response.text() };
    },
  };
}
