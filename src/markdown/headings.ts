/** Headings as sites see them: their text, and the id that an author gave. */

import type { Atom, TextRun } from '../runs/run.ts';

/** A heading as the reading found it, also where it has no words of its own. */
export interface Heading {
  /** Of its content, without the markers. */
  readonly start: number;
  readonly end: number;
  /** Its text as a site sees it: words and code. */
  readonly text: string;
  /** The id that the author gave it. */
  readonly id?: string;
}

const ATTRIBUTE_LIST = /^\{:?[ \t]*(?:[#.:\w=-]|\/\*)[^{}\n]*\}$/;
const ID_AT_END = /\{:?[ \t]*(?:[.:\w][^{}\n#]*)?#([^\s{}]+)(?![^\s{}])[^{}\n]*\}[ \t]*$/;
const ANCHOR = /^<a\s+(?:id|name)=["']?([^"'\s>]+)["']?\s*>$/i;

/** The id in an attribute list at the end of a heading's text: `History {#history}`, or `{: .wide #history}` (kramdown). */
export function headingIdIn(text: string): { readonly before: string; readonly id: string } | undefined {
  const match = ID_AT_END.exec(text);
  return match === null ? undefined : { before: text.slice(0, match.index).replace(/(?<![ \t])[ \t]+$/, ''), id: match[1] ?? '' };
}

/** Takes the `{#id}` at a heading's end, and the `<a id="..."></a>` at its start, out of its run. */
export function headingOf(run: TextRun, source: string): Heading | undefined {
  let id: string | undefined;
  const last = run.atoms.at(-1);
  const list = last?.role === 'alone' ? source.slice(last.start, last.end) : '';
  if (ATTRIBUTE_LIST.test(list)) {
    run.atoms.pop();
    id = /#([^\s}*]+)/.exec(list)?.[1];
    const before = run.atoms.at(-1);
    if (before?.role === 'words' && before.text.trim() === '') run.atoms.pop();
    else if (before?.role === 'words') dropClosing(before);
  }
  const [first, second] = run.atoms;
  const anchor = first?.role === 'open' && second?.role === 'close' ? ANCHOR.exec(source.slice(first.start, first.end)) : null;
  if (anchor !== null) {
    run.atoms.splice(0, 2);
    id ??= anchor[1];
  }
  const start = run.atoms[0]?.start;
  const end = run.atoms.at(-1);
  if (start === undefined || end === undefined) return undefined;
  const trailing = end.role === 'words' && end.text.length === end.end - end.start ? end.text.length - end.text.trimEnd().length : 0;
  return { start, end: end.end - trailing, text: headingText(run, source), ...(id === undefined ? {} : { id }) };
}

/** `## Words ## {#id}`: the closing signs, which Markdown sees at the end of the line alone. */
function dropClosing(words: Atom): void {
  if (words.role !== 'words' || words.text.length !== words.end - words.start) return;
  const kept = words.text.replace(/(?<![ \t])[ \t]+#+[ \t]*$/, '');
  words.end = words.start + kept.length;
  words.text = kept;
}

/** The text that a site makes an id from. */
function headingText(run: TextRun, source: string): string {
  let text = '';
  for (const atom of run.atoms) {
    if (atom.role === 'words') text += atom.text;
    else if (atom.role === 'alone') text += markText(source.slice(atom.start, atom.end));
  }
  return text.trim();
}

export function markText(mark: string): string {
  const code = /^(`+) ?([\s\S]*?) ?\1$/.exec(mark)?.[2];
  if (code !== undefined) return code;
  return /^(?:<|!\[|\{)/.test(mark) ? '' : mark;
}
