/** The files that a host reads, and what becomes of old addresses there. */

import type { Finding } from '../../finding.ts';
import { counted } from '../../text/counted.ts';
import type { Host } from '../hosts/host.ts';
import { renderMoved } from '../page/plain-page.ts';
import type { Site } from '../page/site.ts';
import type { Stage } from '../stage.ts';
import type { PublishedEdition } from '../survey/assign-paths.ts';
import { fileOf } from '../survey/page-addresses.ts';

/**
 * To be called when all other files are there: an old address gives way to whatever the site has of its own.
 * @param moved old site paths and the editions that they lead to
 * @param locales those that have a front page
 */
export function putHostFiles(
  site: Site,
  stage: Stage,
  moved: ReadonlyMap<string, PublishedEdition>,
  locales: readonly string[],
  host: Host | undefined,
): Finding[] {
  if (host?.redirects !== true)
    for (const [path, { facts }] of moved) stage.putBelow(fileOf(path), renderMoved(site, facts.locale, facts.path, facts.title));
  if (host === undefined) return [];
  const free = [...moved].filter(([path]) => !stage.files.has(fileOf(path)));
  const told = { addresses: site.addresses, locales, moved: free.map(([path, { facts }]) => [path, facts.path] as const) };
  for (const [file, text] of host.files(told)) if (!stage.files.has(file)) stage.put(file, text);
  if (!host.redirects || host.most === undefined || free.length <= host.most) return [];
  return [
    {
      ...{ check: 'publish', level: 'warning' },
      message: `The host "${host.name}" takes ${host.most} redirects; there are ${counted(free.length, 'old address', 'old addresses')}`,
    },
  ];
}
