/** `dragoman/config`: a configuration in TypeScript or JavaScript, with its keys completed by the editor. */

import type { ConfigInput } from '../config/schema.ts';

export type { ConfigInput } from '../config/schema.ts';

/** The same configuration, of which an editor knows the keys: `export default defineConfig({ ... })`. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
