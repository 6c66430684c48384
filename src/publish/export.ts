/** The editions where another site generator expects them. */

import { Document, type ScalarTag } from 'yaml';
import { knownOf } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { readFrontMatter } from '../frontmatter/data.ts';
import { type ArticleFields, isWithheld, readFields, writtenDates } from '../frontmatter/fields.ts';
import { dialectOf } from '../markdown/syntax.ts';
import { astroLayout } from './export/astro.ts';
import { docusaurusLayout } from './export/docusaurus.ts';
import { eleventyLayout } from './export/eleventy.ts';
import { hugoLayout } from './export/hugo.ts';
import { jekyllLayout } from './export/jekyll.ts';
import { type ExportedEdition, type Layout, WrittenDate } from './export/layout.ts';
import { openExportFolder } from './export/listed-folder.ts';
import { createChromes } from './page/chrome.ts';
import { correctionsOf, noteText } from './page/disclosure.ts';
import type { EditionInput, SiteInput } from './survey/input.ts';
import { isSiteSlug } from './survey/page-addresses.ts';
import { stateRules } from './survey/state-rules.ts';

export const layouts: readonly Layout[] = [hugoLayout, docusaurusLayout, astroLayout, eleventyLayout, jekyllLayout];

export interface ExportResult {
  readonly editions: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly findings: readonly Finding[];
}

/** @param out the generator's project, absolute */
export function exportEditions(input: SiteInput, layout: Layout, out: string): ExportResult {
  const folder = openExportFolder(out);
  const findings: Finding[] = [];
  const { options, sourceLocale } = input;
  const telling = { options, sourceLocale, chrome: createChromes(input.strings, sourceLocale, input.locales).in };
  let editions = 0;
  for (const article of input.articles) {
    const loaded = article.load().editions;
    const original = loaded.find((edition) => edition.state === 'source');
    const source = original && readEdition(input, article.slug, original, findings);
    if (source === undefined || isWithheld(source.fields, input.now)) continue;
    for (const edition of loaded) {
      const read = edition === original ? source : readEdition(input, article.slug, edition, findings);
      if (read === undefined || isWithheld(read.fields, input.now) || stateRules(input.options, edition.state).publish === 'none') continue;
      const file = layout.path(read);
      if (edition.errors.length > 0) {
        folder.keep(file);
        findings.push(...edition.errors);
        continue;
      }
      const refused = folder.put(file, exportedText(layout, read, disclosed(telling, read, source)));
      if (refused === undefined) editions++;
      else {
        const { slug } = article;
        const { locale } = edition;
        findings.push({ check: 'publish', level: 'error', slug, locale, file: edition.file, message: refused, got: [file] });
      }
    }
  }
  const { written, removed, left } = folder.finish();
  for (const file of left)
    findings.push({
      ...{ check: 'publish', level: 'error', file, got: [file] },
      message: 'The file belongs to the export no more, but is not as Dragoman wrote it, so it stays. Remove it by hand',
    });
  return { editions, written, removed, findings };
}

/** What readers must know of the text, for the generator's own templates: the note in their language, corrections that only the source has yet. */
function disclosed(telling: Parameters<typeof noteText>[0], edition: ExportedEdition, source: ExportedEdition): Record<string, unknown> {
  const corrections = correctionsOf(edition, source).map(({ text, date, locale }) => ({
    text,
    ...(date === undefined ? {} : { date }),
    lang: locale,
  }));
  return {
    translationNote: noteText(telling, edition, source),
    corrections: corrections.length === 0 ? undefined : corrections,
  };
}

function exportedText(layout: Layout, edition: ExportedEdition, told: Readonly<Record<string, unknown>>): string {
  const data: Record<string, unknown> = { ...edition.data, title: edition.fields.title, ...layout.frontMatter(edition), ...told };
  for (const key of Object.keys(data)) if (data[key] === undefined) delete data[key];
  // The generators read YAML 1.1: there "no" is a boolean and 1:30 a number, so such words are quoted.
  const yaml = new Document(data, { version: '1.1', aliasDuplicateObjects: false, customTags: (tags) => [WRITTEN, ...tags] }).toString({
    lineWidth: 0,
    directives: false,
  });
  return `---\n${yaml.replace(/^%YAML 1\.1\n---\n/, '')}---\n${edition.body.startsWith('\n') ? '' : '\n'}${layout.body(edition)}`;
}

/** Unquoted: a schema of Astro's takes a quoted date for a text. */
const WRITTEN: ScalarTag = {
  ...{ tag: 'tag:yaml.org,2002:timestamp', default: true, identify: (value) => value instanceof WrittenDate },
  resolve: (text) => text,
  stringify: ({ value }) => (value as WrittenDate).text,
};

function readEdition(input: SiteInput, slug: string, edition: EditionInput, findings: Finding[]): ExportedEdition | undefined {
  const { locale, file, text, state } = edition;
  try {
    const { data, body } = readFrontMatter(text);
    const { timeZone } = input.options;
    const fields = readFields(data, slug, timeZone);
    const { date, updated } = writtenDates(data, timeZone);
    return {
      ...{ slug, locale, state, fields, data, sourceLocale: input.sourceLocale, dialect: dialectOf(file), extensions: input.extensions },
      address: addressOf(fields, slug),
      date: date === undefined ? undefined : new WrittenDate(date),
      updated: updated === undefined ? undefined : new WrittenDate(updated),
      body: text.slice(body),
    };
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    findings.push({
      check: 'publish',
      level: 'error',
      slug,
      locale,
      file,
      line: Number(known.place?.split(':')[0] ?? 1),
      message: `${known.message}; the edition is not exported`,
    });
    return undefined;
  }
}

function addressOf({ slug: own }: ArticleFields, slug: string): string {
  const chosen = own?.replace(/^\/+|\/+$/g, '');
  return chosen !== undefined && chosen !== '' && isSiteSlug(chosen) ? chosen : slug;
}
