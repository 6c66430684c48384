/** Headings, lists, tables, code and quotes of an edition are those of the source: words that became syntax, or syntax that was lost. */

import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { Edition } from '../article.ts';
import { KnownError } from '../errors.ts';
import { bodyStart } from '../frontmatter/fence.ts';
import { micromarkExtensions, syntaxOf } from '../markdown/syntax.ts';
import { worded } from '../text/worded.ts';
import type { EditionCheck, Remark } from './check.ts';

interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly lang?: string | null;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

const CONTAINERS = new Set(['root', 'blockquote', 'list', 'listItem', 'table', 'tableRow', 'footnoteDefinition']);

export const structureCheck: EditionCheck = {
  name: 'structure',
  format: 'markdown',
  edition: ({ edition, output }) => {
    const { source } = edition.article;
    const written = withoutAdditions(edition, output);
    const lost = lostMarkers(source, written);
    if (lost.length > 0 && !removesBlocks(edition))
      return lost.map(({ text, line }) => ({
        ...worded`The line "${text}" of the source is lost`,
        expected: [text],
        got: [],
        line,
        column: 1,
      }));
    // Lines that begin alike make the same blocks; most editions need no parser.
    if (lineStarts(source) === lineStarts(written) || removesBlocks(edition)) return [];
    const expected = outline(source);
    const got = outline(written);
    const at = expected.findIndex((line, index) => line.what !== got[index]?.what);
    const index = at < 0 ? expected.length : at;
    if (index === expected.length && got.length === expected.length) return [];
    const remark: Remark = {
      ...worded`The structure differs from the source here`,
      expected: [expected[index]?.what ?? 'the end'],
      got: [got[index]?.what ?? 'the end'],
      line: got[index]?.line ?? got.at(-1)?.line ?? 1,
      column: 1,
    };
    return [remark];
  },
};

/**
 * Lines that mean something to a generator and hold no words of a reader's: alerts, admonitions, containers, tables of contents,
 * lists of attributes, template tags. An alert's own title is words, so its kind alone is compared.
 */
const MARKER =
  /^[ \t>]*(?:\[!(?<alert>[\w-]+)(?:\|[^\]\n]*)?\][+-]?(?=[ \t]|$)|(?<admonition>(?:!!!|\?\?\?)\+?[ \t]+[\w-]+)|(?<container>:{3,}[ \t]*(?:\{[\w:-]+\}|[\w-]+)?)|(?<line>\[\[?_?TOC_?\]\]?[ \t]*$|\{:?[ \t]*[.#][^{}\n]*\}[ \t]*$|\{%[^\n]*%\}[ \t]*$))/i;

/** The marker lines of the source that the edition has not, each with the line of the edition after which it is missed. */
function lostMarkers(source: string, written: string): { text: string; line: number }[] {
  if (!/\[!|!!!|\?\?\?|:::|TOC|\{/.test(source)) return [];
  const there = markersOf(written);
  let line = 1;
  return markersOf(source).flatMap(({ key, text }) => {
    const at = there.findIndex((marker) => marker.key === key);
    if (at < 0) return [{ text, line }];
    line = there.splice(0, at + 1).at(-1)?.line ?? line;
    return [];
  });
}

function markersOf(text: string): { key: string; text: string; line: number }[] {
  let fence: string | undefined;
  return withoutFrontMatter(text)
    .split(/\r?\n/)
    .flatMap((line, at) => {
      const own = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
      if (own !== undefined) fence = fence === undefined ? own[0] : own[0] === fence ? undefined : fence;
      const found = fence === undefined ? MARKER.exec(line) : null;
      if (found === null) return [];
      const { alert, admonition, container, line: whole } = found.groups ?? {};
      const key =
        alert === undefined ? (admonition ?? container ?? whole ?? '').replace(/[ \t]+/g, ' ').trim() : `[!${alert.toLowerCase()}]`;
      return [{ key, text: line.trim(), line: at + 1 }];
    });
}

/** A person's own blocks have no source. */
/**
 * The file without its person's own paragraphs, one after the other as they are in it. They are whole lines of its body: a rule of
 * `---` is neither a fence of the front matter nor a part of a table. Every other line keeps its number.
 */
function withoutAdditions({ additions = [] }: Edition, output: string): string {
  let text = output.replaceAll('\r\n', '\n');
  const body = bodyStart(text);
  let at = body;
  for (const { markdown } of additions) {
    const own = markdown.replaceAll('\r\n', '\n');
    const found = [at, body].map((from) => linesAt(text, own, from)).find((place) => place >= 0);
    if (found === undefined) continue;
    const blank = own.replace(/[^\n]/g, '');
    text = text.slice(0, found) + blank + text.slice(found + own.length);
    at = found + blank.length;
  }
  return text;
}

/** Where whole lines begin in a text; -1 where they are not in it. */
function linesAt(text: string, lines: string, from: number): number {
  if (lines === '') return -1;
  for (let at = text.indexOf(lines, from); at >= 0; at = text.indexOf(lines, at + 1)) {
    const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    const after = text[at + lines.length];
    // A paragraph of a person's own may be in a list or a quotation.
    if (/^[ \t>]*$/.test(before) && (after === undefined || after === '\n' || lines.endsWith('\n'))) return at;
  }
  return -1;
}

/** Whether a person took sentences out: then blocks may be gone by decision. */
function removesBlocks(edition: Edition): boolean {
  return [...edition.targets.values()].some((target) => target.state !== 'machine' && target.text.length === 0);
}

/** What each line begins with, as far as it makes a block; lines of running text are all alike. */
function lineStarts(text: string): string {
  return withoutFrontMatter(text)
    .split(/\r?\n/)
    .map((line) => {
      const start =
        /^(?:[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+))*[ \t]*(?:#{1,6}(?=[ \t]|$)|`{3,}|~{3,}|=+[ \t]*$|-{2,}[ \t]*$|<[a-z/!?]|\[\^?[^\]]+\]:|\|)?/i.exec(
          line,
        )?.[0] ?? '';
      const cells = line.split('|').length - 1;
      return `${start.replace(/\d+/, '1')}${cells > 0 ? `|${cells}` : ''}${line.trim() === '' ? '' : '.'}`;
    })
    .join('\n')
    .replace(/(?:\n\.)+/g, '\n.');
}

function outline(text: string): { what: string; line: number }[] {
  const tree = fromMarkdown(withoutFrontMatter(text), {
    extensions: micromarkExtensions(syntaxOf()),
    mdastExtensions: [gfmFromMarkdown()],
  }) as Node;
  const lines: { what: string; line: number }[] = [];
  const visit = (node: Node, depth: number) => {
    const detail =
      node.depth ??
      (node.type === 'list' ? (node.ordered ? 'ordered' : 'bulleted') : node.type === 'tableRow' ? `${node.children?.length} cells` : '');
    if (depth > 0)
      lines.push({
        what: `${'  '.repeat(depth - 1)}${node.type}${detail === '' ? '' : ` ${detail}`}`,
        line: node.position?.start.line ?? 1,
      });
    if (CONTAINERS.has(node.type)) for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(tree, 0);
  return lines;
}

/** Blank lines in its place, so that line numbers stay. Front matter that cannot be read is another check's finding. */
function withoutFrontMatter(text: string): string {
  try {
    const body = bodyStart(text);
    return text.slice(0, body).replace(/[^\n]/g, '') + text.slice(body);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return text;
  }
}
