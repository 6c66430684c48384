/** How Azure's client asks: by `fetch`, as the other engines do, so that answers have the same bound and errors the same words. */

import type createClient from '@azure-rest/ai-translation-text';
import { engineFetch } from '../web-request.ts';

type HttpClient = NonNullable<NonNullable<Parameters<typeof createClient>[2]>['httpClient']>;

export const azureHttpClient: HttpClient = {
  sendRequest: async (request) => {
    const { url, method, headers, body, abortSignal } = request;
    const response = await engineFetch('azure')(url, {
      method,
      headers: headers.toJSON(),
      body: body as string,
      signal: abortSignal as AbortSignal,
    });
    const named = Object.fromEntries(response.headers);
    return {
      request,
      status: response.status,
      // Its own type of headers is of a package that is not ours to ask for.
      headers: Object.assign(new Headers(named), { toJSON: () => named }) as unknown as typeof headers,
      bodyAsText: await response.text(),
    };
  },
};
