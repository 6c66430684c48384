/** Right-to-left editions: code and addresses written left to right stay apart, and in the order in which they are read. */

import { RLM } from '../../runs/bidi.ts';
import type { OutputToken } from './output-token.ts';
import { ALONE_KEY } from './targets.ts';

const LATIN = /[A-Za-z\u00c0-\u024f]/;

/**
 * Between two marks written left to right with nothing but punctuation between them, the bidirectional algorithm makes one run
 * and turns their order round; a mark at the start of a block makes readers take the block for left-to-right. An RLM keeps both right.
 */
export function keepApart(tokens: OutputToken[]): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as OutputToken;
    if (!isLatinMark(token)) continue;
    if (at === 0) {
      tokens.splice(0, 0, { kind: 'raw', text: RLM });
      at++;
    }
    const between = tokens[at + 1];
    const next = tokens[at + 2];
    if (between?.kind === 'words' && /^\s*[^\p{L}\p{N}\s][^\p{L}\p{N}]*$/u.test(between.text) && next !== undefined && isLatinMark(next))
      between.text = RLM + between.text;
  }
}

function isLatinMark({ kind, key, text }: OutputToken): boolean {
  return kind === 'raw' && key === ALONE_KEY && LATIN.test(text);
}
