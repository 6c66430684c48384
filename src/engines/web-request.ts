/**
 * Requests of engines over HTTP: no redirect is followed, for what is sent is a key and an article; an answer has a bound; and what kept
 * a connection from being made is told.
 */

import { EngineError } from '../errors.ts';

/** Bytes of an answer: some thousand times what a request holds. One that is larger is none. */
export const LARGEST_ANSWER = 16_000_000;

/**
 * `fetch` for one engine.
 * @throws EngineError for a redirect, a page in place of an answer, an answer without end; and for a connection that is not made
 */
export function engineFetch(engine: string): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    let response: Response;
    try {
      response = await fetch(input, { ...init, redirect: 'manual' });
    } catch (error) {
      if (init?.signal?.aborted) throw error;
      throw connectionError(engine, address, error);
    }
    if (response.status >= 300 && response.status < 400) throw redirectError(engine, address, response.headers.get('location'));
    if (response.ok && /^text\/html\b/i.test(response.headers.get('content-type') ?? '')) {
      await response.body?.cancel();
      throw new EngineError('stopped', `${engine}: ${originOf(address)} answered with a page in HTML`, {
        help: 'Correct the address in the configuration: it is that of a website, or of a portal that wants a sign-in.',
      });
    }
    // RFC 9110, section 15: a status of no class that there is means that the server erred; `Response` holds none of them.
    if (response.status > 599) {
      await response.body?.cancel();
      throw new EngineError('unavailable', `${engine}: ${originOf(address)} answered with status ${response.status}`, {
        cause: { status: response.status },
      });
    }
    return bounded(response, { engine, address, signal: init?.signal ?? (input instanceof Request ? input.signal : undefined) });
  };
}

/** An answer that was sent elsewhere. */
export function redirectError(engine: string, address: string, location: string | null | undefined): EngineError {
  const to = location ? URL.parse(location, address) : null;
  // Of `javascript:` and the like the origin is "null".
  const where = to === null || to.origin === 'null' ? 'an address that is none' : to.origin;
  return new EngineError('stopped', `${engine}: ${originOf(address)} sends requests on to ${where}, which is not followed`, {
    help: 'Set the address of the server itself in the configuration; a key and an article are sent nowhere else.',
  });
}

const originOf = (address: string): string => URL.parse(address)?.origin ?? 'the server';

interface Asked {
  readonly engine: string;
  readonly address: string;
  readonly signal: AbortSignal | null | undefined;
}

/** The response, whose body ends with an error of ours where it grows beyond the bound or breaks off. */
function bounded(response: Response, asked: Asked): Response {
  if (response.body === null) return response;
  const { status, statusText, headers } = response;
  return new Response(ReadableStream.from(piecesOf(response.body, asked)), { status, statusText, headers });
}

async function* piecesOf(body: ReadableStream<Uint8Array>, { engine, address, signal }: Asked): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const piece of body) {
      bytes += piece.byteLength;
      if (bytes > LARGEST_ANSWER) throw tooLarge(engine);
      yield piece;
    }
  } catch (error) {
    if (error instanceof EngineError || signal?.aborted === true) throw error;
    throw brokenOff(engine, address, error);
  }
}

/** An answer that had begun: the work is done, and perhaps billed. It may come whole another time, whatever cut it. */
function brokenOff(engine: string, address: string, error: unknown): EngineError {
  const { message, code = 'BROKEN_OFF' } = rootOf(error) as Error & { readonly code?: unknown };
  return new EngineError('unavailable', `${engine}: the answer of ${originOf(address)} broke off: ${message} (${String(code)})`, {
    cause: { message, code: String(code) },
  });
}

/** Asked again as it is, it would be paid again and be as long. */
export const tooLarge = (engine: string): EngineError =>
  new EngineError('answer', `${engine}: an answer of more than ${LARGEST_ANSWER / 1_000_000} MB`);

/** A body that does not parse, as an answer that is none: what is asked for again is asked for in parts. */
export const noJson = (engine: string, cause: unknown): EngineError =>
  new EngineError('answer', `${engine}: the answer is no JSON`, { cause });

/** What kept a connection from being made or answered, by the codes of Node, OpenSSL and undici; retried is what may pass by itself. */
export function connectionError(engine: string, address: string, error: unknown): EngineError {
  const fault = rootOf(error);
  const code = String((fault as { code?: unknown }).code ?? '');
  const where = URL.parse(address)?.host ?? String((fault as { hostname?: unknown }).hostname ?? 'the server');
  const told = (kind: 'stopped' | 'unavailable', what: string, help?: string) =>
    new EngineError(kind, `${engine}: ${what}`, { cause: fault, ...(help === undefined ? {} : { help }) });
  if (code === 'ENOTFOUND')
    return told(
      'stopped',
      `no server is called ${where} (DNS: ENOTFOUND)`,
      'Correct the address in the configuration, or connect to the network.',
    );
  if (code === 'EAI_AGAIN') return told('unavailable', `the name ${where} cannot be looked up now (DNS: EAI_AGAIN)`);
  if (code === 'ECONNREFUSED')
    return told(
      'unavailable',
      `nothing listens at ${refusedAt(fault, address) ?? where} (ECONNREFUSED)`,
      'Start the server, or correct its address.',
    );
  if (/^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code))
    return told(
      'stopped',
      `no secure connection to ${where} (TLS: ${code})`,
      'Correct the address, or name the certificate of who signed it: export NODE_EXTRA_CA_CERTS=ca.pem',
    );
  if (/bad port/i.test(fault.message))
    return told('stopped', `${where} is a port that browsers and fetch do not ask`, 'Choose another port.');
  // undici's words, and those of Node's own connections.
  const proxy = /^Proxy response \((\d+)\)|^Failed to establish tunnel .* HTTP\/\d\.\d (\d+)/.exec(fault.message)?.slice(1).find(Boolean);
  if (proxy !== undefined)
    return told(
      proxy === '407' ? 'stopped' : 'unavailable',
      `the proxy of the environment answered ${proxy}, on the way to ${where}`,
      'Correct HTTPS_PROXY and HTTP_PROXY, or name the host in NO_PROXY.',
    );
  // In the words of Node's parser and of undici's.
  if (/^HPE_/.test(code) || /HTTP\/1\.1 protocol/.test(fault.message))
    return told('stopped', `what answers at ${where} does not speak HTTP`, 'Correct the address in the configuration.');
  // axios' word for a request that was ended here, which its deadline does.
  if (/timeout|ERR_CANCELED/i.test(code) || fault.name === 'TimeoutError') return told('unavailable', `${where} did not answer in time`);
  return told('unavailable', code === '' ? fault.message : `${fault.message} (${code})`);
}

/** Where a connection was refused on the way to an address: at a proxy. */
function refusedAt(fault: Error & { readonly address?: unknown; readonly port?: unknown }, address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || typeof fault.port !== 'number' || fault.port === Number(url.port || (url.protocol === 'https:' ? 443 : 80)))
    return undefined;
  return `the proxy ${fault.address}:${fault.port}, on the way to ${url.host}`;
}

/** The first error of a chain of causes that says more than that there was one. */
function rootOf(error: unknown): Error {
  let found = error instanceof Error ? error : new Error(String(error));
  for (let depth = 0; depth < 8; depth++) {
    const inner: unknown = found.cause ?? (found instanceof AggregateError ? found.errors[0] : undefined);
    if (!(inner instanceof Error)) break;
    found = inner;
  }
  return found;
}

/** An EngineError that a client has wrapped into an error of its own. */
export function engineErrorWithin(error: unknown): EngineError | undefined {
  for (let one = error, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth++) if (one instanceof EngineError) return one;
  return undefined;
}
