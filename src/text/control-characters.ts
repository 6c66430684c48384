/** Characters that move a cursor, turn a line round, or end it for some: texts, names of files and errors come from anybody. */

/** C0 and C1 but for tab and line feed, what ends a line for some, and the marks that turn lines round; for a class of a regular expression. */
export const CONTROLS = '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e';

const ANY = new RegExp(`[${CONTROLS}]`, 'g');

/** The text with each as it is called in JSON: `\u001b`. */
export function calledControls(text: string): string {
  return text.replace(ANY, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
