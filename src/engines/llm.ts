/**
 * Any server with OpenAI's chat protocol (OpenAI, Ollama, vLLM), through the `openai` client. Texts go in as JSON with ids and
 * come back the same way. The article is data: there are no tools, the output is bounded, and an answer that is no
 * translation is given back as an empty text, which the queue takes for the failure that it is.
 */

import { z } from 'zod';
import { EngineError, KnownError } from '../errors.ts';
import { mendFragment, readFragment } from '../fragment/mend.ts';
import type { Engine } from './engine.ts';
import { textsOf, usable } from './llm/answer.ts';
import { llmError } from './llm/failure.ts';
import { ANSWER_SCHEMA, instructions, payload, tokensFor } from './llm/prompt.ts';
import { parseOptions } from './options.ts';

const schema = z.strictObject({
  model: z.string().min(1),
  /** Of a server of one's own: `http://127.0.0.1:11434/v1`. Default: OpenAI. */
  baseUrl: z.url().optional(),
  /** The environment variable that holds the key; a server of one's own may need none. */
  apiKeyEnv: z.string().min(1).default('OPENAI_API_KEY'),
  temperature: z.number().min(0).max(2).default(0),
  /** How the shape of the answer is asked for: by a JSON Schema, as any JSON, or in words alone, for servers that know neither. */
  format: z.enum(['schema', 'json', 'words']).default('schema'),
  /** What a desk would tell its translators: tone, form of address, house style. */
  style: z.string().optional(),
  timeoutSeconds: z.number().positive().default(120),
  textsPerRequest: z.number().int().positive().default(20),
  charactersPerRequest: z.number().int().positive().default(4_000),
  pricePerMillionCharacters: z.number().min(0).optional(),
});

/** @throws KnownError for options that are not usable, or without a key for OpenAI */
export function llmEngine(entry: Readonly<Record<string, unknown>> = {}, env: NodeJS.ProcessEnv = process.env): Engine {
  const options = parseOptions(schema, entry, 'engines.llm');
  const key = env[options.apiKeyEnv];
  if (options.baseUrl === undefined && (key === undefined || key === ''))
    throw new KnownError('The engine "llm" needs a key, or a server of your own', {
      expected: `${options.apiKeyEnv} in the environment, or "engines.llm.baseUrl"`,
      got: 'neither',
      help: `Run: export ${options.apiKeyEnv}=..., or set "baseUrl": "http://127.0.0.1:11434/v1" for Ollama.`,
    });
  const { model, textsPerRequest, charactersPerRequest, pricePerMillionCharacters } = options;
  return {
    name: 'llm',
    model,
    limits: { textsPerRequest, charactersPerRequest },
    ...(pricePerMillionCharacters === undefined ? {} : { pricePerMillionCharacters }),
    takesTerms: true,
    takesExamples: true,
    translate: async (request, signal) => {
      if (signal.aborted) throw new EngineError('aborted', 'llm: stopped');
      const words = request.texts.filter((text) => text.trim() !== '');
      if (words.length === 0) return [...request.texts];
      const { default: OpenAI } = await import('openai');
      const client = new OpenAI({
        apiKey: key ?? 'none',
        ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
        maxRetries: 0,
        timeout: options.timeoutSeconds * 1000,
      });
      const format = {
        schema: { response_format: { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema: ANSWER_SCHEMA } } },
        json: { response_format: { type: 'json_object' } },
        words: {},
      } as const;
      try {
        const completion = await client.chat.completions.create(
          {
            model,
            temperature: options.temperature,
            // Servers of one's own know the older name, OpenAI's newer models only the newer.
            [options.baseUrl === undefined ? 'max_completion_tokens' : 'max_tokens']: tokensFor(request.texts),
            messages: [
              { role: 'system', content: instructions(request, options.style) },
              { role: 'user', content: payload(request) },
            ],
            ...format[options.format],
          },
          { signal },
        );
        const choice = completion.choices[0];
        if (choice?.message.refusal) throw new EngineError('invalid', `llm: refused: ${choice.message.refusal.slice(0, 200)}`);
        const answers = textsOf(choice?.message.content ?? '', request.texts.length);
        if (answers === undefined)
          throw new EngineError('answer', `llm: no JSON with translations came back (${choice?.finish_reason ?? 'no choice'})`);
        return request.texts.map((text, at) => {
          const answer = mendFragment(text, readFragment(answers[at] ?? ''), request.to);
          return usable(text, answer) ? answer : '';
        });
      } catch (error) {
        throw llmError(error, signal);
      }
    },
  };
}
