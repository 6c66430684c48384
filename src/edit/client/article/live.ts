/** What happens elsewhere: others' sentences as they are saved, files that change, and who is where. */

import type { ServerEvent } from '../../contract.ts';
import { author, base, displayName, locale, slug } from '../page.ts';
import { t } from '../page-words.ts';
import { tellPresence } from '../requests.ts';
import type { SentenceDesk } from './desk.ts';
import type { Pane } from './pane.ts';

/** Milliseconds between two signs of somebody who is there, and how long one is believed. */
const SIGN = 20_000;
const BELIEVED = 50_000;

interface Seen {
  readonly segment: string;
  readonly at: number;
}

export function followEvents(desk: SentenceDesk, pane: Pane): void {
  const people = new Map<string, Seen>();
  const line = document.createElement('p');
  line.className = 'people';
  line.id = 'people';
  document.querySelector('.bar .mine')?.before(line);

  const show = () => {
    const all = [...people].map(([who, { segment }]) => t('people.at', { name: displayName(who), at: pane.order.indexOf(segment) + 1 }));
    line.textContent = all.join(' · ');
  };
  const leave = (who: string) => {
    const seen = people.get(who);
    if (seen !== undefined) pane.mark(seen.segment, 'here', false);
    people.delete(who);
  };
  const events = new EventSource(`${base}/api/events`);
  type OfEdition = Exclude<ServerEvent, { type: 'states' }>;
  const on = <Type extends OfEdition['type']>(type: Type, use: (event: Extract<OfEdition, { type: Type }>) => void) =>
    events.addEventListener(type, ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as Extract<OfEdition, { type: Type }>;
      if (event.locale === locale && event.slug === slug) use(event);
    });
  on('saved', ({ segment, author: who }) => {
    // One's own is known by the answer.
    if (who !== author || desk.shown().segment?.id !== segment) void desk.refresh(segment);
  });
  on('files', () => void desk.refresh());
  on('present', ({ segment, author: who }) => {
    if (who === author) return;
    leave(who);
    people.set(who, { segment, at: Date.now() });
    pane.mark(segment, 'here', true, t('people.here', { name: displayName(who) }));
    show();
  });
  // What was missed while the server was away.
  let isAway = false;
  events.addEventListener('error', () => {
    isAway = true;
  });
  events.addEventListener('open', () => {
    if (isAway) void desk.refresh();
    isAway = false;
  });
  setInterval(() => {
    for (const [who, { at }] of people) if (Date.now() - at > BELIEVED) leave(who);
    show();
    const { segment } = desk.shown();
    if (segment !== undefined && document.visibilityState === 'visible') void tellPresence(segment.id);
  }, SIGN);
}
