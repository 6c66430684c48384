/** The configuration that fits what was found, as the text of its file. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundSite } from '../../project/detect.ts';

const SCHEMA = './node_modules/dragoman/schema/config.json';

/** @param root a folder without a package.json gets no path of an installed schema */
export function configText(root: string, site: FoundSite, targets: readonly string[]): string {
  const { generator, collections, localeNames, setKeys, strings, wordKeys } = site;
  const names = Object.entries(localeNames).filter(([locale]) => locale === site.sourceLocale || targets.includes(locale));
  const config = {
    ...(existsSync(join(root, 'package.json')) && { $schema: SCHEMA }),
    sourceLocale: site.sourceLocale ?? 'en',
    targetLocales: targets,
    ...(names.length > 0 && { localeNames: Object.fromEntries(names) }),
    ...(collections.length > 0 && {
      sources: collections.map(({ name, source, edition, exclude }) => ({
        ...(name !== undefined && { name }),
        source,
        edition,
        ...(exclude !== undefined && { exclude }),
      })),
    }),
    ...(strings.length > 0 && { strings }),
    frontMatter: {
      translate: wordKeys,
      ...(setKeys.length > 0 && { set: Object.fromEntries(setKeys.map((key) => [key, '{locale}'])) }),
    },
    ...(generator?.dialect !== undefined && { markdown: { dialect: generator.dialect } }),
  };
  return `${inLines(config)}\n`;
}

/** JSON with a line for each key, and for each collection; what is small is on one line. */
function inLines(value: unknown, indent = ''): string {
  const flat = onOneLine(value);
  if (indent !== '' && flat.length + indent.length <= 130) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return flat;
  if (Array.isArray(value)) return `[\n${value.map((one) => inner + inLines(one, inner)).join(',\n')}\n${indent}]`;
  if (typeof value !== 'object' || value === null) return flat;
  const lines = Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${inLines(one, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${onOneLine(one)}`)
    .join(', ')} }`;
}
