/** The part of the configuration that says where articles are, and what is special about those of one layout. */

import { z } from 'zod';
import { ANCHOR_SETTINGS, type AnchorSettingName } from '../markdown/anchor-rules.ts';
import { MARKDOWN_DIALECTS } from '../markdown/dialects.ts';
import { localeSchema } from './locale.ts';

/** A path below the project with places for names in it. */
export const template = (...holes: string[]) =>
  z
    .string()
    .refine((path) => holes.every((hole) => path.includes(hole)), { error: `a path that holds ${holes.join(' and ')}` })
    .refine((path) => !/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(path), { error: 'a path below the project, with "/"' });

/** Of the whole project, and of one collection. */
export const frontMatterSchema = z.strictObject({
  /** Key paths whose values carry words: `title`, `image.alt`, `sections[].heading`. */
  translate: z.array(z.string()),
  /** Keys set in each edition; `{locale}`, `{sourceLocale}`, `{slug}`, `{date}`, `{year}`, `{month}` and `{day}` are filled in. */
  set: z.record(z.string(), z.string()),
});

/** Of the whole project, and of one collection. */
export const markdownSchema = z.strictObject({
  /** Besides what the extension says (`.mdx`). `shortcodes`: those of the sources are meant for the site that `export` writes for. */
  extensions: z.array(z.enum(['directives', 'textDirectives', 'math', 'shortcodes'])),
  /** The site generator whose Markdown the articles are in. Marker lines are kept under every one, and without it. */
  dialect: z.enum(MARKDOWN_DIALECTS).optional(),
  /** Attributes of JSX and HTML elements whose values carry words. */
  attributes: z.array(z.string()),
  /** Where headings get their anchors, and how an edition's keep those of its source. */
  anchors: z.enum(Object.keys(ANCHOR_SETTINGS) as AnchorSettingName[]),
});

/** Articles in one layout: where sources and editions are, and what is special about them. */
export const collectionSchema = z.strictObject({
  /** The first part of its articles' slugs: needed where there are several collections, by all but one. */
  name: z
    .string()
    .regex(/^[\w][\w.-]*$/, { error: 'a name of letters, figures, "-", "_" and "."' })
    .optional(),
  /** `content/{slug}/index.md`; `{locale}` in it is the source locale. */
  source: template('{slug}'),
  /** `content/{slug}/index.{locale}.md` */
  edition: template('{locale}', '{slug}'),
  /** Globs over the articles' names (what `{slug}` is). */
  include: z.array(z.string()).default(['**']),
  exclude: z.array(z.string()).default(['**/README', '**/readme', '**/_*', '**/_*/**']),
  frontMatter: frontMatterSchema.partial().optional(),
  markdown: markdownSchema.partial().optional(),
  /** The target locales that it is translated into; all where it names none. */
  locales: z.array(localeSchema).min(1).optional(),
});
