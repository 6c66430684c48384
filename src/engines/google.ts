/** Google Cloud Translation, v3, through Google's own client over gRPC. */

import { EngineError, KnownError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { openSession, type Session } from './google/client.ts';
import { googleError } from './google/failure.ts';
import { deleteOlder, ensureGlossary } from './google/glossaries.ts';
import { type GoogleOptions, googleOptions } from './google/google-options.ts';
import { priceOf } from './google/prices.ts';
import { translateTexts } from './google/translating.ts';
import { glossaryNames, keptGlossaries, type ProjectKey } from './kept-glossaries.ts';
import { codesOf, refusesPair } from './locale-codes.ts';
import { parseOptions } from './options.ts';
import { requireClient } from './provider-client.ts';

/** @throws KnownError for options that are not usable, a project that is not named, or without the client */
export function googleEngine(
  entry: Readonly<Record<string, unknown>> = {},
  env: NodeJS.ProcessEnv = process.env,
  projectKey: ProjectKey = async () => undefined,
): Engine {
  const options = parseOptions(googleOptions, entry, 'engines.google');
  requireClient('google', '@google-cloud/translate');
  const projectId = projectOf(options, env);
  const parent = `projects/${projectId}/locations/${options.location}`;
  const glossaries = keptGlossaries((error) => error instanceof EngineError && error.kind === 'stopped' && /glossary/i.test(error.message));
  let session: Promise<Session> | undefined;
  /** A failed start is not kept: the next request tries again. */
  const opened = (): Promise<Session> => {
    if (session !== undefined) return session;
    const opening = openSession(options, projectId);
    session = opening;
    opening.catch(() => {
      if (session === opening) session = undefined;
    });
    return opening;
  };
  const call = async <Result>(signal: AbortSignal, ask: (session: Session) => Promise<Result>): Promise<Result> => {
    if (signal.aborted) throw new EngineError('aborted', 'google: stopped');
    try {
      return await ask(await opened());
    } catch (error) {
      throw googleError(error, signal);
    }
  };
  return {
    name: 'google',
    account: `google ${projectId}/${options.location}`,
    model: options.adaptiveDataset === undefined ? options.model : 'adaptive',
    // "Quotas and limits" of Cloud Translation: 30,000 code points and 1,024 texts a request; it recommends 5,000 code points, which
    // is what the queue packs by default.
    limits: { textsPerRequest: 1024, charactersPerRequest: 30_000, secondsPerRequest: options.timeoutSeconds },
    pricePerMillionCharacters: priceOf(options),
    takesTerms: options.glossary !== false,
    takesExamples: options.adaptiveDataset !== undefined,
    refuses: (from, to) => refusesPair('google', from, to),
    open: async () => void (await opened()),
    translate: async (request, signal) => {
      if (request.texts.length === 0) return [];
      return glossaries.use(request, signal, (glossary) =>
        call(signal, (open) => translateTexts(open, request, { parent, options, glossary, signal })),
      );
    },
    prepare: async (pair, terms, signal) => {
      if (options.glossary === false || terms.length === 0) return;
      const { from, to } = pair;
      const input = typeof options.glossary === 'string' ? options.glossary.replaceAll('{from}', from).replaceAll('{to}', to) : undefined;
      const names = glossaryNames(await projectKey(), pair, terms);
      const wanted = { parent, name: `${parent}/glossaries/${names.name}`, pair: codesOf('google', from, to), terms, input };
      await glossaries.keep(pair, signal, async (until) => {
        await call(until, (open) => ensureGlossary(open, { ...wanted, signal: until }));
        return wanted.name;
      });
      // What is left there harms nothing: the next run deletes it.
      await call(signal, (open) => deleteOlder(open, { parent, names, signal })).catch(() => {});
    },
    close: async () => {
      const open = await session?.catch(() => undefined);
      session = undefined;
      await open?.close();
    },
  };
}

function projectOf(options: GoogleOptions, env: NodeJS.ProcessEnv): string {
  const project = options.projectId ?? env.GOOGLE_CLOUD_PROJECT ?? env.GCLOUD_PROJECT;
  if (project !== undefined && project !== '') return project;
  // A local server asks for none.
  if (options.insecure) return 'local';
  throw new KnownError('The engine "google" needs a Google Cloud project', {
    expected: '"engines.google.projectId", or GOOGLE_CLOUD_PROJECT in the environment',
    got: 'neither',
    help: 'Create a project, enable the Cloud Translation API in it, and run: gcloud auth application-default login',
  });
}
