/** What the sentence under the cursor still wants: its terms as the glossary has them, and the marks of its source that it lacks. */

import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Mark } from '../article.ts';
import { IS_SAID } from '../edition/enforce-terms.ts';
import { usesTerm } from '../glossary/uses.ts';
import type { Opened } from '../session/workspace.ts';
import { marks, words } from '../text.ts';
import { sentenceAt } from './sentences.ts';

/** @param snippets whether the editor puts the cursor where a snippet says; without it `$1` would be text */
export function completions(
  { open, desk }: Opened,
  document: TextDocument,
  at: Position,
  { snippets }: { readonly snippets: boolean },
): CompletionItem[] {
  const sentence = sentenceAt(open, at);
  if (sentence === undefined) return [];
  const { segment } = sentence;
  const target = open.edition.targets.get(segment.id)?.text ?? [];
  const said = words(target);
  const line = document.getText({ start: { line: at.line, character: 0 }, end: at });
  const terms = desk.glossary.matches(segment).map(({ term }): CompletionItem => {
    const isLacking = !IS_SAID.has(usesTerm(said, term, open.locale));
    return {
      ...inserted({ text: term.target, begun: begun(line, term.target, { fromWord: true }), at }),
      label: term.target,
      kind: CompletionItemKind.Value,
      detail: `${term.source}${term.kind === undefined ? '' : ` (${term.kind})`}`,
      ...(term.note !== undefined && { documentation: term.note }),
      sortText: `${isLacking ? 0 : 2}${term.target}`,
      preselect: isLacking,
    };
  });
  const marksLacking = lackingMarks(marks(segment.text), marks(target)).map(({ mark, close }): CompletionItem => {
    const text = snippets ? `${snippet(mark.source)}${close && `$1${snippet(close)}`}` : `${mark.source}${close}`;
    return {
      ...inserted({ text, begun: begun(line, mark.source, { fromWord: false }), at }),
      label: `${mark.source}${close && `…${close}`}`,
      kind: CompletionItemKind.Snippet,
      detail: 'a mark of the source',
      ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
      filterText: mark.source,
      sortText: `1${mark.id}`,
    };
  });
  return [...new Map([...terms, ...marksLacking].map((item) => [item.label, item])).values()];
}

/** @returns the marks that a target lacks, each with the source bytes of its end, which are empty for a mark without one */
function lackingMarks(source: readonly Mark[], target: readonly Mark[]): { mark: Mark; close: string }[] {
  const there = new Set(target.map(({ role, id }) => `${role} ${id}`));
  return source.flatMap((mark) => {
    if (mark.role === 'close' || there.has(`${mark.role} ${mark.id}`)) return [];
    const close = mark.role === 'open' ? source.find(({ role, id }) => role === 'close' && id === mark.id) : undefined;
    return [{ mark, close: close?.source ?? '' }];
  });
}

/**
 * How much of a text stands before the cursor already.
 * @param line up to the cursor
 * @param fromWord whether what stands there begins a word
 * @returns UTF-16 code units
 */
function begun(line: string, text: string, { fromWord }: { readonly fromWord: boolean }): number {
  for (let length = Math.min(line.length, text.length); length > 0; length--) {
    if (line.slice(-length).toLowerCase() !== text.slice(0, length).toLowerCase()) continue;
    if (!fromWord || !/[\p{L}\p{N}]$/u.test(line.slice(0, -length))) return length;
  }
  return 0;
}

/** What is begun is written over: an editor's own guess is the last word, which a term of two words would double. */
function inserted({ text, begun, at }: { text: string; begun: number; at: Position }): Pick<CompletionItem, 'insertText' | 'textEdit'> {
  if (begun === 0) return { insertText: text };
  return { textEdit: { range: { start: { ...at, character: at.character - begun }, end: at }, newText: text } };
}

const snippet = (bytes: string): string => bytes.replace(/[\\$}]/g, '\\$&');
