/** How the project's articles are read: from the configuration to the reader's options. */

import type { Config } from './config.ts';
import type { ReadOptions } from './markdown/read.ts';

/** A correction is owed to the readers of every language, whatever else of the front matter is translated. */
const CORRECTIONS = ['correction', 'correction.text', 'correction[]', 'correction[].text', 'corrections[]', 'corrections[].text'];

/**
 * @param file the article's slug and dialect
 * @param locale the language that the file is in
 */
export function readOptions(config: Config, file: { slug: string; dialect: 'md' | 'mdx' }, locale: string): ReadOptions {
  return {
    slug: file.slug,
    dialect: file.dialect,
    locale,
    frontMatter: [...new Set([...config.frontMatter.translate, ...CORRECTIONS])],
    extensions: config.markdown.extensions,
    attributes: config.markdown.attributes,
  };
}
