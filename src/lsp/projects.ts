/** The projects whose files an editor has open, each opened once, with what is in the editor in place of the files. */

import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { localesFor, sourceLocalesOf } from '../edition/collections.ts';
import type { ArticleSource } from '../edition/source.ts';
import type { KnownError } from '../errors.ts';
import { readIfThere } from '../files/bytes.ts';
import { glossaryFile, openProject, readProjectFile } from '../project/project.ts';
import { CONFIG_FILE, configFileIn, projectRoot } from '../project/root.ts';
import { type Opened, openWorkspace, type Workspace } from '../session/workspace.ts';

/** What a file of a project is to Dragoman. */
type Role =
  | { readonly kind: 'source'; readonly source: ArticleSource }
  | { readonly kind: 'edition'; readonly source: ArticleSource; readonly locale: string };

export interface ProjectFile {
  readonly workspace: Workspace;
  /** Relative to the project, with `/`. */
  readonly file: string;
  /** undefined for a file that is neither an article nor an edition of one. */
  readonly role: Role | undefined;
}

export interface Projects {
  /**
   * @returns undefined for a file of no project
   * @throws KnownError where its project cannot be opened
   */
  readonly of: (uri: string) => Promise<ProjectFile | undefined>;
  /** A project's file as a document: as the editor has it, else as it is on disk; undefined where there is none. */
  readonly document: (workspace: Workspace, file: string) => TextDocument | undefined;
  /** Whether the editor has something else than the disk. */
  readonly isUnsaved: (workspace: Workspace, file: string) => boolean;
  readonly close: () => void;
}

/** @param onUnreadable as of `openMemories` */
export function createProjects(
  documents: Pick<TextDocuments<TextDocument>, 'all' | 'get'>,
  onUnreadable: (error: KnownError) => void,
): Projects {
  const opened = new Map<string, { readonly config: string; readonly workspace: Promise<Workspace> }>();
  const ready = new Set<Workspace>();
  const inEditor = (root: string, file: string): TextDocument | undefined => {
    const path = join(root, file);
    return documents.get(pathToFileURL(path).href) ?? documents.all().find(({ uri }) => pathOf(uri) === path);
  };
  const open = async (root: string): Promise<Workspace> => {
    const project = openProject(root);
    const workspace = await openWorkspace(project, { bufferOf: (file) => inEditor(project.root, file)?.getText(), onUnreadable });
    ready.add(workspace);
    return workspace;
  };
  const close = (root?: string) => {
    for (const workspace of [...ready]) {
      if (root !== undefined && workspace.project.root !== root) continue;
      ready.delete(workspace);
      workspace.close();
    }
  };
  /** Not every editor tells of a configuration that has changed, and one that saves by renaming tells of a new file. */
  const openedIn = (root: string): Promise<Workspace> => {
    const config = readIfThere(join(root, configFileIn(root) ?? CONFIG_FILE)) ?? '';
    const known = opened.get(root);
    if (known?.config === config) return known.workspace;
    close(root);
    const workspace = open(root);
    opened.set(root, { config, workspace });
    // One whose fault is not in its own text is opened again.
    workspace.catch(() => opened.delete(root));
    return workspace;
  };
  return {
    of: async (uri) => {
      const path = pathOf(uri);
      const found = path === undefined ? undefined : projectRoot(dirname(path));
      if (path === undefined || found === undefined) return undefined;
      const root = realpathSync(found);
      const workspace = await openedIn(root);
      const file = relative(root, path).split(sep).join('/');
      return { workspace, file, role: roleOf(workspace, file) };
    },
    document: (workspace, file) => {
      const { root } = workspace.project;
      const known = inEditor(root, file);
      if (known !== undefined) return known;
      const text = readProjectFile(workspace.project, file);
      return text === undefined ? undefined : TextDocument.create(pathToFileURL(join(root, file)).href, 'markdown', 0, text);
    },
    isUnsaved: (workspace, file) => {
      const text = inEditor(workspace.project.root, file)?.getText();
      return text !== undefined && text !== readProjectFile(workspace.project, file);
    },
    close: () => close(),
  };
}

/** The real path of a file, which may be there in the editor alone; undefined for what is no file. */
function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  let path: string;
  try {
    path = fileURLToPath(uri);
  } catch {
    // Of another host, or badly encoded: no file of a project.
    return undefined;
  }
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return undefined;
  }
}

function roleOf({ project, articles, disk, locales }: Workspace, file: string): Role | undefined {
  for (const source of articles()) {
    if (source.file === file) return { kind: 'source', source };
    const locale = localesFor(project.config, source, locales).find((one) => disk(one).editionPaths(source, one).file === file);
    if (locale !== undefined) return { kind: 'edition', source, locale };
  }
  return undefined;
}

/** The pairs of languages that a file is the glossary of. */
export function glossaryPairs({ project, locales }: Workspace, file: string): { readonly from: string; readonly to: string }[] {
  const pairs = locales.flatMap((to) => sourceLocalesOf(project.config).map((from) => ({ from, to })));
  return pairs.filter(({ from, to }) => glossaryFile(project, to, from) === file);
}

/** The edition that a file is; undefined where it is another file, or nothing is opened of it. */
export function openedAt({ workspace, role }: ProjectFile): Opened | undefined {
  return role?.kind === 'edition' ? workspace.opened(role.locale, role.source.slug) : undefined;
}

/** The same as it was last opened, whatever it says by now. */
export function knownAt({ workspace, role }: ProjectFile): Opened | undefined {
  return role?.kind === 'edition' ? workspace.known(role.locale, role.source.slug) : undefined;
}
