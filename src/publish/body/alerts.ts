/** Alerts of GitHub, GitLab, Hugo and Obsidian (`> [!NOTE]`): a quotation whose first line says so is a box with a heading. */

import type { Element } from 'hast';

export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** GitHub's five, and Obsidian's other names for them. */
const KINDS: Readonly<Record<string, AlertKind>> = {
  ...{ note: 'note', info: 'note', abstract: 'note', summary: 'note', todo: 'note', example: 'note', question: 'note', quote: 'note' },
  ...{ tip: 'tip', hint: 'tip', success: 'tip', important: 'important', warning: 'warning', attention: 'warning', failure: 'warning' },
  ...{ caution: 'caution', danger: 'caution', error: 'caution', bug: 'caution' },
};

const MARKER = /^\s*\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

/**
 * Makes a box of a quotation that begins with an alert's marker; the author's own title is its heading, else the kind's name.
 * @param heading of a kind, in the reader's language
 * @returns whether it was one
 */
export function drawAlert(quotation: Element, heading: (kind: AlertKind) => string): boolean {
  const at = quotation.children.findIndex((child) => child.type === 'element');
  const first = quotation.children[at];
  if (first?.type !== 'element' || first.tagName !== 'p') return false;
  const words = first.children[0];
  const marker = words?.type === 'text' ? MARKER.exec(words.value) : null;
  if (words?.type !== 'text' || marker === null) return false;
  const [all, kind = '', own = ''] = marker;
  const rest = words.value.slice(all.length);
  const title: Element = {
    type: 'element',
    tagName: 'p',
    properties: { className: ['alert-title'] },
    children: [{ type: 'text', value: own.trim() === '' ? heading(KINDS[kind.toLowerCase()] ?? 'note') : own }],
  };
  // A title with marks in it runs to the line's end, wherever that is.
  if (own.trim() !== '' && !all.endsWith('\n')) title.children.push(...takeLine(first));
  words.value = rest;
  // Where a sentence is in the source is told by its text's position: the marker is none of it.
  if (words.position?.start.offset !== undefined) words.position.start.offset += all.trimEnd().length;
  const body = first.children.some((child) => child.type !== 'text' || child.value.trim() !== '') ? [first] : [];
  quotation.children.splice(at, 1, title, ...body);
  quotation.tagName = 'div';
  quotation.properties = { className: ['note', 'alert'] };
  return true;
}

/** What of a paragraph is behind its first words, up to the first line end. */
function takeLine(paragraph: Element): Element['children'] {
  const taken: Element['children'] = [];
  for (let child = paragraph.children[1]; child !== undefined; child = paragraph.children[1]) {
    const end = child.type === 'text' ? child.value.indexOf('\n') : -1;
    if (child.type === 'text' && end >= 0) {
      taken.push({ type: 'text', value: child.value.slice(0, end) });
      child.value = child.value.slice(end + 1);
      return taken;
    }
    taken.push(child);
    paragraph.children.splice(1, 1);
  }
  return taken;
}
