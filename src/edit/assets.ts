/** The style sheet and the islands, read once and named by their content. */

import { hash } from 'node:crypto';
import type { Hono } from 'hono';
import { fileText } from '../files/bytes.ts';
import { clientScript } from './client-bundle.ts';
import type { Env } from './guard.ts';

/** Addresses of what pages load. */
export interface Assets {
  readonly icon: string;
  readonly style: string;
  /** The islands; absent where they are not built. */
  readonly script?: string | undefined;
}

const ICON = new URL('./assets/icon.svg', import.meta.url);
const STYLES = ['edit.css', 'client.css'].map((name) => new URL(`./assets/${name}`, import.meta.url));

export function addAssets(app: Hono<Env>): Assets {
  const serve = (name: string, text: string, type: string): string => {
    const address = `/assets/${hash('sha256', text).slice(0, 12)}/${name}`;
    app.get(address, (c) =>
      c.body(text, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'private, max-age=31536000, immutable' }),
    );
    return address;
  };
  // Browsers ask for it, whatever a page says.
  app.get('/favicon.ico', (c) => c.body(null, 204));
  const icon = serve('icon.svg', fileText(ICON), 'image/svg+xml');
  const style = serve('edit.css', STYLES.map((file) => fileText(file)).join('\n'), 'text/css');
  const text = clientScript();
  return { icon, style, ...(text !== undefined && { script: serve('client.js', text, 'text/javascript') }) };
}
