/** Copies of drafts in the browser, for when the server is gone: written before a draft is sent, kept until the sentence is accepted. */

import { locale, slug } from '../page.ts';

export interface LocalCopy {
  readonly text: string;
  readonly base: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const PREFIX = `dragoman draft ${locale} ${slug} `;

/** A full or forbidden store is no reason to stop: the server has the draft too. */
function attempt<Value>(use: () => Value): Value | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

export function putCopy(segment: string, copy: LocalCopy): void {
  const { text, base, at } = copy;
  attempt(() => localStorage.setItem(PREFIX + segment, JSON.stringify({ text, base, at })));
}

export function forgetCopy(segment: string): void {
  attempt(() => localStorage.removeItem(PREFIX + segment));
}

export function copyOf(segment: string): LocalCopy | undefined {
  return attempt(() => JSON.parse(localStorage.getItem(PREFIX + segment) ?? '') as LocalCopy);
}
