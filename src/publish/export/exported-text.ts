/** The file of an exported edition: its front matter as the generator calls it, and its body. */

import { Document, type ScalarTag } from 'yaml';
import { fieldValues } from '../../frontmatter/field-names.ts';
import { aliasPath } from '../survey/assign-paths.ts';
import { type ExportedEdition, WrittenDate } from './layout.ts';
import type { ReadBody } from './read-body.ts';

/** @param set what is set in the author's front matter; `undefined` takes a key out */
export function exportedText(edition: ExportedEdition, set: Readonly<Record<string, unknown>>, body: string): string {
  const data: Record<string, unknown> = { ...edition.data, title: edition.fields.title, ...set };
  for (const key of Object.keys(data)) if (data[key] === undefined) delete data[key];
  // The generators read YAML 1.1: there "no" is a boolean and 1:30 a number, so such words are quoted.
  const yaml = new Document(data, { version: '1.1', aliasDuplicateObjects: false, customTags: (tags) => [WRITTEN, ...tags] }).toString({
    lineWidth: 0,
    directives: false,
  });
  return `---\n${yaml.replace(/^%YAML 1\.1\n---\n/, '')}---\n${edition.body.startsWith('\n') ? '' : '\n'}${body}`;
}

/** Unquoted: a schema of Astro's takes a quoted date for a text. */
const WRITTEN: ScalarTag = {
  ...{ tag: 'tag:yaml.org,2002:timestamp', default: true, identify: (value) => value instanceof WrittenDate },
  resolve: (text) => text,
  stringify: ({ value }) => (value as WrittenDate).text,
};

/**
 * Front matter with the article's picture and its old addresses where the generator's site has them.
 * @param displaced an address that the edition would have, but for the generator
 */
export function withFiles(
  set: Readonly<Record<string, unknown>>,
  { edition }: ReadBody,
  place: (src: string) => string,
  displaced: string | undefined,
): Record<string, unknown> {
  const { data, fields, locale } = edition;
  const { image } = fields;
  const moved = [...fields.aliases.flatMap((alias) => aliasPath(alias, locale) ?? []), ...(displaced === undefined ? [] : [displaced])];
  const placed = image === undefined ? undefined : place(image.src);
  const [given] = fieldValues(data)('image');
  const swap = (value: unknown): unknown => {
    if (value === image?.src) return placed;
    if (value !== given || typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, one === image?.src ? placed : one]));
  };
  const own = Object.entries(data).filter(([, value]) => value === given || value === image?.src);
  return {
    ...(placed === undefined || placed === image?.src ? {} : Object.fromEntries(own.map(([key, value]) => [key, swap(value)]))),
    ...Object.fromEntries(Object.entries(set).map(([key, value]) => [key, swap(value)])),
    ...(moved.length === 0 ? {} : { aliases: moved }),
  };
}
