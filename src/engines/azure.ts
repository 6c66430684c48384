/** Azure Translator through its official client, which is an optional dependency. */

import type { TextTranslationClient, TranslationTarget } from '@azure-rest/ai-translation-text';
import { z } from 'zod';
import { EngineError, KnownError } from '../errors.ts';
import { fromHtml, toHtml } from '../fragment/as-html.ts';
import { mendFragment } from '../fragment/mend.ts';
import { azureError, azureRefusal } from './azure/failure.ts';
import { azureHttpClient } from './azure/http-client.ts';
import type { Engine, EngineRequest } from './engine.ts';
import { keyFrom } from './keys.ts';
import { codesOf, refusesPair } from './locale-codes.ts';
import { parseOptions, serverAddress } from './options.ts';
import { requireClient } from './provider-client.ts';

const schema = z.strictObject({
  /** The environment variable that holds the key. */
  apiKeyEnv: z.string().min(1).default('AZURE_TRANSLATOR_KEY'),
  /** Of the resource: `westeurope`; a global resource has none. */
  region: z.string().min(1).optional(),
  /** Default: Azure's global endpoint; `https://api-eur.cognitive.microsofttranslator.com` keeps texts in the EU. */
  endpoint: serverAddress.optional(),
  /** A language model's deployment in place of the neural model: it takes a tone, and reviewed sentences as examples. */
  deployment: z.string().min(1).optional(),
  tone: z.enum(['formal', 'informal', 'neutral']).optional(),
  timeoutSeconds: z.number().positive().default(30),
  /** In US dollars; Azure's price list for text translation. */
  pricePerMillionCharacters: z.number().min(0).default(10),
});

/** The global endpoint. */
const AZURES = 'https://api.cognitive.microsofttranslator.com';

type AzureOptions = z.output<typeof schema>;

/** @throws KnownError for options that are not usable, without a key, or without the client */
export function azureEngine(entry: Readonly<Record<string, unknown>> = {}, env: NodeJS.ProcessEnv = process.env): Engine {
  const options = parseOptions(schema, entry, 'engines.azure');
  requireClient('azure', '@azure-rest/ai-translation-text');
  const key = keyFrom(env, options.apiKeyEnv, 'engines.azure.apiKeyEnv');
  if (key === undefined || key === '')
    throw new KnownError('The engine "azure" needs a key', {
      expected: `${options.apiKeyEnv} in the environment`,
      got: 'nothing',
      help: `Make a Translator resource in the Azure portal, and run: export ${options.apiKeyEnv}=...`,
    });
  let client: Promise<TextTranslationClient> | undefined;
  return {
    name: 'azure',
    ...(options.deployment !== undefined && { model: options.deployment }),
    // "Service and request limits" of Azure Translator: 1,000 texts and 50,000 characters a request.
    limits: { textsPerRequest: 1_000, charactersPerRequest: 50_000, secondsPerRequest: options.timeoutSeconds },
    pricePerMillionCharacters: options.pricePerMillionCharacters,
    takesExamples: options.deployment !== undefined,
    refuses: (from, to) => refusesPair('azure', from, to),
    translate: async (request, signal) => {
      if (signal.aborted) throw new EngineError('aborted', 'azure: stopped');
      if (request.texts.length === 0) return [];
      client ??= openClient(options, key);
      client.catch(() => {
        client = undefined;
      });
      try {
        return await translate(await client, request, options, signal);
      } catch (error) {
        throw azureError(error, signal, options.endpoint ?? AZURES);
      }
    },
  };
}

async function translate(
  client: TextTranslationClient,
  { texts, from, to, examples = [], bill }: EngineRequest,
  { deployment, tone, timeoutSeconds }: AzureOptions,
  signal: AbortSignal,
): Promise<string[]> {
  const { source, target } = codesOf('azure', from, to);
  const targets: TranslationTarget[] = [
    {
      language: target,
      ...(deployment !== undefined && { deploymentName: deployment }),
      ...(tone !== undefined && { tone }),
      ...(deployment !== undefined && examples.length > 0 && { referenceTextPairs: examples.map((pair) => ({ ...pair })) }),
    },
  ];
  const response = await client.path('/translate').post({
    body: { inputs: texts.map((text) => ({ text: toHtml(text), language: source, textType: 'html', targets })) },
    abortSignal: AbortSignal.any([signal, AbortSignal.timeout(timeoutSeconds * 1000)]),
  });
  if (response.status !== '200') throw azureRefusal(response);
  // What Azure meters includes tags.
  const metered = Number(response.headers['x-metered-usage']);
  bill?.(metered > 0 ? { characters: metered } : {});
  const { value } = (response.body ?? {}) as { value?: unknown };
  if (!Array.isArray(value) || value.length !== texts.length)
    throw new EngineError('answer', `azure: ${Array.isArray(value) ? value.length : 'no'} texts for ${texts.length}`);
  return texts.map((text, at) => mendFragment(text, fromHtml(String(value[at]?.translations?.[0]?.text ?? '')), to));
}

async function openClient({ endpoint, region }: AzureOptions, key: string): Promise<TextTranslationClient> {
  const { default: createClient } = await import('@azure-rest/ai-translation-text');
  const settings = {
    httpClient: azureHttpClient,
    retryOptions: { maxRetries: 0 },
    allowInsecureConnection: endpoint?.startsWith('http:') === true,
  };
  // A key without a region is that of a global resource.
  const credential = region === undefined ? { key } : { key, region };
  return endpoint === undefined ? createClient(credential, settings) : createClient(endpoint, credential, settings);
}
