/** The addresses that a front matter claims for its page, on a site that knows nothing of languages. */

import { fieldValues } from './field-names.ts';

export interface Address {
  /** The key as generators write it. */
  readonly key: 'permalink' | 'url' | 'slug' | 'aliases' | 'redirect_from';
  readonly address: string;
}

/** A part that the generator fills in, perhaps with the language: `/:lang/:title/` (Jekyll), `/{{ lang }}/` (Eleventy). */
const TEMPLATE = /\{\{|\{%|(?:^|\/):\w/;

/**
 * Addresses of the whole site only: Hugo's `url` and aliases without a slash at the start are below the language, and so is a slug
 * without a path.
 * @param data a front matter
 */
export function readAddresses(data: Readonly<Record<string, unknown>>): Address[] {
  const values = fieldValues(data);
  const texts = (value: unknown) => [value].flat().filter((one): one is string => typeof one === 'string');
  const from = (key: Address['key'], isAddress: RegExp): Address[] =>
    texts(values(key === 'redirect_from' ? 'redirectFrom' : key)[0])
      .map((text) => text.trim())
      .filter((text) => isAddress.test(text) && !TEMPLATE.test(text) && !URL.canParse(text))
      .map((address) => ({ key, address }));
  return [
    ...from('permalink', /\/|\.html?$/),
    ...from('url', /^\//),
    ...from('slug', /[^/]\/+[^/]/),
    ...from('aliases', /^\//),
    ...from('redirect_from', /^\//),
  ];
}
