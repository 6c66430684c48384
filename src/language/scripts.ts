/** How many letters of each script a text has, in one pass. */

// biome-ignore format: a list
const SCRIPTS = [
  'Latin', 'Arabic', 'Hebrew', 'Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu',
  'Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Myanmar', 'Khmer', 'Ethiopic', 'Tibetan', 'Han', 'Hiragana', 'Katakana', 'Hangul',
] as const;

type Script = (typeof SCRIPTS)[number];

const PATTERNS = SCRIPTS.map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));
const NUMBERS: ReadonlyMap<string, number> = new Map(SCRIPTS.map((script, index) => [script, index + 1]));
const LETTER = /\p{L}/u;

/** What is known of a code unit: `KNOWN`, `IS_LETTER`, and one more than its script's number. Filled from Unicode's properties as texts are read. */
const table = new Uint8Array(0x10000);
const KNOWN = 0x80;
const IS_LETTER = 0x40;
const SCRIPT = 0x3f;

function learn(char: string): number {
  const script = PATTERNS.findIndex((pattern) => pattern.test(char));
  const value = KNOWN | (LETTER.test(char) ? IS_LETTER : 0) | (script + 1);
  if (char.length === 1) table[char.charCodeAt(0)] = value;
  return value;
}

export interface ScriptCounts {
  /** Letters of any script. */
  readonly letters: number;
  /** Characters of a script: letters, marks and digits; 0 of one that is not counted. */
  readonly of: (script: string) => number;
  /** The script that has most characters, besides the expected ones; the usual one first where two have as many. */
  readonly most: (besides: readonly string[]) => string | undefined;
}

export function countScripts(text: string): ScriptCounts {
  const counts = new Uint32Array(SCRIPTS.length + 1);
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let value = table[code] as number;
    if (value === 0) {
      const isPair = code >= 0xd800 && code < 0xdc00 && at + 1 < text.length;
      value = learn(isPair ? String.fromCodePoint(text.codePointAt(at) ?? code) : String.fromCharCode(code));
      if (isPair) at++;
    }
    if (value & IS_LETTER) letters++;
    (counts[value & SCRIPT] as number)++;
  }
  return {
    letters,
    of: (script) => counts[NUMBERS.get(script) ?? counts.length] ?? 0,
    most: (besides) => {
      let [best, count]: [Script | undefined, number] = [undefined, 0];
      for (const [index, script] of SCRIPTS.entries()) {
        const own = counts[index + 1] ?? 0;
        if (own > count && !besides.includes(script)) [best, count] = [script, own];
      }
      return best;
    },
  };
}
