/** A checkout under git, with the command line run in the test's own process. */

import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';
import { checkout } from './checkout.ts';
import { inProcess } from './program.ts';

export function repository(files: Readonly<Record<string, string>>, config: Readonly<Record<string, unknown>> = {}) {
  const project = checkout({ '.gitignore': '.dragoman/\nrequests.ndjson\n', ...files }, config);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', project.root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  git('init', '-q', '-b', 'main');
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-qm', message);
  };
  /** Replaces what must be there. */
  const edit = (file: string, from: string, to: string) => {
    expect(project.read(file)).toContain(from);
    project.write(
      file,
      project.read(file).replace(from, () => to),
    );
  };
  return { ...project, run: inProcess(project.root), git, commit, edit };
}
