/** An edition that would be published at its source's own address. */

import { type Address, readAddresses } from '../frontmatter/addresses.ts';
import { tryFrontMatter } from '../frontmatter/data.ts';
import { lineOfKey } from '../frontmatter/scalars.ts';
import type { EditionCheck, Remark } from './check.ts';

export const addressCheck: EditionCheck = {
  name: 'address',
  format: 'markdown',
  edition: ({ edition, output }) => {
    const [source, own] = [tryFrontMatter(edition.article.source), tryFrontMatter(output)];
    if (source === undefined || own === undefined) return [];
    const taken = new Set(readAddresses(source).map(({ address }) => address));
    return readAddresses(own)
      .filter(({ address }) => taken.has(address))
      .map((one) => remark(one, edition.article.locale, edition.locale, output));
  },
};

function remark({ key, address }: Address, from: string, to: string, output: string): Remark {
  const others =
    key === 'aliases' ? '' : `, or all editions one with "frontMatter.set": { "${key}": "${localized(address, from, '{locale}')}" }`;
  return {
    message: `"${key}" is the address of the source; give the edition one of its own in its front matter${others}`,
    line: lineOfKey(output, key) ?? 1,
    expected: [localized(address, from, to)],
    got: [address],
  };
}

/** `/en/port/` -> `/es/port/`, and `/port/` -> `/es/port/`. */
function localized(address: string, from: string, to: string): string {
  const parts = address.replace(/^\//, '').split('/');
  const rest = parts[0] === from ? parts.slice(1) : parts;
  return `${address.startsWith('/') ? '/' : ''}${to}/${rest.join('/')}`;
}
