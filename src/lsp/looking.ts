/** When open documents are looked at: at once within the words of a long edition, else a moment after the last change. */

import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type OpenEdition, segmentsOf } from '../edition/open.ts';
import { KnownError } from '../errors.ts';
import type { Opened } from '../session/workspace.ts';
import { diagnosticsWithin, editionDiagnostics, errorDiagnostic, sourceDiagnostics } from './diagnostics.ts';
import { glossaryPairs, knownAt, openedAt, type Projects } from './projects.ts';
import { type WithinSentence, withinSentence } from './within-sentence.ts';

/** Every look ends with the document's diagnostics sent. */
export interface Looking {
  readonly atChange: (document: Pick<TextDocument, 'uri'>) => void;
  /** At every open document: what has changed elsewhere may concern it. */
  readonly atAll: () => void;
  /** Whether a document is to be looked at soon. */
  readonly isWaiting: (uri: string) => boolean;
  readonly forget: (uri: string) => void;
  readonly close: () => void;
}

/** Sentences of an edition that is read again at each change: some 30 ms. */
const FEW = 300;

export const isLong = ({ open }: Opened): boolean => segmentsOf(open.edition.article).length > FEW;

/**
 * @param pause milliseconds without a change after which a document is looked at
 * @param rest the same for a long edition of which one sentence is being written
 * @param onReadAgain called when a document has been read without a change right before: the states of its sentences may be others
 */
export function createLooking(
  connection: Pick<Connection, 'sendDiagnostics' | 'console'>,
  documents: Pick<TextDocuments<TextDocument>, 'all' | 'get'>,
  projects: Projects,
  { pause, rest, onReadAgain }: { readonly pause: number; readonly rest: number; readonly onReadAgain: () => void },
): Looking {
  const timers = new Map<string, NodeJS.Timeout>();
  /** What was found in an edition when it was last read. */
  const found = new WeakMap<OpenEdition, readonly Diagnostic[]>();
  /** Editions with the sentences that have been written since they were read. */
  const written = new Map<string, Opened>();
  const send = ({ uri, version }: TextDocument, diagnostics: Diagnostic[]) =>
    void connection.sendDiagnostics({ uri, version, diagnostics });

  const read = async (document: TextDocument): Promise<Diagnostic[]> => {
    written.delete(document.uri);
    const place = await projects.of(document.uri);
    if (place === undefined) return [];
    const { workspace, role, file } = place;
    if (role?.kind === 'source') return sourceDiagnostics(workspace, role.source, document);
    const opened = openedAt(place);
    if (opened !== undefined) {
      const diagnostics = editionDiagnostics(opened, document);
      found.set(opened.open, diagnostics);
      return diagnostics;
    }
    // A glossary that cannot be read says so itself.
    for (const { from, to } of glossaryPairs(workspace, file)) workspace.disk(to).deskFor(to, from);
    return [];
  };
  /** A long edition as it was last read, where one sentence of it is being written. */
  const within = async (document: TextDocument): Promise<Diagnostic[] | undefined> => {
    const place = await projects.of(document.uri);
    const known = place && (written.get(document.uri) ?? knownAt(place));
    const before = known && found.get(known.open);
    if (known === undefined || before === undefined || !isLong(known)) return undefined;
    const sentence = withinSentence(known.open, document);
    if (sentence === undefined) return undefined;
    const diagnostics = diagnosticsWithin(known, document, sentence, before);
    const open = withSentence(known.open, document, sentence);
    written.set(document.uri, { ...known, open });
    found.set(open, diagnostics);
    return diagnostics;
  };
  const look = async (uri: string, isWritten: boolean): Promise<void> => {
    const document = documents.get(uri);
    if (document === undefined) return;
    try {
      const quick = isWritten ? await within(document) : undefined;
      const diagnostics = quick ?? (await read(document));
      // What has been closed or changed meanwhile is looked at in its turn.
      if (documents.get(uri)?.version !== document.version) return;
      send(document, diagnostics);
      if (quick !== undefined) lookIn(rest, uri, false);
      if (!isWritten) onReadAgain();
    } catch (error) {
      if (error instanceof KnownError) send(document, [errorDiagnostic(error, document)]);
      else connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  };
  const lookIn = (ms: number, uri: string, isWritten: boolean) => {
    clearTimeout(timers.get(uri));
    const start = () => {
      timers.delete(uri);
      void look(uri, isWritten);
    };
    timers.set(uri, setTimeout(start, ms));
  };
  const forget = (uri: string) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    written.delete(uri);
  };
  return {
    atChange: ({ uri }) => lookIn(pause, uri, true),
    atAll: () => {
      for (const { uri } of documents.all()) lookIn(pause, uri, false);
    },
    isWaiting: (uri) => timers.has(uri),
    forget,
    close: () => {
      for (const uri of [...timers.keys()]) forget(uri);
    },
  };
}

function withSentence({ texts, edition, ...open }: OpenEdition, document: TextDocument, { segment, target }: WithinSentence): OpenEdition {
  const targets = new Map([...edition.targets, [segment, target]]);
  return { ...open, texts: { ...texts, localized: document.getText() }, edition: { ...edition, targets } };
}
