/**
 * What is printed for people, whatever is in it: texts, names of files and errors come from anybody. Control characters are shown as
 * they are called, so that none moves the cursor or writes a title; and no line looks like a command to the continuous integration.
 */

import { calledControls } from '../text/control-characters.ts';

const COLOUR = /(\u001b\[[0-9;]{0,20}m)/;
/** `::error::` of GitHub Actions, `##[...]` and `##vso[...]` of Azure Pipelines: read wherever a line begins with them. */
const COMMAND = /^([ \t]*)(::|##(?=\w*\[))/gm;

/** A value as a line of JSON, in which what moves a cursor or ends a line for some is written as an escape: it reads the same. */
export const jsonLine = (value: unknown): string => calledControls(JSON.stringify(value));

/** @param color whether colours are kept */
export function plainLine(text: string, color: boolean): string {
  if (!/[^\t\n -~\u00a0-\u2027\u202f-\uffff]/.test(text) && !text.includes('::') && !text.includes('##')) return text;
  const parts = color ? text.split(COLOUR) : [text];
  // Split by a group: every second part is a colour.
  return parts
    .map((part, at) => (color && at % 2 === 1 ? part : calledControls(part.replace(/\r\n?/g, '\n'))))
    .join('')
    .replace(COMMAND, '$1\u200b$2');
}
