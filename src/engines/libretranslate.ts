/** LibreTranslate, or any server with its protocol: POST /translate with a list of HTML texts. */

import { z } from 'zod';
import { EngineError, KnownError } from '../errors.ts';
import { fromHtml, toHtml } from '../fragment/as-html.ts';
import { mendFragment } from '../fragment/mend.ts';
import type { Engine } from './engine.ts';
import { keyFrom } from './keys.ts';
import { codesOf, refusesPair } from './locale-codes.ts';
import { parseOptions, serverAddress } from './options.ts';
import { mayPass, waitOf } from './status-codes.ts';
import { connectionError, engineFetch, noJson } from './web-request.ts';

const schema = z.strictObject({
  /** The server's address, without `/translate`. */
  url: serverAddress,
  /** The environment variable that holds the key, for servers that ask for one. */
  apiKeyEnv: z.string().min(1).default('LIBRETRANSLATE_API_KEY'),
  timeoutSeconds: z.number().positive().default(30),
  /** What servers take by default (`--char-limit`, `--batch-limit`). */
  charactersPerRequest: z.number().int().positive().default(2_000),
  textsPerRequest: z.number().int().positive().default(50),
  pricePerMillionCharacters: z.number().min(0).optional(),
});

/** @throws KnownError for options that are not usable */
export function libretranslateEngine(entry: Readonly<Record<string, unknown>> = {}, env: NodeJS.ProcessEnv = process.env): Engine {
  if (entry.url === undefined)
    throw new KnownError('The engine "libretranslate" needs a server', {
      expected: '"engines.libretranslate.url"',
      got: 'nothing',
      help: 'Set "engines": { "libretranslate": { "url": "http://127.0.0.1:5000" } } in the configuration.',
    });
  const options = parseOptions(schema, entry, 'engines.libretranslate');
  const key = keyFrom(env, options.apiKeyEnv, 'engines.libretranslate.apiKeyEnv');
  const { textsPerRequest, charactersPerRequest, pricePerMillionCharacters } = options;
  return {
    name: 'libretranslate',
    limits: { textsPerRequest, charactersPerRequest },
    ...(pricePerMillionCharacters === undefined ? {} : { pricePerMillionCharacters }),
    refuses: (from, to) => refusesPair('libretranslate', from, to),
    translate: async ({ texts, from, to }, signal) => {
      if (signal.aborted) throw new EngineError('aborted', 'libretranslate: stopped');
      if (texts.length === 0) return [];
      const body = {
        q: texts.map(toHtml),
        ...codesOf('libretranslate', from, to),
        format: 'html',
        ...(key === undefined ? {} : { api_key: key }),
      };
      const { translatedText } = await post(`${options.url.replace(/\/+$/, '')}/translate`, body, options.timeoutSeconds, signal);
      if (!Array.isArray(translatedText) || translatedText.length !== texts.length)
        throw new EngineError(
          'answer',
          `libretranslate: ${Array.isArray(translatedText) ? translatedText.length : 'no'} texts for ${texts.length}`,
        );
      return texts.map((text, at) => mendFragment(text, fromHtml(String(translatedText[at] ?? '')), to));
    },
  };
}

async function post(url: string, body: object, timeoutSeconds: number, signal: AbortSignal): Promise<{ translatedText?: unknown }> {
  try {
    const response = await engineFetch('libretranslate')(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutSeconds * 1000)]),
    });
    const answer = ((await response.json().catch((error) => withoutJson(response, error))) ?? {}) as {
      translatedText?: unknown;
      error?: unknown;
    };
    if (response.ok) return answer;
    throw refusal(response, wordsOf(answer.error) ?? response.statusText);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    if (signal.aborted) throw new EngineError('aborted', 'libretranslate: stopped', { cause: error });
    throw connectionError('libretranslate', url, error);
  }
}

/** LibreTranslate's errors are words; a gateway's may be an object with a message. */
function wordsOf(error: unknown): string | undefined {
  const words = typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : error;
  return typeof words === 'string' ? words : undefined;
}

/** What is no JSON is no answer, and says nothing of why one was refused; what was cut off is told as that. */
function withoutJson({ ok }: Response, error: unknown): object {
  if (error instanceof SyntaxError && ok) throw noJson('libretranslate', error);
  if (error instanceof SyntaxError) return {};
  throw error;
}

/** 400 is its word for a language it has not as well as for a text it will not take. */
function refusal(response: Response, message: string): EngineError {
  const { status } = response;
  const text = `libretranslate: ${status} ${message}`;
  if (status === 429 || mayPass(status)) {
    const wait = waitOf((name) => response.headers.get(name));
    return new EngineError(status === 429 ? 'busy' : 'unavailable', text, wait === undefined ? {} : { retryAfterMs: wait });
  }
  if (status === 401 || status === 403)
    return new EngineError('stopped', text, {
      help: 'Give the key in the environment: LIBRETRANSLATE_API_KEY, or the variable that "apiKeyEnv" names.',
    });
  if (status === 400 && /not supported|invalid.*(source|target)|(source|target).*invalid/i.test(message))
    return new EngineError('stopped', text);
  return new EngineError(status === 404 ? 'stopped' : 'invalid', text);
}
