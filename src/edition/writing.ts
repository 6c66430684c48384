/** How editions are written: by the writer that their format has, and the configuration's rules. */

import type { Edition } from '../article.ts';
import type { Config } from '../config.ts';
import { filledSettings } from '../frontmatter/settings.ts';
import { writeEdition } from '../markdown/write.ts';
import { writeStrings } from '../strings/write.ts';
import type { Settings } from './desk.ts';
import type { Source } from './source.ts';

/** The edition's text, as its file will hold it. */
export function writtenEdition({ config }: Settings, { format }: Pick<Source, 'format'>, edition: Edition): string {
  return format === 'strings'
    ? writeStrings(edition)
    : writeEdition(edition, { set: settingsOf(edition, config), anchors: config.markdown.anchors });
}

/** The front matter keys that an edition gets of its own. */
function settingsOf({ article, locale }: Edition, config: Config): { [key: string]: string } {
  return filledSettings(config.frontMatter.set, { locale, sourceLocale: article.locale, slug: article.id, source: article.source });
}
