/** The part of the configuration that says where articles are, and what is special about those of one layout. */

import { z } from 'zod';
import { SETTING_NAMES } from '../frontmatter/settings.ts';
import { ANCHOR_SETTINGS, type AnchorSettingName } from '../markdown/anchor-rules.ts';
import { MARKDOWN_DIALECTS } from '../markdown/dialects.ts';
import { WORD_ATTRIBUTES } from '../markdown/word-attributes.ts';
import { globSchema } from './globs.ts';
import { localeSchema } from './locale.ts';

/** A path below the project with places for names in it. */
export const template = (...holes: string[]) =>
  z
    .string()
    .refine((path) => holes.every((hole) => path.includes(hole)), { error: `a path that holds ${holes.join(' and ')}` })
    .refine((path) => !/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(path), { error: 'a path below the project, with "/"' });

/** What a key is for, and an example of its value: for editors, and for docs/configuration.md. */
export const says = (description: string, ...examples: unknown[]) => ({ description, ...(examples.length > 0 && { examples }) });

const FRONT_MATTER = {
  translate: says('Key paths whose values carry words.', ['title', 'image.alt', 'sections[].heading']),
  set: says(
    'Keys that are set in each edition; `{locale}`, `{sourceLocale}`, `{slug}`, `{date}`, `{year}`, `{month}` and `{day}` are filled in.',
    { lang: '{locale}' },
  ),
};

/** A misspelled name would be published as it is. */
const setting = z
  .string()
  .refine((value) => [...value.matchAll(/(?<!\{)\{([\w.:-]+)\}(?!\})/g)].every(([, name]) => SETTING_NAMES.some((one) => one === name)), {
    error: `in braces only ${SETTING_NAMES.join(', ')}`,
  });

/** Of the whole project, with its defaults. */
export const frontMatterSchema = z.strictObject({
  translate: z.array(z.string()).default(['title', 'description']).meta(FRONT_MATTER.translate),
  set: z.record(z.string(), setting).default({}).meta(FRONT_MATTER.set),
});

const MARKDOWN = {
  extensions: says(
    'Syntax besides what the file name says (`.mdx`). `shortcodes`: those of the sources are meant for the site that `dragoman export` writes for.',
    ['directives', 'math'],
  ),
  dialect: says('The site generator whose Markdown the articles are in. Marker lines are kept under every one, and without it.', 'hugo'),
  attributes: says(
    'Attributes of elements, shortcodes, includes and directives whose values carry words; `Badge.text` is that of one element, `tab.0` the first parameter without a name of a shortcode ([markdown.md](markdown.md)).',
    ['title', 'alt', 'caption'],
  ),
  anchors: says("Where headings get their anchors, and how an edition's keep those of its source.", 'docusaurus'),
};
const extensions = z.array(z.enum(['directives', 'textDirectives', 'math', 'shortcodes']));
const dialect = z.enum(MARKDOWN_DIALECTS).optional().meta(MARKDOWN.dialect);
const anchors = z.enum(Object.keys(ANCHOR_SETTINGS) as AnchorSettingName[]);

/** Of the whole project, with its defaults. */
export const markdownSchema = z.strictObject({
  extensions: extensions.default([]).meta(MARKDOWN.extensions),
  dialect,
  attributes: z
    .array(z.string())
    .default([...WORD_ATTRIBUTES])
    .meta(MARKDOWN.attributes),
  anchors: anchors.default('none').meta(MARKDOWN.anchors),
});

const SELECT = {
  drafts: says('Whether drafts and embargoed articles are translated; as `--drafts`.', true),
  optIn: says('Only articles whose front matter has `translate: true`, or names the locales that they go into.', true),
  since: says('Articles dated before this day are left out, unless an edition of them is there or they are named.', '2026-01-01'),
};
const since = z.iso.date({ error: 'a day such as "2026-01-31"' }).optional().meta(SELECT.since);

/** Of the whole project, with its defaults. */
export const selectSchema = z.strictObject({
  drafts: z.boolean().default(false).meta(SELECT.drafts),
  optIn: z.boolean().default(false).meta(SELECT.optIn),
  since,
});

/** Articles in one layout: where sources and editions are, and what is special about them. */
export const collectionSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[\w][\w.-]*$/, { error: 'a name of letters, figures, "-", "_" and "."' })
    .optional()
    .meta(says("The first part of its articles' slugs: needed where there are several collections, by all but one.", 'blog')),
  source: template('{slug}').meta(
    says(
      'Where its articles are. `{slug}` is the name and may hold folders; `{locale}` is the source locale; `{sourceLocale}` any locale of the project: each article is in the language that its path names.',
      'content/{slug}/index.md',
    ),
  ),
  edition: template('{locale}', '{slug}').meta(says('Where their editions are.', 'content/{slug}/index.{locale}.md')),
  include: z
    .array(globSchema)
    .default(['**'])
    .meta(says("Globs over the articles' names (what `{slug}` is).", ['posts/**'])),
  exclude: z
    .array(globSchema)
    .default(['**/README', '**/readme', '**/_*', '**/_*/**'])
    .meta(says('Globs over the names of what is no article.', ['**/README', 'drafts/**'])),
  frontMatter: z
    .strictObject({
      translate: z.array(z.string()).meta(FRONT_MATTER.translate),
      set: z.record(z.string(), setting).meta(FRONT_MATTER.set),
    })
    .partial()
    .optional()
    .meta(says("Instead of the project's `frontMatter`, key by key.", { translate: ['headline'] })),
  markdown: z
    .strictObject({
      extensions: extensions.meta(MARKDOWN.extensions),
      dialect,
      attributes: z.array(z.string()).meta(MARKDOWN.attributes),
      anchors: anchors.meta(MARKDOWN.anchors),
    })
    .partial()
    .optional()
    .meta(says("Instead of the project's `markdown`, key by key.", { dialect: 'docusaurus' })),
  select: z
    .strictObject({ drafts: z.boolean().meta(SELECT.drafts), optIn: z.boolean().meta(SELECT.optIn), since })
    .partial()
    .optional()
    .meta(says("Instead of the project's `select`, key by key.", { since: '2026-01-01' })),
  sourceLocale: z
    .union([localeSchema, z.strictObject({ frontMatter: z.string().min(1).meta(says('The key that names it.', 'lang')) })], {
      error: 'a locale, or { "frontMatter": KEY }',
    })
    .optional()
    .meta(
      says(
        "The language of its articles where it is not the project's, or the front matter key in which each says its own. Such articles go into the project's source locale too.",
        'es',
        { frontMatter: 'lang' },
      ),
    ),
  locales: z
    .array(localeSchema)
    .min(1)
    .optional()
    .meta(says('The target locales that it is translated into; all where it names none.', ['es'])),
});
