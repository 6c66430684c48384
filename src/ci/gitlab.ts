/** GitLab's REST API, version 4 (https://docs.gitlab.com/api/rest). */

import type { Environment } from './event.ts';
import type { ForgeApi } from './forge-api.ts';

/** @returns undefined outside of GitLab */
export function gitlabApi({ CI_API_V4_URL: address, CI_PROJECT_ID: project }: Environment, token: string): ForgeApi | undefined {
  if (address === undefined || project === undefined) return undefined;
  const requests = `/projects/${encodeURIComponent(project)}/merge_requests`;
  return {
    name: 'GitLab',
    requests: 'merge requests',
    address: address.replace(/\/$/, ''),
    headers: { 'private-token': token },
    creation: requests,
    toCreate: ({ branch, base, title, body }) => ({ source_branch: branch, target_branch: base, title, description: body }),
    exists: 409,
    url: 'web_url',
    opened: (branch, base) => `${requests}?${new URLSearchParams({ state: 'opened', source_branch: branch, target_branch: base })}`,
    comments: (number) => `${requests}/${number}/notes`,
    comment: (number, id) => `${requests}/${number}/notes/${id}`,
    renewing: 'PUT',
    help: 'Give DRAGOMAN_TOKEN the scope "api" and the role Developer.',
  };
}
