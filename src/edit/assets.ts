/** The style sheet and the islands, read once and named by their content. */

import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { Env } from './guard.ts';

/** Addresses of what pages load. */
export interface Assets {
  readonly style: string;
  /** The islands; absent where they are not built. */
  readonly script?: string | undefined;
}

/** The islands are bundled when the package is built; without them the pages work by their forms. */
const SCRIPT = new URL('./assets/client.js', import.meta.url);
const STYLE = new URL('./assets/edit.css', import.meta.url);

export function addAssets(app: Hono<Env>): Assets {
  const serve = (name: string, file: URL, type: string): string => {
    const text = readFileSync(file, 'utf8');
    const address = `/assets/${hash('sha256', text).slice(0, 12)}/${name}`;
    app.get(address, (c) =>
      c.body(text, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'private, max-age=31536000, immutable' }),
    );
    return address;
  };
  const style = serve('edit.css', STYLE, 'text/css');
  return { style, ...(existsSync(SCRIPT) && { script: serve('client.js', SCRIPT, 'text/javascript') }) };
}
