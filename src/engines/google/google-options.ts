/** What `engines.google` of the configuration may hold. */

import { z } from 'zod';

export const googleOptions = z.strictObject({
  /** Default: the environment's GOOGLE_CLOUD_PROJECT. */
  projectId: z.string().min(1).optional(),
  /** `global`, or a region such as `us-central1`, which glossaries and some models need. */
  location: z.string().min(1).default('global'),
  apiEndpoint: z.string().min(1).default('translate.googleapis.com'),
  /** An own endpoint without TLS and credentials, for a local server. */
  insecure: z.boolean().default(false),
  /** A service account's key; default: application default credentials. */
  keyFilename: z.string().min(1).optional(),
  /** `general/nmt`, `general/translation-llm`, or a model of one's own. */
  model: z.string().min(1).default('general/nmt'),
  /** For the bill; the run's label is added. */
  labels: z.record(z.string(), z.string()).default({}),
  /**
   * Whether to keep the glossary at Google's as well: `true` puts the terms in one by one, a `gs://` address with `{from}`
   * and `{to}` names a CSV file of one's own bucket.
   */
  glossary: z.union([z.boolean(), z.string().startsWith('gs://', { error: 'true, false, or a gs:// address' })]).default(false),
  /** Whether Google fits the glossary's terms into their sentences (`contextualTranslationEnabled`). */
  contextualGlossary: z.boolean().default(true),
  /**
   * A dataset of adaptive translation, by id or full name, with `{from}` and `{to}`: reviewed sentences of the memory go along as
   * references. In place of `model`.
   */
  adaptiveDataset: z.string().min(1).optional(),
  timeoutSeconds: z.number().positive().default(30),
  /** In US dollars; default: Google's price list for the model. */
  pricePerMillionCharacters: z.number().min(0).optional(),
});

export type GoogleOptions = z.output<typeof googleOptions>;
