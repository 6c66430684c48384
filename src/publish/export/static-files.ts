/** Pictures, films and papers that exported articles name, put where a generator takes files as they are. */

import { sep } from 'node:path';
import { fileBytes } from '../../files/bytes.ts';
import { decodeAddress } from '../../web-address.ts';
import type { MediaFile } from '../body/media.ts';
import { withoutMetadata } from '../pictures/without-metadata.ts';

export interface StaticFiles {
  /**
   * Takes a file along.
   * @param address as the article has it
   * @returns the address that leads to it
   */
  readonly put: (file: MediaFile, address: string) => string;
  /** Contents by their path in the generator's project. */
  readonly all: ReadonlyMap<string, () => Buffer>;
}

/**
 * A file of the public folder keeps its address; one beside an article gets an address of the whole site, made of its content.
 * @param assets the public folder, absolute
 * @param folder the generator's, relative to its project, with `/` at its end
 */
export function staticFiles(assets: string, folder: string): StaticFiles {
  const all = new Map<string, () => Buffer>();
  return {
    all,
    put: (file, address) => {
      const isPublic = address.startsWith('/') && file.file.startsWith(assets + sep);
      const path = isPublic ? decodeAddress(address.replace(/[?#].*$/s, '')) : file.path;
      all.set(`${folder}${path.slice(1)}`, () => withoutMetadata(fileBytes(file.file)) ?? Buffer.alloc(0));
      return isPublic ? address : encodeURI(path);
    },
  };
}
