/** XML 1.0 in and out, for the interchange formats: a reader that reads no DTD, and the escapes of a writer. */

import { SaxesParser } from 'saxes';
import { KnownError } from './errors.ts';

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  /** The namespace's URI; empty where there is none. */
  readonly space: string;
  /** By local name; `xml:lang` and `xml:space` so; those of another namespace as `{uri}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
  /** From 1. */
  readonly line: number;
}

export interface XmlOptions {
  /** Called as each element ends. One for which it returns true is left out of its parent, so that a large file needs no large tree. */
  readonly taken?: (element: XmlElement) => boolean;
}

/** Interchange files of a whole archive are some hundred megabytes, in rare cases gigabytes; nesting is that of inline markup. */
const LIMITS = { characters: 4_000_000_000, depth: 100, attributes: 100 } as const;
const XML_SPACE = 'http://www.w3.org/XML/1998/namespace';

/**
 * A DOCTYPE that names a DTD and declares nothing, as TMX, TBX and XLIFF 1.0 demand it. The DTD is never read; with declarations in
 * the file itself a DOCTYPE could name files or blow up entities.
 */
const DOCTYPE = /^[\w:.-]+(?:\s+PUBLIC\s+(?:"[^"<>]*"|'[^'<>]*'))?(?:\s+SYSTEM)?(?:\s+(?:"[^"<>]*\.dtd"|'[^'<>]*\.dtd'))?$/i;

/**
 * The root element.
 * @param source the file's text, or pieces of it in order
 * @param file its path, for errors
 * @throws KnownError with file and line where it is not well-formed, holds a DOCTYPE with declarations, or exceeds a limit
 */
export function readXml(source: string | Iterable<string>, file: string, options: XmlOptions = {}): XmlElement {
  const refuse = (expected: string, got: string): never => {
    const place = `${file}:${parser.line}`;
    throw new KnownError(`${place}: not usable as XML`, { expected, got, help: 'Correct the file, or export it again.', place });
  };
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (error) => refuse('well-formed XML', error.message.replace(/^[\d:]*\s*/, '')));
  parser.on('doctype', (doctype) => {
    if (!DOCTYPE.test(doctype.trim())) refuse('no DOCTYPE that declares anything', `<!DOCTYPE ${doctype.trim().slice(0, 60)}>`);
  });
  parser.on('opentag', (tag) => {
    const found = Object.values(tag.attributes);
    if (found.length > LIMITS.attributes) refuse(`at most ${LIMITS.attributes} attributes`, `${found.length} on <${tag.name}>`);
    if (open.length >= LIMITS.depth) refuse(`elements at most ${LIMITS.depth} deep`, `<${tag.name}> deeper`);
    const attributes = new Map<string, string>();
    for (const { uri, local, prefix, value } of found) if (prefix !== 'xmlns' && local !== 'xmlns') attributes.set(key(uri, local), value);
    const element: XmlElement = { name: tag.local, space: tag.uri, attributes, children: [], line: parser.line };
    root ??= element;
    open.push(element);
  });
  const characters = (text: string) => {
    open.at(-1)?.children.push(text);
  };
  parser.on('text', characters);
  parser.on('cdata', characters);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined && options.taken?.(element) !== true) open.at(-1)?.children.push(element);
  });
  let characterCount = 0;
  for (const piece of typeof source === 'string' ? [source] : source) {
    parser.write(characterCount === 0 ? piece.replace(/^\uFEFF/, '') : piece);
    characterCount += piece.length;
    if (characterCount > LIMITS.characters) refuse(`at most ${LIMITS.characters} characters`, 'more');
  }
  parser.close();
  return root ?? refuse('a root element', 'an empty file');
}

function key(uri: string, local: string): string {
  if (uri === '') return local;
  return uri === XML_SPACE ? `xml:${local}` : `{${uri}}${local}`;
}

/** The child elements of a name, in any namespace. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** All character data below an element. */
export function characterData(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : characterData(child))).join('');
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Character data. Line feeds and tabs stay as they are, a carriage return would be read back as a line feed and is escaped.
 */
export function xmlText(text: string): string {
  return shielded(text).replace(/[&<>\r]/g, (char) => ESCAPES[char] ?? char);
}

/** ` name="value"`, or nothing for an absent value. */
export function xmlAttribute(name: string, value: string | undefined): string {
  if (value === undefined) return '';
  return ` ${name}="${shielded(value).replace(/[&<>"\t\n\r]/g, (char) => ESCAPES[char] ?? char)}"`;
}

/**
 * Code units that XML 1.0 cannot hold even as references (section 2.2: controls, U+FFFE, U+FFFF, halves of surrogate pairs),
 * and characters of the last private use plane, which takes their place.
 */
const UNHOLDABLE =
  /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uDBC0-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** The same without what stands in for it, which is text here. */
const UNHOLDABLE_UNIT = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
const STAND_IN = 0x10_0000;

/** Markup without what neither XML nor HTML can hold: an author's words may bring it, from a word processor or a broken file. */
export function withoutUnholdable(markup: string): string {
  return markup.replace(UNHOLDABLE_UNIT, '');
}

/** Each such code unit as the character U+100000 + unit, so that what was written is read back whatever it was. */
function shielded(text: string): string {
  return text.replace(UNHOLDABLE, (units) =>
    [...Array(units.length).keys()].map((at) => String.fromCodePoint(STAND_IN + units.charCodeAt(at))).join(''),
  );
}

/** Takes back what `xmlText` and `xmlAttribute` put in for code units that XML cannot hold. */
export function unshielded(text: string): string {
  return text.replace(/[\uDBC0-\uDBFF][\uDC00-\uDFFF]/g, (char) => {
    const held = (char.codePointAt(0) ?? 0) - STAND_IN;
    return held < 0x20 || (held >= 0xd800 && held < 0xe000) || held >= 0xfffe ? String.fromCharCode(held) : char;
  });
}
