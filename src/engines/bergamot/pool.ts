/**
 * The threads that translate. Each answers one text at a time, so that an answer depends on its text alone: texts of one batch
 * share a shortlist, and the same sentence would come out otherwise among other neighbours.
 */

import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EngineError } from '../../errors.ts';
import type { Ask, ModelData, Reply } from './wasm-thread.ts';

export interface Pool {
  /** @throws EngineError `aborted`; `stopped` for this pair where its model does not work */
  readonly ask: (html: string, models: readonly ModelData[], signal: AbortSignal) => Promise<{ html: string; score: number | undefined }>;
  readonly close: () => Promise<void>;
}

interface Task {
  readonly html: string;
  readonly models: readonly ModelData[];
  readonly resolve: (answer: { html: string; score: number | undefined }) => void;
  readonly reject: (error: Error) => void;
  readonly signal: AbortSignal;
}

interface Thread {
  readonly worker: Worker;
  /** What it is working on; undefined while it starts or rests. */
  task: Task | undefined;
  isReady: boolean;
  /** Keys of its models, the latest used last. */
  models: string[];
}

/** A pair by way of English has two models; a locale that is done leaves its models to the next one. */
const MODELS_A_THREAD = 2;
/** A second thread loads every model again: worth it once so many texts wait for the first. */
const WORTH_A_THREAD = 8;

/** @param threads at most */
export function openPool(threads: number): Pool {
  const waiting: Task[] = [];
  const running: Thread[] = [];
  let nextId = 0;

  const give = (thread: Thread, task: Task): void => {
    const keys = task.models.map(({ key }) => key);
    const keep = [...thread.models.filter((key) => !keys.includes(key)), ...keys].slice(-Math.max(MODELS_A_THREAD, keys.length));
    const ask: Ask = {
      id: ++nextId,
      html: task.html,
      keys,
      load: task.models.filter(({ key }) => !thread.models.includes(key)),
      drop: thread.models.filter((key) => !keep.includes(key)),
    };
    thread.task = task;
    thread.models = keep;
    thread.worker.ref();
    thread.worker.postMessage(ask);
  };
  const next = (thread: Thread): void => {
    for (let at = waiting.findIndex((task) => task.signal.aborted); at >= 0; at = waiting.findIndex((task) => task.signal.aborted))
      waiting.splice(at, 1);
    // A text whose models are loaded goes before one that needs others.
    const loaded = waiting.findIndex(({ models }) => models.every(({ key }) => thread.models.includes(key)));
    const [task] = waiting.splice(Math.max(loaded, 0), 1);
    if (task === undefined) thread.worker.unref();
    else give(thread, task);
  };
  const drop = (thread: Thread, reason: string): void => {
    const at = running.indexOf(thread);
    if (at >= 0) running.splice(at, 1);
    // Which text broke the instance is known: the others go to a new thread.
    thread.task?.reject(new EngineError('stopped', `bergamot: the model does not work: ${reason}`, { pairOnly: true }));
    thread.task = undefined;
    void thread.worker.terminate();
    if (waiting.length > 0) start();
  };
  const start = (): void => {
    const worker = new Worker(new URL(`./wasm-thread${extname(import.meta.url)}`, import.meta.url), { workerData: packageFiles() });
    const thread: Thread = { worker, task: undefined, isReady: false, models: [] };
    running.push(thread);
    worker.on('error', (error) => drop(thread, error instanceof Error ? error.message : String(error)));
    worker.on('message', (reply: Reply) => {
      if ('fatal' in reply) return drop(thread, reply.fatal);
      if ('ready' in reply) thread.isReady = true;
      else if ('error' in reply) return drop(thread, reply.error);
      else thread.task?.resolve({ html: reply.html, score: reply.score });
      thread.task = undefined;
      next(thread);
    });
  };

  return {
    ask: (html, models, signal) =>
      new Promise((resolve, reject) => {
        const aborted = () => reject(new EngineError('aborted', 'bergamot: stopped'));
        if (signal.aborted) return aborted();
        signal.addEventListener('abort', aborted, { once: true });
        const settled = () => signal.removeEventListener('abort', aborted);
        const task: Task = {
          html,
          models,
          signal,
          resolve: (answer) => {
            settled();
            resolve(answer);
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        };
        waiting.push(task);
        const idle = running.find((thread) => thread.isReady && thread.task === undefined);
        if (idle !== undefined) next(idle);
        else if (running.length === 0 || (running.length < threads && waiting.length >= WORTH_A_THREAD * running.length)) start();
      }),
    close: async () => {
      for (const task of waiting.splice(0)) task.reject(new EngineError('aborted', 'bergamot: closed'));
      await Promise.all(running.splice(0).map(({ worker }) => worker.terminate()));
    },
  };
}

/** The package exports neither of its two generated files by name, but its main file lies above them. */
function packageFiles(): { script: string; wasm: string } {
  const main = createRequire(import.meta.url).resolve('@browsermt/bergamot-translator');
  const file = (end: string) => main.replace(/[^\\/]*$/, `worker/bergamot-translator-worker.${end}`);
  return { script: file('js'), wasm: file('wasm') };
}
