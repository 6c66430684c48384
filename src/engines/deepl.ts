/** DeepL, through its own client. Fragments go as they are: its XML handling keeps tags at their words. */

import { hash } from 'node:crypto';
import type * as DeepL from 'deepl-node';
import { z } from 'zod';
import { EngineError, KnownError } from '../errors.ts';
import { mendFragment, readFragment } from '../fragment/mend.ts';
import { openClient } from './deepl/client.ts';
import { deeplError } from './deepl/failure.ts';
import type { Engine } from './engine.ts';
import { parseOptions } from './options.ts';

const schema = z.strictObject({
  /** The environment variable that holds the key. */
  apiKeyEnv: z.string().min(1).default('DEEPL_AUTH_KEY'),
  /** Default: DeepL's own, free or paid as the key says. */
  serverUrl: z.url().optional(),
  formality: z.enum(['less', 'more', 'default', 'prefer_less', 'prefer_more']).optional(),
  /** Whether to keep the glossary at DeepL's as well. */
  glossary: z.boolean().default(false),
  timeoutSeconds: z.number().positive().default(30),
  /** In US dollars; DeepL API Pro's price list. */
  pricePerMillionCharacters: z.number().min(0).default(25),
});

/** Languages that are asked for with a variety ("Supported languages" of DeepL's API). */
const TARGETS: Readonly<Record<string, string>> = {
  en: 'en-US',
  pt: 'pt-PT',
  'zh-CN': 'zh-HANS',
  'zh-TW': 'zh-HANT',
  'zh-Hans': 'zh-HANS',
  'zh-Hant': 'zh-HANT',
};
const VARIETIES: ReadonlySet<string> = new Set(['en-GB', 'en-US', 'pt-BR', 'pt-PT', 'es-419']);

/** @throws KnownError for options that are not usable, or without a key */
export function deeplEngine(entry: Readonly<Record<string, unknown>> = {}, env: NodeJS.ProcessEnv = process.env): Engine {
  const options = parseOptions(schema, entry, 'engines.deepl');
  const key = env[options.apiKeyEnv];
  if (key === undefined || key === '')
    throw new KnownError('The engine "deepl" needs a key', {
      expected: `${options.apiKeyEnv} in the environment`,
      got: 'nothing',
      help: `Make a key in your DeepL account under API keys, and run: export ${options.apiKeyEnv}=...`,
    });
  const glossaries = new Map<string, string>();
  /** A client of its own for each call, which is cheap, so that each has its own signal. */
  const call = async <Result>(
    signal: AbortSignal,
    ask: (client: DeepL.Translator, module: typeof DeepL) => Promise<Result>,
  ): Promise<Result> => {
    if (signal.aborted) throw new EngineError('aborted', 'deepl: stopped');
    const module = await import('deepl-node');
    const client = openClient(module, key, options, signal);
    try {
      return await ask(client, module);
    } catch (error) {
      throw deeplError(error, module, signal);
    }
  };
  return {
    name: 'deepl',
    // "Translate text" of DeepL's API: 50 texts and 128 KiB a request; a code point takes up to four bytes.
    limits: { textsPerRequest: 50, charactersPerRequest: 30_000 },
    pricePerMillionCharacters: options.pricePerMillionCharacters,
    takesTerms: options.glossary,
    translate: async ({ texts, from, to, contexts }, signal) => {
      // The client takes no empty text.
      const asked = texts.filter((text) => text.trim() !== '');
      if (asked.length === 0) return [...texts];
      const glossary = glossaries.get(`${from} ${to}`);
      // One context serves all texts of a request, so it is given where there is one text.
      const around = texts.length === 1 ? [contexts?.[0]?.before, contexts?.[0]?.after].filter((part) => part !== undefined) : [];
      const results = await call(signal, (client) =>
        client.translateText(asked, sourceOf(from), targetOf(to) as DeepL.TargetLanguageCode, {
          tagHandling: 'xml',
          splitSentences: 'off',
          preserveFormatting: true,
          ...(options.formality === undefined ? {} : { formality: options.formality }),
          ...(glossary === undefined ? {} : { glossary }),
          ...(around.length === 0 ? {} : { context: around.join('\n') }),
        }),
      );
      if (results.length !== asked.length) throw new EngineError('answer', `deepl: ${results.length} texts for ${asked.length}`);
      const answers = results.values();
      return texts.map((text) => (text.trim() === '' ? text : mendFragment(text, readFragment(answers.next().value?.text ?? ''), to)));
    },
    prepare: async ({ from, to }, terms, signal) => {
      if (!options.glossary || terms.length === 0) return;
      const start = `dragoman-${sourceOf(from)}-${languageOf(to)}-`;
      const sorted = terms.map(({ source, target }) => `${source}\u0000${target}`).sort();
      const name = start + hash('sha256', sorted.join('\u0001')).slice(0, 12);
      await call(signal, async (client, { GlossaryEntries }) => {
        const all = await client.listGlossaries();
        const there = all.find((glossary) => glossary.name === name && glossary.ready);
        const entries = new GlossaryEntries({ entries: Object.fromEntries(terms.map(({ source, target }) => [source, target])) });
        const made = there ?? (await client.createGlossary(name, sourceOf(from), languageOf(to) as DeepL.LanguageCode, entries));
        glossaries.set(`${from} ${to}`, made.glossaryId);
        for (const old of all) if (old.name.startsWith(start) && old.name !== name) await client.deleteGlossary(old.glossaryId);
      });
    },
  };
}

const languageOf = (locale: string) => new Intl.Locale(locale).language;
const sourceOf = (locale: string) => languageOf(locale) as DeepL.SourceLanguageCode;

function targetOf(locale: string): string {
  if (VARIETIES.has(locale)) return locale;
  // Latin American Spanish is one variety.
  const { language, region } = new Intl.Locale(locale);
  if (language === 'es' && region !== undefined && region !== 'ES') return 'es-419';
  return TARGETS[locale] ?? TARGETS[language] ?? language;
}
