/** Character references: the one way to write a character that can be no markup. */

/** @param char one character */
export function referenceOf(char: string): string {
  return `&#x${(char.codePointAt(0) as number).toString(16).toUpperCase()};`;
}

/** Every character but letters, digits and single spaces as a character reference; edges too, so that no line begins with white space. */
export function encodeAll(words: string): string {
  return words
    .replace(/[!-/:-@[-`{-~]|(?<=\s)\s|^\d/gu, referenceOf)
    .replace(/^(?:import|export|www)(?![\p{L}\p{N}])/iu, (word) => referenceOf(word) + word.slice(1));
}
