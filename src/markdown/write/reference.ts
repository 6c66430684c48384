/** Character references: the one way to write a character that can be no markup. */

/** @param char one character */
export function referenceOf(char: string): string {
  return `&#x${(char.codePointAt(0) as number).toString(16).toUpperCase()};`;
}

/**
 * Every character but letters, digits and single spaces as a character reference; edges too, so that no line begins with white space.
 * @param lineStart whether the words begin a line: MDX looks for `import` and `export` in the first column alone
 */
export function encodeAll(words: string, lineStart: boolean): string {
  const encoded = words.replace(/[!-/:-@[-`{-~]|(?<=\s)\s|^\d/gu, referenceOf);
  return lineStart && /^(?:import|export)(?![\p{L}\p{N}])/u.test(words) ? ` ${encoded}` : encoded;
}
