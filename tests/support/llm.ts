/** Chat servers (OpenAI's protocol, and Anthropic's) that translate by putting an accent behind words, or misbehaves as models do. */

import { type JsonResponse, startJsonServer } from './http.ts';

interface ChatRequest {
  readonly model: string;
  readonly temperature?: number;
  readonly max_tokens: number;
  readonly reasoning_effort?: string;
  readonly response_format?: { readonly type: string };
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly tools?: unknown;
}

export interface Chatted {
  readonly texts: readonly {
    readonly id: string;
    readonly text: string;
    readonly before?: string;
    readonly after?: string;
    readonly draft?: string;
    readonly lacks?: readonly string[];
  }[];
  readonly title?: string;
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

interface MessagesRequest {
  readonly model: string;
  readonly max_tokens: number;
  readonly system: readonly { readonly text: string; readonly cache_control?: object }[];
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly output_config?: { readonly effort?: string; readonly format?: object };
  readonly temperature?: number;
}

/** Anthropic's messages; the model's answer may be a whole response. */
export async function startMessages(
  answer: (asked: Chatted, request: MessagesRequest) => JsonResponse | string = (asked) => translations(asked),
) {
  let current = answer;
  const server = await startJsonServer(({ body, path }) => {
    if (path !== '/v1/messages') return { status: 404, body: { type: 'error', error: { type: 'not_found_error', message: `no ${path}` } } };
    const request = body as MessagesRequest;
    const said = current(JSON.parse(request.messages.at(-1)?.content ?? '{}') as Chatted, request);
    if (typeof said !== 'string') return said;
    const usage = { input_tokens: 100, output_tokens: 50, cache_read_input_tokens: 1_000, cache_creation_input_tokens: 200 };
    const content = [{ type: 'text', text: said }];
    return { body: { id: 'm1', type: 'message', role: 'assistant', model: request.model, content, stop_reason: 'end_turn', usage } };
  });
  return {
    ...server,
    last: () => server.requests.at(-1)?.body as MessagesRequest,
    be: (next: typeof answer) => {
      current = next;
    },
  };
}

/** Dollars for a million tokens, as the thinking server bills them. */
export const THINKING_PRICES = { input: 2, cachedInput: 0.5, output: 8 };

/**
 * A model that thinks before it answers: of the bound it first spends `thinking` tokens, and says nothing where that is all.
 * It keeps its own books: a token is four characters, what it was asked before from the first sign on is cached.
 */
export async function startThinking(thinking: number, options: { readonly tellsReasoning?: boolean } = {}) {
  const books = { cost: 0, requests: 0, cutOff: 0 };
  const seen: string[] = [];
  const tokens = (text: string) => Math.ceil(text.length / 4);
  const chat = await startChat((asked, request) => {
    const prompt = request.messages.map(({ content }) => content).join('');
    const cached = Math.max(0, ...seen.map((earlier) => tokens(earlier.slice(0, shared(earlier, prompt)))));
    seen.push(prompt);
    const answer = translations(asked);
    const isCut = thinking + tokens(answer) > request.max_tokens;
    const output = Math.min(request.max_tokens, thinking + tokens(answer));
    const fresh = tokens(prompt) - cached;
    books.cost += (fresh * THINKING_PRICES.input + cached * THINKING_PRICES.cachedInput + output * THINKING_PRICES.output) / 1e6;
    books.requests++;
    if (isCut) books.cutOff++;
    const usage = {
      prompt_tokens: tokens(prompt),
      completion_tokens: output,
      total_tokens: tokens(prompt) + output,
      prompt_tokens_details: { cached_tokens: cached },
      ...(options.tellsReasoning === false ? {} : { completion_tokens_details: { reasoning_tokens: Math.min(thinking, output) } }),
    };
    const message = { role: 'assistant', content: isCut ? '' : answer };
    return {
      body: { id: 'c', object: 'chat.completion', choices: [{ index: 0, finish_reason: isCut ? 'length' : 'stop', message }], usage },
    };
  });
  return { ...chat, books };
}

function shared(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
