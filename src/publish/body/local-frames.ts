/** Documents of the public folder that an article shows in a frame: charts and maps that a newsroom made itself. */

import { join } from 'node:path';
import { fileText } from '../../files/bytes.ts';
import { decodeAddress } from '../../web-address.ts';
import type { Addresses } from '../survey/page-addresses.ts';
import { fileOf } from '../survey/page-addresses.ts';

interface LocalFrame {
  /** Its address within the site. */
  readonly src: string;
  /** Whether the document names another site: then it is loaded at a click, as what comes from there. */
  readonly loads: boolean;
}

export interface LocalFrames {
  /** @returns undefined for what is no document of the public folder */
  readonly find: (src: string) => LocalFrame | undefined;
}

/**
 * @param folder the public folder, absolute
 * @param files what is in it, as paths with `/`
 */
export function createLocalFrames(folder: string, files: readonly string[], addresses: Addresses): LocalFrames {
  const documents = new Set(files.filter((file) => /\.html?$/i.test(file)));
  const loads = new Map<string, boolean>();
  return {
    find: (src) => {
      const own = /^\/(?!\/)/.test(src) ? src : addresses.within(src.startsWith('//') ? `https:${src}` : src);
      if (own === undefined || !own.startsWith('/')) return undefined;
      const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(own) ?? [];
      const file = [fileOf(decodeAddress(path)), `${decodeAddress(path).slice(1)}/index.html`].find((one) => documents.has(one));
      if (file === undefined) return undefined;
      const known = loads.get(file) ?? namesOthers(fileText(join(folder, file)));
      loads.set(file, known);
      return { src: addresses.href(decodeAddress(path)) + rest, loads: known };
    },
  };
}

/** Any address with a host counts, but for links that a reader follows and the names of XML's vocabularies. */
function namesOthers(markup: string): boolean {
  const loaded = markup.replace(/<a\s[^<>]*>/gi, '').replace(/https?:\/\/www\.w3\.org\/[\w/.#-]*/g, '');
  return /https?:\/\/|(?:["'(=]|url\s)\s*\/\/[a-z0-9]/i.test(loaded);
}
