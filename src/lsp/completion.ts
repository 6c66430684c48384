/** What the sentence under the cursor still wants: its terms as the glossary has them, and the marks of its source that it lacks. */

import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from 'vscode-languageserver/node';
import type { Mark } from '../article.ts';
import { IS_SAID } from '../edition/enforce-terms.ts';
import { usesTerm } from '../glossary/uses.ts';
import type { Opened } from '../session/workspace.ts';
import { marks, words } from '../text.ts';
import { sentenceAt } from './sentences.ts';

export function completions({ open, desk }: Opened, at: Position): CompletionItem[] {
  const sentence = sentenceAt(open, at);
  if (sentence === undefined) return [];
  const { segment } = sentence;
  const target = open.edition.targets.get(segment.id)?.text ?? [];
  const said = words(target);
  const terms = desk.glossary.matches(segment).map(({ term }): CompletionItem => {
    const isLacking = !IS_SAID.has(usesTerm(said, term, open.locale));
    return {
      label: term.target,
      kind: CompletionItemKind.Value,
      detail: `${term.source}${term.kind === undefined ? '' : ` (${term.kind})`}`,
      ...(term.note !== undefined && { documentation: term.note }),
      sortText: `${isLacking ? 0 : 2}${term.target}`,
      preselect: isLacking,
    };
  });
  return [...new Map([...terms, ...lackingMarks(marks(segment.text), marks(target))].map((item) => [item.label, item])).values()];
}

function lackingMarks(source: readonly Mark[], target: readonly Mark[]): CompletionItem[] {
  const there = new Set(target.map(({ role, id }) => `${role} ${id}`));
  return source.flatMap((mark): CompletionItem[] => {
    if (mark.role === 'close' || there.has(`${mark.role} ${mark.id}`)) return [];
    const close = mark.role === 'open' ? source.find(({ role, id }) => role === 'close' && id === mark.id) : undefined;
    return [
      {
        label: `${mark.source}${close === undefined ? '' : `…${close.source}`}`,
        kind: CompletionItemKind.Snippet,
        detail: 'a mark of the source',
        insertText: `${snippet(mark.source)}${close === undefined ? '' : `$1${snippet(close.source)}`}`,
        insertTextFormat: InsertTextFormat.Snippet,
        filterText: mark.source,
        sortText: `1${mark.id}`,
      },
    ];
  });
}

const snippet = (bytes: string): string => bytes.replace(/[\\$}]/g, '\\$&');
