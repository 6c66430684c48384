/**
 * The project's configuration: one frozen object, read once. The schema below is its source, its validation and, through
 * `npm run build`, the JSON Schema that editors use (`schema/config.json`).
 */

import { z } from 'zod';
import { KnownError } from './errors.ts';
import { findingName, findingNames } from './finding.ts';
import { ANCHOR_SETTINGS, type AnchorSettingName } from './markdown/anchor-rules.ts';
import { MARKDOWN_DIALECTS } from './markdown/dialects.ts';

const locale = z.string().refine(isLocale, { error: 'a BCP 47 locale such as "es" or "pt-BR"' });
const level = z.enum(['off', 'note', 'warning', 'error']);
const count = z.number().int().positive();
const template = (...holes: string[]) =>
  z
    .string()
    .refine((path) => holes.every((hole) => path.includes(hole)), { error: `a path that holds ${holes.join(' and ')}` })
    .refine((path) => !/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(path), { error: 'a path below the project, with "/"' });

const engineName = z.string().min(1);
const engineChain = z.union([engineName, z.array(engineName).min(1)], { error: 'the name of an engine, or a list of names' });

/** How an edition of one state is published. */
const stateRules = z.strictObject({
  /** `none`: not published; `noindex`: published, but neither indexed nor in hreflang. */
  publish: z.enum(['index', 'noindex', 'none']),
  note: z.boolean(),
});

/** Of the whole project, and of one collection. */
const frontMatter = z.strictObject({
  /** Key paths whose values carry words: `title`, `image.alt`, `sections[].heading`. */
  translate: z.array(z.string()),
  /** Keys set in each edition; `{locale}`, `{sourceLocale}`, `{slug}`, `{date}`, `{year}`, `{month}` and `{day}` are filled in. */
  set: z.record(z.string(), z.string()),
});

/** Of the whole project, and of one collection. */
const markdown = z.strictObject({
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
const collection = z.strictObject({
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
  frontMatter: frontMatter.partial().optional(),
  markdown: markdown.partial().optional(),
  /** The target locales that it is translated into; all where it names none. */
  locales: z.array(locale).min(1).optional(),
});

const schema = z.strictObject({
  $schema: z.string().optional(),
  sourceLocale: locale,
  targetLocales: z.array(locale).min(1),
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
  sources: z.array(collection).min(1).optional(),
  /** What `{locale}` in a path of articles or strings becomes, where it is not the locale itself: `{ "zh-Hans": "zh_CN" }`. */
  localeNames: z.record(locale, z.string().regex(/^[\w-]+$/)).default({}),
  frontMatter: z
    .strictObject({
      translate: frontMatter.shape.translate.default(['title', 'description']),
      set: frontMatter.shape.set.default({}),
    })
    .prefault({}),
  markdown: z
    .strictObject({
      extensions: markdown.shape.extensions.default([]),
      dialect: markdown.shape.dialect,
      attributes: markdown.shape.attributes.default(['title', 'alt', 'label', 'description', 'aria-label', 'placeholder', 'caption']),
      anchors: markdown.shape.anchors.default('none'),
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
      title: z.union([z.string(), z.record(locale, z.string())]).optional(),
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

export type Config = z.output<typeof schema>;

/** Structurally valid (RFC 5646) and a language that CLDR has a name for; `Intl.getCanonicalLocales` alone takes `xx`. */
export function isLocale(tag: string): boolean {
  try {
    const { language } = new Intl.Locale(tag);
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param json the parsed content of `dragoman.config.json`
 * @param file its path, for the error
 * @throws KnownError that names the key, what was expected and what was got
 */
export function parseConfig(json: unknown, file: string): Config {
  const result = schema.safeParse(json, { reportInput: true });
  if (!result.success) throw configError(result.error.issues, file);
  checkLocales(result.data, file);
  checkCollections(result.data, file);
  return deepFreeze(result.data);
}

/** What the schema cannot say: each locale once, the source's not among the targets, and engines for targets only. */
function checkLocales({ sourceLocale, targetLocales, engine }: Config, file: string): void {
  if (targetLocales.includes(sourceLocale))
    throw new KnownError(`${file}: targetLocales holds the source locale`, {
      expected: `locales other than "${sourceLocale}"`,
      got: JSON.stringify(targetLocales),
      help: `Remove "${sourceLocale}" from targetLocales.`,
    });
  // Names that differ in case alone are one locale, and one folder on many disks.
  const folders = targetLocales.map((one) => one.toLowerCase());
  const twice = targetLocales.find((_, at) => folders.indexOf(folders[at] as string) < at);
  if (twice !== undefined)
    throw new KnownError(`${file}: targetLocales holds "${twice}" twice`, {
      expected: 'each locale once',
      got: JSON.stringify(targetLocales),
      help: `Remove one "${twice}" from targetLocales.`,
    });
  if (typeof engine === 'string' || Array.isArray(engine)) return;
  const known = ['default', ...targetLocales];
  const unknown = Object.keys(engine).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new KnownError(`${file}: unknown key "engine.${unknown}"`, {
      expected: `one of ${known.join(', ')}`,
      got: `"${unknown}"`,
      help: 'Correct the locale, or add it to targetLocales.',
    });
}

/** Collections are told apart by their names, and translated into locales of the project. */
function checkCollections({ sources = [], targetLocales, localeNames }: Config, file: string): void {
  const names = sources.map(({ name }) => name);
  const twice = names.findIndex((name, at) => names.indexOf(name) < at);
  if (twice >= 0)
    throw new KnownError(`${file}: "sources.${twice}.name" is not usable`, {
      expected: 'a name of its own for each collection but one',
      got: names[twice] === undefined ? 'a second collection without a name' : `"${names[twice]}" twice`,
      help: 'Give it a "name": it becomes the first part of its articles\' slugs.',
    });
  for (const [at, { locales = [] }] of sources.entries()) {
    const unknown = locales.find((one) => !targetLocales.includes(one));
    if (unknown !== undefined)
      throw new KnownError(`${file}: "sources.${at}.locales" is not usable`, {
        expected: targetLocales.join(', '),
        got: unknown,
        help: `Correct the locale, or add it to targetLocales.`,
      });
  }
  const folders = targetLocales.map((one) => (localeNames[one] ?? one).toLowerCase());
  const same = folders.findIndex((folder, at) => folders.indexOf(folder) < at);
  if (same >= 0)
    throw new KnownError(`${file}: "localeNames" gives two locales one name`, {
      expected: 'a name for each',
      got: `"${folders[same]}" for ${targetLocales[folders.indexOf(folders[same] as string)]} and ${targetLocales[same]}`,
      help: 'Correct "localeNames".',
    });
}

function configError(issues: readonly z.core.$ZodIssue[], file: string): KnownError {
  const issue = issues[0] as z.core.$ZodIssue;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  const key = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const unknown = [...issue.path.map(String), issue.keys[0] ?? ''].join('.');
    return new KnownError(`${file}: unknown key "${unknown}"${more}`, {
      expected: `one of ${knownKeys(issue.path).join(', ')}`,
      got: `"${issue.keys[0] ?? ''}"`,
      help: 'Correct the name or remove the key.',
    });
  }
  return new KnownError(key === '' ? `${file}: no configuration` : `${file}: "${key}" is not usable${more}`, {
    expected: expectation(issue),
    got: issue.input === undefined ? 'nothing' : JSON.stringify(issue.input)?.slice(0, 80),
    help: key === '' ? `Write an object with "sourceLocale" and "targetLocales".` : `Correct "${key}" in ${file}.`,
  });
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'too_small' && issue.origin === 'array') return 'at least one';
  if (issue.code === 'too_small') return `${issue.inclusive ? 'at least' : 'a number above'} ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  return issue.message;
}

function withFindingNames(levels: unknown): unknown {
  if (typeof levels !== 'object' || levels === null || Array.isArray(levels)) return levels;
  return Object.fromEntries(Object.entries(levels).map(([name, level]) => [findingName(name), level]));
}

/** The keys that the schema has at a path. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  let at = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown> | undefined;
  for (const key of path) at = (at?.properties as Record<string, Record<string, unknown>> | undefined)?.[String(key)];
  const names = at?.propertyNames as { readonly enum?: readonly string[] } | undefined;
  return [...(names?.enum ?? Object.keys((at?.properties as object | undefined) ?? {}))];
}

/** The JSON Schema of `dragoman.config.json`, for editors. */
export function configJsonSchema(): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Dragoman', ...z.toJSONSchema(schema, { io: 'input' }) };
}

/** The engines for a locale, first choice first. */
export function engineChainFor(config: Config, to: string): readonly string[] {
  const { engine } = config;
  const chosen = typeof engine === 'string' || Array.isArray(engine) ? engine : (engine[to] ?? engine.default);
  if (chosen === undefined)
    throw new KnownError(`No engine for ${to}`, {
      expected: `"engine" to name ${to} or "default"`,
      got: JSON.stringify(engine),
      help: `Add "default" or "${to}" to "engine" in dragoman.config.json.`,
    });
  return typeof chosen === 'string' ? [chosen] : chosen;
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) deepFreeze(part);
  return value;
}
