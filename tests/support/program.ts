/** The command line in this process: where a test is not about processes, it need not wait for one to start. */

import { runProgram } from '../../src/cli/program.ts';
import { type Checkout, checkout, type Run } from './checkout.ts';

/**
 * @param root the project's folder
 * @param columns of the terminal that stdout is; without them it is none
 */
export function inProcess(root: string, columns?: number): (...args: string[]) => Promise<Run> {
  return async (...args) => {
    const texts = { stdout: '', stderr: '' };
    const screen = (name: keyof typeof texts) => ({
      write: (text: string) => {
        texts[name] += text;
        return true;
      },
    });
    const stdout = { ...screen('stdout'), ...(columns !== undefined && { isTTY: true, columns }) };
    const given = { cwd: root, env: { NO_COLOR: '1' }, stdout, stderr: screen('stderr'), signal: new AbortController().signal };
    const code = await runProgram(args, given);
    const lines = texts.stdout.split('\n').filter((line) => line.startsWith('{"'));
    const events = lines.map((line) => JSON.parse(line));
    return { code, ...texts, events, summary: events.at(-1) };
  };
}

/**
 * `checkout`, whose `run` starts no process where it is given no environment of its own: a seventh of the CPU. What the tests of a file
 * need of a process (signals, the exit code, modules that are loaded anew) is left to `start`, and to files that import `checkout` itself.
 */
export function inProcessCheckout(...given: Parameters<typeof checkout>): Checkout {
  const project = checkout(...given);
  return given[2] === undefined ? { ...project, run: inProcess(project.root) } : project;
}
