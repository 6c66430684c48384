/** `dragoman lsp`: a language server on standard input and output. */

import { Console } from 'node:console';
import process from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../lsp/server.ts';
import { version } from '../program/version.ts';
import type { RunCommand } from './command.ts';
import { exit } from './exit.ts';

export const runLsp: RunCommand = async () => {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  // Nothing else may write to standard output, which is the protocol's.
  globalThis.console = new Console(process.stderr);
  await serve(connection, { version: version() });
  return exit.done;
};
