/** A chat server that translates by putting an accent behind words, or misbehaves as models do. */

import { type JsonResponse, startJsonServer } from './http.ts';

interface ChatRequest {
  readonly model: string;
  readonly temperature: number;
  readonly max_tokens: number;
  readonly response_format?: { readonly type: string };
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly tools?: unknown;
}

export interface Chatted {
  readonly texts: readonly { readonly id: string; readonly text: string; readonly before?: string; readonly after?: string }[];
  readonly terms?: readonly { readonly source: string; readonly target: string }[];
  readonly examples?: readonly object[];
}

/** What the model says to the texts: a whole response, its content, or undefined for never. */
export type Model = (asked: Chatted, request: ChatRequest) => JsonResponse | string | undefined;

export const accent = (fragment: string) =>
  fragment.replace(/<[^>]*>|&\w+;|(?<![\p{L}\p{N}/@.:;_-])\p{L}[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}/@:_-]|\.\p{Ll})/gu, (part) =>
    /^[<&]/.test(part) ? part : `${part}\u00ea`,
  );

export const translations = (asked: Chatted, translate = accent) =>
  JSON.stringify({ translations: asked.texts.map(({ id, text }) => ({ id, text: translate(text) })) });

export async function startChat(model: Model = (asked) => translations(asked)) {
  let current = model;
  const server = await startJsonServer(({ body, path }) => {
    if (path !== '/v1/chat/completions') return { status: 404, body: { error: { message: `no ${path}` } } };
    const request = body as ChatRequest;
    const said = current(JSON.parse(request.messages.at(-1)?.content ?? '{}') as Chatted, request);
    if (typeof said !== 'string') return said;
    return {
      body: {
        id: 'chat-1',
        object: 'chat.completion',
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: said } }],
      },
    };
  });
  return {
    ...server,
    url: `${server.url}/v1`,
    last: () => server.requests.at(-1)?.body as ChatRequest,
    be: (next: Model) => {
      current = next;
    },
  };
}
