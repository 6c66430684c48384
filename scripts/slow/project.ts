/** A project in a folder of its own, and the program in it, in this process. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../src/cli/program.ts';

export interface Project {
  readonly cwd: string;
  readonly put: (path: string, content: string) => void;
  /** Of a file that is there. */
  readonly change: (path: string, by: (text: string) => string) => void;
  /** @returns the line of what it says that refuses a text or tells of a fault, if any */
  readonly run: (...argv: string[]) => Promise<string | undefined>;
  readonly clear: () => void;
}

export const TERMS = [
  ['Port Office', 'Oficina del Puerto'],
  ['Port', 'puerto'],
  ['a', 'un'],
  ['a a', 'dos'],
  ['the', 'el'],
  ['ferry', 'ferri'],
  ['one', 'uno'],
  ['Aa', 'Aá'],
  ['A.', 'Á.'],
].map(([source = '', target = '']) => ({ source, target }));

/** An engine that gives every second text back without its marks, as bad ones do. */
const MODULE = `export default {
  name: 'mine',
  translate: async ({ texts }) => texts.map((text, at) => (at % 2 === 0 ? text : text.replace(/<[^<>]*>/g, ''))),
};
`;

/** What is said of a file that is not read, or of the program's own fault. */
const REFUSED =
  /(?:too (?:large|long|deep|many)|nested|no words|MDX)\b.*line|fault of the program|RangeError|^dragoman: |cannot be read|does not parse|not valid|invalid/i;

/**
 * @param files by path, besides a glossary, an engine and an article that is not among them
 * @param config keys besides locales and engines
 */
export function projectOf(files: Readonly<Record<string, string>>, config: Readonly<Record<string, unknown>> = {}): Project {
  const cwd = mkdtempSync(join(tmpdir(), 'dragoman-slow-'));
  const put = (path: string, content: string) => {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), content);
  };
  const basic = {
    'dragoman.config.json': JSON.stringify({
      sourceLocale: 'en',
      targetLocales: ['es', 'ca'],
      engine: { default: 'pseudo', ca: 'mine' },
      engines: { mine: { module: './engine.mjs' } },
      publish: { baseUrl: 'https://courier.example' },
      ...config,
    }),
    'engine.mjs': MODULE,
    'locales/es/glossary.csv': `source,target\n${TERMS.map(({ source, target }) => `${source},${target}\n`).join('')}`,
  };
  for (const [path, content] of Object.entries({ ...basic, ...files })) put(path, content);
  return {
    cwd,
    put,
    change: (path, by) => {
      if (existsSync(join(cwd, path))) put(path, by(readFileSync(join(cwd, path), 'utf8')));
    },
    run: async (...argv) => {
      let out = '';
      const screen = { write: (said: string) => (out += said) };
      await runProgram(argv, { cwd, env: {}, stdout: screen, stderr: screen, signal: new AbortController().signal });
      return refusalIn(out);
    },
    clear: () => rmSync(cwd, { recursive: true, force: true }),
  };
}

/** The line of what the program says that refuses a text or tells of a fault. */
export function refusalIn(said: string): string | undefined {
  return said
    .split('\n')
    .map((line) => line.slice(0, 200))
    .find((line) => REFUSED.test(line));
}
