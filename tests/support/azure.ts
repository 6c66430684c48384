/** Azure Translator's protocol on this machine: POST /translate. */

import { type JsonResponse, startJsonServer } from './http.ts';
import { accent } from './llm.ts';

interface AzureCall {
  readonly inputs: readonly {
    readonly text: string;
    readonly language: string;
    readonly textType: string;
    readonly targets: readonly { readonly language: string; readonly [key: string]: unknown }[];
  }[];
}

type AzureBehaviour = (call: AzureCall) => JsonResponse | 'well' | 'wrong' | undefined;

export async function startAzure() {
  let behave: AzureBehaviour = () => 'well';
  const server = await startJsonServer(({ body, path }) => {
    if (!path.startsWith('/translate?')) return { status: 404, body: { error: { code: 404000, message: `no ${path}` } } };
    const call = body as AzureCall;
    const manner = behave(call);
    if (manner !== 'well' && manner !== 'wrong') return manner;
    const value = call.inputs.map(({ text, targets }) => ({
      translations: targets.map(({ language }) => ({ language, text: accent(text) })),
    }));
    const metered = call.inputs.reduce((total, { text }) => total + text.length, 0);
    return { headers: { 'x-metered-usage': String(metered) }, body: { value: manner === 'wrong' ? value.slice(1) : value } };
  });
  return {
    ...server,
    last: () => server.requests.at(-1)?.body as AzureCall,
    behave: (next: AzureBehaviour) => {
      behave = next;
    },
  };
}
