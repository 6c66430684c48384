/** Starts `dragoman lsp` for the folder that is open, and asks for the reason of a waiver, which the protocol has no question for. */

import { window, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';

const WAIVE = 'dragoman.waive';
/** Arguments of the command: the file, the sentence, the check, the reason. */
const REASON = 3;

let client;

export async function activate() {
  const [folder] = workspace.workspaceFolders ?? [];
  const [command, ...args] = workspace.getConfiguration('dragoman').get('command');
  const server = { command, args, options: { cwd: folder?.uri.fsPath } };
  client = new LanguageClient('dragoman', 'Dragoman', server, {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'file', language: 'mdx' },
      { scheme: 'file', pattern: '**/*.{md,mdx,csv}' },
    ],
    middleware: {
      executeCommand: async (name, given, next) => {
        if (name !== WAIVE) return next(name, given);
        const reason = await window.showInputBox({ prompt: 'Why is it right as it is?', value: given[REASON] });
        return reason ? next(name, given.with(REASON, reason)) : undefined;
      },
    },
  });
  await client.start();
}

export async function deactivate() {
  await client?.stop();
}
