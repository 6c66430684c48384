/** A forge on this machine that speaks the part of GitHub's and GitLab's API that Dragoman asks for. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

interface PullRequest {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  open: boolean;
}

export interface LocalForge {
  readonly address: string;
  readonly pulls: PullRequest[];
  readonly comments: { id: number; body: string }[];
  /** The status that every request gets, instead of an answer. */
  refuses: number | undefined;
  readonly tokens: Set<string>;
}

export async function localForge(kind: 'github' | 'gitlab' = 'github'): Promise<LocalForge> {
  const state = { pulls: [] as PullRequest[], comments: [] as { id: number; body: string }[], tokens: new Set<string>() };
  const forge: LocalForge = { ...state, address: '', refuses: undefined };
  const isGitlab = kind === 'gitlab';
  const listed = (pull: PullRequest) => ({ [isGitlab ? 'web_url' : 'html_url']: `https://forge.example/${forge.pulls.indexOf(pull) + 1}` });
  const requests = isGitlab ? /^\/projects\/7\/merge_requests$/ : /^\/repos\/desk\/site\/pulls$/;
  const comments = isGitlab ? /^\/projects\/7\/merge_requests\/\d+\/notes$/ : /^\/repos\/desk\/site\/issues\/\d+\/comments$/;
  const comment = isGitlab ? /^\/projects\/7\/merge_requests\/\d+\/notes\/(\d+)$/ : /^\/repos\/desk\/site\/issues\/comments\/(\d+)$/;

  const answer = (method: string, url: URL, body: Record<string, string>): readonly [status: number, json: unknown] => {
    if (forge.refuses !== undefined) return [forge.refuses, { message: 'no' }];
    const query = url.searchParams;
    if (requests.test(url.pathname) && method === 'GET') {
      const head = isGitlab ? query.get('source_branch') : query.get('head')?.replace(/^desk:/, '');
      const base = query.get(isGitlab ? 'target_branch' : 'base');
      return [200, forge.pulls.filter((one) => one.open && one.head === head && one.base === base).map(listed)];
    }
    if (requests.test(url.pathname) && method === 'POST') {
      const pull = {
        head: body[isGitlab ? 'source_branch' : 'head'] ?? '',
        base: body[isGitlab ? 'target_branch' : 'base'] ?? '',
        title: body.title ?? '',
        open: true,
      };
      if (forge.pulls.some((one) => one.open && one.head === pull.head && one.base === pull.base)) return [isGitlab ? 409 : 422, {}];
      forge.pulls.push(pull);
      return [201, listed(pull)];
    }
    if (comments.test(url.pathname) && method === 'GET') {
      const [size, page] = [Number(query.get('per_page')), Number(query.get('page'))];
      return [200, forge.comments.slice(size * (page - 1), size * page)];
    }
    if (comments.test(url.pathname) && method === 'POST') {
      forge.comments.push({ id: forge.comments.length + 1, body: body.body ?? '' });
      return [201, {}];
    }
    const own = forge.comments.find(({ id }) => id === Number(comment.exec(url.pathname)?.[1]));
    if (own === undefined || method !== (isGitlab ? 'PUT' : 'PATCH')) return [404, { message: 'Not Found' }];
    own.body = body.body ?? '';
    return [200, {}];
  };

  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      forge.tokens.add(String(request.headers[isGitlab ? 'private-token' : 'authorization']));
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const [status, json] = answer(request.method ?? '', url, text === '' ? {} : JSON.parse(text));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return Object.assign(forge, { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
