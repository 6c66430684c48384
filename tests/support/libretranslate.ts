/** LibreTranslate's protocol on this machine: POST /translate. */

import { type JsonResponse, startJsonServer } from './http.ts';
import { accent } from './llm.ts';

interface LibreRequest {
  readonly q: readonly string[];
  readonly source: string;
  readonly target: string;
  readonly format: string;
  readonly api_key?: string;
}

export async function startLibreTranslate() {
  let behave: (request: LibreRequest) => JsonResponse | 'well' | undefined = () => 'well';
  const server = await startJsonServer(({ path, body }) => {
    if (path !== '/translate') return { status: 404, body: { error: 'Not found' } };
    const request = body as LibreRequest;
    const manner = behave(request);
    // Its HTML goes through a parser that closes void elements and quotes attributes.
    const parsed = (text: string) => accent(text).replace(/<img id=([\w-]+) >/g, '<img id="$1"/>');
    return manner === 'well' ? { body: { translatedText: request.q.map(parsed) } } : manner;
  });
  return {
    ...server,
    last: () => server.requests.at(-1)?.body as LibreRequest,
    behave: (next: typeof behave) => {
      behave = next;
    },
  };
}
