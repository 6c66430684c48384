/** How the CPU time of what reads a text grows with the text. */

import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repeats } from './readers.ts';
import type { Asked, Told } from './worker.ts';

export interface Growth {
  readonly reader: string;
  /** CPU milliseconds at each length. */
  readonly cpus: readonly number[];
  /** How many times as long the last length took as the one before. */
  readonly times: number;
  readonly refused?: string;
  readonly isSlow: boolean;
}

export interface Lengths {
  /** In rising order. */
  readonly lengths: readonly number[];
  /** How many times as long a length may take as the one before it. */
  readonly most: number;
  /** CPU seconds after which a reader is ended. */
  readonly seconds: number;
  /** A word of the readers' names. */
  readonly reader?: string;
}

/** Below this a process's own noise is more than the reader, in milliseconds. */
const NOISE = 60;
/** A refusal may take as long, in milliseconds. */
const REFUSED = 1_000;
/** Stands where the reader's name would, and begins what is said of it. */
const ENDED = 'ENDED';
const ATTEMPTS = 3;

/** A process that measures: started when it is needed, and anew after one that had to be ended. */
export class Measurer implements Disposable {
  private child: ChildProcess | undefined;

  /**
   * At one length after the other, until a reader is slow; what looks slow is measured again, and the least of each length counts.
   * @returns how each reader has grown; up to the first that does not end
   */
  async grown(repeats: Repeats, { lengths, most, seconds, reader = '' }: Lengths): Promise<readonly Growth[]> {
    const least = new Map<string, Measured[]>();
    const measureAt = async (at: number) => {
      for (const [name, measured] of await this.measured({ repeats, length: lengths[at] as number, reader }, seconds)) {
        const all = least.get(name) ?? [];
        const known = all[at];
        all[at] = known === undefined || measured.cpu < known.cpu ? measured : known;
        least.set(name, all);
      }
    };
    for (let at = 0; at < lengths.length; at++) {
      await measureAt(at);
      const isSlow = () => grownFrom(least, most).some((growth) => growth.isSlow);
      for (let attempt = 1; attempt < ATTEMPTS && at > 0 && !least.has(ENDED) && isSlow(); attempt++) {
        await measureAt(at - 1);
        await measureAt(at);
      }
      if (isSlow()) break;
    }
    return grownFrom(least, most);
  }

  [Symbol.dispose](): void {
    this.child?.kill('SIGKILL');
  }

  private async measured(asked: Asked, seconds: number): Promise<ReadonlyMap<string, Measured>> {
    const child = this.child ?? this.started();
    const all = new Map<string, Measured>();
    let since = cpuOf(child);
    child.send(asked);
    return new Promise((resolve) => {
      const end = (how: string) => {
        clearInterval(watch);
        child.removeAllListeners();
        if (how !== '') {
          child.kill('SIGKILL');
          this.child = undefined;
          all.set(ENDED, { cpu: seconds * 1_000, refused: `${ENDED} after the last reader: ${how}` });
        }
        resolve(all);
      };
      const watch = setInterval(() => {
        if (cpuOf(child) - since > seconds * 1_000) end(`more than ${seconds} s`);
      }, 200);
      child.on('message', (told: Told) => {
        if (told === 'done') return end('');
        const { reader, ...measured } = told;
        all.set(reader, measured);
        since = cpuOf(child);
      });
      child.on('exit', (code, signal) => end(`${signal ?? code}`));
    });
  }

  private started(): ChildProcess {
    this.child = fork(join(import.meta.dirname, 'worker.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    return this.child;
  }
}

interface Measured {
  readonly cpu: number;
  readonly refused?: string;
}

function grownFrom(least: ReadonlyMap<string, readonly Measured[]>, most: number): Growth[] {
  return [...least].map(([reader, all]) => {
    const cpus = all.map(({ cpu }) => cpu);
    const last = cpus.at(-1) as number;
    const times = last / Math.max(cpus.at(-2) ?? last, NOISE);
    const refused = all.at(-1)?.refused;
    const isFault = refused !== undefined && /^ENDED|^FAULT|fault of|RangeError/.test(refused);
    const isSlow = isFault || (times > most && (refused === undefined || last > REFUSED));
    return { reader, cpus, times, ...(refused !== undefined && { refused }), isSlow };
  });
}

/** CPU milliseconds of a process so far; where the system does not say (it is not Linux), those of the clock. */
function cpuOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // User and system time in ticks of a hundredth of a second (proc(5), fields 14 and 15).
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return performance.now();
  }
}
