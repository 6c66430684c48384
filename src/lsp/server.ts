/** The language server: an editor's questions answered by the functions that the command line and the page use. */

import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { KnownError } from '../errors.ts';
import { COMMANDS, editionActions, sourceActions } from './actions.ts';
import { completions } from './completion.ts';
import { settle } from './decisions.ts';
import { editionsOf, sourceOf } from './definition.ts';
import { errorInWords } from './diagnostics.ts';
import { hoverInEdition, hoverInSource } from './hover.ts';
import { inlayHints } from './inlay.ts';
import { createLooking, isLong } from './looking.ts';
import { given, PARAMS } from './params.ts';
import { createProjects, knownAt, openedAt, type ProjectFile } from './projects.ts';
import { notRenamed, rename, renamed } from './rename.ts';

export interface LanguageServerOptions {
  readonly version: string;
  /** Milliseconds without a change after which a text is looked at. */
  readonly pause?: number;
  /** Milliseconds without a change after which a long edition is read again; until then the sentence that is written is looked at alone. */
  readonly rest?: number;
}

/** Changes that come together are looked at once. */
const PAUSE = 10;
/** Milliseconds without a change after which a longer edition is read again. */
const REST = 1_000;

const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  definitionProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  completionProvider: {},
  inlayHintProvider: true,
  renameProvider: { prepareProvider: true },
  executeCommandProvider: { commands: Object.values(COMMANDS) },
};

/**
 * Answers on a connection until the editor ends it.
 * @returns resolves once the projects are closed
 */
export function serve(connection: Connection, { version, pause = PAUSE, rest = REST }: LanguageServerOptions): Promise<void> {
  const documents = new TextDocuments(TextDocument);
  const projects = createProjects(documents, (error) => connection.window.showWarningMessage(errorInWords(error)));
  let client: ClientCapabilities = {};

  connection.onInitialize((params?: Partial<InitializeParams>): InitializeResult => {
    client = params?.capabilities ?? {};
    return { capabilities: CAPABILITIES, serverInfo: { name: 'dragoman', version } };
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    const watchers = [{ globPattern: '**/*.{md,mdx,markdown,xlf,csv}' }, { globPattern: '**/dragoman.config.*' }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });

  /** An editor asks for hints when it changes a text; what a decision or another file changes in them it has to be told. */
  const refreshHints = () => {
    if (client.workspace?.inlayHint?.refreshSupport === true) void connection.languages.inlayHint.refresh();
  };
  const looking = createLooking(connection, documents, projects, { pause, rest, onReadAgain: refreshHints });
  documents.onDidChangeContent(({ document }) => looking.atChange(document));
  // Another file's findings may speak of what has been saved: a source, a glossary, a record.
  documents.onDidSave(looking.atAll);
  documents.onDidClose(({ document: { uri } }) => {
    looking.forget(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onDidChangeWatchedFiles(looking.atAll);

  /** What an open document is; nothing for one of no project, or one that is not readable, which its diagnostics say. */
  const asked = async <Answer>(uri: string, answer: (place: ProjectFile, document: TextDocument) => Answer): Promise<Answer | null> => {
    const document = documents.get(uri);
    try {
      const place = document === undefined ? undefined : await projects.of(uri);
      return place === undefined || document === undefined ? null : answer(place, document);
    } catch (error) {
      if (error instanceof KnownError) return null;
      throw error;
    }
  };
  connection.onHover(
    given(PARAMS.place, ({ textDocument: { uri }, position }) =>
      asked(uri, (place, document) => {
        const { workspace, role } = place;
        if (role?.kind === 'source') return hoverInSource(workspace, role.source, document, position);
        const opened = openedAt(place);
        return opened && hoverInEdition(workspace, opened, document, position);
      }),
    ),
  );
  connection.onDefinition(
    given(PARAMS.place, ({ textDocument: { uri }, position }) =>
      asked(uri, (place, document) => {
        const { workspace, role } = place;
        if (role?.kind === 'source') return editionsOf(projects, workspace, role.source, document, position);
        const opened = openedAt(place);
        return opened === undefined ? [] : sourceOf(projects, workspace, opened, position);
      }),
    ),
  );
  connection.onCodeAction(
    given(PARAMS.actions, ({ textDocument: { uri }, range, context }) =>
      asked(uri, (place, document) => {
        const { workspace, role } = place;
        if (role?.kind === 'source') return sourceActions(projects, workspace, role.source, context.diagnostics);
        const opened = openedAt(place);
        return opened === undefined ? [] : editionActions(opened, document, range, context.diagnostics);
      }),
    ),
  );
  connection.onCompletion(
    given(PARAMS.place, ({ textDocument: { uri }, position }) =>
      asked(uri, (place, document) => {
        const opened = openedAt(place);
        const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
        return opened === undefined ? [] : completions(opened, document, position, { snippets });
      }),
    ),
  );
  connection.languages.inlayHint.on(
    given(PARAMS.stretch, ({ textDocument: { uri }, range }) =>
      asked(uri, (place) => {
        // While a sentence of a long edition is being written, the states are those from before it.
        const known = looking.isWaiting(uri) ? knownAt(place) : undefined;
        const opened = known !== undefined && isLong(known) ? known : openedAt(place);
        return opened === undefined ? [] : inlayHints(opened, range);
      }),
    ),
  );
  connection.onPrepareRename(
    given(PARAMS.place, ({ textDocument: { uri }, position }) =>
      asked(uri, (place, document) => {
        const opened = openedAt(place);
        return (opened && renamed(opened, document, position)) ?? null;
      }),
    ),
  );
  connection.onRenameRequest(
    given(PARAMS.name, ({ textDocument: { uri }, position, newName }) =>
      refusing(async () => {
        const document = documents.get(uri);
        const place = await projects.of(uri);
        const opened = place && openedAt(place);
        if (document === undefined || place === undefined || opened === undefined) return null;
        const confirm = async (preview: string) =>
          (await connection.window.showWarningMessage(preview, { title: APPLY }, { title: 'Cancel' }))?.title === APPLY;
        const done = await rename(projects, place.workspace, { opened, document, at: position, target: newName, confirm });
        for (const message of done === undefined ? [] : notRenamed(newName, done)) connection.window.showWarningMessage(message);
        looking.atAll();
        // The files are written: an editor reads them again, and has nothing to change itself.
        return { changes: {} };
      }),
    ),
  );
  connection.onExecuteCommand(
    given(PARAMS.command, ({ command, arguments: words = [] }) =>
      refusing(async () => {
        const [uri = '', segment = '', check, reason] = words.map(String);
        const place = await projects.of(uri);
        if (place?.role?.kind !== 'edition') return null;
        const { source, locale } = place.role;
        const waiver = command === COMMANDS.waive ? { check: check ?? '', reason: reason ?? '' } : undefined;
        await settle(projects, place.workspace, { locale, slug: source.slug, segment, waiver });
        looking.atAll();
        return null;
      }),
    ),
  );

  documents.listen(connection);
  return new Promise((resolve) => {
    connection.onExit(() => {
      looking.close();
      projects.close();
      resolve();
    });
    connection.listen();
  });
}

const APPLY = 'Apply';

/** What a person has to know is the answer's error, which editors show. */
async function refusing<Answer>(work: () => Promise<Answer>): Promise<Answer | ResponseError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KnownError) return new ResponseError(LSPErrorCodes.RequestFailed, errorInWords(error));
    throw error;
  }
}
