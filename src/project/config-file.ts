/**
 * The configuration's file: JSON in which comments are allowed, YAML, or a module in JavaScript or TypeScript. Node itself loads modules and
 * takes the types away, so that no loader is needed; only a project that has such a file pays for it.
 */

import { createRequire } from 'node:module';
import { basename, extname } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { KnownError, knownOf, thrownWords } from '../errors.ts';
import { readText } from '../files/read.ts';
import { jsonFault, unclosed } from '../text/json-fault.ts';
import { leftOpen } from '../text/left-open.ts';

/** Whether reading it runs it. */
export function isModule(path: string): boolean {
  return /^\.m?[jt]s$/.test(extname(path));
}

/**
 * @param path absolute
 * @returns what it holds, not validated
 * @throws KnownError where it cannot be read
 */
export function readConfigFile(path: string): unknown {
  if (isModule(path)) return fromModule(path);
  try {
    return fromData(path);
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined || known === error) throw error;
    const { message, expected = '', got = '' } = known;
    throw new KnownError(`${basename(path)}: ${message.toLowerCase()}`, { expected, got, help: 'Correct the file.', cause: error });
  }
}

function fromData(path: string): unknown {
  switch (extname(path)) {
    case '.yaml':
    case '.yml':
      return fromYaml(path);
    default:
      return fromJson(path);
  }
}

/** A function that gives the configuration is called; it is not waited for. */
function fromModule(path: string): unknown {
  const name = basename(path);
  let config: unknown;
  try {
    const loaded: unknown = createRequire(path)(path);
    const value = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : loaded;
    config = typeof value === 'function' ? value() : value;
  } catch (cause) {
    throw new KnownError(`${name}: cannot be loaded`, {
      expected: 'a module whose default export is the configuration',
      got: thrownWords(cause),
      help: 'TypeScript is run with its types taken away: no enum, no namespace, and no await at the top.',
      cause,
    });
  }
  if (!(config instanceof Promise)) return config;
  throw new KnownError(`${name}: the configuration is a promise`, { expected: 'an object', got: 'a promise', help: 'Leave out async.' });
}

function fromYaml(path: string): unknown {
  const name = basename(path);
  // Loaded where such a file is: no other project pays for the parser at each start.
  const { parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  const text = readText(path, name);
  const document = parseDocument(text, { logLevel: 'error' });
  const [error] = document.errors;
  if (error !== undefined) {
    const open = leftOpen(text, error.pos[0], 'yaml');
    const got = open === undefined ? (error.message.split(' at line ')[0] ?? '') : unclosed(open.mark);
    throw refused(name, 'YAML', text.slice(0, open?.offset ?? error.pos[0]), got);
  }
  try {
    return document.toJS();
  } catch (failure) {
    // An alias without an anchor, or more aliases than the parser follows.
    throw refused(name, 'YAML', '', thrownWords(failure));
  }
}

/** @param before the text up to the fault */
function refused(name: string, language: 'JSON' | 'YAML', before: string, got: string): KnownError {
  const lines = before.split('\n');
  return new KnownError(`${name}:${lines.length}: not ${language}`, {
    expected: language === 'JSON' ? 'JSON (comments are allowed)' : 'YAML 1.2',
    got: `${got} at column ${(lines.at(-1)?.length ?? 0) + 1}`,
    help: 'Correct the line.',
  });
}

function fromJson(path: string): unknown {
  const name = basename(path);
  // Some editors begin each file with a byte order mark.
  const text = readText(path, name).replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const error = errors[0];
  if (error === undefined) return value;
  const { offset, got } = jsonFault(text, error);
  throw refused(name, 'JSON', text.slice(0, offset), got);
}
