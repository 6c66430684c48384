/**
 * One direction's pipeline as a persistent process. Every text goes in between a numbered pair of superblanks and ends with
 * a null, at which all stages flush; an answer counts only when it carries its own number, so that a stage that died or
 * fell out of step can never answer for another text.
 */

import { spawn } from 'node:child_process';
import { EngineError } from '../../errors.ts';

export interface Pipe {
  /**
   * One answer a line, in order. Calls may overlap: the stages work on one while the next comes in.
   * Rejects with EngineError `unavailable` when the process ends or answers out of step; the pipe is dead then. A signal
   * that leaves nobody waiting kills it; where others wait, what was asked is worked off and thrown away.
   */
  ask(lines: readonly string[], signal: AbortSignal): Promise<string[]>;
  /** Whether it can still be asked. */
  readonly alive: boolean;
  /** Ends every stage at once. */
  kill(): void;
}

interface Asked {
  readonly first: number;
  readonly answers: string[];
  readonly count: number;
  /** Whether somebody waits for it. */
  live: boolean;
  readonly resolve: (answers: string[]) => void;
  readonly reject: (error: EngineError) => void;
}

/** How much of what the stages say on stderr is kept for the error. */
const STDERR_KEPT = 400;
/** How long stages have to end by themselves (ms). */
const GRACE = 1_000;

/**
 * @param script stages joined by `|`; `$1` is the generator's option, here `-g`: unknown words are marked
 * @param name the mode's, for errors
 */
export function startPipe(script: string, name: string, bash = 'bash'): Pipe {
  const { child, kill, keepsProgram } = startGroup(script, bash);
  let next = 0;
  /** Oldest first. */
  let waiting: Asked[] = [];
  let rest = '';
  let said = '';
  let alive = true;

  const fail = (error: EngineError) => {
    alive = false;
    const all = waiting;
    waiting = [];
    kill();
    for (const { live, reject } of all) if (live) reject(error);
  };
  const ended = (what: string, cause?: unknown) => {
    if (!alive) return;
    // What the shells say of the stages that they ended is no cause.
    const words =
      said
        .trim()
        .split('\n')
        .findLast((line) => !/\bTerminated\b/.test(line)) ?? '';
    fail(new EngineError('unavailable', `apertium ${name}: the pipeline ${what}${words === '' ? '' : `: ${words}`}`, { cause }));
  };
  const answer = (frame: string) => {
    // Some stages pass on one null more at their end; and nothing is asked then.
    if (frame.trim() === '') return;
    const asked = waiting[0];
    const number = asked === undefined ? -1 : asked.first + asked.answers.length;
    const open = `[s${number}]`;
    const close = `[e${number}]`;
    const from = frame.indexOf(open);
    const to = frame.lastIndexOf(close);
    if (asked === undefined || from < 0 || to < from) {
      fail(new EngineError('unavailable', `apertium ${name}: an answer out of step`));
      return;
    }
    asked.answers.push(frame.slice(0, from) + frame.slice(from + open.length, to) + frame.slice(to + close.length));
    if (asked.answers.length < asked.count) return;
    waiting.shift();
    if (waiting.length === 0) keepsProgram(false);
    if (asked.live) asked.resolve(asked.answers);
  };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const frames = (rest + chunk).split('\0');
    rest = frames.pop() ?? '';
    for (const frame of frames) answer(frame);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-STDERR_KEPT);
  });
  child.on('close', () => ended('ended'));
  child.on('error', (error) => ended('does not start', error));
  // A write to a stage that is gone; the end of the group follows.
  child.stdin.on('error', () => undefined);
  keepsProgram(false);

  return {
    get alive() {
      return alive;
    },
    kill: () => fail(new EngineError('aborted', `apertium ${name}: closed`)),
    ask: (lines, signal) =>
      new Promise((resolve, reject) => {
        const asked: Asked = {
          first: next,
          count: lines.length,
          answers: [],
          live: true,
          resolve: (answers) => {
            signal.removeEventListener('abort', stopped);
            resolve(answers);
          },
          reject: (error) => {
            signal.removeEventListener('abort', stopped);
            reject(error);
          },
        };
        const stopped = () => {
          const error = new EngineError('aborted', `apertium ${name}: stopped`);
          if (waiting.every((other) => other === asked || !other.live)) fail(error);
          asked.live = false;
          asked.reject(error);
        };
        if (signal.aborted) return stopped();
        if (!alive) return asked.reject(new EngineError('unavailable', `apertium ${name}: the pipeline has ended`));
        next += lines.length;
        waiting.push(asked);
        signal.addEventListener('abort', stopped, { once: true });
        keepsProgram(true);
        child.stdin.write(lines.map((line, at) => `[s${asked.first + at}]${line}[e${asked.first + at}]\0`).join(''));
      }),
  };
}

/** The stages in a process group of their own: a Ctrl-C in the terminal is for us, and one signal ends all of them. */
function startGroup(script: string, bash: string) {
  const child = spawn(bash, ['--norc', '--noprofile', '-c', guarded(script), 'apertium', '-g'], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  });
  const signal = (name: 'SIGTERM' | 'SIGKILL') => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // It ended by itself between the two lines.
    }
  };
  return {
    child,
    kill: () => {
      signal('SIGTERM');
      setTimeout(() => signal('SIGKILL'), GRACE).unref();
    },
    /** An idle pipeline must not keep the program from ending. */
    keepsProgram: (isBusy: boolean) => {
      for (const handle of [child, child.stdin, child.stdout, child.stderr] as { ref?(): void; unref?(): void }[])
        if (isBusy) handle.ref?.();
        else handle.unref?.();
    },
  };
}

/**
 * The shell keeps the last stage's output open while an earlier stage waits for input, so that the death of one in between
 * would never show. Each stage that ends therefore ends the whole group, and with it the output. The shells outlive the signal
 * long enough to collect their stages: orphans would stay as zombies in a container whose first process collects none.
 */
function guarded(script: string): string {
  const stages = script.trim().split(' | ');
  return `trap : TERM; ${stages.map((stage) => `{ trap : TERM; ${stage}; kill 0; }`).join(' | ')}`;
}
