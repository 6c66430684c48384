/** Files of editions that somebody has before them, changed by others: another command, an editor, git. */

import { join } from 'node:path';
import { watch } from 'chokidar';
import type { Opened, Workspace } from '../session/workspace.ts';
import type { ServerEvent } from './contract.ts';

export interface Watching {
  /** Somebody has it before them from now on. */
  readonly add: (opened: Opened) => void;
  readonly close: () => Promise<void>;
}

/** An editor's save is several events; milliseconds after the last of them. */
const SETTLED = 150;

/** Opens an edition anew where its files change: who finds others than before tells. What cannot be opened now is told here. */
export function watchEditions(workspace: Workspace, tell: (event: ServerEvent) => void): Watching {
  const { root } = workspace.project;
  const watcher = watch([], { ignoreInitial: true });
  const editions = new Map<string, Map<string, { readonly locale: string; readonly slug: string }>>();
  const timers = new Map<string, NodeJS.Timeout>();
  watcher.on('all', (_event, path) => {
    for (const [name, { locale, slug }] of editions.get(path) ?? []) {
      clearTimeout(timers.get(name));
      const look = () => {
        timers.delete(name);
        const isKnown = workspace.known(locale, slug) !== undefined;
        if (!isKnown || !isReadable(workspace, locale, slug)) tell({ type: 'files', locale, slug });
      };
      timers.set(name, setTimeout(look, SETTLED));
    }
  });
  return {
    add: ({ name, source, open: { locale, file, recordFile } }) => {
      for (const one of [source.file, file, recordFile]) {
        const path = join(root, one);
        const known = editions.get(path) ?? new Map();
        if (known.size === 0) watcher.add(path);
        editions.set(path, known.set(`${locale} ${name}`, { locale, slug: name }));
      }
    },
    close: async () => {
      for (const timer of timers.values()) clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** Opens it. */
function isReadable(workspace: Workspace, locale: string, slug: string): boolean {
  try {
    return workspace.opened(locale, slug) !== undefined;
  } catch {
    return false;
  }
}
