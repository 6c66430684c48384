/** What the server tells as it happens, while somebody sees the page: a browser keeps few connections to a server, and each page has one. */

import type { ServerEvent } from '../contract.ts';
import { base } from './page.ts';

type Listeners = { readonly [Type in ServerEvent['type']]?: (event: Extract<ServerEvent, { readonly type: Type }>) => void };

/**
 * @param onBack called when something may have been missed: the page was out of sight, or the server away
 * @param hasMissed whether it may have been by now
 */
export function followEvents(listeners: Listeners, onBack: () => void, hasMissed = false): void {
  let source: EventSource | undefined;
  const open = () => {
    source = new EventSource(`${base}/api/events`);
    for (const [type, use] of Object.entries(listeners))
      source.addEventListener(type, ({ data }: MessageEvent<string>) => (use as (event: unknown) => void)(JSON.parse(data)));
    source.addEventListener('error', () => {
      hasMissed = true;
    });
    source.addEventListener('open', () => {
      if (hasMissed) onBack();
      hasMissed = false;
    });
  };
  const look = () => {
    if (document.visibilityState === 'visible') {
      if (source === undefined) open();
    } else if (source !== undefined) {
      source.close();
      source = undefined;
      hasMissed = true;
    }
  };
  document.addEventListener('visibilitychange', look);
  look();
}
