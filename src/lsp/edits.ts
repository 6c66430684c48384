/** Texts as an editor's edits. */

import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** The one edit that makes a document another text: no character at its ends that stays as it is. */
export function editTo(document: TextDocument, text: string): TextEdit {
  const before = document.getText();
  const least = Math.min(before.length, text.length);
  let start = 0;
  while (start < least && before[start] === text[start]) start++;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end++;
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
