/** Marks as XLIFF's inline elements: `<g>` for a pair, `<x>` for one alone, `<it>` for a half whose other half is in another segment. */

import type { Mark, Text } from '../../article.ts';
import { marks, normalize } from '../../text.ts';
import { characterData, unshielded, type XmlElement, xmlAttribute, xmlText } from '../../xml.ts';

export const OWN_NAMESPACE = 'urn:dragoman:record';
const OPEN = 'dragoman:open';
const CLOSE = 'dragoman:close';

/** What a CAT tool shows of a mark; XLIFF 1.2 section 2.3, attribute `ctype`. */
const CTYPES: { readonly [bytes: string]: string } = {
  '**': 'bold',
  __: 'bold',
  '*': 'italic',
  _: 'italic',
  '[': 'link',
  '~~': 'x-strikethrough',
};

/**
 * The content of a `<source>` or `<target>`.
 * @param original the source's text, for a target: marks that have the source's bytes are written without bytes
 */
export function writeInline(text: Text, original?: Text): string {
  const known = knownMarks(original);
  const bytes = (mark: Mark, attribute: string) =>
    original !== undefined && (known.get(markKey(mark.role, mark.id)) ?? '') === mark.source ? '' : xmlAttribute(attribute, mark.source);
  const partners = pairs(text);
  let xml = '';
  for (const piece of text) {
    if (typeof piece === 'string') {
      xml += xmlText(piece);
      continue;
    }
    const id = xmlAttribute('id', piece.id);
    const partner = partners.get(piece);
    if (piece.role === 'alone') xml += `<x${id}${bytes(piece, 'equiv-text')}/>`;
    else if (partner === undefined) xml += `<it${id} pos="${piece.role}"${bytes(piece, 'equiv-text')}/>`;
    else if (piece.role === 'open')
      xml += `<g${id}${xmlAttribute('ctype', CTYPES[piece.source])}${bytes(piece, OPEN)}${bytes(partner, CLOSE)}>`;
    else xml += '</g>';
  }
  return xml;
}

/** Each mark of a properly nested pair, with its partner. */
function pairs(text: Text): Map<Mark, Mark> {
  const partners = new Map<Mark, Mark>();
  const open: Mark[] = [];
  for (const piece of text) {
    if (typeof piece === 'string' || piece.role === 'alone') continue;
    const last = open.at(-1);
    if (piece.role === 'open') open.push(piece);
    else if (last?.id === piece.id) {
      partners.set(piece, last).set(last, piece);
      open.pop();
    }
  }
  return partners;
}

/**
 * The text of a `<source>` or `<target>`, of any tool's making: `<mrk>` is seen through, `<bpt>`, `<ept>`, `<bx>`, `<ex>`,
 * `<it>` and `<ph>` are marks.
 * @param original the source's text, for a target: marks without bytes of their own take the source's
 */
export function readInlineElements(element: XmlElement, original?: Text): Text {
  const known = knownMarks(original);
  const out: (string | Mark)[] = [];
  const push = (role: Mark['role'], id: string, own: string | undefined) =>
    out.push({ role, id, source: own === undefined ? (known.get(markKey(role, id)) ?? '') : unshielded(own) });
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') {
        out.push(unshielded(child));
        continue;
      }
      const { attributes, name } = child;
      const id = unshielded(attributes.get(name === 'ept' || name === 'ex' ? 'rid' : 'id') ?? attributes.get('id') ?? '');
      if (name === 'g') {
        push('open', id, attributes.get(`{${OWN_NAMESPACE}}open`) ?? attributes.get('equiv-text'));
        visit(child);
        push('close', id, attributes.get(`{${OWN_NAMESPACE}}close`));
      } else if (name === 'mrk') visit(child);
      else {
        const role = ROLES[name] ?? (name === 'it' && HALVES[attributes.get('pos') ?? '']) ?? 'alone';
        push(role || 'alone', id, attributes.get('equiv-text') ?? (characterData(child) || undefined));
      }
    }
  };
  visit(element);
  return normalize(out);
}

const ROLES: { readonly [name: string]: Mark['role'] } = { bpt: 'open', bx: 'open', ept: 'close', ex: 'close' };
/** `begin` and `end` are TMX's words, met in the wild. */
const HALVES: { readonly [pos: string]: Mark['role'] } = { open: 'open', close: 'close', begin: 'open', end: 'close' };

function knownMarks(text: Text = []): Map<string, string> {
  return new Map(marks(text).map((mark) => [markKey(mark.role, mark.id), mark.source]));
}

function markKey(role: Mark['role'], id: string): string {
  return `${role} ${id}`;
}
