/** What the workflow asks for, in environment variables: nothing of it is ever part of a shell's text. */

import { KnownError } from '../errors.ts';
import type { CiEvent, Environment } from './event.ts';
import { FROZEN, type Frozen } from './pull-request.ts';
import type { Delivery } from './start.ts';

export interface CiInputs {
  readonly mode: 'translate' | 'check';
  readonly frozen: Frozen;
  readonly deliver: Delivery['how'];
  /** Of the pull request with the editions. */
  readonly branch: string;
  readonly base: string | undefined;
  /** Who commits. */
  readonly name: string;
  readonly email: string;
  /** A file for the findings as JUnit. */
  readonly report: string | undefined;
  /** What `translate` and `check` are given. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** @throws KnownError for a word that is none of those that an input takes */
export function ciInputs(env: Environment, event: CiEvent): CiInputs {
  const given = (name: string): string | undefined => env[`DRAGOMAN_${name}`] || undefined;
  const oneOf = <Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word => {
    const word = given(name) ?? words[0];
    const known = words.find((one) => one === word);
    if (known !== undefined) return known;
    throw new KnownError(`DRAGOMAN_${name}: "${word}" is not usable`, { expected: words.join(', '), got: word });
  };
  const mode = oneOf('MODE', ['auto', 'translate', 'check']);
  return {
    mode: mode === 'auto' ? (event.kind === 'push' || event.kind === 'started' ? 'translate' : 'check') : mode,
    frozen: oneOf('FROZEN', FROZEN),
    deliver: oneOf('DELIVER', ['commit', 'pull-request', 'none']),
    branch: given('BRANCH') ?? 'dragoman/editions',
    base: given('BASE') ?? event.branch,
    name: given('NAME') ?? 'dragoman[bot]',
    email: given('EMAIL') ?? 'dragoman[bot]@users.noreply.github.com',
    report: given('REPORT'),
    options: {
      to: given('TO'),
      engine: given('ENGINE'),
      since: given('SINCE'),
      'max-characters': given('MAX_CHARACTERS'),
      yes: given('YES') === 'true',
    },
  };
}
