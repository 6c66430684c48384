/** The public folder: icons, a domain's proof, a robots.txt of one's own; copied as they are, but for what pictures tell of their makers. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../finding.ts';
import { withoutMetadata } from '../pictures/without-metadata.ts';
import type { Stage } from '../stage.ts';
import type { SiteInput } from '../survey/input.ts';

const PICTURE = /\.(?:jpe?g|png|webp|avif)$/i;

/** @returns the files, relative to the site's folder; a picture whose metadata cannot be left out is refused */
export function copyPublic(input: SiteInput, stage: Stage): { readonly files: readonly string[]; readonly findings: readonly Finding[] } {
  const folder = join(input.root, input.options.assets);
  if (!existsSync(folder)) return { files: [], findings: [] };
  const findings: Finding[] = [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const copied = files.filter((file) => {
    const bytes = readFileSync(join(folder, file));
    const shown = PICTURE.test(file) ? withoutMetadata(bytes) : bytes;
    if (shown === undefined)
      findings.push({
        ...{ check: 'publish', level: 'warning', file: `${input.options.assets}/${file}` },
        message: 'A picture is left out: what it says of its place and maker cannot be taken out of it',
        expected: ['a JPEG, PNG or WebP file, or one without metadata'],
      });
    else stage.put(file, shown);
    return shown !== undefined;
  });
  return { files: copied, findings };
}
