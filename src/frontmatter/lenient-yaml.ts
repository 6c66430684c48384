/**
 * YAML as the generators' own parsers take it (PyYAML, Psych and libyaml, go-yaml, js-yaml), which are laxer than YAML 1.2: values in
 * quotes and in brackets may go on in lines that are not indented, a comment may follow a quotation mark at once, a key may be there
 * twice, and tabs may indent. What all of them refuse is refused.
 */

import { type Document, isCollection, isScalar, parseDocument, visit, type YAMLError } from 'yaml';

export interface Yaml {
  readonly document: Document.Parsed;
  /** The offset in the text of an offset in the document. */
  readonly place: (offset: number) => number;
  /** What keeps the text from being read; the document is then of no use. */
  readonly error?: YAMLError;
}

/** More repairs than these are a text that is no YAML. */
const MOST_REPAIRS = 200;

/** @param text with line feeds as line ends, or CRLF */
export function lenientYaml(text: string): Yaml {
  const first = parsed(text);
  if (first.error === undefined) return { ...first, place: (offset) => offset };
  /** White space put in at the start of lines, by the lines' offsets in the text. */
  const indents = new Map<number, number>();
  let base = text;
  let shown = text;
  let last = first;
  for (let round = 0; round < MOST_REPAIRS && last.error !== undefined; round++) {
    const place = placeIn(indents);
    const lines = unindented(shown, last.document, last.error);
    if (lines !== undefined) for (const { at, indent } of lines) indents.set(place(at), (indents.get(place(at)) ?? 0) + indent);
    else if (base.includes('\t') && last.document.errors.some(({ code }) => code === 'TAB_AS_INDENT'))
      base = base.replace(/^[ \t]+(?:-[ \t]+)*/gm, (lead) => lead.replaceAll('\t', ' '));
    else break;
    shown = withIndents(base, indents);
    last = parsed(shown);
  }
  return last.error === undefined ? { ...last, place: placeIn(indents) } : { ...first, place: (offset) => offset };
}

function parsed(text: string): { document: Document.Parsed; error?: YAMLError } {
  // Merge keys (`<<: *defaults`) are of YAML 1.1, which the generators read: an embargo may come from one. The parser's own warnings, of keys
  // that are lists and the like, would go to the screen.
  const document = parseDocument(text, { merge: true, uniqueKeys: false, logLevel: 'error' });
  const error = document.errors.find((one) => !isHarmless(one));
  return error === undefined ? { document } : { document, error };
}

/** Errors after which the document is what the generators' parsers read: the first document of several is the one that counts. */
function isHarmless({ code, message }: YAMLError): boolean {
  return code === 'TAB_AS_INDENT' || code === 'MULTIPLE_DOCS' || (code === 'MISSING_CHAR' && message.startsWith('Comments must be'));
}

interface Indent {
  /** The offset at which a line begins, in the text that was parsed. */
  readonly at: number;
  readonly indent: number;
}

const QUOTED = { '"': /"(?:[^"\\]|\\[\s\S])*"/y, "'": /'(?:[^']|'')*'/y } as const;

/** The lines of the value that the error is about: they lack indentation. Undefined where that is not what is wrong. */
function unindented(text: string, document: Document.Parsed, error: YAMLError): readonly Indent[] | undefined {
  const [at] = error.pos;
  let start = -1;
  visit(document, {
    Node: (_, node) => {
      const [from, to] = node.range ?? [];
      if (from === undefined || to === undefined || from >= at) return;
      const isCut = isScalar(node) ? /^QUOTE/.test(node.type ?? '') && to === at : isCollection(node) && node.flow === true;
      if (isCut && (isScalar(node) || start < 0 || from > start)) start = from;
    },
  });
  if (start < 0) return undefined;
  const end = endOfValue(text, start);
  if (end === undefined) return undefined;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1) + 1;
  const lines: Indent[] = [];
  for (let line = text.indexOf('\n', start) + 1; line > 0 && line < end; line = text.indexOf('\n', line) + 1)
    if (/^[ \t]*/.exec(text.slice(line, line + indent))?.[0].length !== indent) lines.push({ at: line, indent });
  return lines.length === 0 ? undefined : lines;
}

/** Behind the quotation mark or the bracket that ends a value. */
function endOfValue(text: string, start: number): number | undefined {
  const quote = (at: number): number | undefined => {
    const pattern = QUOTED[text[at] as keyof typeof QUOTED];
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : undefined;
  };
  if (/["']/.test(text[start] ?? '')) return quote(start);
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at] as string;
    if (/[[{]/.test(char)) depth++;
    else if (/[\]}]/.test(char) && --depth === 0) return at + 1;
    else if (char === '#' && /\s/.test(text[at - 1] ?? '')) at = (text.indexOf('\n', at) + 1 || text.length + 1) - 1;
    // Within a plain value an apostrophe is a letter.
    else if (/["']/.test(char) && /[\s[{,:]/.test(text[at - 1] ?? '')) {
      const end = quote(at);
      if (end === undefined) return undefined;
      at = end - 1;
    }
  }
  return undefined;
}

function withIndents(text: string, indents: ReadonlyMap<number, number>): string {
  let out = '';
  let from = 0;
  for (const [at, indent] of [...indents].sort(([a], [b]) => a - b)) {
    out += text.slice(from, at) + ' '.repeat(indent);
    from = at;
  }
  return out + text.slice(from);
}

/** From an offset in the text with the white space to the offset without. */
function placeIn(indents: ReadonlyMap<number, number>): (offset: number) => number {
  const sorted = [...indents].sort(([a], [b]) => a - b);
  return (offset) => {
    let added = 0;
    for (const [at, indent] of sorted) {
      if (at + added >= offset) break;
      added += Math.min(indent, offset - at - added);
    }
    return offset - added;
  };
}
