/** What a file's front matter says of its translation. In a file of its own, for it brings every parser of front matter with it. */

import { tryFrontMatter } from './data.ts';
import { type Release, readRelease } from './fields.ts';

/**
 * @param text of the whole file; one whose front matter cannot be read says nothing
 * @param slug, timeZone, localeKey as `readRelease` takes them
 */
export const releaseIn = (text: string, slug: string, timeZone: string, localeKey: string | undefined): Release =>
  readRelease(tryFrontMatter(text) ?? {}, slug, timeZone, localeKey);
