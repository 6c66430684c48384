/** How editions are written: by the writer that their format has, and the configuration's rules. */

import type { Edition } from '../article.ts';
import type { Config } from '../config.ts';
import { filledSettings } from '../frontmatter/settings.ts';
import { type WriteOptions, writeEdition } from '../markdown/write.ts';
import { writeStrings } from '../strings/write.ts';
import type { Settings } from './desk.ts';
import type { Source } from './source.ts';

/** The edition's text, as it is where there is no file yet. */
export function writtenEdition(settings: Settings, { format }: Pick<Source, 'format'>, edition: Edition): string {
  return format === 'strings' ? writeStrings(edition) : writeEdition(edition, writeOptions(settings, edition));
}

export function writeOptions({ config }: Settings, edition: Pick<Edition, 'article' | 'locale'>): WriteOptions {
  return { set: settingsOf(edition, config), anchors: config.markdown.anchors };
}

/** The front matter keys that an edition gets of its own. */
function settingsOf({ article, locale }: Pick<Edition, 'article' | 'locale'>, config: Config): { [key: string]: string } {
  return filledSettings(config.frontMatter.set, { locale, sourceLocale: article.locale, slug: article.id, source: article.source });
}
