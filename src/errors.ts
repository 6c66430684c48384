/** The outside world's failures. Problems of content are findings, not errors. Imports nothing. */

/** Values that no message may show: keys that were taken from the environment. */
const secrets = new Set<string>();

/** From here on errors show `***` in place of this value, also where a server echoes it. */
export function keepSecret(value: string): void {
  // One that is shorter is a placeholder for a server without keys, and a part of ordinary words.
  if (value.length >= 8) secrets.add(value);
}

/** A message without keys, and without the user and password of an address (RFC 3986, 3.2.1). */
export function withoutSecrets(message: string): string {
  let shown = message.replace(/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"'<>]{1,1000}@/gi, '$1***@');
  for (const secret of secrets) shown = shown.replaceAll(secret, '***');
  return shown;
}

/** Code points of what an engine's server has to say for itself. */
const LONGEST_WORDS = 400;

/** What a server said, on one line that a person reads: without keys, and without the page that a gateway answers with. */
function inOneLine(message: string): string {
  const line = withoutSecrets(message)
    .replace(/<(?:!doctype|html|head|body)\b[\s\S]*/i, '(a page in HTML)')
    .replace(/\s+/g, ' ')
    .trim();
  const shown = [...line.slice(0, 2 * LONGEST_WORDS)];
  return shown.length <= LONGEST_WORDS ? line : `${shown.slice(0, LONGEST_WORDS).join('')} ...`;
}

const shownText = (text: string | undefined): string | undefined => (text === undefined ? undefined : withoutSecrets(text));

/**
 * What somebody's code has thrown, in words: it may be anything, also what does something when it is looked at.
 * @returns one line; of an error its message, with its name where that says more than "Error"
 */
export function thrownWords(thrown: unknown): string {
  try {
    const { message, name, code } = Object(thrown) as { message?: unknown; name?: unknown; code?: unknown };
    const said = typeof message === 'string' && message !== '' ? message : typeof code === 'string' ? code : undefined;
    if (said !== undefined) return inOneLine(typeof name === 'string' && name !== '' && name !== 'Error' ? `${name}: ${said}` : said);
    if (typeof thrown === 'string' && thrown.trim() !== '') return inOneLine(thrown);
    const isNamed = typeof thrown === 'object' && thrown !== null && typeof name === 'string';
    const shown = isNamed ? `${name} without a message` : typeof thrown === 'object' ? JSON.stringify(thrown) : String(thrown);
    return inOneLine(`it threw ${shown === '' ? 'an empty text' : shown}`);
  } catch {
    return 'it threw what cannot be read';
  }
}

/** The longest wait (ms) that is believed: a day. More, or what is no number, is a mistake of who asked for it, as a date in place of a wait. */
const LONGEST_WAIT = 86_400_000;

/** How bad input and refused usage reach a person: three lines at most, never with a stack. */
export class KnownError extends Error {
  override readonly name = 'KnownError';
  readonly expected: string | undefined;
  readonly got: string | undefined;
  /** What to do. */
  readonly help: string | undefined;
  /** `path:line` of the input, where there is one. */
  readonly place: string | undefined;

  constructor(message: string, detail: { expected?: string; got?: string; help?: string; place?: string; cause?: unknown } = {}) {
    super(withoutSecrets(message), detail.cause === undefined ? undefined : { cause: detail.cause });
    this.expected = shownText(detail.expected);
    this.got = shownText(detail.got);
    this.help = shownText(detail.help);
    this.place = detail.place;
  }
}

/**
 * An error of the outside world as such: a KnownError, or that a text is nested so deep that its parser ran out of stack; undefined for a
 * fault of the program. For who goes on with other articles: one bad text is that one's failure.
 */
export function knownOf(error: unknown): KnownError | undefined {
  if (error instanceof KnownError) return error;
  if (!(error instanceof RangeError) || !/call stack/i.test(error.message)) return undefined;
  return new KnownError('Nested too deep', {
    expected: 'elements, lists or values that are within each other as people write them',
    got: 'hundreds or thousands within each other',
    help: 'Take the nesting apart, or move it out of the article.',
    cause: error,
  });
}

/** What the system, or the store in `.dragoman`, refused, in its own words: no such right, no room left, a folder where a file should be. */
export function systemRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('syscall' in error) return withoutSecrets(error.message);
  return 'code' in error && error.code === 'ERR_SQLITE_ERROR' ? `.dragoman: ${error.message}` : undefined;
}

/**
 * What an engine's failure means for the queue.
 * - `busy`: over a rate limit; try again after a pause that all workers share.
 * - `unavailable`: the network, a 5xx, a deadline; try again.
 * - `invalid`: the request is refused for its content; split it until the one bad text is alone.
 * - `answer`: the answer of one text is unusable (empty, marks lost).
 * - `stopped`: daily limit, authentication, a glossary that is gone; nothing more is sent to this engine.
 * - `aborted`: the caller's signal.
 * - `budget`: the money set aside for the run is used.
 * - `deferred`: submitted to the provider as part of a batch; a later run collects the answer.
 */
export type EngineErrorKind = 'busy' | 'unavailable' | 'invalid' | 'answer' | 'stopped' | 'aborted' | 'budget' | 'deferred';

export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly kind: EngineErrorKind;
  readonly retryAfterMs: number | undefined;
  readonly help: string | undefined;
  /** Whether a stop concerns the request's pair of languages alone: the engine is asked for others. */
  readonly pairOnly: boolean;

  constructor(
    kind: EngineErrorKind,
    message: string,
    detail: { retryAfterMs?: number; help?: string; pairOnly?: boolean; cause?: unknown } = {},
  ) {
    super(inOneLine(message), detail.cause === undefined ? undefined : { cause: detail.cause });
    this.kind = kind;
    const wait = detail.retryAfterMs;
    this.retryAfterMs = wait !== undefined && wait >= 0 && wait <= LONGEST_WAIT ? wait : undefined;
    this.help = shownText(detail.help);
    this.pairOnly = detail.pairOnly ?? false;
  }

  /** Whether the failure is the text's own: another run would meet it again. */
  get isOfTheText(): boolean {
    return this.kind === 'answer' || this.kind === 'invalid';
  }

  /** The word of the contract for engine modules of one's own. */
  get retryable(): boolean {
    return this.kind === 'busy' || this.kind === 'unavailable';
  }
}
