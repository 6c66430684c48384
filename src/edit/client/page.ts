/** What a page says of itself to its scripts, in its head and body. */

const { dataset } = document.body;

/** What every address of the page begins with. */
export const base = dataset.base ?? '';
/** Goes with every request that changes something. */
export const token = document.querySelector<HTMLMetaElement>('meta[name="dragoman-token"]')?.content ?? '';
/** Who works here: `Ana Soler <ana@example.org>`. */
export const author = dataset.author ?? '';
/** Nothing can be changed. */
export const isReadOnly = dataset.readOnly !== undefined;
/** Of an article's page. */
export const locale = dataset.locale ?? '';
export const slug = dataset.slug ?? '';

/** `Ana Soler` of `Ana Soler <ana@example.org>`. */
export const displayName = (who: string): string => who.replace(/\s*<[^>]*>$/, '');

const status = document.getElementById('status');

/** Says something to whoever sees the page and to whoever hears it. */
export function announce(words: string): void {
  if (status !== null && status.textContent !== words) status.textContent = words;
}

/** The direction of a language of the article, as its columns have it, whatever letter a text begins with. */
export const directionOf = (ofLocale: string): 'ltr' | 'rtl' | 'auto' =>
  (document.querySelector(`.row > [lang="${ofLocale}"]`)?.getAttribute('dir') as 'ltr' | 'rtl' | null | undefined) ?? 'auto';
