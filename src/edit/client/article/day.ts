/** How many sentences somebody has accepted today, in this browser and this language. */

import { locale, slug } from '../page.ts';

/** Of the day by the clock on the wall. */
const KEY = `dragoman accepted ${locale}`;

interface Day {
  readonly day: string;
  /** Each once, however often it was accepted. */
  readonly accepted: readonly string[];
}

function today(): Day {
  const now = new Date();
  const day = `${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`;
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '') as Day;
    if (kept.day === day) return kept;
  } catch {
    // Nothing is kept, or no store is allowed.
  }
  return { day, accepted: [] };
}

export function countAccepted(segment: string): void {
  const { day, accepted } = today();
  const one = `${slug} ${segment}`;
  if (accepted.includes(one)) return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ day, accepted: [...accepted, one] }));
  } catch {
    // A full store costs the count, and nothing else.
  }
}

export const acceptedToday = (): number => today().accepted.length;
