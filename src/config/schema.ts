/**
 * What a project's configuration may hold, with its defaults. It is the source of the validation, of the type and, through
 * `npm run build`, of the JSON Schema that editors use (`schema/config.json`).
 */

import { z } from 'zod';
import { findingName, findingNames } from '../finding.ts';
import { collectionSchema, frontMatterSchema, markdownSchema, template } from './collection.ts';
import { localeSchema } from './locale.ts';

const level = z.enum(['off', 'note', 'warning', 'error']);
const count = z.number().int().positive();
const engineName = z.string().min(1);
const engineChain = z.union([engineName, z.array(engineName).min(1)], { error: 'the name of an engine, or a list of names' });

/** How an edition of one state is published. */
const stateRules = z.strictObject({
  /** `none`: not published; `noindex`: published, but neither indexed nor in hreflang. */
  publish: z.enum(['index', 'noindex', 'none']),
  note: z.boolean(),
});

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  sourceLocale: localeSchema,
  targetLocales: z.array(localeSchema).min(1),
  paths: z
    .strictObject({
      articles: template('{locale}', '{slug}').default('articles/{locale}/{slug}.md'),
      strings: template('{locale}', '{namespace}').default('locales/{locale}/{namespace}.json'),
      glossary: template('{locale}').default('locales/{locale}/glossary.csv'),
      record: template('{locale}', '{slug}').default('locales/{locale}/articles/{slug}.xlf'),
      /** The records of strings, as `record` of articles. */
      stringsRecord: template('{locale}', '{namespace}').default('locales/{locale}/strings/{namespace}.xlf'),
    })
    .prefault({}),
  /** Collections of articles, instead of `paths.articles`. */
  sources: z.array(collectionSchema).min(1).optional(),
  /** What `{locale}` in a path of articles or strings becomes, where it is not the locale itself: `{ "zh-Hans": "zh_CN" }`. */
  localeNames: z.record(localeSchema, z.string().regex(/^[\w-]+$/)).default({}),
  frontMatter: z
    .strictObject({
      translate: frontMatterSchema.shape.translate.default(['title', 'description']),
      set: frontMatterSchema.shape.set.default({}),
    })
    .prefault({}),
  markdown: z
    .strictObject({
      extensions: markdownSchema.shape.extensions.default([]),
      dialect: markdownSchema.shape.dialect,
      attributes: markdownSchema.shape.attributes.default(['title', 'alt', 'label', 'description', 'aria-label', 'placeholder', 'caption']),
      anchors: markdownSchema.shape.anchors.default('none'),
    })
    .prefault({}),
  /** SRX 2.0 rules of the user's own, besides the built-in ones. */
  segmentation: z.string().optional(),
  /** A name, a chain of fallbacks, or either per locale with `default`. */
  engine: z
    .union([engineChain, z.record(z.string(), engineChain)], { error: 'the name of an engine, a list of names, or either per locale' })
    .default(['bergamot', 'apertium']),
  engines: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  limits: z
    .strictObject({
      charactersPerMinute: count.default(6_000_000),
      requestsPerMinute: count.default(6_000),
      concurrency: count.default(8),
      charactersPerRequest: count.default(5_000),
      /** The share of the quota that is left unused on purpose. */
      margin: z.number().min(0).max(0.5).default(0.01),
      timeoutSeconds: z.number().positive().default(30),
      attempts: count.default(8),
    })
    .prefault({}),
  budget: z.strictObject({ charactersPerRun: count.optional(), charactersPerDay: count.optional() }).prefault({}),
  /** By name of a finding; older spellings (`review outdated`) are understood. */
  checks: z.preprocess(withFindingNames, z.partialRecord(z.enum(findingNames), level)).default({}),
  glossary: z
    .strictObject({
      /** Dictionaries that confirm forms of terms, by locale; paths of files that the user installed. */
      hunspell: z.record(z.string(), z.strictObject({ aff: z.string(), dic: z.string() })).default({}),
    })
    .prefault({}),
  memory: z
    .strictObject({
      /** What becomes of a reviewed target whose source changed. */
      outdated: z.enum(['retranslate', 'keep']).default('retranslate'),
    })
    .prefault({}),
  publish: z
    .strictObject({
      baseUrl: z.url().optional(),
      /** The newspaper's name; one for all locales, or one each. */
      title: z.union([z.string(), z.record(localeSchema, z.string())]).optional(),
      out: z.string().default('site'),
      /** Files that are copied to the site. */
      assets: z.string().default('public'),
      timeZone: z.string().refine(isTimeZone, { error: 'an IANA time zone such as "Europe/Madrid"' }).default('UTC'),
      perPage: count.default(20),
      states: z
        .strictObject({
          machine: stateRules.prefault({ publish: 'noindex', note: true }),
          reviewed: stateRules.prefault({ publish: 'index', note: false }),
          stale: stateRules.prefault({ publish: 'noindex', note: true }),
        })
        .prefault({}),
    })
    .prefault({}),
});

export type Config = z.output<typeof configSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function withFindingNames(levels: unknown): unknown {
  if (typeof levels !== 'object' || levels === null || Array.isArray(levels)) return levels;
  return Object.fromEntries(Object.entries(levels).map(([name, level]) => [findingName(name), level]));
}
