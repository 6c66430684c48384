/** The front matter of an edition's file, key by key: what the source's author changed goes in where no person has. */

import type { Article, Edition } from '../article.ts';
import { type Entry, entriesOf } from '../frontmatter/entries.ts';
import { type FrontMatter, findFrontMatter } from '../frontmatter/fence.ts';
import { shortSum } from '../markdown/layout.ts';
import { editsOf, type WriteOptions } from '../markdown/write.ts';
import { type Edit, splice } from '../splice.ts';
import type { Clash } from './clash.ts';

interface Front {
  readonly source: string;
  readonly at: FrontMatter;
  readonly entries: readonly Entry[];
}

function frontOf(source: string): Front | undefined {
  const at = findFrontMatter(source);
  return at === undefined ? undefined : { source, at, entries: entriesOf(source, at) };
}

/**
 * The sums of an article's values. Words are left out of a sum, so that a translation has the same as its source.
 * @param known those of a record. A value that differs in white space alone has the sum that is known; that of its plain form is for
 *   new records, that of its bytes is known to those of versions that had no other
 */
export function frontSums({ source, blocks }: Article, known: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const front = frontOf(source);
  const isYaml = front?.at.language === 'yaml';
  const own = blocks.filter(({ kind }) => kind === 'frontMatter').flatMap(({ segments }) => segments.map(({ span }) => span));
  return new Map(
    (front?.entries ?? []).map(({ key, value, end }) => {
      const words = own.filter((span) => span.start >= value && span.end <= end);
      const bytes = splice(
        source.slice(value, end),
        words.map((span) => ({ span, text: '' })),
        value,
      );
      // The quotes around words are the writer's: it puts them where a language's words need them.
      if (words.length > 0) return [key, shortSum(bytes.replace(/["'\s]/g, ''))];
      const [sum, plain] = [shortSum(bytes.trim()), shortSum(isYaml ? plainYaml(bytes) : bytes.trim())];
      return [key, known.get(key) === sum ? sum : plain];
    }),
  );
}

/** A value of YAML without white space that means nothing; one with text over several lines, or in quotes, stays as it is. */
function plainYaml(bytes: string): string {
  const value = bytes.trim().replace(/\r\n?/g, '\n');
  if (/["']|(?:^|[:-])[ \t]*(?:[!&][^\s]*[ \t]+)?[|>][-+\d]*[ \t]*(?:#.*)?$/m.test(value)) return value;
  const lines = value.split('\n').map((line) => line.trimEnd());
  const indents = lines.slice(1).flatMap((line) => (line === '' ? [] : [line.search(/\S/)]));
  const steps = [...new Set(indents)].sort((a, b) => a - b);
  return lines
    .map((line, at) => {
      const text = line
        .trim()
        .replace(/^(-|[^\s:#[{]+:)[ \t]+/, '$1 ')
        .replace(/(?<![ \t])[ \t]+#/, ' #');
      const flow = /^(?:- |[^\s:#[{]+: )?[[{][^#]*[\]}]$/.test(text)
        ? text.replace(/([[{])[ \t]+|(?<![ \t])[ \t]+(?=[\]}])/g, '$1').replace(/,[ \t]+/g, ', ')
        : text;
      return at === 0 || flow === '' ? flow : ' '.repeat(2 + 2 * steps.indexOf(line.search(/\S/))) + flow;
    })
    .join('\n');
}

/** The front matter as it would be written anew, and the sums that its record gets: those of the source, and of the keys that editions get of their own. @param known as in `frontSums` */
export function freshFront(
  edition: Edition,
  options: WriteOptions,
  known?: ReadonlyMap<string, string>,
): { readonly text: string; readonly sums: ReadonlyMap<string, string> } {
  const { article, locale, targets } = edition;
  const body = findFrontMatter(article.source)?.body ?? 0;
  const own = new Set(article.blocks.filter(({ kind }) => kind === 'frontMatter').flatMap(({ segments }) => segments.map(({ id }) => id)));
  const words = new Map([...targets].filter(([id]) => own.has(id)));
  const { anchors: _, ...rest } = options;
  const edits = editsOf({ article, locale, targets: words }, rest).filter(({ span }) => span.end <= Math.max(body, 1));
  const text = splice(article.source.slice(0, body), edits);
  const set = new Set(Object.keys(options.set ?? {}).map((path) => path.split(/[.[]/, 1)[0] as string));
  const sums = frontSums(article, known);
  const front = set.size === 0 ? undefined : frontOf(text);
  for (const { key, value, end } of front?.entries ?? []) if (set.has(key)) sums.set(key, shortSum(text.slice(value, end).trim()));
  return { text, sums };
}

/**
 * @param known the sums of the source that the edition was made from
 * @returns edits of the file, and keys that both sides changed
 */
export function frontEdits(
  present: Article,
  known: ReadonlyMap<string, string>,
  fresh: { readonly text: string; readonly sums: ReadonlyMap<string, string> },
): { edits: Edit[]; clashes: Clash[] } {
  const there = frontOf(present.source);
  const now = frontOf(fresh.text);
  const edits: Edit[] = [];
  const clashes: Clash[] = [];
  if (there === undefined) {
    const start = present.source.startsWith('\uFEFF') ? 1 : 0;
    if (now !== undefined && known.size === 0) edits.push({ span: { start, end: start }, text: fresh.text.slice(start) });
    return { edits, clashes };
  }
  if (now !== undefined && now.at.language !== there.at.language) return { edits, clashes };
  const eol = /\r\n|\n/.exec(present.source)?.[0] ?? '\n';
  const linesOf = ({ start, end }: Entry) => fresh.text.slice(start, end).replace(/\r\n|\n/g, eol);
  const sums = frontSums(present, known);
  const entries = new Map(there.entries.map((entry) => [entry.key, entry]));
  const isJson = there.at.language === 'json';
  let after: Entry | undefined;
  for (const entry of now?.entries ?? []) {
    const { key } = entry;
    const old = entries.get(key);
    const [was, is, shown] = [known.get(key), fresh.sums.get(key), sums.get(key)];
    if (was !== is && old === undefined && was === undefined) edits.push(...put(there, after, linesOf(entry), isJson, eol));
    else if (was !== is && shown !== is) {
      if (old !== undefined && shown === was) edits.push({ span: { start: old.start, end: old.end }, text: linesOf(entry) });
      else clashes.push({ at: old?.start ?? there.at.start, source: linesOf(entry).trim(), got: textOf(present, old) });
    }
    after = old ?? after;
  }
  for (const [key, was] of known) {
    const old = entries.get(key);
    if (old === undefined || fresh.sums.has(key)) continue;
    if (sums.get(key) === was)
      edits.push({ span: isJson ? memberSpan(present.source, old) : { start: old.start, end: old.end }, text: '' });
    else clashes.push({ at: old.start, source: '', got: textOf(present, old) });
  }
  return { edits, clashes };
}

function textOf({ source }: Article, entry: Entry | undefined): string {
  return entry === undefined ? '' : source.slice(entry.start, entry.end).trim();
}

/** A key after the one that it follows in the source. */
function put({ source, at }: Front, after: Entry | undefined, text: string, isJson: boolean, eol: string): Edit[] {
  if (isJson) {
    const brace = source.indexOf('{', at.start) + 1;
    const empty = /^\s*\}/.test(source.slice(brace, at.end));
    if (after !== undefined) return [{ span: { start: after.end, end: after.end }, text: `,${eol}  ${text}` }];
    return [{ span: { start: brace, end: brace }, text: `${eol}  ${text}${empty ? eol : ','}` }];
  }
  const place = after?.end ?? at.start;
  return [{ span: { start: place, end: place }, text: text.endsWith('\n') ? text : text + eol }];
}

/** A member of JSON with the comma between it and its neighbour. */
function memberSpan(source: string, { start, end }: Entry): { start: number; end: number } {
  const next = /^\s*,/.exec(source.slice(end));
  if (next !== null) return { start, end: end + next[0].length };
  const before = /,\s*$/.exec(source.slice(0, start));
  return { start: before?.index ?? start, end };
}
