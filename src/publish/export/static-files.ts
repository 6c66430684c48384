/** Pictures, films and papers that exported articles name, put where a generator takes files as they are. */

import { realpathSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileBytes, fileText, statsOf } from '../../files/bytes.ts';
import { decodeAddress } from '../../web-address.ts';
import type { MediaFile } from '../body/media.ts';
import { withoutMetadata } from '../pictures/without-metadata.ts';
import { isSiteFile } from '../site-files.ts';

export interface StaticFiles {
  /**
   * Takes a file along.
   * @param address as the article has it
   * @returns the address that leads to it
   */
  readonly put: (file: MediaFile, address: string) => string;
  /**
   * Takes a document of the public folder along that an article shows in a frame, with what it names of that folder.
   * @param address from the root of the site
   * @returns whether there is one
   */
  readonly putDocument: (address: string) => boolean;
  /** Contents by their path in the generator's project. */
  readonly all: ReadonlyMap<string, () => Buffer>;
}

/** Files that name others, and how: between quotation marks, or as an address of a style. */
const NAMING = /\.(?:html?|css|m?js|json|svg)$/i;
const NAMED = /["'`]([^"'`\s<>?#]{1,300})(?:[?#][^"'`\s<>]{0,300})?["'`]|url\(([^"'()\s]{1,300})\)/g;

/** Whether there is a file in the public folder that nobody hides: none that begins with a dot, none behind a link that leads out. */
function isPublished(assets: string, path: string): boolean {
  if (!isSiteFile(path) || path.split('/').some((part) => part.startsWith('.'))) return false;
  const file = join(assets, path);
  return statsOf(file)?.isFile() === true && realpathSync(file).startsWith(realpathSync(assets) + sep);
}

/**
 * A file of the public folder keeps its address; one beside an article gets an address of the whole site, made of its content.
 * @param assets the public folder, absolute
 * @param folder the generator's, relative to its project, with `/` at its end
 */
export function staticFiles(assets: string, folder: string): StaticFiles {
  const all = new Map<string, () => Buffer>();
  const take = (path: string, root = path): void => {
    const file = join(assets, path);
    if (all.has(folder + path) || !isPublished(assets, path)) return;
    all.set(folder + path, () => withoutMetadata(fileBytes(file)) ?? Buffer.alloc(0));
    if (!NAMING.test(path)) return;
    // A script's own addresses count from the document, what it imports from itself.
    for (const [, quoted, called = quoted ?? ''] of fileText(file).matchAll(NAMED))
      for (const from of [path, root]) take(decodeAddress(posix.join(called.startsWith('/') ? '.' : posix.dirname(from), called)), root);
  };
  return {
    all,
    putDocument: (address) => {
      if (!/^\/(?!\/)/.test(address)) return false;
      const path = decodeAddress(address.replace(/[?#].*$/s, '')).slice(1);
      const document = [path, `${path.replace(/(?<=.)\/$/, '')}/index.html`].find(
        (one) => /\.html?$/i.test(one) && isPublished(assets, one),
      );
      if (document !== undefined) take(document);
      return document !== undefined;
    },
    put: (file, address) => {
      const isPublic = address.startsWith('/') && file.file.startsWith(assets + sep);
      const path = isPublic ? decodeAddress(address.replace(/[?#].*$/s, '')) : file.path;
      all.set(`${folder}${path.slice(1)}`, () => withoutMetadata(fileBytes(file.file)) ?? Buffer.alloc(0));
      return isPublic ? address : encodeURI(path);
    },
  };
}
