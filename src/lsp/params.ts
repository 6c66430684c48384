/** What a request must have: anything else is a mistake of the client's, and is answered as one (JSON-RPC 2.0, section 5.1). */

import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { z } from 'zod';

const position = z.object({ line: z.number(), character: z.number() });
const inDocument = z.object({ textDocument: z.object({ uri: z.string() }) });

/** Of LSP 3.17, by what a request is about. */
export const PARAMS = {
  place: inDocument.extend({ position }),
  stretch: inDocument.extend({ range: z.object({ start: position, end: position }) }),
  actions: inDocument.extend({
    range: z.object({ start: position, end: position }),
    context: z.object({ diagnostics: z.array(z.object({ range: z.object({ start: position, end: position }) })) }),
  }),
  name: inDocument.extend({ position, newName: z.string() }),
  command: z.object({ command: z.string(), arguments: z.array(z.unknown()).optional() }),
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** An answer that is only asked of a request with what it needs. */
export function given<Params, Answer>(
  needed: z.ZodType,
  answer: (params: Params) => Answer,
): (params: Params) => Answer | ResponseError<void> {
  return (params) => {
    const issue = needed.safeParse(params).error?.issues[0];
    if (issue === undefined) return answer(params);
    return new ResponseError(ErrorCodes.InvalidParams, `${issue.path.join('.') || 'params'}: ${issue.message}`);
  };
}
