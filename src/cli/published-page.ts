/**
 * The site as it will be published, for whoever works at an edition: `dragoman preview` as a process of its own, so that a build of a large
 * site keeps nobody waiting who writes.
 */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { cacheFolder, type Project } from '../project/project.ts';
import { publishedPaths } from '../publish/survey/manifest.ts';
import type { CommandContext } from './command.ts';

export interface PublishedPages {
  /**
   * The preview is started at the first call, and follows every change of a file.
   * @param file of an edition, relative to the project
   * @returns undefined where the site has no page of it
   */
  readonly addressOf: (file: string) => Promise<string | undefined>;
  readonly close: () => void;
}

interface Running {
  readonly url: string;
  /** Where its site is. */
  readonly out: string;
}

export function publishedPages(project: Project, { cwd, config }: Pick<CommandContext, 'cwd' | 'config'>): PublishedPages {
  let end = () => {};
  const start = () =>
    new Promise<Running | undefined>((resolve) => {
      const own = config === undefined ? [] : ['--config', config];
      const args = [process.argv[1] as string, 'preview', '--port', '0', '--drafts', '--json', ...own];
      const child = spawn(process.execPath, [...process.execArgv, ...args], {
        cwd,
        // By the channel it is told that this process is gone, and ends too.
        stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
      });
      end = () => void child.kill('SIGTERM');
      const out = join(cacheFolder(project), 'preview', String(child.pid), 'site');
      createInterface(child.stdout as Readable).on('line', (line) => {
        const said = JSON.parse(line) as { readonly type: string; readonly url?: string };
        if (said.type === 'preview' && said.url !== undefined) resolve({ url: said.url, out });
      });
      const gone = () => {
        running = undefined;
        resolve(undefined);
      };
      child.once('error', gone);
      child.once('close', gone);
    });
  let running: ReturnType<typeof start> | undefined;
  return {
    addressOf: async (file) => {
      running ??= start();
      const known = await running;
      const path = known && publishedPaths(known.out, project.root)(join(project.root, file));
      return known === undefined || path === undefined ? undefined : known.url + path;
    },
    close: () => end(),
  };
}
