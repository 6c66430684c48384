/** GitHub's REST API, as github.com, GitHub Enterprise and Forgejo speak it (https://docs.github.com/rest, version 2022-11-28). */

import type { Environment } from './event.ts';
import type { ForgeApi } from './forge-api.ts';

/** @returns undefined outside of GitHub */
export function githubApi({ GITHUB_REPOSITORY: repository, GITHUB_API_URL: address }: Environment, token: string): ForgeApi | undefined {
  if (repository === undefined || repository === '') return undefined;
  const repo = `/repos/${repository}`;
  return {
    name: 'GitHub',
    requests: 'pull requests',
    address: (address ?? 'https://api.github.com').replace(/\/$/, ''),
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
    creation: `${repo}/pulls`,
    toCreate: ({ branch, base, title, body }) => ({ head: branch, base, title, body }),
    exists: 422,
    url: 'html_url',
    opened: (branch, base) => {
      const head = `${repository.split('/')[0]}:${branch}`;
      return `${repo}/pulls?${new URLSearchParams({ state: 'open', head, base })}`;
    },
    comments: (number) => `${repo}/issues/${number}/comments`,
    comment: (_, id) => `${repo}/issues/comments/${id}`,
    renewing: 'PATCH',
    help: 'Give the job "pull-requests: write", and let Actions create pull requests (Settings, Actions, General).',
  };
}
