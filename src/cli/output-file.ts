/** Where a command writes what a person asked it for. */

import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { locate, type Project } from '../project/project.ts';

/**
 * @param given relative to the folder of the command
 * @returns absolute
 * @throws KnownError for a path in the project that leads out of it: a repository may hold such links
 */
export function outputFile(project: Pick<Project, 'root'>, cwd: string, given: string): string {
  const path = resolve(realpathSync(cwd), given);
  const file = relative(project.root, path);
  return file === '..' || file.startsWith(`..${sep}`) || isAbsolute(file) ? path : locate(project, file);
}
