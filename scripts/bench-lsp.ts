/**
 * `npm run bench:lsp`: milliseconds from a change in the editor to the findings of it, over the protocol, with a server that is warm.
 * An edition as long as a news article, and one of 3,000 sentences; every change is another sentence with a number of its own.
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { CAPITALS } from '../tests/support/checkout.ts';

const MAIN = resolve(import.meta.dirname, '../src/cli/main.ts');
const CHANGES = 20;
const LENGTHS = { news: 40, long: 3_000 };

const root = mkdtempSync(join(tmpdir(), 'dragoman-lsp-'));
try {
  mkdirSync(join(root, 'articles/en'), { recursive: true });
  // Words without signs that Markdown would escape, as an edition has them.
  writeFileSync(join(root, 'engine.mjs'), CAPITALS);
  const engine = { engine: 'capitals', engines: { capitals: { module: './engine.mjs' } } };
  writeFileSync(join(root, 'dragoman.config.json'), JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], ...engine }));
  for (const [name, length] of Object.entries(LENGTHS)) {
    const sentence = (at: number) => `The harbour office of ward ${at} told ${at + 3} reporters on Monday that it closes at ${at % 12}.`;
    const sentences = Array.from({ length }, (_, at) => `${sentence(at)}${at % 4 === 3 ? '\n\n' : ' '}`);
    writeFileSync(join(root, `articles/en/${name}.md`), `# News of ${length}\n\n${sentences.join('').trim()}\n`);
  }
  spawnSync(process.execPath, [MAIN, 'translate', '--cwd', root], { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const name of Object.keys(LENGTHS)) console.log(name, await measured(`articles/es/${name}.md`));
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** The median and the worst of some changes, in milliseconds. */
async function measured(file: string): Promise<{ median: number; worst: number }> {
  const child = spawn(process.execPath, [MAIN, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  let found = (_: PublishDiagnosticsParams) => {};
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => found(params));
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: pathToFileURL(root).href, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(join(root, file)).href;
  let text = readFileSync(join(root, file), 'utf8');
  const timed = async (version: number, send: () => Promise<void>) => {
    const before = performance.now();
    const done = new Promise<void>((resolve) => {
      found = (params) => {
        if (params.version === version) resolve();
      };
    });
    await send();
    await done;
    return performance.now() - before;
  };
  await timed(1, () =>
    connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } }),
  );
  const times: number[] = [];
  for (let at = 0; at < CHANGES; at++) {
    const version = at + 2;
    const place = text.indexOf('.', Math.floor((text.length * (at + 1)) / (CHANGES + 2)));
    text = `${text.slice(0, place)} ${at}${text.slice(place)}`;
    const contentChanges = [{ text }];
    times.push(
      await timed(version, () => connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges })),
    );
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  times.sort((one, other) => one - other);
  return { median: Math.round(times[CHANGES / 2] as number), worst: Math.round(times.at(-1) as number) };
}
