/** How the project's editions are written: by the writer that their format has, and the project's rules. */

import type { Edition } from '../article.ts';
import type { Config } from '../config.ts';
import { writeEdition } from '../markdown/write.ts';
import type { Project, Source } from '../project/project.ts';
import { writeStrings } from '../strings/write.ts';

/** The edition's text, as its file will hold it. */
export function writtenEdition({ config }: Project, { format }: Pick<Source, 'format'>, edition: Edition): string {
  return format === 'strings'
    ? writeStrings(edition)
    : writeEdition(edition, { set: settings(edition, config), anchors: config.markdown.anchors });
}

/** The front matter keys that an edition gets of its own. */
function settings(edition: Edition, config: Config): { [key: string]: string } {
  const fill: { [hole: string]: string } = {
    '{locale}': edition.locale,
    '{sourceLocale}': edition.article.locale,
    '{slug}': edition.article.id,
  };
  return Object.fromEntries(
    Object.entries(config.frontMatter.set).map(([key, value]) => [key, value.replace(/\{\w+\}/g, (hole) => fill[hole] ?? hole)]),
  );
}
