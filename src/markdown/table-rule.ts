/** A row of kramdown's that parts a table has signs alone in its cells. */

const RULE = /^\s*[-=+:|]{3,}\s*$/;

/** @param words all that a table's cell has */
export const isTableRule = (words: string): boolean => RULE.test(words);
