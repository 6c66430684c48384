/** What happens elsewhere: others' sentences as they are saved, files that change, and who is where. */

import { workKey } from '../../sentence-state.ts';
import { followEvents } from '../events.ts';
import { author, displayName, locale, slug } from '../page.ts';
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

export function followEdition(desk: SentenceDesk, pane: Pane): void {
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
  const ofThis = (event: { readonly locale: string; readonly slug: string }) => event.locale === locale && event.slug === slug;
  followEvents(
    {
      saved: (event) => {
        // Somebody has a page open twice.
        const isHere = event.author === author && desk.isSavedHere(event.segment, event.base);
        if (ofThis(event) && !isHere) void desk.refresh(event.segment);
      },
      files: (event) => void (ofThis(event) && desk.refresh()),
      present: (event) => {
        if (!ofThis(event) || event.author === author) return;
        leave(event.author);
        people.set(event.author, { segment: event.segment, at: Date.now() });
        pane.mark(event.segment, 'here', true, t('people.here', { name: displayName(event.author) }));
        show();
      },
      work: ({ editions }) => {
        const work = editions.find(ofThis);
        const element = document.getElementById('work');
        if (element !== null)
          element.textContent = work === undefined ? '' : [t(`work.${workKey(work)}`), work.reason].filter(Boolean).join(' ');
      },
    },
    () => void desk.refresh(),
    // What was told before anybody listened.
    desk.shown().view.isLooking === true,
  );
  setInterval(() => {
    for (const [who, { at }] of people) if (Date.now() - at > BELIEVED) leave(who);
    show();
    const { segment } = desk.shown();
    if (segment !== undefined && document.visibilityState === 'visible') void tellPresence(segment.id);
  }, SIGN);
}
