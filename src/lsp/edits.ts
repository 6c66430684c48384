/** Texts as an editor's edits. */

import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** How much two texts have in common at their start, and behind that at their end. */
export function commonEnds(one: string, other: string): { readonly start: number; readonly end: number } {
  const least = Math.min(one.length, other.length);
  let start = 0;
  while (start < least && one[start] === other[start]) start++;
  let end = 0;
  while (end < least - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return { start, end };
}

/** The one edit that makes a document another text: no character at its ends that stays as it is. */
export function editTo(document: TextDocument, text: string): TextEdit {
  const before = document.getText();
  const { start, end } = commonEnds(before, text);
  return {
    range: { start: document.positionAt(start), end: document.positionAt(before.length - end) },
    newText: text.slice(start, text.length - end),
  };
}

/** @param uri of a file that may not be there yet */
export function workspaceEdit(uri: string, document: TextDocument | undefined, text: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  const edit = document === undefined ? { range: { start, end: start }, newText: text } : editTo(document, text);
  const change: TextDocumentEdit = { textDocument: { uri, version: null }, edits: [edit] };
  return { documentChanges: document === undefined ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change] };
}
