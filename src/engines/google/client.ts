/** Google's client, an optional dependency, opened once: the endpoint, the credentials, a deadline for each call, and no retry of its own. */

import { createRequire } from 'node:module';
import type { TranslationServiceClient } from '@google-cloud/translate/build/src/v3/index.js';
import { EngineError } from '../../errors.ts';
import { fileText } from '../../files/bytes.ts';
import { LARGEST_ANSWER } from '../web-request.ts';
import type { GoogleOptions } from './google-options.ts';

type Client = TranslationServiceClient;
type TranslateRequest = NonNullable<Parameters<Client['translateText']>[0]>;
type AdaptiveRequest = NonNullable<Parameters<Client['adaptiveMtTranslate']>[0]>;

interface Translations {
  readonly translations: readonly string[];
  readonly glossaryTranslations: readonly string[];
}

type ClientOptions = NonNullable<ConstructorParameters<typeof TranslationServiceClient>[0]>;

/** What is used of a channel of gRPC; its states by number, as in `ConnectivityState` of @grpc/grpc-js. */
interface Channel {
  getConnectivityState(tryToConnect: boolean): number;
  watchConnectivityState(from: number, deadline: number, done: () => void): void;
}

/** What is used of the client's own dependencies, which are not ours to depend on. */
interface Gax {
  readonly grpc: { readonly credentials: Record<'createInsecure' | 'createSsl', () => ClientOptions['sslCreds']> };
  createRetryOptions(codes: readonly number[], backoff: object): object;
  createDefaultBackoffSettings(): object;
}

interface GoogleAuth {
  readonly JWT: new (options: { email: string; key: string; scopes: string[] }) => ClientOptions['authClient'];
}

export interface Session {
  readonly client: Client;
  translate(request: TranslateRequest, signal: AbortSignal): Promise<Translations>;
  translateAdaptively(request: AdaptiveRequest, signal: AbortSignal): Promise<Translations>;
  /** The options of any other call. */
  readonly callOptions: (signal: AbortSignal) => object;
  close(): Promise<void>;
}

/** Google's own endpoint; any other is one's own. */
const GOOGLES = /(^|\.)googleapis\.com$/;
const SCOPE = 'https://www.googleapis.com/auth/cloud-translation';
const CLIENT = '@google-cloud/translate/build/src/v3/index.js';

const READY = 2;
const TRANSIENT_FAILURE = 3;
/** How long (ms) a connection is waited for before requests are left to wait for it themselves. */
const CONNECTING = 2_000;

/** Loads the client, half a second of a program's start, so only now; and connects, which takes some trips to a server. */
export async function openSession(options: GoogleOptions, projectId: string): Promise<Session> {
  const { TranslationServiceClient } = (await import(
    '@google-cloud/translate/build/src/v3/index.js'
  )) as typeof import('@google-cloud/translate/build/src/v3/index.js');
  // gRPC credentials count only in the copy of gRPC that the client itself uses.
  const requireGoogles = createRequire(createRequire(import.meta.url).resolve(CLIENT));
  const gax = requireGoogles('google-gax') as Gax;
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
    ...(options.keyFilename === undefined ? {} : { authClient: serviceAccount(options.keyFilename, requireGoogles) }),
    ...(sslCreds === undefined ? {} : { sslCreds }),
    // Else the client asks the credentials, and so the metadata server, in which of Google's clouds it is.
    ...(own ? { clientOptions: { universeDomain: 'googleapis.com' } } : {}),
    'grpc.enable_retries': 0,
    'grpc.max_receive_message_length': LARGEST_ANSWER,
    // The queue paces what is tried again; gRPC by itself would come to wait two minutes before it looks for the server again.
    'grpc.max_reconnect_backoff_ms': 2_000,
    // A server of one's own is asked directly, whatever proxy the environment names.
    ...(own ? { 'grpc.enable_http_proxy': 0 } : {}),
  });
  // Awaited here: started by the first call it would fail unheard, and end the program.
  await client.initialize();
  await connected((await client.translationServiceStub) as unknown as { getChannel(): Channel });
  const noRetry = gax.createRetryOptions([], gax.createDefaultBackoffSettings());
  const callOptions = (signal: AbortSignal) => ({ timeout: options.timeoutSeconds * 1000, retry: noRetry, signal });
  return {
    client,
    callOptions,
    translate: async (request, signal) => textsOf((await client.translateText(request, callOptions(signal)))[0]),
    translateAdaptively: async (request, signal) => textsOf((await client.adaptiveMtTranslate(request, callOptions(signal)))[0]),
    close: () => client.close(),
  };
}

/** Resolves once the channel is connected, or cannot be: a request tells why then. */
async function connected(stub: { getChannel(): Channel }): Promise<void> {
  const channel = stub.getChannel();
  const deadline = Date.now() + CONNECTING;
  let state = channel.getConnectivityState(true);
  while (state !== READY && state !== TRANSIENT_FAILURE && Date.now() < deadline) {
    const from = state;
    await new Promise<void>((resolve) => channel.watchConnectivityState(from, deadline, resolve));
    state = channel.getConnectivityState(true);
  }
}

interface Response {
  readonly translations?: readonly { readonly translatedText?: string | null }[] | null;
  readonly glossaryTranslations?: readonly { readonly translatedText?: string | null }[] | null;
}

function textsOf({ translations, glossaryTranslations }: Response): Translations {
  const texts = (list: Response['translations']) => (list ?? []).map(({ translatedText }) => translatedText ?? '');
  return { translations: texts(translations), glossaryTranslations: texts(glossaryTranslations) };
}

/** Signs in with a service account's key, for which the client has no option any more. */
function serviceAccount(file: string, requireGoogles: NodeJS.Require): ClientOptions['authClient'] {
  const help = 'Make a key: gcloud iam service-accounts keys create key.json --iam-account=NAME@PROJECT.iam.gserviceaccount.com';
  let key: { client_email?: string; private_key?: string };
  try {
    key = JSON.parse(fileText(file));
  } catch (error) {
    // What a parser says shows a piece of the file, and a path may be anybody's.
    const got = error instanceof Error && 'code' in error ? String(error.code) : 'it is no JSON';
    throw new EngineError('stopped', `google: the key file is not readable: ${got}`, { help });
  }
  if (key.client_email === undefined || key.private_key === undefined)
    throw new EngineError('stopped', `google: ${file} is no key of a service account`, { help });
  const { JWT } = requireGoogles('google-auth-library') as GoogleAuth;
  return new JWT({ email: key.client_email, key: key.private_key, scopes: [SCOPE] });
}
