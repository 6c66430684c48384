/** The part of the configuration that says where files of strings are, and what they are to their site. */

import { z } from 'zod';
import { STRING_KINDS } from '../strings/kinds.ts';
import { collectionSchema, says, template } from './collection.ts';
import { localeSchema } from './locale.ts';

/** Files of strings in one layout and of one kind. */
export const stringsSchema = z.strictObject({
  name: collectionSchema.shape.name.meta(
    says('The first part of their names in reports and records: needed where there are several entries, by all but one.', 'theme'),
  ),
  edition: template('{locale}').meta(
    says(
      'Where the localized files are; `{namespace}` is the name of one of several.',
      'i18n/{locale}.toml',
      'i18n/{locale}/{namespace}.json',
    ),
  ),
  source: template().optional().meta(says('Where the sources are, if not at `edition` with the source locale.', '_data/{namespace}.yml')),
  kind: z
    .enum(STRING_KINDS)
    .optional()
    .meta(
      says(
        'What the files are to their site. Without it JSON is `i18next` (or `docusaurus`, where it holds `message` and `description` alone), `.arb` is `arb`, TOML is `hugo`, YAML is `data`.',
        'icu',
      ),
    ),
  translate: z
    .array(z.string())
    .min(1)
    .optional()
    .meta(says('Names of keys, or key paths, whose values are words; all where it is absent.', ['title', 'menu[].label'])),
  keep: z
    .array(z.string())
    .optional()
    .meta(says('Those whose values are no words; `data` has a list of its own (`url`, `id`, `icon` ...).', ['code'])),
  locales: z
    .array(localeSchema)
    .min(1)
    .optional()
    .meta(says('The target locales that they are translated into; all where it names none.', ['es'])),
});
