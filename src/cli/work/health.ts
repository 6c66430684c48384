/** How a worker is, for whoever looks after it: `/health` for an orchestrator, `/metrics` for Prometheus, counters for OpenTelemetry. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KnownError } from '../../errors.ts';

export interface WorkerHealth {
  /** What a batch came to. */
  readonly count: (outcome: 'done' | 'failed' | 'parked' | 'later', editions: number) => void;
  readonly sent: (characters: number) => void;
  readonly is: (state: 'idle' | 'at work' | 'draining') => void;
  /** Something of the worker's, and not of an edition's, is wrong; undefined where all is well again. */
  readonly trouble: (message: string | undefined) => void;
  /** The port that is listened on. */
  readonly port: number | undefined;
  readonly close: () => Promise<void>;
}

export interface HealthAddress {
  /** An orchestrator outside of the machine asks for another address than 127.0.0.1. */
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** Seconds after which trouble makes a worker unhealthy: a database that restarts is none. */
const PATIENCE = 60;

/**
 * @param at where `/health` and `/metrics` are answered; nowhere unless given
 * @param now milliseconds
 * @throws KnownError where the port is taken
 */
export async function openHealth(at: HealthAddress | undefined, now: () => number): Promise<WorkerHealth> {
  const editions = { done: 0, failed: 0, parked: 0, later: 0 };
  let [characters, state, since] = [0, 'idle', now()];
  let trouble: { readonly message: string; readonly since: number } | undefined;
  const meters = await metersOf();

  const answer = (path: string | undefined): { status: number; type: string; body: string } => {
    if (path === '/metrics') {
      const lines = Object.entries(editions).map(([outcome, count]) => `dragoman_editions_total{outcome="${outcome}"} ${count}`);
      const body = ['# TYPE dragoman_editions_total counter', ...lines, '# TYPE dragoman_characters_total counter'];
      return {
        status: 200,
        type: 'text/plain; version=0.0.4',
        body: `${[...body, `dragoman_characters_total ${characters}`].join('\n')}\n`,
      };
    }
    if (path !== '/health') return { status: 404, type: 'text/plain', body: 'There are /health and /metrics.\n' };
    const isIll = trouble !== undefined && now() - trouble.since > PATIENCE * 1000;
    const seconds = (from: number) => Math.round((now() - from) / 1000);
    const body = {
      state,
      seconds: seconds(since),
      editions,
      characters,
      ...(trouble && { trouble: { ...trouble, since: undefined, seconds: seconds(trouble.since) } }),
    };
    return { status: isIll ? 503 : 200, type: 'application/json', body: `${JSON.stringify(body)}\n` };
  };
  const server = createServer((request, response) => {
    const { status, type, body } = answer(request.url?.split('?')[0]);
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  if (at !== undefined)
    await new Promise<void>((resolve, reject) => {
      const { host, port } = at;
      server.once('error', (error) =>
        reject(new KnownError(`Port ${port} of ${host} cannot be listened on`, { got: error.message, cause: error })),
      );
      server.listen(port, host, () => resolve());
    });
  return {
    count: (outcome, count) => {
      editions[outcome] += count;
      meters.editions(count, outcome);
    },
    sent: (count) => {
      characters += count;
      meters.characters(count);
    },
    is: (next) => {
      if (next !== state) since = now();
      state = next;
    },
    trouble: (message) => {
      trouble = message === undefined ? undefined : { message, since: trouble?.since ?? now() };
    },
    port: (server.address() as AddressInfo | null)?.port,
    close: () => new Promise((resolve) => (server.listening ? server.close(() => resolve()) : resolve())),
  };
}

/** OpenTelemetry's, where a newsroom loads its SDK beside the program (`node --import`); without one they count nothing. */
async function metersOf() {
  const { metrics } = await import('@opentelemetry/api');
  const meter = metrics.getMeter('dragoman');
  const editions = meter.createCounter('dragoman.editions', { description: 'Editions that left the work list, by what came of them' });
  const characters = meter.createCounter('dragoman.characters', { description: 'Code points sent to engines' });
  return {
    editions: (count: number, outcome: string) => editions.add(count, { outcome }),
    characters: (count: number) => characters.add(count),
  };
}
