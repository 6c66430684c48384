/**
 * The tree of a body, shaped for a page: heading levels and anchors, links and images resolved, tables and code that scroll,
 * figures. Everything it adds must pass the sanitizer, which comes after it.
 */

import type { Element, ElementContent, Root, RootContent } from 'hast';
import { idFor } from '../../markdown/anchor-rules.ts';
import { decodeAddress } from '../../web-address.ts';
import { drawAlert } from './alerts.ts';
import { holdsImage, innerText, isElement, type Shape, startLine } from './body-tree.ts';
import { fitContent } from './content-model.ts';
import { LOST, noteDropped } from './dropped.ts';
import { loneAddress, showEmbed } from './embed-card.ts';
import { excerptOf } from './excerpt.ts';
import { giveAnchors } from './heading-ids.ts';
import { setFigures } from './number-columns.ts';
import { isKnownClass } from './sanitize.ts';
import { shapeShown } from './shown.ts';
import { isolateNumbers } from './signed-numbers.ts';

export function shapeBody(tree: Root, shape: Shape): void {
  dropTitle(tree, shape.title);
  const ids = giveAnchors(tree, shape);
  shapeChildren(tree, shape, ids);
  if (shape.direction === 'rtl') isolateNumbers(tree);
  noteDropped(tree, shape);
  fitContent(tree);
  shape.found.excerpt = excerptOf(tree);
}

function dropTitle(tree: Root, title: string): void {
  const at = tree.children.findIndex((child) => child.type === 'element');
  const first = tree.children[at];
  if (first?.type === 'element' && /^h[1-6]$/.test(first.tagName) && innerText(first).replace(/\s+/g, ' ').trim() === title)
    tree.children.splice(at, 1);
}

function shapeChildren(parent: Root | Element, shape: Shape, ids: ReadonlySet<string>): void {
  const children: (RootContent | ElementContent)[] = [];
  for (const child of parent.children) {
    if (child.type !== 'element') children.push(child);
    else children.push(...shapeElement(child, shape, ids));
  }
  parent.children = children as typeof parent.children;
}

/** Blocks that a page has no element of its own for: what is in them stays apart from what is before and after. */
const PLAIN_BLOCKS = new Set(
  'address article aside center dialog fieldset header hgroup legend main marquee nav optgroup search'.split(' '),
);

/** What an author hides is for nobody to read: a remark, a text of another day, a picture that counts readers. */
function isHidden({ tagName, properties }: Element): boolean {
  if (properties.hidden === true || properties.hidden === '' || (tagName === 'dialog' && !properties.open)) return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(String(properties.style ?? ''));
}

/** @returns what takes the element's place */
function shapeElement(element: Element, shape: Shape, ids: ReadonlySet<string>): ElementContent[] {
  if (isHidden(element)) return [{ ...element, tagName: `${LOST}${element.tagName} hidden`, children: [] }];
  const shown = shapeShown(element, shape, (one) => shapeChildren(one, shape, ids));
  if (shown !== undefined) return shown;
  shapeChildren(element, shape, ids);
  keepKnownClasses(element);
  // Only the program says what a page may load.
  for (const name of Object.keys(element.properties)) if (name.startsWith('dataEmbed')) delete element.properties[name];
  if (PLAIN_BLOCKS.has(element.tagName)) return [{ ...element, tagName: 'div' }];
  switch (element.tagName) {
    case 'form':
      return [{ ...element, children: [{ type: 'element', tagName: 'div', properties: {}, children: element.children }] }];
    case 'a':
      return shapeLink(element, shape, ids);
    case 'p':
      return shapeParagraph(element, shape);
    case 'noscript':
      // The site runs none of the author's scripts: what is said to readers without them is meant.
      return element.children;
    case 'table':
      return [scrollable(tidyTable(element, shape), shape)];
    case 'pre':
      // What scrolls must be reachable by keyboard.
      element.properties.tabIndex = 0;
      trimLines(element);
      return [element];
    case 'input':
      // A task list's box is a mark on paper, not a control.
      if (element.properties.type !== 'checkbox' || !element.properties.disabled) return [element];
      return [{ type: 'text', value: element.properties.checked ? '☑' : '☐' }];
    case 'progress':
    case 'meter':
      return measure(element, shape);
    case 'menu':
      return [onlyItems({ ...element, tagName: 'ul' })];
    case 'ul':
    case 'ol':
      return [onlyItems(element)];
    case 'blockquote':
      if (!drawAlert(element, shape.words.alert)) attribute(element);
      return [element];
    case 'figure':
      return element.children.some((child) => child.type === 'element' && child.tagName !== 'figcaption') ? [element] : [];
    default:
      return [element];
  }
}

/** A bar that shows how much of something there is says it in words; where it has none of its own, as a share. */
function measure(element: Element, { locale }: Shape): ElementContent[] {
  if (innerText(element).trim() !== '') return element.children;
  const of = (name: string, otherwise: number) => Number(element.properties[name] ?? otherwise);
  const [least, most] = [of('min', 0), of('max', 1)];
  const share = (of('value', Number.NaN) - least) / (most - least);
  if (!(share >= 0 && share <= 1)) return [element];
  return [{ type: 'text', value: new Intl.NumberFormat(locale, { style: 'percent' }).format(share) }];
}

function keepKnownClasses({ properties }: Element): void {
  if (!Array.isArray(properties.className)) return;
  const known = properties.className.filter((name) => isKnownClass(String(name)));
  if (known.length > 0) properties.className = known;
  else delete properties.className;
}

/** A link that leads nowhere leaves its words. */
function shapeLink(element: Element, shape: Shape, ids: ReadonlySet<string>): ElementContent[] {
  const { href } = element.properties;
  if (element.properties.dataFootnoteBackref !== undefined && shape.words.language !== undefined)
    element.properties.lang = shape.words.language;
  if (typeof href !== 'string') return element.properties.id === undefined ? element.children : [element];
  if (href.startsWith('#')) {
    const id = idFor(decodeAddress(href.slice(1)), (one) => ids.has(one));
    if (id === undefined) {
      shape.found.deadAnchors.push(href);
      return element.children;
    }
    element.properties.href = `#${encodeURIComponent(id)}`;
    return [element];
  }
  const target = shape.link(href);
  if (target === undefined || (innerText(element).trim() === '' && !holdsImage(element))) return element.children;
  element.properties.href = withAnchor(target, shape, ids);
  return [element];
}

/** Only here are the anchors of the page itself known while it is made. */
function withAnchor(target: string, { address }: Shape, ids: ReadonlySet<string>): string {
  if (address === undefined || !target.startsWith(`${address}#`)) return target;
  const id = idFor(decodeAddress(target.slice(address.length + 1)), (one) => ids.has(one));
  return id === undefined ? address : `${address}#${encodeURIComponent(id)}`;
}

/** A paragraph that is nothing but images becomes figures, the image's title their caption; an empty one goes. */
function shapeParagraph(element: Element, shape: Shape): ElementContent[] {
  const address = loneAddress(element, shape);
  // A link is a link where nothing may be shown; a shortcode of it is nothing by itself.
  if (address !== undefined && (shape.embed(address) !== undefined || !element.children.some((child) => isElement(child, 'a'))))
    return showEmbed({ address, kind: 'frame', title: '', line: startLine(element) }, shape);
  const solid = element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (solid.length === 0) return [];
  if (solid.some(isBlock)) return liftBlocks(element);
  if (!solid.every((child) => isElement(child, 'img'))) return [element];
  return (solid as Element[]).map((image) => {
    const { title, ...properties } = image.properties;
    const caption: Element[] =
      typeof title === 'string' && title !== ''
        ? [{ type: 'element', tagName: 'figcaption', properties: {}, children: [{ type: 'text', value: title }] }]
        : [];
    return { type: 'element', tagName: 'figure', properties: {}, children: [{ ...image, properties }, ...caption] };
  });
}

const BLOCKS = new Set(['figure', 'video', 'audio', 'iframe', 'p', 'div']);

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && BLOCKS.has(node.tagName);
}

/** A paragraph holds no figures: what is shown in the middle of one divides it. */
function liftBlocks(paragraph: Element): ElementContent[] {
  const parts: ElementContent[] = [];
  let line: ElementContent[] = [];
  const close = () => {
    if (line.some((child) => child.type !== 'text' || child.value.trim() !== '')) parts.push({ ...paragraph, children: line });
    line = [];
  };
  for (const child of paragraph.children) {
    if (!isBlock(child)) line.push(child);
    else {
      close();
      parts.push(child);
    }
  }
  close();
  return parts;
}

/** White space that ends a line of code is nobody's meaning. */
function trimLines(element: Element): void {
  for (const child of element.children) {
    if (child.type === 'text') child.value = child.value.replace(/(?<![ \t])[ \t]+$/gm, '');
    else if (child.type === 'element') trimLines(child);
  }
}

/** A list holds items only; what an author's HTML puts between them goes to the one before. */
function onlyItems(list: Element): Element {
  const items: ElementContent[] = [];
  for (const child of list.children) {
    const last = items.findLast((item) => isElement(item, 'li'));
    if (child.type !== 'element' || child.tagName === 'li') items.push(child);
    else if (last?.type === 'element') last.children.push(child);
    else items.push({ type: 'element', tagName: 'li', properties: {}, children: [child] });
  }
  list.children = items;
  return list;
}

/** Alignment as a class that follows the direction of writing, and header cells that say what they head. */
function tidyTable(table: Element, { direction }: Shape): Element {
  const visit = (element: Element, inHead: boolean): void => {
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'td' || child.tagName === 'th') tidyCell(child, inHead);
      else visit(child, inHead || child.tagName === 'thead');
    }
  };
  visit(table, false);
  setFigures(table, direction);
  return table;
}

const ALIGNMENT: Readonly<Record<string, string>> = { left: 'start', center: 'center', right: 'end' };

function tidyCell(cell: Element, inHead: boolean): void {
  const align = ALIGNMENT[String(cell.properties.align)];
  delete cell.properties.align;
  if (align !== undefined) cell.properties.className = [align];
  if (cell.tagName === 'th' && innerText(cell).trim() === '' && !holdsImage(cell)) cell.tagName = 'td';
  else if (cell.tagName === 'th' && cell.properties.scope === undefined) cell.properties.scope = inHead ? 'col' : 'row';
}

/** A table scrolls by itself, so that the page does not; what scrolls has a name and can be reached by keyboard. */
function scrollable(table: Element, shape: Shape): Element {
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption');
  shape.found.tables++;
  const name = caption?.type === 'element' ? innerText(caption).trim() : '';
  const label = `${shape.words.table} ${shape.found.tables}${name === '' ? '' : `: ${name}`}`;
  const { language } = shape.words;
  if (language !== undefined) table.properties.lang ??= shape.locale;
  const properties = { className: ['table'], tabIndex: 0, ariaLabel: label, ...(language === undefined ? {} : { lang: language }) };
  return { type: 'element', tagName: 'section', properties, children: [table] };
}

/** A last paragraph that begins with a dash names who is quoted. */
function attribute(quote: Element): void {
  const last = quote.children.findLast((child) => child.type === 'element');
  const paragraphs = quote.children.filter((child) => child.type === 'element');
  if (paragraphs.length > 1 && last !== undefined && isElement(last, 'p') && /^\s*[—–―]/.test(innerText(last)))
    last.properties.className = ['attribution'];
}
