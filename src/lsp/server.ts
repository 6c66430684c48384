/** The language server: an editor's questions answered by the functions that the command line and the page use. */

import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type OpenEdition, segmentsOf } from '../edition/open.ts';
import { KnownError } from '../errors.ts';
import { CONFIG_FILE } from '../project/root.ts';
import type { Opened } from '../session/workspace.ts';
import { COMMANDS, editionActions, sourceActions } from './actions.ts';
import { completions } from './completion.ts';
import { settle } from './decisions.ts';
import { editionsOf, sourceOf } from './definition.ts';
import { diagnosticsWithin, editionDiagnostics, errorDiagnostic, errorInWords, sourceDiagnostics } from './diagnostics.ts';
import { hoverInEdition, hoverInSource } from './hover.ts';
import { inlayHints } from './inlay.ts';
import { createProjects, glossaryLocales, type ProjectFile } from './projects.ts';
import { rename, renamed } from './rename.ts';
import { withinSentence } from './within-sentence.ts';

export interface LanguageServerOptions {
  readonly version: string;
  /** Milliseconds without a change after which a text is looked at. */
  readonly pause?: number;
  /** Milliseconds without a change after which a long edition is read again; until then the sentence that is written is looked at alone. */
  readonly rest?: number;
}

/** A key that is held down is looked at once. */
const PAUSE = 30;
/** Sentences of an edition that is read again at each change: some 30 ms. */
const FEW = 300;
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
  const projects = createProjects(documents);
  const timers = new Map<string, NodeJS.Timeout>();
  let watches = false;

  connection.onInitialize(({ capabilities }) => {
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return { capabilities: CAPABILITIES, serverInfo: { name: 'dragoman', version } };
  });
  connection.onInitialized(() => {
    if (!watches) return;
    const watchers = [{ globPattern: '**/*.{md,mdx,markdown,xlf,csv}' }, { globPattern: '**/dragoman.config.*' }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });

  /** What was found in an edition when it was last read. */
  const read = new WeakMap<OpenEdition, readonly Diagnostic[]>();
  /** A long edition as it was last read, where one sentence of it is being written. */
  const lookWithin = async (document: TextDocument): Promise<boolean> => {
    const place = await projects.of(document.uri);
    const known = place && knownAt(place);
    const before = known && read.get(known.open);
    if (known === undefined || before === undefined || !isLong(known)) return false;
    const within = withinSentence(known.open, document);
    if (within === undefined) return false;
    const diagnostics = diagnosticsWithin(known, document, within, before);
    void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
    return true;
  };
  const look = async (document: TextDocument) => {
    const diagnostics = await diagnosticsOf(document);
    // What has been closed or changed meanwhile is looked at in its turn.
    if (documents.get(document.uri)?.version === document.version)
      void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
  };
  const diagnosticsOf = async (document: TextDocument): Promise<Diagnostic[]> => {
    try {
      const place = await projects.of(document.uri);
      if (place === undefined) return [];
      const { workspace, role, file } = place;
      if (role?.kind === 'source') return sourceDiagnostics(workspace, role.source, document);
      const opened = openedAt(place);
      if (opened !== undefined) {
        const diagnostics = editionDiagnostics(opened, document);
        read.set(opened.open, diagnostics);
        return diagnostics;
      }
      // A glossary that cannot be read says so itself.
      for (const locale of glossaryLocales(workspace, file)) workspace.disk(locale).deskFor(locale);
      return [];
    } catch (error) {
      if (error instanceof KnownError) return [errorDiagnostic(error, document)];
      throw error;
    }
  };
  /** @param ready what is done instead, where it can */
  const lookIn = (ms: number, uri: string, ready: (document: TextDocument) => Promise<boolean>) => {
    clearTimeout(timers.get(uri));
    const work = async () => {
      timers.delete(uri);
      const document = documents.get(uri);
      if (document === undefined) return;
      if (await ready(document)) lookIn(rest, uri, async () => false);
      else await look(document);
    };
    timers.set(
      uri,
      setTimeout(() => work().catch((error: unknown) => connection.console.error(inWords(error))), ms),
    );
  };
  const lookSoon = ({ uri }: { readonly uri: string }) => lookIn(pause, uri, async () => false);
  const lookAtAll = () => documents.all().forEach(lookSoon);

  documents.onDidChangeContent(({ document: { uri } }) => lookIn(pause, uri, lookWithin));
  // Another file's findings may speak of what has been saved: a source, a glossary, a record.
  documents.onDidSave(lookAtAll);
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri, type } of changes) {
      if (!isConfiguration(uri) || type === FileChangeType.Created) continue;
      const place = await projects.of(uri).catch(() => undefined);
      if (place !== undefined) projects.forget(place.workspace);
    }
    lookAtAll();
  });

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
  connection.onHover(({ textDocument: { uri }, position }) =>
    asked(uri, (place, document) => {
      const { workspace, role } = place;
      if (role?.kind === 'source') return hoverInSource(workspace, role.source, document, position);
      const opened = openedAt(place);
      return opened && hoverInEdition(workspace, opened, document, position);
    }),
  );
  connection.onDefinition(({ textDocument: { uri }, position }) =>
    asked(uri, (place, document) => {
      const { workspace, role } = place;
      if (role?.kind === 'source') return editionsOf(projects, workspace, role.source, document, position);
      const opened = openedAt(place);
      return opened === undefined ? [] : sourceOf(projects, workspace, opened, position);
    }),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
    asked(uri, (place, document) => {
      const { workspace, role } = place;
      if (role?.kind === 'source') return sourceActions(projects, workspace, role.source, context.diagnostics);
      const opened = openedAt(place);
      return opened === undefined ? [] : editionActions(opened, document, range, context.diagnostics);
    }),
  );
  connection.onCompletion(({ textDocument: { uri }, position }) =>
    asked(uri, (place) => {
      const opened = openedAt(place);
      return opened === undefined ? [] : completions(opened, position);
    }),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    asked(uri, (place) => {
      // While a sentence of a long edition is being written, the states are those from before it.
      const known = timers.has(uri) ? knownAt(place) : undefined;
      const opened = known !== undefined && isLong(known) ? known : openedAt(place);
      return opened === undefined ? [] : inlayHints(opened, range);
    }),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    asked(uri, (place, document) => {
      const opened = openedAt(place);
      return (opened && renamed(opened, document, position)) ?? null;
    }),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    refusing(async () => {
      const document = documents.get(uri);
      const place = await projects.of(uri);
      const opened = place && openedAt(place);
      if (document === undefined || place === undefined || opened === undefined) return null;
      const confirm = async (preview: string) =>
        (await connection.window.showWarningMessage(preview, { title: APPLY }, { title: 'Cancel' }))?.title === APPLY;
      await rename(projects, place.workspace, { opened, document, at: position, target: newName, confirm });
      lookAtAll();
      // The files are written: an editor reads them again, and has nothing to change itself.
      return { changes: {} };
    }),
  );
  connection.onExecuteCommand(({ command, arguments: given = [] }) =>
    refusing(async () => {
      const [uri = '', segment = '', check, reason] = given.map(String);
      const place = await projects.of(uri);
      if (place?.role?.kind !== 'edition') return null;
      const { source, locale } = place.role;
      const waiver = command === COMMANDS.waive ? { check: check ?? '', reason: reason ?? '' } : undefined;
      await settle(projects, place.workspace, { locale, slug: source.slug, segment, waiver });
      lookAtAll();
      return null;
    }),
  );

  documents.listen(connection);
  return new Promise((resolve) => {
    connection.onExit(() => {
      for (const timer of timers.values()) clearTimeout(timer);
      projects.close();
      resolve();
    });
    connection.listen();
  });
}

const APPLY = 'Apply';

const isConfiguration = (uri: string): boolean => uri.slice(uri.lastIndexOf('/') + 1).startsWith(CONFIG_FILE.replace(/json$/, ''));

/** The edition that a file is; undefined where it is another file, or nothing is opened of it. */
function openedAt({ workspace, role }: ProjectFile): Opened | undefined {
  return role?.kind === 'edition' ? workspace.opened(role.locale, role.source.slug) : undefined;
}

/** The same as it was last opened, whatever it says by now. */
function knownAt({ workspace, role }: ProjectFile): Opened | undefined {
  return role?.kind === 'edition' ? workspace.known(role.locale, role.source.slug) : undefined;
}

const isLong = ({ open }: Opened): boolean => segmentsOf(open.edition.article).length > FEW;

/** What a person has to know is the answer's error, which editors show. */
async function refusing<Answer>(work: () => Promise<Answer>): Promise<Answer | ResponseError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KnownError) return new ResponseError(LSPErrorCodes.RequestFailed, inWords(error));
    throw error;
  }
}

function inWords(error: unknown): string {
  if (error instanceof KnownError) return errorInWords(error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
