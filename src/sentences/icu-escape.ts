/** A back-slash and what it escapes, in the regular expressions of ICU and Java. */

/** What a class of characters is in a JavaScript class (`v` flag), or the code point of a single character. */
export interface Escape {
  /** For outside of a class. */
  readonly text: string;
  /** For inside: a character's code point, or a set. */
  readonly inside: number | string;
  readonly end: number;
}

const WORD = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200C\\u200D';
const HORIZONTAL = '\\t\\u0020\\u00A0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000';
const VERTICAL = '\\n\\v\\f\\r\\u0085\\u2028\\u2029';
const SETS: { readonly [char: string]: string } = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  s: '\\s',
  S: '\\S',
  w: `[${WORD}]`,
  W: `[^${WORD}]`,
  h: `[${HORIZONTAL}]`,
  H: `[^${HORIZONTAL}]`,
  v: `[${VERTICAL}]`,
  V: `[^${VERTICAL}]`,
};
const EDGE = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;
const WITHIN = `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`;
/** Places and sequences, which no class can hold. */
const PLACES: { readonly [char: string]: string } = {
  b: EDGE,
  B: WITHIN,
  A: '(?<![^])',
  z: '(?![^])',
  Z: '(?=(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])?(?![^]))',
  R: `(?:\\r\\n|[${VERTICAL}])`,
  X: '(?:\\P{M}\\p{M}*)',
  G: '',
};
const CONTROLS: { readonly [char: string]: number } = { a: 0x07, e: 0x1b, f: 0x0c, n: 0x0a, r: 0x0d, t: 0x09 };

/** @param at the back-slash */
export function readEscape(pattern: string, at: number): Escape {
  const rest = pattern.slice(at + 1);
  const code = /^(?:x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|0([0-7]{1,3}))/.exec(
    rest,
  );
  if (code !== null) {
    const octal = code[6];
    const value =
      octal === undefined ? Number.parseInt(code.slice(1, 6).find((one) => one !== undefined) ?? '', 16) : Number.parseInt(octal, 8);
    return character(value, at + 1 + code[0].length);
  }
  const property = /^([pP])(?:\{(\^?)([^}]+)\}|([A-Z]))/.exec(rest);
  if (property !== null) {
    const [whole, letter, caret, name, short] = property;
    const set = propertySet(name ?? short ?? '', (letter === 'P') !== (caret === '^'));
    return { text: set, inside: set, end: at + 1 + whole.length };
  }
  const char = String.fromCodePoint(rest.codePointAt(0) ?? 0x5c);
  const end = at + 1 + char.length;
  const control = CONTROLS[char];
  if (control !== undefined) return character(control, end);
  const set = SETS[char];
  if (set !== undefined) return { text: set, inside: set, end };
  const place = PLACES[char];
  if (place !== undefined) return { text: place, inside: char === 'b' ? 0x08 : place, end };
  const reference = /^(?:[1-9]\d*|k<[^>]+>)/.exec(rest)?.[0];
  if (reference !== undefined) return { text: `\\${reference}(?:)`, inside: '', end: at + 1 + reference.length };
  if (/[a-zA-Z]/.test(char)) throw new SyntaxError(`Invalid escape: \\${char}`);
  return character(char.codePointAt(0) as number, end);
}

function character(code: number, end: number): Escape {
  const text = asLiteral(String.fromCodePoint(code));
  return { text, inside: code, end };
}

/** A character that means itself, inside a class and outside. */
export function asLiteral(char: string): string {
  return /[\p{L}\p{N}]/u.test(char) ? char : `\\u{${(char.codePointAt(0) as number).toString(16)}}`;
}

/** POSIX names, as ICU understands them, and Java's own, by name in small letters without "is", spaces and underscores. */
const NAMED: { readonly [name: string]: string } = {
  alpha: '\\p{Alphabetic}',
  letter: '\\p{L}',
  lower: '\\p{Lowercase}',
  javalowercase: '\\p{Lowercase}',
  upper: '\\p{Uppercase}',
  javauppercase: '\\p{Uppercase}',
  titlecase: '\\p{Lt}',
  digit: '\\p{Nd}',
  alnum: '[\\p{Alphabetic}\\p{Nd}]',
  punct: '\\p{P}',
  punctuation: '\\p{P}',
  space: '\\s',
  javawhitespace: '\\s',
  whitespace: '\\p{White_Space}',
  blank: `[${HORIZONTAL}]`,
  word: `[${WORD}]`,
  cntrl: '\\p{Cc}',
  control: '\\p{Cc}',
  graph: '[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]',
  print: '[^\\p{Cc}\\p{Cs}\\p{Cn}]',
  xdigit: '[0-9A-Fa-f\\p{Hex_Digit}]',
  hexdigit: '\\p{Hex_Digit}',
  ascii: '\\p{ASCII}',
  l1: '[\\u{0}-\\u{ff}]',
  all: '\\p{Any}',
};

/**
 * The set of a property's name in any of the spellings of ICU and Java (`Lu`, `IsLu`, `IsUppercase`, `sc=Latn`, `InGreek`).
 * JavaScript knows no blocks: the script of the name takes their place.
 */
export function propertySet(name: string, negated: boolean): string {
  const [, key = '', value = ''] = /^(?:(.*?)[=:])?(.*)$/.exec(name.trim()) ?? [];
  const bare = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '');
  const known = key === '' ? NAMED[bare(value).replace(/^is(?=.)/, '')] : undefined;
  if (known !== undefined) return negated ? `[^${known}]` : known;
  const plain = value.replace(/^(?:Is|In)(?=.)/i, '').trim();
  const title = plain
    .split(/[\s_-]+/)
    .map((word) => word[0]?.toUpperCase() + word.slice(1).toLowerCase())
    .join('_');
  const forms = [...new Set([value, plain, title])];
  const kinds = /^(?:sc|script|scx|blk|block)$/i.test(key)
    ? ['Script=']
    : /^(?:gc|generalcategory)$/i.test(bare(key))
      ? ['General_Category=']
      : key === ''
        ? ['', 'Script=']
        : [`${key}=`];
  for (const kind of kinds)
    for (const form of forms) {
      const set = `\\${negated ? 'P' : 'p'}{${kind}${form}}`;
      if (isPattern(set)) return set;
    }
  throw new SyntaxError(`Unknown property: ${name}`);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'v') instanceof RegExp;
  } catch {
    return false;
  }
}
