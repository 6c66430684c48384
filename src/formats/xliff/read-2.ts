/** XLIFF 2.0, 2.1 and 2.2 of other tools as a record: a unit is a block, its segments are ours; what lies between them is layout. */

import type { Mark, Text } from '../../article.ts';
import type { EditionRecord, RecordedBlock, RecordedSegment } from '../../memory/record.ts';
import { normalize } from '../../text.ts';
import { childrenOf, unshielded, type XmlElement } from '../../xml.ts';
import { approvalOfState } from './approval.ts';
import { notesIn, targetOf } from './foreign.ts';

/** @param root `<xliff version="2.x" srcLang="…" trgLang="…">` */
export function readXliff2(root: XmlElement): EditionRecord {
  const blocks: RecordedBlock[] = [];
  for (const file of childrenOf(root, 'file')) readUnits(file, true, blocks);
  const [first] = childrenOf(root, 'file');
  return {
    slug: unshielded(first?.attributes.get('original') ?? first?.attributes.get('id') ?? ''),
    sourceLocale: root.attributes.get('srcLang') ?? '',
    locale: root.attributes.get('trgLang') ?? '',
    blocks,
    additions: [],
    retired: [],
  };
}

/** @param isTranslated whether the elements above say that their words are to be translated; units may say otherwise */
function readUnits(parent: XmlElement, isTranslated: boolean, blocks: RecordedBlock[]): void {
  const said = parent.attributes.get('translate');
  const translated = said === undefined ? isTranslated : said === 'yes';
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'group') readUnits(child, translated, blocks);
    if (child.name === 'unit') blocks.push(readUnit(child, translated));
  }
}

function readUnit(unit: XmlElement, isTranslated: boolean): RecordedBlock {
  const said = unit.attributes.get('translate');
  const translated = said === undefined ? isTranslated : said === 'yes';
  const data = new Map(
    childrenOf(unit, 'originalData').flatMap((list) =>
      childrenOf(list, 'data').map((one) => [one.attributes.get('id') ?? '', inlineText(one)] as const),
    ),
  );
  // Of the unit as a whole, or of any of its segments.
  const remarks = childrenOf(unit, 'notes').flatMap((notes) => notesIn(notes).notes ?? []);
  const id = unshielded(unit.attributes.get('id') ?? '');
  const segments = childrenOf(unit, 'segment').map((segment, at): RecordedSegment => {
    const [sourceElement] = childrenOf(segment, 'source');
    const [targetElement] = childrenOf(segment, 'target');
    const source = sourceElement === undefined ? [] : readInline2(sourceElement, data);
    const approval = approvalOfState(segment.attributes.get('state'), segment.attributes.get('subState'));
    const target =
      targetElement === undefined
        ? undefined
        : targetOf(readInline2(targetElement, data), source, translated ? approval : 'unapproved', { by: 'person' });
    return {
      id: unshielded(segment.attributes.get('id') ?? `${id}-${at + 1}`),
      source,
      ...(target !== undefined && { target }),
      ...(at === 0 && remarks.length > 0 && { notes: remarks }),
    };
  });
  return { kind: 'paragraph', segments };
}

/**
 * Inline elements (section 4.3): `<pc>`, `<sc>`, `<ec>` and `<ph>` are marks, whose bytes are in `<originalData>`; annotations
 * (`<mrk>`, `<sm>`, `<em>`) are seen through; `<cp>` is a character that XML cannot hold.
 */
function readInline2(element: XmlElement, data: ReadonlyMap<string, string>): Text {
  const out: (string | Mark)[] = [];
  const push = (role: Mark['role'], id: string, attributes: XmlElement['attributes'], side = '') => {
    const bytes = data.get(attributes.get(`dataRef${side}`) ?? '') ?? attributes.get(`equiv${side}`) ?? attributes.get(`disp${side}`) ?? '';
    out.push({ role, id: unshielded(id), source: unshielded(bytes) });
  };
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') {
        out.push(unshielded(child));
        continue;
      }
      const { name, attributes } = child;
      const id = attributes.get('id') ?? '';
      if (name === 'pc') {
        push('open', id, attributes, 'Start');
        visit(child);
        push('close', id, attributes, 'End');
      } else if (name === 'sc') push('open', id, attributes);
      else if (name === 'ec') push('close', attributes.get('startRef') ?? id, attributes);
      else if (name === 'ph') push('alone', id, attributes);
      else if (name === 'cp') out.push(codePoint(child));
      else if (name === 'mrk') visit(child);
    }
  };
  visit(element);
  return normalize(out);
}

function inlineText(data: XmlElement): string {
  return data.children.map((child) => (typeof child === 'string' ? child : child.name === 'cp' ? codePoint(child) : '')).join('');
}

/** `hex` is a code unit that XML cannot hold, halves of pairs included. */
function codePoint(element: XmlElement): string {
  const code = Number.parseInt(element.attributes.get('hex') ?? '', 16);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
