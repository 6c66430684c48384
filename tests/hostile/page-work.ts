/** What somebody does on the translator's page in one sitting: a draft, two sentences, a term; each may meet a fault of the server's. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Caller, enter, serving } from '../edit/serving.ts';

const FAULT_AT = pathToFileURL(join(import.meta.dirname, '../support/fault-at.mjs')).href;

const DRAFT = 'El transbordador a';
const ACCEPTED = { a: 'El muelle A abre.', b: 'El muelle B ya abre.' };
const TERM = { source: 'ferry', target: 'ferri' };

export const STEPS = ['draft', 'a', 'b', 'term'] as const;
type Step = (typeof STEPS)[number];

const editionOf = (slug: string) => `/api/editions/es/${slug}`;
type Shown = {
  readonly id: string;
  readonly source: string;
  readonly base: string;
  readonly target: string | null;
  readonly drafts: readonly { text: string }[];
};

async function sentence(caller: Caller, slug: string, words: string): Promise<Shown> {
  const { body } = await caller.send('GET', editionOf(slug));
  return body.segments.find(({ source }: Shown) => source.includes(words));
}

const DO: Readonly<Record<Step, (caller: Caller) => Promise<number>>> = {
  draft: async (caller) => {
    const { id, base } = await sentence(caller, 'a', 'The ferry');
    return (await caller.send('PUT', `${editionOf('a')}/segments/${id}/draft`, { base, text: DRAFT })).status;
  },
  a: (caller) => accept(caller, 'a'),
  b: (caller) => accept(caller, 'b'),
  term: async (caller) => {
    const { status, body } = await caller.submit(`/t/es/${TERM.source}`, { target: TERM.target });
    return body.includes('class="notice refused"') ? 409 : status;
  },
};

async function accept(caller: Caller, slug: 'a' | 'b'): Promise<number> {
  const { id, base } = await sentence(caller, slug, 'The quay');
  return (await caller.send('POST', `${editionOf(slug)}/segments/${id}`, { base, text: ACCEPTED[slug] })).status;
}

/**
 * @param env of the server, beside this process's own
 * @returns what was answered to each step, as far as somebody answered
 */
export async function sitAtPage(
  root: string,
  env: Readonly<Record<string, string>>,
  afterEach: (step: Step) => void = () => {},
): Promise<ReadonlyMap<Step, number>> {
  const answers = new Map<Step, number>();
  // Undefined where it is killed as it starts.
  const server = await serving(root, 0, { ...env, NODE_OPTIONS: `--import ${FAULT_AT}` }).catch(() => undefined);
  if (server === undefined) return answers;
  try {
    const caller = await enter(server);
    for (const step of STEPS) {
      answers.set(step, await DO[step](caller));
      afterEach(step);
    }
  } catch (error) {
    // Of `fetch`: the server has been killed.
    if (!(error instanceof TypeError)) throw error;
  } finally {
    await server.kill('SIGTERM');
  }
  return answers;
}

/** Steps that a server without faults knows as done, before anything is asked of it. */
export async function stepsDone(root: string): Promise<ReadonlySet<Step>> {
  const server = await serving(root);
  try {
    const caller = await enter(server);
    const done = new Set<Step>();
    if ((await sentence(caller, 'a', 'The ferry')).drafts.some(({ text }) => text === DRAFT)) done.add('draft');
    for (const slug of ['a', 'b'] as const) if ((await sentence(caller, slug, 'The quay')).target === ACCEPTED[slug]) done.add(slug);
    return done;
  } finally {
    await server.kill('SIGTERM');
  }
}
