/** The table of commands: what each is called and takes. What it does stands in the file that `load` names. */

import type { Command } from './command.ts';

const to = ['--to <locales>', 'only these target locales, comma-separated'] as const;
const since = ['--since <revision>', 'only articles changed since a git revision'] as const;
const dryRun = ['--dry-run', 'tell what would be done; write and send nothing'] as const;

export const commands: readonly Command[] = [
  {
    name: 'init',
    summary: 'write a configuration and example folders; never overwrites',
    example: 'dragoman init',
    load: () => import('./init.ts'),
  },
  {
    name: 'import',
    summary: 'make a source article of a raw wire text',
    args: '<file>',
    options: [
      ['--title <title>', 'the headline; else the first sentence'],
      ['--slug <slug>', 'the name of the article; else date and title'],
    ],
    example: 'dragoman import wire/000_47cd.txt --title "Qatar tells Hamas to leave"',
    load: () => import('./import.ts'),
  },
  {
    name: 'translate',
    summary: 'bring every edition up to date: absorb, recall, translate, check, write',
    args: '[slug...]',
    options: [
      to,
      ['--engine <name>', 'this engine instead of the configured one'],
      since,
      dryRun,
      ['--frozen', 'exit 1 unless every edition is up to date; write and send nothing'],
      ['--max-characters <count>', 'stop before more than this is sent'],
    ],
    example: 'dragoman translate 2026-03-02-harbour --to es,ca',
    load: () => import('./translate.ts'),
  },
  {
    name: 'check',
    summary: 'what the checks find in the editions as they stand; sends nothing',
    args: '[slug...]',
    options: [
      to,
      ['--format <format>', 'pretty, json, sarif, junit, github or markdown'],
      since,
      ['--staged', 'only what the next commit changes'],
      ['--frozen', 'exit 1 unless every edition is up to date'],
      ['--fix', 'set white space and copied figures as the locale has them'],
      ['--baseline <file>', 'leave out the findings that the file knows'],
      ['--write-baseline', 'write the file of --baseline'],
    ],
    example: 'dragoman check --to es --format github',
    load: () => import('./check.ts'),
  },
  {
    name: 'watch',
    summary: 'translate on save, until Ctrl-C',
    options: [to, ['--engine <name>', 'this engine instead of the configured one']],
    example: 'dragoman watch --to es',
    load: () => import('./watch.ts'),
  },
  {
    name: 'status',
    summary: 'a table of article and locale: fresh, stale, missing, reviewed, findings',
    options: [to, ['--format <format>', 'pretty or markdown']],
    example: 'dragoman status --to es',
    load: () => import('./status.ts'),
  },
  {
    name: 'segment',
    summary: 'show the segments of a file as JSON',
    args: '<file>',
    options: [['--locale <locale>', "the file's language; else the source locale"]],
    example: 'dragoman segment articles/en/2026-03-02-harbour.md',
    load: () => import('./segment.ts'),
  },
  {
    name: 'memory import',
    summary: "another tool's memory (TMX, XLIFF) beside the glossary, for recall",
    args: '<file>',
    options: [to],
    example: 'dragoman memory import legacy.tmx --to es',
    load: async () => ({ run: (await import('./memory.ts')).importMemory }),
  },
  {
    name: 'memory export',
    summary: 'every recorded sentence as TMX, or one locale as XLIFF',
    args: '<file>',
    options: [to, ['--reviewed', 'only what a person has reviewed']],
    example: 'dragoman memory export memory.tmx',
    load: async () => ({ run: (await import('./memory.ts')).exportMemory }),
  },
  {
    name: 'memory align',
    summary: 'adopt editions that people translated before: align their sentences, write their records',
    args: '[slug...]',
    options: [to, dryRun],
    example: 'dragoman memory align --to es',
    load: () => import('./memory-align.ts'),
  },
  {
    name: 'merge-record',
    summary: "git's merge driver for records (set by init): reviewed before machine",
    args: '<base> <ours> <theirs>',
    example: 'dragoman merge-record %O %A %B',
    load: () => import('./merge-record.ts'),
  },
  {
    name: 'engines',
    summary: 'which engines can be used here, for which locales, and what the others need',
    options: [to],
    example: 'dragoman engines --to es,pt',
    load: () => import('./engines.ts'),
  },
  {
    name: 'cost',
    summary: 'the ledger: what engines were sent and what it cost, by run, engine, locale and article',
    example: 'dragoman cost --json',
    load: () => import('./cost.ts'),
  },
  {
    name: 'publish',
    summary: 'the editions as a static site in every language',
    options: [
      ['--out <folder>', 'where the site goes; else "publish.out"'],
      ['--base-url <address>', 'the address that readers use; else "publish.baseUrl"'],
      ['--search', 'with a search in every language (needs the package pagefind)'],
    ],
    example: 'dragoman publish --out site --base-url https://example.org',
    load: () => import('./publish.ts'),
  },
  {
    name: 'preview',
    summary: 'the site on 127.0.0.1, built again at every change',
    options: [
      ['--port <number>', 'else 4000; 0 for any that is free'],
      ['--drafts', 'show drafts and embargoed articles too'],
      ['--search', 'with the search (needs the package pagefind)'],
    ],
    example: 'dragoman preview --drafts',
    load: () => import('./preview.ts'),
  },
  {
    name: 'export',
    summary: 'the editions where another site generator expects them',
    options: [
      ['--layout <name>', 'hugo, docusaurus, astro, eleventy or jekyll'],
      ['--out <folder>', "the generator's project; else export-NAME"],
    ],
    example: 'dragoman export --layout hugo --out ../our-site',
    load: () => import('./export.ts'),
  },
];
