/** An editor for tests: the real language server in a process of its own, spoken to over its standard input and output. */

import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type PublishDiagnosticsParams,
  type ShowMessageRequestParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

export interface Editor {
  readonly uri: (file: string) => string;
  readonly open: (file: string, text: string) => Promise<void>;
  readonly change: (file: string, text: string) => Promise<void>;
  readonly save: (file: string) => Promise<void>;
  /** Resolves with what is found in a text of the file that was opened or changed last. */
  readonly diagnostics: (file: string) => Promise<readonly Diagnostic[]>;
  // biome-ignore lint/suspicious/noExplicitAny: the protocol's shapes are what the tests assert
  readonly ask: (method: string, params: unknown) => Promise<any>;
  /** A question about a place, named by the words that begin there. */
  // biome-ignore lint/suspicious/noExplicitAny: the protocol's shapes are what the tests assert
  readonly askAt: (method: string, file: string, words: string, more?: object) => Promise<any>;
  /** Questions that the server has asked its person. */
  readonly questions: ShowMessageRequestParams[];
  /** Resolves when the server has asked for its hints to be read again. */
  readonly hintsRefreshed: () => Promise<void>;
}

/**
 * @param answer the title of what a person chooses where they are asked
 * @param capabilities what the editor says that it can; nothing unless told
 */
export async function editorOn(
  root: string,
  { answer = 'Apply', capabilities = {} }: { readonly answer?: string; readonly capabilities?: ClientCapabilities } = {},
): Promise<Editor> {
  const child = spawn(process.execPath, [MAIN, 'lsp', '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const texts = new Map<string, { version: number; text: string }>();
  const found = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Set<() => void>();
  const questions: ShowMessageRequestParams[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    found.set(params.uri, params);
    for (const look of [...waiting]) look();
  });
  connection.onRequest('window/showMessageRequest', (params: ShowMessageRequestParams) => {
    questions.push(params);
    return params.actions?.find(({ title }) => title === answer) ?? null;
  });
  let onHintsRefreshed = () => {};
  connection.onRequest('workspace/inlayHint/refresh', () => {
    onHintsRefreshed();
    return null;
  });
  connection.listen();
  onTestFinished(async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    const code = await ended;
    if (code !== 0) throw new Error(`the server ended with ${code}`);
    connection.dispose();
  });
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: pathToFileURL(root).href, capabilities });
  await connection.sendNotification('initialized', {});
  const uri = (file: string) => pathToFileURL(join(root, file)).href;
  const put = (file: string, text: string) => {
    const version = (texts.get(file)?.version ?? 0) + 1;
    texts.set(file, { version, text });
    return version;
  };
  const ask: Editor['ask'] = (method, params) => connection.sendRequest(method, params);
  return {
    uri,
    questions,
    hintsRefreshed: () =>
      new Promise((resolve) => {
        onHintsRefreshed = resolve;
      }),
    ask,
    open: (file, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(file), languageId: 'markdown', version: put(file, text), text },
      }),
    change: (file, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(file), version: put(file, text) },
        contentChanges: [{ text }],
      }),
    save: (file) => {
      found.delete(uri(file));
      return connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri(file) } });
    },
    diagnostics: (file) =>
      new Promise((resolve) => {
        const look = () => {
          const one = found.get(uri(file));
          if (one === undefined || one.version !== texts.get(file)?.version) return;
          waiting.delete(look);
          resolve(one.diagnostics);
        };
        waiting.add(look);
        look();
      }),
    askAt: (method, file, words, more = {}) => {
      const before = (texts.get(file)?.text ?? '').split(words)[0] ?? '';
      const lines = before.split('\n');
      const position = { line: lines.length - 1, character: (lines.at(-1) as string).length };
      return ask(method, { textDocument: { uri: uri(file) }, position, ...more });
    },
  };
}
