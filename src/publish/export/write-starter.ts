/** What begins a generator's site: never over a file that is there, and nothing but the notes where there is a site already. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from '../../files/write.ts';
import { autonym, direction } from '../page/locale-names.ts';
import { siteTitle } from '../page/site.ts';
import type { SiteInput } from '../survey/input.ts';
import { addressesOf } from '../survey/page-addresses.ts';
import type { Layout, StarterSite } from './layout.ts';

export interface WrittenStarter {
  readonly written: readonly string[];
  /** Files that were there, and stay. */
  readonly kept: readonly string[];
  /** The configuration that a site has already; undefined where this began it. */
  readonly configuration: string | undefined;
}

/** @param out the generator's project, absolute */
export function writeStarter(input: SiteInput, { starter }: Layout, out: string): WrittenStarter {
  const isThere = (file: string) => existsSync(join(out, file));
  const configuration = starter.configurations.find(isThere);
  const files = { ...starter.partials, ...(configuration === undefined ? starter.site(starterSite(input)) : {}) };
  const kept = Object.keys(files).filter(isThere);
  const written = Object.keys(files).filter((file) => !kept.includes(file));
  for (const file of written) writeAtomic(join(out, file), files[file] ?? '');
  return { written, kept, configuration };
}

function starterSite({ sourceLocale, locales, options }: SiteInput): StarterSite {
  const { baseUrl = 'https://example.org', timeZone } = options;
  const site = { options, sourceLocale, addresses: addressesOf(baseUrl) };
  return {
    sourceLocale,
    baseUrl,
    timeZone,
    locales: locales.map((tag) => ({ tag, name: autonym(tag), direction: direction(tag), title: siteTitle(site, tag) })),
  };
}
