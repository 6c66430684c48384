/** The offer of models on a terminal: what a registry was asked is remembered for a while. */

import { expect, test } from 'vitest';
import { offerModels } from '../../src/cli/offer-models.ts';
import { openProject } from '../../src/project/project.ts';
import { checkout } from '../support/checkout.ts';
import { startJsonServer } from '../support/http.ts';

const DAY = 24 * 60 * 60 * 1000;

async function offered(answer: { readonly status?: number; readonly body?: unknown }) {
  const server = await startJsonServer(() => answer);
  const { root } = checkout({}, { engine: undefined, engines: { bergamot: { registry: `${server.url}/models.json` } } });
  const said: string[] = [];
  const context = { say: (line: string) => said.push(line), signal: new AbortController().signal, env: {} };
  const at = { days: 0 };
  const clock = { now: () => at.days * DAY, sleep: async () => {} };
  const offer = () => offerModels(openProject(root), ['es'], context as never, clock);
  return { server, said, at, offer };
}

test('a registry that lacks a locale says so once, and is asked again after a week', async () => {
  const { server, said, at, offer } = await offered({ body: { models: {} } });
  await offer();
  await offer();
  at.days = 6;
  await offer();
  expect(server.requests).toHaveLength(1);
  expect(said).toEqual(['The embedded engine has no model for en -> es; its list is asked again in a week.']);
  at.days = 8;
  await offer();
  expect(server.requests).toHaveLength(2);
  await server.stop();
});

test('a registry that cannot be read is not waited for again within the hour', async () => {
  const { server, said, at, offer } = await offered({ status: 503 });
  await offer();
  await offer();
  expect([server.requests.length, said]).toEqual([1, []]);
  at.days = 1;
  await offer();
  expect(server.requests).toHaveLength(2);
  await server.stop();
});
