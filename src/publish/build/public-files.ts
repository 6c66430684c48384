/** The public folder: icons, a domain's proof, a robots.txt of one's own; copied as they are, but for what pictures tell of their makers. */

import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileBytes, statsOf } from '../../files/bytes.ts';
import { isPointer } from '../../files/read.ts';
import type { Finding } from '../../finding.ts';
import { imageSize } from '../body/image-size.ts';
import { withoutMetadata } from '../pictures/without-metadata.ts';
import type { Stage } from '../stage.ts';
import type { SiteInput } from '../survey/input.ts';

const PICTURE = /\.(?:jpe?g|png|webp|avif)$/i;

/** What sites are asked for by others: RFC 8615. */
const WELL_KNOWN = '.well-known';

/** @returns the files, relative to the site's folder; what may not be published is left out and named */
export function copyPublic(input: SiteInput, stage: Stage): { readonly files: readonly string[]; readonly findings: readonly Finding[] } {
  const { root, options } = input;
  const findings: Finding[] = [];
  const refuse = (file: string, message: string, expected: string, level: Finding['level'] = 'warning') =>
    findings.push({ check: 'publish', level, file: posix.join(options.assets, file), message, expected: [expected] });
  const files: string[] = [];
  const named = new Set([WELL_KNOWN, ...options.dotFiles]);
  const walk = (folder: string): void => {
    const path = join(root, options.assets, folder);
    for (const name of readdirSync(path).sort()) {
      const file = posix.join(folder, name);
      if (name.startsWith('.') && !named.has(name)) {
        refuse(file, 'A name that begins with a dot is not published', 'it in "publish.dotFiles", where it is meant for readers', 'note');
        continue;
      }
      // A folder behind a link is somebody's choice of another place; what it holds was not looked at when this one was made public.
      const stats = lstatSync(join(path, name));
      if (stats.isSymbolicLink() && !isOwnFile(root, join(path, name)))
        refuse(
          file,
          'A symbolic link is not published',
          'a file itself, or a link to one of the project that has no dot in front of its name',
        );
      else if (stats.isDirectory()) walk(file);
      else if (stats.isFile() || stats.isSymbolicLink()) files.push(file);
      else refuse(file, 'What is no file is not published', 'a file: this is a pipe, a socket or a device');
    }
  };
  const folder = join(root, options.assets);
  if (!existsSync(folder)) return { files: [], findings: [] };
  if (!isBelow(root, folder)) {
    refuse(
      '',
      'The public folder is behind a symbolic link that leads out of the project; nothing of it is published',
      'a folder of the project',
    );
    return { files: [], findings };
  }
  if (statSync(folder).isDirectory()) walk('');
  const copied = files.filter((file) => {
    const bytes = fileBytes(join(folder, file));
    if (isPointer(bytes)) {
      refuse(file, 'A file is left out: a pointer of Git LFS is in its place', 'the file itself: git lfs pull', 'error');
      return false;
    }
    if (PICTURE.test(file) && imageSize(bytes) === undefined) {
      refuse(file, 'A picture is left out: the file holds none', 'a JPEG, PNG, WebP or AVIF file');
      return false;
    }
    const shown = PICTURE.test(file) ? withoutMetadata(bytes) : bytes;
    if (shown === undefined)
      refuse(
        file,
        'A picture is left out: what it says of its place and maker cannot be taken out of it',
        'a JPEG, PNG or WebP file, or one without metadata',
      );
    else stage.putBelow(file, shown);
    return shown !== undefined;
  });
  return { files: copied, findings };
}

/** Whether a link leads to a file of the project that nobody hides. */
function isOwnFile(root: string, link: string): boolean {
  if (statsOf(link)?.isFile() !== true || !isBelow(root, link)) return false;
  return !realpathSync(link)
    .slice(realpathSync(root).length + 1)
    .split(sep)
    .some((part) => part.startsWith('.') && part !== WELL_KNOWN);
}

const isBelow = (root: string, path: string): boolean => realpathSync(path).startsWith(realpathSync(root) + sep);
