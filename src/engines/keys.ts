/** Keys of engines: from the environment, and only from variables that hold a key of an engine. */

import { KnownError, keepSecret } from '../errors.ts';

/** Variables by which providers of machine translation and of models call their own keys. */
const KEYS_OF_ENGINES: ReadonlySet<string> = new Set([
  'ANTHROPIC_API_KEY',
  'AZURE_TRANSLATOR_KEY',
  'CEREBRAS_API_KEY',
  'DEEPL_AUTH_KEY',
  'DEEPSEEK_API_KEY',
  'FIREWORKS_API_KEY',
  'GEMINI_API_KEY',
  'GROQ_API_KEY',
  'LIBRETRANSLATE_API_KEY',
  'MISTRAL_API_KEY',
  'NEBIUS_API_KEY',
  'OPENAI_API_KEY',
  'OPENROUTER_API_KEY',
  'TOGETHER_API_KEY',
  'XAI_API_KEY',
]);

/** Names more variables, with commas between. It is in the environment: who can change a configuration alone cannot change it. */
const MORE_KEYS = 'DRAGOMAN_KEYS';

/**
 * The value of a variable that a configuration names as an engine's key; undefined where it is not set. No message shows it from here on.
 * @param place the key path of the name, for the error
 * @throws KnownError for a variable that is not known to hold a key of an engine: a configuration would send it anywhere
 */
export function keyFrom(env: NodeJS.ProcessEnv, name: string, place: string): string | undefined {
  const more = (env[MORE_KEYS] ?? '').split(',').map((one) => one.trim());
  if (!KEYS_OF_ENGINES.has(name) && !more.includes(name))
    throw new KnownError(`"${place}" names a variable that is no engine's key`, {
      expected: `one of ${[...KEYS_OF_ENGINES].join(', ')}, or a name in ${MORE_KEYS}`,
      got: name,
      help: `Where it is meant, allow it in the environment: export ${MORE_KEYS}=${name}`,
    });
  const key = env[name];
  if (key !== undefined) keepSecret(key);
  return key;
}
