/** A character class of ICU or Java (unions, `&&`, `--`, POSIX names) as one of JavaScript's `v` flag. */

import { asLiteral, propertySet, readEscape } from './icu-escape.ts';

/**
 * @param at the opening bracket
 * @returns the class, and the offset behind its closing bracket
 * @throws SyntaxError where it does not end, or holds an unknown property
 */
export function readClass(pattern: string, at: number): { readonly text: string; readonly end: number } {
  const posix = /^\[:(\^?)([^\]:]+):\]/.exec(pattern.slice(at));
  if (posix !== null) return { text: propertySet(posix[2] as string, posix[1] === '^'), end: at + posix[0].length };
  let index = at + 1;
  const isNegated = pattern[index] === '^';
  if (isNegated) index++;
  /** Operands of `&&` and `--`; an operand is a union of characters, ranges and sets. */
  const operands: { readonly operator: string; readonly items: string[] }[] = [{ operator: '', items: [] }];
  const items = () => (operands.at(-1) as (typeof operands)[number]).items;
  /** The character that a `-` would make the beginning of a range. */
  let from: number | undefined;
  const begin = index;
  for (;;) {
    if (index >= pattern.length) throw new SyntaxError('Unterminated character class');
    const rest = pattern.slice(index);
    if (rest[0] === ']' && index > begin) break;
    const operator =
      /^(?:&&|--(?=\[))/.exec(rest)?.[0] ?? (/^[&-]\[/.test(rest) && items().length > 0 && from === undefined ? rest[0] : undefined);
    if (operator !== undefined) {
      operands.push({ operator: operator === '&' ? '&&' : operator === '-' ? '--' : operator, items: [] });
      index += operator.length;
      from = undefined;
      continue;
    }
    const quoted = /^\\Q(.*?)\\E/s.exec(rest);
    if (quoted !== null) {
      items().push(...Array.from(quoted[1] as string, asLiteral));
      index += quoted[0].length;
      from = undefined;
      continue;
    }
    if (rest[0] === '-' && from !== undefined && rest[1] !== ']') {
      const last = readItem(pattern, index + 1);
      if (typeof last.item === 'number') {
        items().pop();
        items().push(`${literal(from)}-${literal(last.item)}`);
      } else items().push(literal(0x2d), last.item);
      index = last.end;
      from = undefined;
      continue;
    }
    const { item, end } = readItem(pattern, index);
    items().push(typeof item === 'number' ? literal(item) : item);
    from = typeof item === 'number' ? item : undefined;
    index = end;
  }
  return { text: joined(operands, isNegated), end: index + 1 };
}

function readItem(pattern: string, at: number): { readonly item: number | string; readonly end: number } {
  if (pattern[at] === '[') {
    const { text, end } = readClass(pattern, at);
    return { item: text, end };
  }
  if (pattern[at] === '\\') {
    const { inside, end } = readEscape(pattern, at);
    return { item: inside, end };
  }
  const code = pattern.codePointAt(at) as number;
  return { item: code, end: at + String.fromCodePoint(code).length };
}

/** `&&` binds from left to right, as in Java; JavaScript allows one kind of operator a class, and classes as its operands. */
function joined(operands: readonly { readonly operator: string; readonly items: readonly string[] }[], isNegated: boolean): string {
  const [first, ...others] = operands.filter(({ items }) => items.length > 0);
  const set = others.reduce((left, { operator, items }) => `[${left}]${operator}[${items.join('')}]`, first?.items.join('') ?? '');
  return `[${isNegated ? '^' : ''}${set}]`;
}

const literal = (code: number) => asLiteral(String.fromCodePoint(code));
