/**
 * What is printed for people, whatever is in it: texts, names of files and errors come from anybody. Control characters are shown as
 * they are called, so that none moves the cursor or writes a title; and no line looks like a command to the continuous integration.
 */

/** C0 and C1 without tab and line feed, the marks that turn lines round, and what ends a line for some. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/g;
const COLOUR = /(\u001b\[[0-9;]{0,20}m)/;
/** `::error::` of GitHub Actions, `##[...]` and `##vso[...]` of Azure Pipelines: read wherever a line begins with them. */
const COMMAND = /^([ \t]*)(::|##(?=\w*\[))/gm;

const called = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** @param color whether colours are kept */
export function plainLine(text: string, color: boolean): string {
  if (!/[^\t\n -~\u00a0-\u2027\u202f-\uffff]/.test(text) && !text.includes('::') && !text.includes('##')) return text;
  const parts = color ? text.split(COLOUR) : [text];
  // Split by a group: every second part is a colour.
  return parts
    .map((part, at) => (color && at % 2 === 1 ? part : part.replace(/\r\n?/g, '\n').replace(CONTROL, called)))
    .join('')
    .replace(COMMAND, '$1\u200b$2');
}
