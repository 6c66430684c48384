/** DeepL's protocol on this machine: POST /v2/translate, GET /v2/usage and the glossaries of /v2. */

import { type JsonResponse, startJsonServer } from './http.ts';
import { accent } from './llm.ts';

interface DeepLCall {
  readonly texts: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly instructions: readonly string[];
}

interface Glossary {
  readonly glossary_id: string;
  readonly name: string;
  readonly entries: string;
}

export type DeepLBehaviour = (call: DeepLCall) => JsonResponse | 'well' | 'wrong' | undefined;

/** @param quota characters of the account's billing period; without it the key may not ask */
export async function startDeepL(quota?: { count: number; readonly limit: number }) {
  const calls: DeepLCall[] = [];
  const glossaries = new Map<string, Glossary>();
  let made = 0;
  /** Whether it is out of order for what concerns glossaries. */
  const control = { fail: false };
  let behave: DeepLBehaviour = () => 'well';
  const server = await startJsonServer(({ method, path, body }) => {
    const form = new URLSearchParams(String(body));
    const list = ({ entries: _, ...glossary }: Glossary) => ({
      ...glossary,
      ready: true,
      source_lang: 'en',
      target_lang: 'es',
      creation_time: '2026-01-01T00:00:00Z',
    });
    if (path === '/v2/usage')
      return quota === undefined ? { status: 404 } : { body: { character_count: quota.count, character_limit: quota.limit } };
    if (path.startsWith('/v2/glossaries') && control.fail) return { status: 503 };
    if (path === '/v2/glossaries' && method === 'GET') return { body: { glossaries: [...glossaries.values()].map(list) } };
    if (path === '/v2/glossaries') {
      const glossary = {
        glossary_id: `g${++made}`,
        name: form.get('name') ?? '',
        entries: form.get('entries') ?? '',
      };
      glossaries.set(glossary.glossary_id, glossary);
      return { status: 201, body: list(glossary) };
    }
    if (path.startsWith('/v2/glossaries/') && method === 'DELETE') {
      glossaries.delete(path.slice('/v2/glossaries/'.length));
      return { status: 204 };
    }
    const call = { texts: form.getAll('text'), fields: Object.fromEntries(form), instructions: form.getAll('custom_instructions') };
    calls.push(call);
    const manner = behave(call);
    if (manner !== 'well' && manner !== 'wrong') return manner;
    const glossary = form.get('glossary_id');
    if (glossary !== null && !glossaries.has(glossary)) return { status: 404, body: { message: `Glossary not found: ${glossary}` } };
    const texts = manner === 'wrong' ? call.texts.slice(1) : call.texts;
    return {
      body: { translations: texts.map((text) => ({ detected_source_language: 'EN', text: accent(text), billed_characters: text.length })) },
    };
  });
  return Object.assign(control, {
    ...server,
    calls,
    glossaries,
    behave: (next: DeepLBehaviour) => {
      behave = next;
    },
  });
}
