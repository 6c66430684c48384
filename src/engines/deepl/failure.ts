/** What DeepL's errors mean. Its client tells some by class and the rest in words. */

import type * as DeepL from 'deepl-node';
import { EngineError, type EngineErrorKind } from '../../errors.ts';
import { mayPass } from '../status-codes.ts';
import { connectionError, noJson, tooLarge } from '../web-request.ts';

/** @param call.wait milliseconds that the server asked for */
export function deeplError(
  error: unknown,
  module: typeof DeepL,
  { signal, wait, server }: { readonly signal: AbortSignal; readonly wait: number | undefined; readonly server: string },
): EngineError {
  if (error instanceof EngineError) return error;
  if (signal.aborted) return new EngineError('aborted', 'deepl: stopped', { cause: error });
  // axios' words, and the client's.
  if (error instanceof Error && /maxContentLength/.test(error.message)) return tooLarge('deepl');
  if (error instanceof Error && /^Error parsing response JSON/.test(error.message)) return noJson('deepl', error);
  if (error instanceof module.ConnectionError && error.error !== undefined) {
    return connectionError('deepl', server, error.error);
  }
  const message = `deepl: ${error instanceof Error ? error.message : String(error)}`;
  const kind = kindOf(error, message, module);
  const help = helpOf(error, module);
  const pairOnly = kind === 'stopped' && /_lang\b/.test(message);
  const isTransient = kind === 'busy' || kind === 'unavailable';
  return new EngineError(kind, message, {
    cause: error,
    pairOnly,
    ...(help === undefined ? {} : { help }),
    ...(isTransient && wait !== undefined && { retryAfterMs: wait }),
  });
}

function kindOf(error: unknown, message: string, module: typeof DeepL): EngineErrorKind {
  if (error instanceof module.TooManyRequestsError) return 'busy';
  if (
    error instanceof module.AuthorizationError ||
    error instanceof module.QuotaExceededError ||
    error instanceof module.GlossaryNotFoundError
  )
    return 'stopped';
  if (error instanceof module.ConnectionError) return 'unavailable';
  if (error instanceof module.ArgumentError) return 'stopped';
  // "Bad request, message: Value for 'target_lang' not supported.": the same for every text.
  if (/: Bad request/.test(message))
    return /lang|glossary|formality|model_type|style|custom_instructions/i.test(message) ? 'stopped' : 'invalid';
  const [, status] = /status code: (4\d\d)\b/.exec(message) ?? [];
  if (status === '401') return 'stopped';
  if (status !== undefined && !mayPass(Number(status))) return 'invalid';
  if (/: Not found/.test(message)) return 'stopped';
  return 'unavailable';
}

function helpOf(error: unknown, module: typeof DeepL): string | undefined {
  if (error instanceof module.AuthorizationError) return 'Check the key: it is in your DeepL account under API keys.';
  if (error instanceof module.QuotaExceededError)
    return 'The quota of this billing period is used: raise it in your DeepL account, or choose another engine.';
  return undefined;
}
