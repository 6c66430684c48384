/**
 * A Google Cloud Translation on this machine: gRPC from the protos that Google's client ships, so that the real client is
 * what is tested. It holds to a quota of characters a minute, counts what it would bill, runs createGlossary and
 * deleteGlossary as long-running operations, and keeps a journal of calls.
 */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { failure, GoogleFailure } from './failure.ts';
import { type GlossaryStore, glossaryMethods } from './glossaries.ts';
import { createQuota } from './quota.ts';
import { scramble } from './words.ts';

const require = createRequire(import.meta.url);
const clientFolder = dirname(require.resolve('@google-cloud/translate/package.json'));
const gaxFolder = join(dirname(createRequire(join(clientFolder, 'package.json')).resolve('google-gax')), '..');

const definitions = loadSync(
  [
    'google/cloud/translate/v3/translation_service.proto',
    'google/longrunning/operations.proto',
    'google/rpc/error_details.proto',
    'google/rpc/status.proto',
  ],
  {
    includeDirs: [join(clientFolder, 'build/protos'), join(gaxFolder, 'protos')],
    longs: Number,
    enums: String,
    defaults: true,
    oneofs: true,
  },
);

/** What a test may read of a call afterwards. */
interface GoogleCall {
  readonly method: string;
  readonly request: TranslateTextRequest;
  /** Unicode code points of the contents, which is what is billed. */
  readonly characters: number;
  /** Set once it is answered: `ok`, `cancelled`, or the gRPC code. */
  outcome?: string;
}

interface TranslateTextRequest {
  readonly parent: string;
  readonly contents: readonly string[];
  readonly mimeType: string;
  readonly sourceLanguageCode: string;
  readonly targetLanguageCode: string;
  readonly model: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly glossaryConfig: { readonly glossary: string } | null;
}

interface AdaptiveRequest {
  readonly content: readonly string[];
  readonly referenceSentenceConfig: { readonly sourceLanguageCode: string; readonly targetLanguageCode: string } | null;
}

/** What the server does with one translateText call; a GoogleFailure thrown is its answer. */
type Behaviour = (call: { readonly number: number; readonly request: TranslateTextRequest; readonly cancelled: AbortSignal }) =>
  | 'well'
  /** Never answers. */
  | 'silent'
  /** Half of the texts. */
  | 'wrong'
  /** Empty texts. */
  | 'empty'
  | GoogleFailure
  | Promise<'well' | 'silent' | 'wrong' | 'empty' | GoogleFailure>;

export interface LocalGoogleOptions {
  readonly charactersPerMinute?: number;
  /** Milliseconds; default `performance.now`. */
  readonly now?: () => number;
  /** One text of HTML; default: words with an accent, the tags kept, as Google spaces and escapes them. */
  readonly translate?: (html: string, from: string, to: string) => string | Promise<string>;
  readonly behave?: Behaviour;
  readonly port?: number;
}

export interface LocalGoogle {
  /** `127.0.0.1:PORT` */
  readonly endpoint: string;
  readonly calls: readonly GoogleCall[];
  /** Of the calls that were answered. */
  readonly billed: () => number;
  readonly glossaries: GlossaryStore;
  behave(behaviour: Behaviour): void;
  /** Ends at once, calls under way with it. */
  stop(): void;
}

export async function startLocalGoogle(options: LocalGoogleOptions = {}): Promise<LocalGoogle> {
  const calls: GoogleCall[] = [];
  const glossaries: GlossaryStore = new Map();
  const quota = createQuota(options.charactersPerMinute ?? Number.POSITIVE_INFINITY, options.now ?? (() => performance.now()));
  const translate = options.translate ?? scramble;
  let behave: Behaviour = options.behave ?? (() => 'well');

  const translateText = async (request: TranslateTextRequest, call: GoogleCall, cancelled: AbortSignal): Promise<object | undefined> => {
    if (call.characters > 30_000) throw failure(3, 'Text is too long.', [{ field: 'contents', description: '30,000 code points at most' }]);
    const manner = await behave({ number: calls.length, request, cancelled });
    if (manner instanceof GoogleFailure) throw manner;
    if (manner === 'silent') return undefined;
    quota.take(call.characters);
    const { sourceLanguageCode: from, targetLanguageCode: to, model } = request;
    const answer = async (text: string) => ({ translatedText: manner === 'empty' ? '' : await translate(text, from, to), model });
    const contents = manner === 'wrong' ? request.contents.slice(0, Math.floor(request.contents.length / 2)) : request.contents;
    const translations = await Promise.all(contents.map(answer));
    if (request.glossaryConfig === null) return { translations, glossaryTranslations: [] };
    const glossary = glossaries.get(request.glossaryConfig.glossary);
    if (glossary === undefined) throw failure(5, `Glossary not found: ${request.glossaryConfig.glossary}`);
    const glossaryTranslations = translations.map(({ translatedText }, at) => ({
      translatedText: glossary.apply(contents[at] ?? '', translatedText),
    }));
    return { translations, glossaryTranslations };
  };

  const server = new Server({ 'grpc.max_receive_message_length': -1 });
  const methods: Record<string, Method> = {
    TranslateText: (request, cancelled) => {
      const call: GoogleCall = {
        method: 'TranslateText',
        request: request as TranslateTextRequest,
        characters: countOf(request as TranslateTextRequest),
      };
      calls.push(call);
      cancelled.addEventListener('abort', () => {
        call.outcome ??= 'cancelled';
      });
      return translateText(call.request, call, cancelled).then(
        (response) => {
          if (response !== undefined) call.outcome ??= 'ok';
          return response;
        },
        (error: unknown) => {
          call.outcome ??= String((error as GoogleFailure).code);
          throw error;
        },
      );
    },
    AdaptiveMtTranslate: async (request) => {
      const { content, referenceSentenceConfig } = request as AdaptiveRequest;
      const { sourceLanguageCode: from = 'en', targetLanguageCode: to = 'es' } = referenceSentenceConfig ?? {};
      return { translations: await Promise.all(content.map(async (text) => ({ translatedText: await translate(text, from, to) }))) };
    },
    ...glossaryMethods(glossaries, definitions),
  };
  for (const service of ['google.cloud.translation.v3.TranslationService', 'google.longrunning.Operations']) {
    const definition = definitions[service] as Parameters<Server['addService']>[0];
    const handlers = Object.keys(definition).map((name) => [name, handler(name, methods[name], calls)]);
    server.addService(definition, Object.fromEntries(handlers) as UntypedServiceImplementation);
  }
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`127.0.0.1:${options.port ?? 0}`, ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return {
    endpoint: `127.0.0.1:${port}`,
    calls,
    billed: () => calls.reduce((sum, { outcome, characters }) => sum + (outcome === 'ok' ? characters : 0), 0),
    glossaries,
    behave: (behaviour) => {
      behave = behaviour;
    },
    stop: () => server.forceShutdown(),
  };
}

/** Undefined: no answer ever. */
export type Method = (request: object, cancelled: AbortSignal) => object | undefined | Promise<object | undefined>;

function handler(name: string, method: Method | undefined, calls: GoogleCall[]) {
  return async (call: ServerUnaryCall<object, object>, answer: sendUnaryData<object>) => {
    const control = new AbortController();
    call.on('cancelled', () => control.abort());
    if (name !== 'TranslateText') calls.push({ method: name, request: call.request as TranslateTextRequest, characters: 0 });
    try {
      if (method === undefined) throw failure(12, `${name} is not implemented here`);
      const response = await method(call.request, control.signal);
      if (response !== undefined) answer(null, response);
    } catch (error) {
      const known = error instanceof GoogleFailure ? error : failure(13, String(error));
      answer({ code: known.code, details: known.message, metadata: known.metadata(definitions) });
    }
  };
}

const countOf = (request: TranslateTextRequest) => request.contents.reduce((sum, text) => sum + [...text].length, 0);
