/**
 * Regular expressions as ICU and Java write them (SRX 2.0, section 2.4 asks for ICU's; OmegaT and Okapi run Java's), for
 * JavaScript's `v` flag: https://unicode-org.github.io/icu/userguide/strings/regexp.html,
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/regex/Pattern.html
 */

import { readClass } from './icu-class.ts';
import { asLiteral, readEscape } from './icu-escape.ts';

/** A group that is open: the inline flags that were switched on within it, and how many `(?i:` they opened. */
interface Group {
  flags: string[];
  /** Whether white space and `#` comments in the pattern mean nothing (`(?x)`). */
  free: boolean;
}

/**
 * The pattern for `new RegExp(…, 'v')`. `\b`, `\w` and `\d` are Unicode's, as ICU's are. A possessive quantifier and an atomic
 * group match the same text as a plain one here, or none.
 * @throws SyntaxError for a property or an escape that JavaScript has no equal of
 */
export function fromIcu(pattern: string): string {
  const groups: Group[] = [{ flags: [], free: false }];
  const top = () => groups.at(-1) as Group;
  let out = '';
  let at = 0;
  while (at < pattern.length) {
    const char = String.fromCodePoint(pattern.codePointAt(at) as number);
    const quoted = /^\\Q(.*?)(?:\\E|$)/s.exec(pattern.slice(at));
    if (quoted !== null) {
      out += Array.from(quoted[1] as string, asLiteral).join('');
      at += quoted[0].length;
    } else if (char === '\\') {
      const { text, end } = readEscape(pattern, at);
      out += text;
      at = end;
    } else if (char === '[') {
      const { text, end } = readClass(pattern, at);
      out += text;
      at = end;
    } else if (char === '(') {
      const { text, end, flags, opens, free } = readOpening(pattern, at);
      out += text;
      at = end;
      if (opens) groups.push({ flags: [], free: free ?? top().free });
      else if (flags !== undefined) top().flags.push(flags);
      if (!opens && free !== undefined) top().free = free;
    } else if (char === ')') {
      // Inline flags reach to the end of their group.
      out += ')'.repeat((groups.length > 1 ? (groups.pop() as Group) : top()).flags.length + 1);
      at++;
    } else if (char === '|') {
      // … and over its alternatives, each of which gets them anew.
      const { flags } = top();
      out += `${')'.repeat(flags.length)}|${flags.map((one) => `(?${one}:`).join('')}`;
      at++;
    } else if (top().free && /\s/.test(char)) at++;
    else if (top().free && char === '#') at += /^.*\n?/.exec(pattern.slice(at))?.[0].length ?? 1;
    else {
      const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})[+?]?/.exec(pattern.slice(at))?.[0];
      out += quantifier?.replace(/(?<=.)\+$/, '') ?? (/[\]{}]/.test(char) ? asLiteral(char) : char);
      at += quantifier?.length ?? char.length;
    }
  }
  return out + ')'.repeat(top().flags.length);
}

interface Opening {
  readonly text: string;
  readonly end: number;
  readonly opens: boolean;
  readonly flags?: string;
  readonly free?: boolean;
}

/** What a `(` begins: a group, inline flags (`(?i)`), a group with flags (`(?i:`), or a comment. */
function readOpening(pattern: string, at: number): Opening {
  const rest = pattern.slice(at);
  const comment = /^\(\?#[^)]*\)/.exec(rest);
  if (comment !== null) return { text: '', end: at + comment[0].length, opens: false };
  const flagged = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/.exec(rest);
  if (flagged !== null) {
    const [whole, on = '', off = '', last] = flagged;
    // The others (Unicode case and classes, line ends, canonical equivalence) are as here.
    const known = (flags: string) => [...new Set(flags)].filter((flag) => 'ims'.includes(flag)).join('');
    const flags = `${known(on)}${known(off) === '' ? '' : `-${known(off)}`}`;
    const free = on.includes('x') ? true : off.includes('x') ? false : undefined;
    const open = last === ':' || flags !== '';
    return {
      text: open ? `(?${flags}:` : '',
      end: at + whole.length,
      opens: last === ':',
      ...(last === ')' && flags !== '' && { flags }),
      ...(free !== undefined && { free }),
    };
  }
  const special = /^\((?:\?(?:[=!>]|<[=!]|<[A-Za-z][A-Za-z0-9]*>))?/.exec(rest)?.[0] ?? '(';
  return { text: special === '(?>' ? '(?:' : special, end: at + special.length, opens: true };
}
