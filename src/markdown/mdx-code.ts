/** JavaScript in MDX that does not parse, which is read over and over. */

import type { Construct, ConstructRecord, Effects, Extension, TokenizeContext } from 'micromark-util-types';
import { KnownError } from '../errors.ts';

/**
 * The parser of MDX reads an expression from its beginning again at each `}`, and an `export` at each blank line, until JavaScript takes
 * it. So many characters, read again, are a second; an array of 500 objects in an attribute, 30 characters each, are half as many.
 */
const READ_AGAIN = 8_000_000;
/** What `export` may be is read to its end, an expression that fails mostly to its first word. */
const OF_EXPORT = 2;
/** Of an expression each line takes as long again as so many characters. */
const OF_LINE = 10;

const BRACE = 125;
/** Line ends are negative numbers to micromark; below these two are blanks. */
const isLineEnd = (code: number | null) => code !== null && code < -2;

/**
 * The rules of MDX, each of which refuses a text that makes it read so much.
 * @returns rules that throw a KnownError; `place` holds its `line:column`
 */
export function boundedCode(extension: Extension): Extension {
  const bounded = (rules: ConstructRecord = {}): ConstructRecord =>
    Object.fromEntries(
      Object.entries(rules).map(([code, rule]) => [code, [rule].flat().flatMap((one) => (one ? [boundedRule(one)] : []))]),
    );
  return { ...extension, flow: bounded(extension.flow), text: bounded(extension.text) };
}

function boundedRule(rule: Construct): Construct {
  return {
    ...rule,
    tokenize(effects, ok, nok) {
      return rule.tokenize.call(this, counted(effects, this), ok, nok);
    },
  };
}

function counted(effects: Effects, context: TokenizeContext): Effects {
  let length = 0;
  let again = 0;
  let last: number | null = null;
  return {
    ...effects,
    consume(code) {
      length += isLineEnd(code) ? OF_LINE : 1;
      if (code === BRACE) again += length;
      else if (isLineEnd(code) && isLineEnd(last)) again += OF_EXPORT * length;
      if (again > READ_AGAIN) throw tooMuch(context);
      last = code;
      effects.consume(code);
    },
  };
}

function tooMuch(context: TokenizeContext): KnownError {
  const { line, column } = context.now();
  return new KnownError(`Code in MDX that does not end, line ${line}`, {
    expected: 'JavaScript between { and }, or behind export, that parses',
    got: 'none in many thousands of characters',
    help: 'Correct the braces above, escape a literal { with a backslash, or move large data into a module.',
    place: `${line}:${column}`,
  });
}
