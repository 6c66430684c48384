/** What `engines.deepl` of the configuration may hold. */

import { z } from 'zod';
import { serverAddress } from '../options.ts';

export const deeplOptions = z.strictObject({
  /** The environment variable that holds the key. */
  apiKeyEnv: z.string().min(1).default('DEEPL_AUTH_KEY'),
  /** Default: DeepL's own, free or paid as the key says. */
  serverUrl: serverAddress.optional(),
  formality: z.enum(['less', 'more', 'default', 'prefer_less', 'prefer_more']).optional(),
  /** Default: DeepL's choice for the pair. */
  modelType: z.enum(['quality_optimized', 'latency_optimized', 'prefer_quality_optimized']).optional(),
  /** Instructions in English or the target language, for all locales or for each: 10 at most, of 300 characters. */
  customInstructions: z
    .union([z.array(z.string().max(300)).max(10), z.record(z.string(), z.array(z.string().max(300)).max(10))], {
      error: 'a list of at most 10 texts of at most 300 characters, or one for each locale',
    })
    .optional(),
  /** The id of a style rule list that is kept at DeepL's, by locale. */
  styleRules: z.record(z.string(), z.string()).default({}),
  /** Whether to keep the glossary at DeepL's as well. */
  glossary: z.boolean().default(false),
  /** Ids of further glossaries that are kept at DeepL's; the project's own comes first. */
  glossaries: z.array(z.string()).max(4).default([]),
  timeoutSeconds: z.number().positive().default(30),
  /** In US dollars; DeepL API Pro's price list. */
  pricePerMillionCharacters: z.number().min(0).default(25),
});

export type DeepLOptions = z.output<typeof deeplOptions>;
