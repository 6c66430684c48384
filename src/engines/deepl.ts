/** DeepL, through its own client. Fragments go as they are: its XML handling keeps tags at their words. */

import type * as DeepL from 'deepl-node';
import { EngineError, KnownError } from '../errors.ts';
import { mendFragment } from '../fragment/mend.ts';
import { readFragment } from '../fragment/read-fragment.ts';
import { contextOf } from './context.ts';
import { createCall } from './deepl/client.ts';
import { type DeepLOptions, deeplOptions } from './deepl/deepl-options.ts';
import { deleteOlderAtDeepL, ensureGlossaryAtDeepL } from './deepl/glossaries.ts';
import { createQuota } from './deepl/quota.ts';
import type { Engine, EngineRequest } from './engine.ts';
import { glossaryNames, keptGlossaries, type ProjectKey } from './kept-glossaries.ts';
import { keyFrom } from './keys.ts';
import { codesOf, refusesPair } from './locale-codes.ts';
import { parseOptions } from './options.ts';
import { requireClient } from './provider-client.ts';

/** DeepL reads a few paragraphs around; a request has 128 KiB in all. */
const LONGEST_CONTEXT = 8_000;

/** @throws KnownError for options that are not usable, or without a key */
export function deeplEngine(
  entry: Readonly<Record<string, unknown>> = {},
  env: NodeJS.ProcessEnv = process.env,
  projectKey: ProjectKey = async () => undefined,
): Engine {
  const options = parseOptions(deeplOptions, entry, 'engines.deepl');
  requireClient('deepl', 'deepl-node');
  const key = keyFrom(env, options.apiKeyEnv, 'engines.deepl.apiKeyEnv');
  if (key === undefined || key === '')
    throw new KnownError('The engine "deepl" needs a key', {
      expected: `${options.apiKeyEnv} in the environment`,
      got: 'nothing',
      help: `Make a key in your DeepL account under API keys, and run: export ${options.apiKeyEnv}=...`,
    });
  const glossaries = keptGlossaries((error) => error instanceof EngineError && error.kind === 'stopped' && /glossary/i.test(error.message));
  const call = createCall(key, options);
  const quota = createQuota(call);
  return {
    name: 'deepl',
    ...(options.modelType !== undefined && { model: options.modelType }),
    // "Translate text" of DeepL's API: 50 texts and 128 KiB a request; a code point takes up to four bytes.
    limits: {
      textsPerRequest: 50,
      charactersPerRequest: 25_000,
      secondsPerRequest: options.timeoutSeconds,
      // One context serves all texts of a request.
      oneArticlePerRequest: true,
    },
    pricePerMillionCharacters: options.pricePerMillionCharacters,
    takesTerms: options.glossary,
    refuses: (from, to) => refusesPair('deepl', from, to),
    translate: async (request, signal) => {
      const { texts, from, to, bill } = request;
      // The client takes no empty text.
      const asked = texts.filter((text) => text.trim() !== '');
      if (asked.length === 0) return [...texts];
      const { source, target } = codesOf('deepl', from, to);
      if (signal.aborted) throw new EngineError('aborted', 'deepl: stopped');
      await quota.reserve(asked, signal);
      const results = await glossaries
        .use(request, signal, (glossary) =>
          call(signal, (client) =>
            client.translateText(
              asked,
              source as DeepL.SourceLanguageCode,
              target as DeepL.TargetLanguageCode,
              textOptions(request, options, glossary),
            ),
          ),
        )
        .catch((error: unknown) => {
          // What is tried again would else use up the quota without a translation.
          quota.release(asked);
          throw error;
        });
      const billed = results.map(({ billedCharacters }) => billedCharacters).filter((count) => count !== undefined);
      bill?.(billed.length === results.length ? { characters: billed.reduce((total, count) => total + count, 0) } : {});
      if (results.length !== asked.length) throw new EngineError('answer', `deepl: ${results.length} texts for ${asked.length}`);
      const answers = results.values();
      return texts.map((text) =>
        text.trim() === '' ? text : mendFragment(text, readFragment(text, answers.next().value?.text ?? ''), to),
      );
    },
    prepare: async (pair, terms, signal) => {
      if (!options.glossary || terms.length === 0) return;
      const { source, target } = codesOf('deepl', pair.from, pair.to);
      const languages = { source, target: target.split('-')[0] ?? target };
      const names = glossaryNames(await projectKey(), pair, terms);
      await glossaries.keep(pair, signal, (until) =>
        call(until, (client, module) => ensureGlossaryAtDeepL(client, module, names, languages, terms)),
      );
      // What is left there harms nothing: the next run deletes it.
      await call(signal, (client) => deleteOlderAtDeepL(client, names)).catch(() => {});
    },
  };
}

function textOptions(request: EngineRequest, options: DeepLOptions, own: string | undefined): DeepL.TranslateTextOptions {
  const { formality, modelType, customInstructions, styleRules } = options;
  const instructions = Array.isArray(customInstructions) ? customInstructions : customInstructions?.[request.to];
  const glossaryIds = [...(own === undefined ? [] : [own]), ...options.glossaries];
  const context = contextOf(request, LONGEST_CONTEXT);
  return {
    tagHandling: 'xml',
    // Pinned: what marks come back as must not change with DeepL's default.
    tagHandlingVersion: 'v2',
    splitSentences: 'off',
    preserveFormatting: true,
    ...(formality !== undefined && { formality }),
    ...(modelType !== undefined && { modelType }),
    ...(instructions !== undefined && instructions.length > 0 && { customInstructions: instructions }),
    ...(styleRules[request.to] !== undefined && { styleRule: styleRules[request.to] }),
    ...(glossaryIds.length === 1 && { glossary: glossaryIds[0] }),
    ...(glossaryIds.length > 1 && { glossaryIds }),
    ...(context !== '' && { context }),
  };
}
