/** A person's mistake in three lines at most: what, expected and got, what to do. */

import type { KnownError } from '../errors.ts';

export function inLines({ message, expected, got, help }: KnownError): string {
  const sides = [expected && `expected ${expected}`, got && `got ${got}`].filter(Boolean).join('; ');
  return [`dragoman: ${message}`, sides && `  ${sides}`, help && `  ${help}`].filter(Boolean).join('\n');
}
