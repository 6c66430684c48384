/**
 * The configuration's file: JSON in which comments are allowed, YAML, or a module in JavaScript or TypeScript. Node itself loads modules and
 * takes the types away, so that no loader is needed; only a project that has such a file pays for it.
 */

import { createRequire } from 'node:module';
import { basename, extname } from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { KnownError, knownOf, thrownWords } from '../errors.ts';
import { readText } from '../files/read.ts';

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
  const document = parseDocument(readText(path, name), { logLevel: 'error' });
  const [error] = document.errors;
  const { line, col } = error?.linePos?.[0] ?? { line: 1, col: 1 };
  const notYaml = (got: string) => new KnownError(`${name}:${line}: not YAML`, { expected: 'YAML 1.2', got, help: 'Correct the line.' });
  if (error !== undefined) throw notYaml(`${error.message.split(' at line ')[0]} at column ${col}`);
  try {
    return document.toJS();
  } catch (failure) {
    // An alias without an anchor, or more aliases than the parser follows.
    throw notYaml(failure instanceof Error ? failure.message : String(failure));
  }
}

function fromJson(path: string): unknown {
  const name = basename(path);
  const text = readText(path, name);
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const error = errors[0];
  if (error === undefined) return value;
  const before = text.slice(0, error.offset).split('\n');
  throw new KnownError(`${name}:${before.length}: not JSON`, {
    expected: 'JSON (comments are allowed)',
    got: `${printParseErrorCode(error.error)} at column ${(before.at(-1)?.length ?? 0) + 1}`,
    help: 'Correct the line.',
  });
}
