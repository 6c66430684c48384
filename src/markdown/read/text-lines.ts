/** Which lines go on with a paragraph's text: looked at before anything is parsed. */

/** Lines that begin another block, end one, or are a table's. */
export const NO_TEXT = /^[ \t>]*(?:$|[-*+|#<]|\d{1,9}[.)][ \t]| {4}|\t)/;
