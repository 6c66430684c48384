/** What Azure Translator's errors mean ("Status codes" of its reference): an HTTP status and a code of six digits. */

import { EngineError, type EngineErrorKind } from '../../errors.ts';
import { mayPass, waitOf } from '../status-codes.ts';
import { connectionError, engineErrorWithin } from '../web-request.ts';

/** A response that holds no translations. */
interface Refusal {
  readonly status: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

export function azureRefusal({ status, body, headers }: Refusal): EngineError {
  const { code = '', message = '' } = (body as { error?: { code?: string | number; message?: string } } | undefined)?.error ?? {};
  const kind = kindOf(Number(status), String(code), message);
  const wait = kind === 'busy' || kind === 'unavailable' ? waitOf((name) => headers[name]) : undefined;
  const help = helpOf(Number(status), String(code));
  return new EngineError(kind, `azure: ${status} ${code} ${message}`.trim(), {
    ...(wait !== undefined && { retryAfterMs: wait }),
    ...(help !== undefined && { help }),
    ...(isLanguage(String(code), message) && { pairOnly: true }),
  });
}

function kindOf(status: number, code: string, message: string): EngineErrorKind {
  if (status === 429) return 'busy';
  if (mayPass(status)) return 'unavailable';
  if (status === 401 || status === 403 || status === 404) return 'stopped';
  if (isLanguage(code, message)) return 'stopped';
  return /deployment|category|tone|gender|api.version/i.test(message) ? 'stopped' : 'invalid';
}

/** A source or target language that is not valid. */
const isLanguage = (code: string, message: string) =>
  /^4000(?:35|36|19|23)$/.test(code) || /language (?:is )?not (?:valid|supported)/i.test(message);

function helpOf(status: number, code: string): string | undefined {
  if (code === '403001') return 'The free quota of the month is used: choose a paid tier in the Azure portal, or another engine.';
  if (status === 401 || status === 403)
    return 'Check AZURE_TRANSLATOR_KEY (or the variable that "apiKeyEnv" names) and "engines.azure.region": both are in the Azure portal under Keys and Endpoint.';
  return undefined;
}

/** Any error of the client: the network, a deadline, the signal. */
export function azureError(error: unknown, signal: AbortSignal, server: string): EngineError {
  const own = engineErrorWithin(error);
  if (own !== undefined) return own;
  if (signal.aborted) return new EngineError('aborted', 'azure: stopped', { cause: error });
  if (error instanceof Error && 'code' in error && error.code === 'PARSE_ERROR')
    return new EngineError('stopped', 'azure: the answer is no JSON', {
      cause: error,
      help: 'Correct "engines.azure.endpoint": something else than Azure Translator is at that address.',
    });
  return connectionError('azure', server, error);
}
