/** Two people over the sentences of one article, `translate` and an editor beside them, and a server that is killed: nothing accepted is lost. */

import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { random } from '../support/random.ts';
import { type Caller, enter, type Serving, serving } from './serving.ts';

const SENTENCES = 12;
const WORDS = ['harbour', 'mayor', 'bridge', 'ferry', 'school', 'market', 'river', 'tower', 'garden', 'station', 'church', 'museum'];
const SOURCE = `${WORDS.map((word) => `The ${word} is open.`).join(' ')}\n`;
const EDITION = '/api/editions/es/a';

let server: Serving | undefined;
afterEach(async () => server?.kill('SIGKILL'));

async function project() {
  const given = checkout({ 'articles/en/a.md': SOURCE }, { checks: { untranslated: 'off', language: 'off', 'doubled-words': 'off' } });
  expect((await given.run('translate')).code).toBe(0);
  return given;
}

interface Accepted {
  readonly text: string;
  readonly over: string;
  readonly base: string;
}

/** One sentence is opened and saved; what the answer says is noted. */
async function accept(caller: Caller, at: number, text: string, accepted: Map<string, Accepted[]>): Promise<number> {
  const { body: edition } = await caller.send('GET', EDITION);
  const { id, base } = edition.segments[at];
  const { status, body } = await caller.send('POST', `${EDITION}/segments/${id}`, { base, text });
  if (status === 200) accepted.set(id, [...(accepted.get(id) ?? []), { text, over: base, base: body.base }]);
  return status;
}

/** Each accepted text was written over the one before it; the last is in the edition. */
function expectKept(
  accepted: ReadonlyMap<string, readonly Accepted[]>,
  edition: { segments: { id: string; target: string; base: string }[] },
) {
  for (const [id, all] of accepted) {
    const now = edition.segments.find((segment) => segment.id === id);
    const over = new Map(all.map((one) => [one.over, one]));
    expect(over.size).toBe(all.length);
    const last = all.filter(({ base }) => !over.has(base));
    expect(last.map(({ text }) => text)).toEqual([now?.target]);
  }
}

test('two people and translate in a loop: nothing is lost, every collision is told, no run is refused', async () => {
  const given = await project();
  server = await serving(given.root);
  const caller = await enter(server);
  const accepted = new Map<string, Accepted[]>();
  const any = random(7);
  const statuses = new Map<number, number>();
  let isOver = false;
  const person = async (name: string, times: number) => {
    for (let time = 0; time < times; time++) {
      const status = await accept(caller, any.below(SENTENCES), `${name} escribe ${time}.`, accepted);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const codes: (number | null)[] = [];
  const runs = (async () => {
    while (!isOver) codes.push((await given.run('translate')).code);
  })();
  await Promise.all([person('Ana', 30), person('Bo', 30)]);
  isOver = true;
  await runs;
  expect([...statuses.keys()].filter((status) => status !== 200 && status !== 409)).toEqual([]);
  expect(codes.every((code) => code === 0)).toBe(true);
  expect(codes.length).toBeGreaterThan(0);
  expectKept(accepted, (await caller.send('GET', EDITION)).body);
  expect((await given.run('translate', '--frozen')).code).toBe(0);
});

test('a server that is killed at any moment loses nothing that it has answered for, and no draft', async () => {
  const given = await project();
  server = await serving(given.root);
  const port = Number(new URL(server.url).port);
  const caller = await enter(server);
  const accepted = new Map<string, Accepted[]>();
  const any = random(11);
  for (let time = 0; time < 4; time++) {
    const at = any.below(SENTENCES);
    const { id } = (await caller.send('GET', EDITION)).body.segments[(at + 1) % SENTENCES];
    expect((await caller.send('PUT', `${EDITION}/segments/${id}/draft`, { base: 'none', text: `Borrador ${time}` })).status).toBe(204);
    const saving = accept(caller, at, `Ana escribe ${time}.`, accepted).catch(() => 0);
    await sleep(any.below(120));
    await server.kill('SIGKILL');
    await saving;
    server = await serving(given.root, port);
    const { body } = await caller.send('GET', EDITION);
    const segment = body.segments.find((one: { id: string }) => one.id === id);
    expect(segment.drafts.map(({ text }: { text: string }) => text)).toContain(`Borrador ${time}`);
    // What had no answer is written when the server is back, or was before.
    const late = body.segments[at];
    const known = accepted.get(late.id)?.some(({ base }) => base === late.base) === true;
    if (!known && late.target === `Ana escribe ${time}.`)
      accepted.set(late.id, [...(accepted.get(late.id) ?? []), { text: late.target, over: `unanswered ${time}`, base: late.base }]);
    for (const [own, all] of accepted) {
      const now = body.segments.find((one: { id: string }) => one.id === own);
      expect(all.map(({ text }) => text).concat(late.id === own ? [`Ana escribe ${time}.`] : [])).toContain(now.target);
    }
  }
});
