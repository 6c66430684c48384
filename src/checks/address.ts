/** An edition that would be published at its source's own address. */

import { type Address, readAddresses } from '../frontmatter/addresses.ts';
import { tryFrontMatter } from '../frontmatter/data.ts';
import { writtenDay } from '../frontmatter/fields.ts';
import { lineOfKey } from '../frontmatter/scalars.ts';
import { askedOnce } from '../text/asked-once.ts';
import { worded } from '../text/worded.ts';
import type { EditionCheck, Remark } from './check.ts';

export const addressCheck: EditionCheck = {
  name: 'address',
  format: 'markdown',
  edition: ({ edition, output }) => {
    const [source, own] = [tryFrontMatter(edition.article.source), tryFrontMatter(output)];
    if (source === undefined || own === undefined) return [];
    const taken = new Set(readAddresses(source).map(({ address }) => address));
    const { id, locale } = edition.article;
    const lineOf = askedOnce((key) => lineOfKey(output, key) ?? 1);
    return readAddresses(own)
      .filter(({ address }) => taken.has(address))
      .map((one) => remark(one, { from: locale, to: edition.locale, template: templateOf(one, id, locale, source) }, lineOf));
  },
};

interface Ways {
  readonly from: string;
  readonly to: string;
  /** An address for every article's editions. */
  readonly template: string;
}

function remark({ key, address }: Address, { from, to, template }: Ways, lineOf: (key: string) => number): Remark {
  const said =
    key === 'aliases' || key === 'redirect_from'
      ? worded`"${key}" is the address of the source; give the edition one of its own in its front matter`
      : worded`"${key}" is the address of the source; give the edition one of its own in its front matter, or all editions theirs with "frontMatter.set": { "${key}": "${template}" }`;
  return {
    ...said,
    line: lineOf(key),
    expected: [localized(address, from, to)],
    got: [address],
  };
}

/** The address with holes where it is this article's alone; where it does not name the article, one that does. */
function templateOf({ address }: Address, id: string, from: string, data: Parameters<typeof writtenDay>[0]): string {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const [year, month, day] = writtenDay(data)?.split('-') ?? [];
  const holes = new Map([[day, '{day}'], [month, '{month}'], [year, '{year}'], [name, '{slug}']]); // biome-ignore format: pairs
  const parts = localized(address.replace(id, name), from, '{locale}').split('/');
  const filled = parts.map((part) => {
    const [, stem = part, extension = ''] = /^(.+?)(\.html?)?$/.exec(part) ?? [];
    return (holes.get(stem) ?? stem) + extension;
  });
  if (filled.some((part) => part.startsWith('{slug}'))) return filled.join('/');
  return `${address.startsWith('/') ? '/' : ''}{locale}/{slug}/`;
}

/** `/en/port/` -> `/es/port/`, and `/port/` -> `/es/port/`. */
function localized(address: string, from: string, to: string): string {
  const parts = address.replace(/^\//, '').split('/');
  const rest = parts[0] === from ? parts.slice(1) : parts;
  return `${address.startsWith('/') ? '/' : ''}${to}/${rest.join('/')}`;
}
