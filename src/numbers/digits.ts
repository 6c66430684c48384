/** Decimal digits of every script, and fractions, as ASCII. */

/** The zeros of Unicode's decimal digits (general category Nd) in the Basic Multilingual Plane; nine more follow each. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040,
  0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50,
  0xabf0, 0xff10,
];

const DIGITS = new Map<string, string>();
for (const zero of ZEROS) for (let digit = 0; digit < 10; digit++) DIGITS.set(String.fromCharCode(zero + digit), String(digit));
/** Arabic decimal and thousands separators, fullwidth full stop, comma and colon. */
for (const [from, to] of ['٫.', '٬,', '،,', '．.', '，,', '：:']) DIGITS.set(from as string, to as string);
const OTHER_DIGITS = new RegExp(`[${[...DIGITS.keys()].join('')}]`, 'g');

const FRACTIONS: Record<string, string> = { '½': '.5', '¼': '.25', '¾': '.75' };

/**
 * The text with ASCII digits and separators, of the same length, so that offsets stay right; a fullwidth comma becomes ASCII
 * only between digits, where it groups.
 */
export function asciiDigits(text: string): string {
  if (text.search(OTHER_DIGITS) < 0) return text;
  // Persian writes its decimal sign as a slash more often than not.
  return text.replace(/(?<=[۰-۹])\/(?=[۰-۹])/g, '.').replace(OTHER_DIGITS, (char, at: number) => {
    const ascii = DIGITS.get(char) as string;
    if (/\d/.test(ascii)) return ascii;
    return isDigit(text[at - 1]) && isDigit(text[at + 1]) ? ascii : char;
  });
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && /\p{Nd}/u.test(char);
}

/** `½` as `.5`; undefined for anything else. */
export function fraction(char: string | undefined): string | undefined {
  return char === undefined ? undefined : FRACTIONS[char];
}
