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
  /** Words of the readers' names, with commas between them. */
  readonly reader?: string;
  /**
   * CPU seconds: a length that is expected to take more is left out, unless a reader's time has grown so that it may turn out slow there.
   * With a budget, what is refused at a length is measured again at the last one alone.
   */
  readonly budget?: number;
}

/** Below this a process's own noise is more than the reader, in milliseconds. */
const NOISE = 60;
/** A refusal may take as long, in milliseconds. */
const REFUSED = 1_000;
/** For four times the text. What grows with the square, beside as much that does not, takes more at the next length. */
const SUSPICIOUS = 5;
/** What takes so many times as long as it may is ended at once. */
const HOPELESS = 3;
/** Begins what is said of a reader that had to be ended. */
const ENDED = 'ENDED';
const ATTEMPTS = 3;

/** A process that measures: started when it is needed, and anew after one that had to be ended. */
export class Measurer implements Disposable {
  private child: ChildProcess | undefined;

  /**
   * At one length after the other, until a reader is slow; what looks slow is measured again, and the least of each length counts.
   * @returns how each reader has grown; up to the first that does not end
   */
  async grown(repeats: Repeats, { lengths, most, seconds, reader = '', budget }: Lengths): Promise<readonly Growth[]> {
    const least = new Map<string, Measured[]>();
    /** @returns CPU milliseconds of all readers */
    const measureAt = async (length: number, at: number) => {
      let cpu = 0;
      const mostOf = (name: string) => {
        const before = least.get(name)?.[at - 1]?.cpu;
        return Math.min(seconds * 1_000, before === undefined ? Infinity : HOPELESS * Math.max(REFUSED, most * Math.max(before, NOISE)));
      };
      for (const [name, measured] of await this.measured({ repeats, length, reader }, mostOf)) {
        const all = least.get(name) ?? [];
        const known = all[at];
        all[at] = known === undefined || measured.cpu < known.cpu ? measured : known;
        least.set(name, all);
        cpu += measured.cpu;
      }
      return cpu;
    };
    const left = [...lengths];
    const done: number[] = [];
    for (let length = left.shift(); length !== undefined; length = left.shift()) {
      const cpu = await measureAt(length, done.length);
      done.push(length);
      const isSlow = () => grownFrom(least, most).some((growth) => growth.isSlow);
      const isEnded = () => grownFrom(least, most).some(({ refused }) => refused?.startsWith(ENDED));
      for (let attempt = 1; attempt < ATTEMPTS && done.length > 1 && !isEnded() && isSlow(); attempt++)
        for (const at of [done.length - 2, done.length - 1]) await measureAt(done[at] as number, at);
      if (isSlow()) break;
      if (budget === undefined) continue;
      const growths = grownFrom(least, most);
      if (growths.some(({ refused }) => refused !== undefined)) left.splice(0, left.length - 1);
      const isSuspicious = growths.some(({ times }) => times > SUSPICIOUS);
      if (!isSuspicious && cpu * ((left[0] ?? 0) / length) > budget * 1_000) break;
    }
    return grownFrom(least, most);
  }

  [Symbol.dispose](): void {
    this.child?.kill('SIGKILL');
  }

  /** @param most CPU milliseconds after which a reader is ended, by its name */
  private async measured(asked: Asked, most: (reader: string) => number): Promise<ReadonlyMap<string, Measured>> {
    const child = this.child ?? this.started();
    const all = new Map<string, Measured>();
    let since = cpuOf(child);
    let reading = 'what makes the text';
    child.send(asked);
    return new Promise((resolve) => {
      const end = (how: string) => {
        clearInterval(watch);
        child.removeAllListeners();
        if (how !== '') {
          const cpu = cpuOf(child) - since;
          child.kill('SIGKILL');
          this.child = undefined;
          all.set(reading, { cpu, refused: `${ENDED}: ${how}` });
        }
        resolve(all);
      };
      const watch = setInterval(() => {
        const cpu = cpuOf(child) - since;
        if (cpu > most(reading)) end(`after ${(cpu / 1_000).toFixed(1)} s`);
      }, 200);
      child.on('message', (told: Told) => {
        if (told === 'done') return end('');
        const { reader, cpu, refused } = told;
        if (cpu !== undefined) all.set(reader, { cpu, ...(refused !== undefined && { refused }) });
        reading = reader;
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

function grownFrom(least: ReadonlyMap<string, readonly (Measured | undefined)[]>, most: number): Growth[] {
  return [...least].map(([reader, all]) => {
    // What is refused at its first reading has not been read by all at each length.
    const cpus = all.map((measured) => measured?.cpu ?? 0);
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
