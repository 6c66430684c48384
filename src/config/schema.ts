/**
 * What a project's configuration may hold, with its defaults. It is the source of the validation, of the type, through `npm run build` of
 * the JSON Schema that editors use (`schema/config.json`), and through `npm run docs` of docs/configuration.md.
 */

import { z } from 'zod';
import { findingName, findingNames } from '../finding.ts';
import { collectionSchema, frontMatterSchema, markdownSchema, says, selectSchema, template } from './collection.ts';
import { localeSchema } from './locale.ts';
import { siteSchema } from './site.ts';
import { stringsSchema } from './strings.ts';

const level = z.enum(['off', 'note', 'warning', 'error']);
const address = z.string().regex(/^postgres(ql)?:\/\//);
const count = z.number().int().positive();
const engineName = z.string().min(1);
const engineChain = z.union([engineName, z.array(engineName).min(1)], { error: 'the name of an engine, or a list of names' });

const paths = z.strictObject({
  articles: template('{locale}', '{slug}')
    .default('articles/{locale}/{slug}.md')
    .meta(says('Where articles and their editions are: the short form of `sources`.', 'content/{locale}/{slug}.{md,mdx}')),
  strings: template('{locale}', '{namespace}')
    .default('locales/{locale}/{namespace}.json')
    .meta(says('Where i18next strings are.', 'public/locales/{locale}/{namespace}.json')),
  glossary: template('{locale}')
    .default('locales/{locale}/glossary.csv')
    .meta(
      says(
        "Where the names and terms of a locale are. Those of articles in another language than the project's are beside it: `glossary.es.csv`.",
        'glossary/{locale}.csv',
      ),
    ),
  record: template('{locale}', '{slug}')
    .default('locales/{locale}/articles/{slug}.xlf')
    .meta(says('Where the record of an edition is: every sentence with its translation, and who made it.', 'records/{locale}/{slug}.xlf')),
  stringsRecord: template('{locale}', '{namespace}')
    .default('locales/{locale}/strings/{namespace}.xlf')
    .meta(says('The records of strings.', 'records/{locale}/strings/{namespace}.xlf')),
});

const limits = z.strictObject({
  charactersPerMinute: count.default(6_000_000).meta(says('The quota of the engine; an engine may have less.', 600_000)),
  requestsPerMinute: count.default(6_000).meta(says('The same in requests.', 600)),
  concurrency: count.default(8).meta(says('Requests at once.', 4)),
  charactersPerRequest: count.default(5_000).meta(says('The size of a request; an engine may take less.', 2_000)),
  margin: z.number().min(0).max(0.5).default(0.01).meta(says('The share of the quota that is left unused on purpose.', 0.05)),
  timeoutSeconds: z.number().positive().default(30).meta(says('Seconds that an answer may take.', 60)),
  attempts: count.default(8).meta(says('Times that a request is sent before it is given up.', 3)),
});

const budget = z.strictObject({
  charactersPerRun: count.optional().meta(says('A run stops before it sends more, and keeps what it has (exit 4).', 500_000)),
  charactersPerDay: count.optional().meta(says("The same for a day, by this machine's journal.", 2_000_000)),
  askAbove: z
    .strictObject({
      characters: count.default(500_000).meta(says('Characters that are sent unasked.', 100_000)),
      dollars: z.number().min(0).default(5).meta(says("US dollars that are spent unasked, where the engine's price is known.", 20)),
    })
    .prefault({})
    .meta(
      says(
        'A run that would send more asks on a terminal, and stops elsewhere with exit 4 before it sends anything. `--yes`, `--max-characters` and the budgets above take its place.',
        { dollars: 20 },
      ),
    ),
});

export const configSchema = z.strictObject({
  $schema: z
    .string()
    .optional()
    .meta(says('For editors: they complete and explain the keys by it.', './node_modules/dragoman/schema/config.json')),
  sourceLocale: localeSchema.meta(says('The language that articles are written in (BCP 47).', 'en')),
  targetLocales: z
    .array(localeSchema)
    .min(1)
    .meta(says('The languages that they are translated into.', ['es', 'pt-BR'])),
  paths: paths.prefault({}).meta(says('Where files are; templates with holes.', { articles: 'content/{locale}/{slug}.md' })),
  sources: z
    .array(collectionSchema)
    .min(1)
    .optional()
    .meta(
      says('Collections of articles, instead of `paths.articles` ([layouts.md](layouts.md)).', [
        { source: 'content/{slug}.md', edition: 'content/{slug}.{locale}.md' },
      ]),
    ),
  strings: z
    .array(stringsSchema)
    .min(1)
    .optional()
    .meta(
      says('Files of strings of several kinds or in several places, instead of `paths.strings` ([strings.md](strings.md)).', [
        { edition: 'i18n/{locale}.toml' },
      ]),
    ),
  localeNames: z
    .record(localeSchema, z.string().regex(/^[\w-]+$/))
    .default({})
    .meta(
      says('What `{locale}` in a path of articles or strings becomes, where it is not the locale itself.', {
        'zh-Hans': 'zh_CN',
        'pt-BR': 'pt',
      }),
    ),
  frontMatter: frontMatterSchema
    .prefault({})
    .meta(says('What of the front matter is translated, and what is set.', { translate: ['title'] })),
  markdown: markdownSchema.prefault({}).meta(says('Which Markdown the articles are in.', { dialect: 'hugo' })),
  select: selectSchema.prefault({}).meta(says('Which articles are translated.', { since: '2026-01-01' })),
  segmentation: z
    .string()
    .optional()
    .meta(says('A file of SRX 2.0: rules of your own for where sentences end, besides the built-in ones.', 'rules.srx')),
  engine: z
    .union([engineChain, z.record(z.string(), engineChain)], { error: 'the name of an engine, a list of names, or either per locale' })
    .default(['bergamot', 'apertium'])
    .meta(
      says('A name, a chain of fallbacks, or either per locale with `default`.', 'google', {
        default: 'google',
        ca: ['apertium', 'google'],
      }),
    ),
  secondOpinion: engineName
    .optional()
    .meta(
      says(
        'An engine that translates machine sentences once more, to be compared with: `status` and `check` say which of them to look at first ([engines.md](engines.md#second-opinion)).',
        'bergamot',
      ),
    ),
  engines: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .default({})
    .meta(
      says("Options of engines by their names, and engines of one's own ([engines.md](engines.md)).", {
        mine: { module: './my-engine.mjs' },
      }),
    ),
  editors: z
    .record(localeSchema, z.array(z.string().min(1)))
    .optional()
    .meta(
      says(
        "Who may change which locale on the translator's page behind a proxy, as the proxy names them ([page.md](page.md#a-team)). Without it, whoever the proxy lets in; with it, a locale that it does not name is changed by nobody there.",
        { es: ['ana@example.org'] },
      ),
    ),
  store: z
    .union(
      [
        address,
        z.strictObject({
          url: address.meta(says('The address of the database.', 'postgres://sports@db.example.org/dragoman')),
          pooled: z
            .boolean()
            .default(false)
            .meta(says('Whether a pooler in transaction mode is before it: sessions tell nothing then.', true)),
        }),
      ],
      { error: 'the address of a PostgreSQL database, postgres://...' },
    )
    .optional()
    .meta(
      says(
        'A PostgreSQL database that machines share: paid answers, pace, budget, ledger ([many-machines.md](many-machines.md)). `DRAGOMAN_STORE` in the environment goes before it.',
        'postgres://sports@db.example.org/dragoman',
      ),
    ),
  limits: limits.prefault({}).meta(says('The pace of requests.', { charactersPerMinute: 600_000 })),
  budget: budget.prefault({}).meta(says('What may be spent.', { charactersPerRun: 500_000 })),
  // The description is of what comes in: what a change of spellings gives has none of its own.
  checks: z
    .preprocess(
      withFindingNames,
      z.partialRecord(z.enum(findingNames), level).meta(
        says('The level of a finding by its name ([checks.md](checks.md)), instead of its own.', {
          untranslated: 'off',
          numbers: 'error',
        }),
      ),
    )
    .default({}),
  glossary: z
    .strictObject({
      hunspell: z
        .record(
          z.string(),
          z.strictObject({
            aff: z.string().meta(says('The path of its rules.', '/usr/share/hunspell/uk_UA.aff')),
            dic: z.string().meta(says('The path of its words.', '/usr/share/hunspell/uk_UA.dic')),
          }),
        )
        .default({})
        .meta(
          says('Dictionaries that confirm forms of terms, by locale; paths of files that the user installed.', {
            uk: { aff: '/usr/share/hunspell/uk_UA.aff', dic: '/usr/share/hunspell/uk_UA.dic' },
          }),
        ),
    })
    .prefault({})
    .meta(says('How terms are recognized.', { hunspell: {} })),
  memory: z
    .strictObject({
      outdated: z
        .enum(['retranslate', 'keep'])
        .default('retranslate')
        .meta(
          says('What becomes of a reviewed target whose source changed: it is translated again, or kept until a person looks.', 'keep'),
        ),
    })
    .prefault({})
    .meta(says('What becomes of earlier translations.', { outdated: 'keep' })),
  publish: siteSchema
    .prefault({})
    .meta(says('The site that `dragoman publish` writes ([publishing.md](publishing.md)).', { baseUrl: 'https://news.example.org' })),
});

export type Config = z.output<typeof configSchema>;
/** What a configuration's file holds; docs/configuration.md says what each key is. */
export type ConfigInput = z.input<typeof configSchema>;

function withFindingNames(levels: unknown): unknown {
  if (typeof levels !== 'object' || levels === null || Array.isArray(levels)) return levels;
  return Object.fromEntries(Object.entries(levels).map(([name, level]) => [findingName(name), level]));
}
