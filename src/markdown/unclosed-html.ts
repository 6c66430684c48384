/**
 * micromark reads to the end of the paragraph for what ends a comment, an instruction, a declaration or CDATA, and does so again at the
 * next one: quadratic time in a paragraph of thousands that nothing ends (`a <!-- a <!--`). What was looked for in vain is in vain for the
 * rest of the paragraph; the events are the same.
 */

import { parse } from 'micromark';
import type { State, TokenizeContext, Tokenizer } from 'micromark-util-types';

/** Longest first. What begins with each ends where it says, whatever is between (CommonMark 6.6). */
const KINDS = ['<![CDATA[', '<!--', '<!', '<?'];

/** Makes every micromark of this process, remark's too, look for each kind's end once a paragraph. */
export function lookOnceForEnds(): void {
  const rule = [parse().constructs.text[60]].flat().find((one) => one?.name === 'htmlText');
  if (rule !== undefined) rule.tokenize = tokenizeOnce(rule.tokenize);
}

/** By paragraph: the kinds that nothing ends. */
const unended = new WeakMap<TokenizeContext, Set<string>>();

function tokenizeOnce(tokenize: Tokenizer): Tokenizer {
  return function (effects, ok, nok) {
    const known = unended.get(this) ?? new Set<string>();
    unended.set(this, known);
    let begun = '';
    let isOver = false;
    const over = (state: State | undefined) => {
      isOver = true;
      return state;
    };
    const fail: State = (code) => {
      const kind = KINDS.find((one) => begun.startsWith(one));
      if (code === null && kind !== undefined) known.add(kind);
      return over(nok(code));
    };
    const step =
      (state: State): State =>
      (code) => {
        if (begun.length < 9 && code !== null && code > 0) begun += String.fromCharCode(code);
        if (known.size > 0 && begun.length > 1 && known.has(KINDS.find((one) => begun.startsWith(one)) ?? '')) return fail(code);
        const next = state(code);
        return isOver || next === undefined || next === ok ? next : step(next);
      };
    return step(tokenize.call(this, effects, ok, fail));
  };
}
