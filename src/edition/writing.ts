/** How editions are written: by the writer that their format has, and the configuration's rules. */

import type { Edition } from '../article.ts';
import { filledSettings } from '../frontmatter/settings.ts';
import { type WriteOptions, writeEdition } from '../markdown/write.ts';
import { writeStrings } from '../strings/write.ts';
import { collectionOf, nameIn } from './collections.ts';
import type { Settings } from './desk.ts';
import type { Source } from './source.ts';

/** The edition's text where there is no file yet to merge it into. */
export function writtenEdition(settings: Settings, { format }: Pick<Source, 'format'>, edition: Edition): string {
  return format === 'strings' ? writeStrings(edition) : writeEdition(edition, writeOptions(settings, edition));
}

export function writeOptions({ config }: Settings, edition: Pick<Edition, 'article' | 'locale'>): WriteOptions {
  const { article, locale } = edition;
  const collection = collectionOf(config, article.id);
  const slug = nameIn(collection, article.id);
  const { sourceLocaleKey: key } = collection;
  // A key that names the source's language names the edition's in the edition.
  const wanted = { ...(key !== undefined && { [key]: '{locale}' }), ...collection.frontMatter.set };
  const set = filledSettings(wanted, { locale, sourceLocale: article.locale, slug, source: article.source });
  return { set, anchors: collection.markdown.anchors };
}
