/** Providers' batches on this machine: OpenAI's files and batches, and Anthropic's message batches. Done when the test says so. */

import { type JsonResponse, startJsonServer } from './http.ts';
import { type Chatted, translations } from './llm.ts';

interface Line {
  readonly custom_id: string;
  readonly body?: { readonly messages: readonly { readonly content: string }[] };
  readonly params?: { readonly messages: readonly { readonly content: string }[] };
}

const USAGE = { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 };

/** @param refuses batches are not to be had */
export async function startBatches(refuses = false) {
  const state = {
    isDone: false,
    expired: new Set<string>(),
    isGone: false,
    /** By id of a line: why it has no answer. */
    errors: new Map<string, string>(),
    /** Why the batch as a whole was refused after it was taken. */
    failed: undefined as string | undefined,
    isDenied: false,
  };
  const batches: Line[][] = [];
  const files: string[] = [];
  const metadata: object[] = [];
  const said = ({ body, params }: Line) => translations(JSON.parse((body ?? params)?.messages.at(-1)?.content ?? '{}') as Chatted);
  const openai = (name: string) => ({
    id: name,
    object: 'batch',
    status: state.failed !== undefined ? 'failed' : state.isDone ? 'completed' : 'in_progress',
    ...(state.failed !== undefined && { errors: { object: 'list', data: [{ code: 'invalid', message: state.failed }] } }),
    ...(state.isDone && { output_file_id: `out-${name}` }),
    ...(state.errors.size > 0 && { error_file_id: `errors-${name}` }),
  });
  const outcome = (line: Line) =>
    state.expired.has(line.custom_id)
      ? { type: 'expired' }
      : state.errors.has(line.custom_id)
        ? { type: 'errored', error: { type: 'error', error: { type: 'api_error', message: state.errors.get(line.custom_id) } } }
        : {
            type: 'succeeded',
            message: {
              type: 'message',
              content: [{ type: 'text', text: said(line) }],
              stop_reason: 'end_turn',
              usage: { input_tokens: 1_000, output_tokens: 100 },
            },
          };
  const anthropic = (name: string, url: string) => ({
    id: name,
    type: 'message_batch',
    processing_status: state.isDone ? 'ended' : 'in_progress',
    results_url: state.isDone ? `${url}/v1/messages/batches/${name}/results` : null,
  });
  const server = await startJsonServer(({ method, path, body, headers }): JsonResponse => {
    const name = /[/-](b\d+)/.exec(path)?.[1] ?? `b${batches.length}`;
    const lines = batches[Number(name.slice(1))] ?? [];
    if (state.isDenied) return { status: 401, body: { error: { message: 'no such key' } } };
    if (refuses) return { status: 404, body: { error: { message: 'no batches here' } } };
    if (path === '/v1/files') {
      const form = String(body);
      files.push(form.slice(form.indexOf('{'), form.lastIndexOf('}') + 1));
      return { body: { id: `f${files.length - 1}`, object: 'file' } };
    }
    if (state.isGone && path !== '/v1/files') return { status: 404, body: { error: { message: 'no such batch' } } };
    if (path.startsWith('/v1/batches') && method === 'GET' && !/b\d/.test(path))
      return { body: { object: 'list', data: metadata.map((one, at) => ({ ...openai(`b${at}`), metadata: one })).reverse() } };
    if (path === '/v1/batches') {
      metadata.push((body as { metadata?: object }).metadata ?? {});
      const file = files[Number((body as { input_file_id: string }).input_file_id.slice(1))] ?? '';
      batches.push(file.split('\n').map((line) => JSON.parse(line) as Line));
      return { body: openai(`b${batches.length - 1}`) };
    }
    if (path.startsWith('/v1/batches/')) return { body: openai(name) };
    if (path.startsWith('/v1/files/errors-'))
      return {
        body: [...state.errors]
          .map(([custom_id, message]) => JSON.stringify({ custom_id, response: { status_code: 400, body: { error: { message } } } }))
          .join('\n'),
      };
    if (path.startsWith('/v1/files/'))
      return {
        body: lines
          .filter(({ custom_id }) => !state.expired.has(custom_id) && !state.errors.has(custom_id))
          .map((line) => {
            const message = { role: 'assistant', content: said(line) };
            const answer = { choices: [{ finish_reason: 'stop', message }], usage: USAGE };
            return JSON.stringify({ custom_id: line.custom_id, response: { status_code: 200, body: answer } });
          })
          .join('\n'),
      };
    if (path === '/v1/messages/batches' && method === 'POST') {
      batches.push([...(body as { requests: Line[] }).requests]);
      return { body: anthropic(`b${batches.length - 1}`, `http://${headers.host}`) };
    }
    if (path.endsWith('/results'))
      return { body: lines.map((line) => JSON.stringify({ custom_id: line.custom_id, result: outcome(line) })).join('\n') };
    if (path.startsWith('/v1/messages/batches/')) return { body: anthropic(name, `http://${headers.host}`) };
    return { status: 404, body: { error: { message: `no ${path}` } } };
  });
  return { ...server, batches, state };
}
