/** How the project's articles are read: from the configuration to the reader's options. */

import type { Config } from './config.ts';
import type { ReadOptions } from './markdown/read.ts';

/**
 * @param file the article's slug and dialect
 * @param locale the language that the file is in
 */
export function readOptions(config: Config, file: { slug: string; dialect: 'md' | 'mdx' }, locale: string): ReadOptions {
  return {
    slug: file.slug,
    dialect: file.dialect,
    locale,
    frontMatter: config.frontMatter.translate,
    extensions: config.markdown.extensions,
    attributes: config.markdown.attributes,
  };
}
