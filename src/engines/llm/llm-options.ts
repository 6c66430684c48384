/** What `engines.llm` of the configuration may hold. */

import { z } from 'zod';
import { serverAddress } from '../options.ts';

const price = z.number().min(0);

export const llmOptions = z.strictObject({
  model: z.string().min(1),
  /** The protocol: OpenAI's chat completions (OpenAI, Ollama, vLLM, llama.cpp and most others), or Anthropic's messages. */
  api: z.enum(['openai', 'anthropic']).default('openai'),
  /** Of a server of one's own: `http://127.0.0.1:11434/v1`. Default: OpenAI's or Anthropic's. */
  baseUrl: serverAddress.optional(),
  /** The environment variable that holds the key; default: OPENAI_API_KEY or ANTHROPIC_API_KEY. A server of one's own may need none. */
  apiKeyEnv: z.string().min(1).optional(),
  /** Sent only where it is set: newer models refuse it. */
  temperature: z.number().min(0).max(2).optional(),
  /** How much a model thinks before it answers, in the server's own word: `low`, `medium`, `high` ... Sent only where it is set. */
  reasoningEffort: z.string().min(1).optional(),
  /**
   * How the shape of the answer is asked for: by a JSON Schema, as any JSON, or in words alone. `auto` begins with the schema and
   * goes on to the next where the server does not know it.
   */
  format: z.enum(['auto', 'schema', 'json', 'words']).default('auto'),
  /** What a desk would tell its translators (tone, form of address, house style): for all locales, or for each. */
  style: z.union([z.string(), z.record(z.string(), z.string())], { error: 'a text, or one for each locale' }).optional(),
  timeoutSeconds: z.number().positive().default(120),
  textsPerRequest: z.number().int().positive().default(20),
  charactersPerRequest: z.number().int().positive().default(4_000),
  /** US dollars for a million tokens of the model, where the built-in table lacks it or is out of date. */
  prices: z.strictObject({ input: price, output: price, cachedInput: price.optional(), cacheWrite: price.optional() }).optional(),
  /** For servers that report no tokens. */
  pricePerMillionCharacters: price.optional(),
});

export type LlmOptions = z.output<typeof llmOptions>;
