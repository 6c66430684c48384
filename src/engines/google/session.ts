/** Google's client, opened once: the endpoint, the credentials, a deadline for each call, and no retry of its own. */

import { createRequire } from 'node:module';
import type { TranslationServiceClient } from '@google-cloud/translate/build/src/v3/index.js';
import type { GoogleOptions } from './options.ts';

type Client = TranslationServiceClient;
export type TranslateRequest = NonNullable<Parameters<Client['translateText']>[0]>;

export interface Session {
  readonly client: Client;
  translate(request: TranslateRequest, signal: AbortSignal): Promise<{ translations: string[]; glossaryTranslations: string[] }>;
  /** The options of any other call. */
  readonly callOptions: (signal: AbortSignal) => object;
  close(): Promise<void>;
}

/** Google's own endpoint; any other is one's own. */
const GOOGLES = /(^|\.)googleapis\.com$/;
const CLIENT = '@google-cloud/translate/build/src/v3/index.js';

/** Loads the client: half a second of a program's start, so only now. */
export async function openSession(options: GoogleOptions, projectId: string): Promise<Session> {
  const { TranslationServiceClient } = (await import(
    '@google-cloud/translate/build/src/v3/index.js'
  )) as typeof import('@google-cloud/translate/build/src/v3/index.js');
  // gRPC credentials count only in the copy of gRPC that the client itself uses.
  const require = createRequire(createRequire(import.meta.url).resolve(CLIENT));
  const gax = require('google-gax') as typeof import('google-gax');
  const [, host = '', port] = /^(?:https?:\/\/)?(\[[^\]]*\]|[^:/]+)(?::(\d+))?\/?$/.exec(options.apiEndpoint) ?? [];
  const own = options.insecure || !GOOGLES.test(host);
  const { credentials } = gax.grpc;
  // With channel credentials given, the client asks neither for application default credentials nor the metadata server.
  const sslCreds =
    own && options.keyFilename === undefined ? (options.insecure ? credentials.createInsecure() : credentials.createSsl()) : undefined;
  const client = new TranslationServiceClient({
    projectId,
    apiEndpoint: host === '' ? options.apiEndpoint : host,
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(options.keyFilename === undefined ? {} : { keyFilename: options.keyFilename }),
    ...(sslCreds === undefined ? {} : { sslCreds }),
    // Else the client asks the credentials, and so the metadata server, in which of Google's clouds it is.
    ...(own ? { clientOptions: { universeDomain: 'googleapis.com' } } : {}),
    'grpc.enable_retries': 0,
    // A server of one's own is asked directly, whatever proxy the environment names.
    ...(own ? { 'grpc.enable_http_proxy': 0 } : {}),
  });
  const noRetry = gax.createRetryOptions([], gax.createDefaultBackoffSettings());
  const callOptions = (signal: AbortSignal) => ({ timeout: options.timeoutSeconds * 1000, retry: noRetry, signal });
  return {
    client,
    callOptions,
    translate: async (request, signal) => {
      const [response] = await client.translateText(request, callOptions(signal));
      const texts = (list: typeof response.translations) => (list ?? []).map(({ translatedText }) => translatedText ?? '');
      return { translations: texts(response.translations), glossaryTranslations: texts(response.glossaryTranslations) };
    },
    close: () => client.close(),
  };
}
