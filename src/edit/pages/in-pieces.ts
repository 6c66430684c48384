/** A long page, sent as it is made: who reads it sees its beginning at once, and others are answered between two pieces of it. */

import type { Context } from 'hono';

interface PageOptions {
  readonly status: 200 | 202 | 409 | 410 | 422;
  /** Called once the page is made, or nobody wants the rest of it. */
  readonly onEnd: () => void;
}

/**
 * @param pieces the first is made before the answer begins: what is wrong with it is an error of the request
 */
export function inPieces(c: Context, pieces: Iterator<string, void>, { status, onEnd }: PageOptions): Response {
  const first = pieces.next().value ?? '';
  const encoder = new TextEncoder();
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (isFirst) {
        isFirst = false;
        return controller.enqueue(encoder.encode(first));
      }
      await new Promise(setImmediate);
      const { value, done } = pieces.next();
      if (done !== true) return controller.enqueue(encoder.encode(value));
      controller.close();
      onEnd();
    },
    cancel: onEnd,
  });
  return c.body(body, status, { 'content-type': 'text/html; charset=UTF-8' });
}
