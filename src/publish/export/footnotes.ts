/**
 * Footnotes for a generator whose Markdown has none: their calls and texts as elements, in the form of markdown-it-footnote, so that
 * they look alike in a site that has it.
 */

import type { FootnoteDefinition, FootnoteReference, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { micromarkExtensions, syntaxOf } from '../../markdown/syntax.ts';
import { type Edit, splice } from '../../splice.ts';
import type { ExportedEdition } from './layout.ts';

export function footnotesAsHtml({ body, extensions }: ExportedEdition): string {
  if (!body.includes('[^')) return body;
  const tree = fromMarkdown(body, { extensions: micromarkExtensions(syntaxOf('md', extensions)), mdastExtensions: gfmFromMarkdown() });
  const calls: FootnoteReference[] = [];
  const texts = new Map<string, FootnoteDefinition>();
  collect(tree, calls, texts);
  const numbers = new Map<string, number>();
  const seen = new Map<string, number>();
  const edits: Edit[] = [];
  for (const call of calls) {
    const { identifier } = call;
    if (!texts.has(identifier)) continue;
    const number = numbers.get(identifier) ?? numbers.size + 1;
    numbers.set(identifier, number);
    const again = (seen.get(identifier) ?? 0) + 1;
    seen.set(identifier, again);
    const id = `fnref${number}${again > 1 ? `:${again - 1}` : ''}`;
    edits.push({ span: spanOf(call), text: `<sup class="footnote-ref"><a href="#fn${number}" id="${id}">[${number}]</a></sup>` });
  }
  for (const definition of texts.values()) edits.push({ span: spanOf(definition), text: '' });
  const notes = [...numbers].map(([identifier, number]) => noteOf(body, texts.get(identifier) as FootnoteDefinition, edits, number));
  const rest = splice(body, edits).trimEnd();
  if (notes.length === 0) return `${rest}\n`;
  return `${rest}\n\n<section class="footnotes">\n<ol class="footnotes-list">\n${notes.join('')}</ol>\n</section>\n`;
}

/** Content between blank lines is Markdown again within elements. */
function noteOf(body: string, definition: FootnoteDefinition, calls: readonly Edit[], number: number): string {
  const { start, end } = spanOf(definition);
  // A note may call another one.
  const inside = calls.filter(({ span }) => span.start > start && span.end <= end);
  const words = splice(body.slice(start, end), inside, start).replace(/^\[\^(?:\\.|[^\]\\])+\]:[ \t]*/, '');
  const flush = words.replace(/\n(?: {4}|\t)/g, '\n').trim();
  return `<li id="fn${number}" class="footnote-item">\n\n${flush} <a href="#fnref${number}" class="footnote-backref">↩</a>\n\n</li>\n`;
}

function spanOf({ position }: FootnoteDefinition | FootnoteReference): Edit['span'] {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** The first text of a label counts, as in GitHub's Markdown. */
function collect(node: Nodes, calls: FootnoteReference[], texts: Map<string, FootnoteDefinition>): void {
  if (node.type === 'footnoteReference') calls.push(node);
  if (node.type === 'footnoteDefinition' && !texts.has(node.identifier)) texts.set(node.identifier, node);
  if ('children' in node) for (const child of node.children) collect(child, calls, texts);
}
