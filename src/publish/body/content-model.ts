/**
 * What may be in what, as HTML has it. Authors write HTML that browsers repair each in their way, and Markdown puts blocks into whatever
 * stands around blank lines: here words, order and links stay, and what cannot be where it is gets another element around it, or loses its own.
 * @see https://html.spec.whatwg.org/multipage/dom.html#content-models
 */

import type { Element, ElementContent, Root } from 'hast';
import { holdsImage, innerText, isElement } from './body-tree.ts';
import { schema } from './sanitize.ts';

const words = (list: string) => new Set(list.split(' '));

const KEPT = new Set(schema.tagNames);
/** What stands by itself. */
const BLOCKS = words('blockquote details div dl figure footer h2 h3 h4 h5 h6 hr li ol p pre section table ul');
const HEADINGS = words('h2 h3 h4 h5 h6');
/** What holds words and what is among them alone. */
const INLINE = words('abbr b bdi bdo cite code dfn em i kbd mark q ruby s samp small span strong sub sup time u var');
/** What holds whatever the element around it may hold. */
const TRANSPARENT = words('a del ins');
/** Drawings and formulas have a grammar of their own. */
const APART = words('math svg');

/** Where the children are. */
interface Place {
  readonly parent: string;
  readonly inLink: boolean;
  /** Whether terms may be here: in a list of them, and in its groups. */
  readonly inTerms: boolean;
}

/** Puts a shaped body right, in place. What no page keeps counts as what is in it. */
export function fitContent(tree: Root): void {
  tree.children = fitted(tree.children as ElementContent[], { parent: 'root', inLink: false, inTerms: false }) as Root['children'];
}

function fitted(children: readonly ElementContent[], place: Place): ElementContent[] {
  return gathered(
    children.flatMap((child) => (child.type === 'element' ? fittedElement(child, place) : [child])),
    place,
  );
}

/** @returns what takes the element's place */
function fittedElement(element: Element, place: Place): ElementContent[] {
  const { tagName, properties } = element;
  if (APART.has(tagName) || isCard(element)) return [element];
  if (!KEPT.has(tagName)) {
    element.children = fitted(element.children, place);
    return [element];
  }
  tidyAttributes(element);
  const isLink = tagName === 'a' && properties.href !== undefined;
  // A link in a link leads nowhere by itself: its words are the outer one's.
  if (isLink && place.inLink) return fitted(element.children, place);
  const inside = {
    parent: TRANSPARENT.has(tagName) ? place.parent : tagName,
    inLink: place.inLink || isLink,
    inTerms: tagName === 'dl' || (tagName === 'div' && place.parent === 'dl'),
  };
  element.children = fitted(element.children, inside);
  switch (tagName) {
    case 'p':
      return aroundBlocks(element);
    case 'pre':
      element.children = onlyWords(element.children, '\n');
      break;
    case 'summary':
      element.children = onlyWords(element.children, ' ', (block) => HEADINGS.has(block.tagName));
      break;
    case 'figure':
      oneCaption(element);
      break;
    case 'details':
      return [summarized(element)];
    case 'dl':
      element.children = element.children.map((child) => (isTerm(child) || isElement(child, 'div') ? child : asElement('dd', child)));
      break;
    default:
  }
  if (HEADINGS.has(tagName)) return [asHeading(element, place)];
  if (INLINE.has(tagName) || TRANSPARENT.has(tagName)) return element.children.some(isBlock) ? intoBlocks(element) : [element];
  return [misplaced(element, place)].flat();
}

const isBlock = (node: ElementContent): boolean => node.type === 'element' && BLOCKS.has(node.tagName);
const isTerm = (node: ElementContent): boolean => node.type !== 'element' || ['dt', 'dd'].includes(node.tagName) || !KEPT.has(node.tagName);
const isBlank = (node: ElementContent): boolean => node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');

/** What is between the items of a list, as an item of it. */
function asElement(tagName: string, child: ElementContent): ElementContent {
  return isBlank(child) ? child : { type: 'element', tagName, properties: {}, children: [child] };
}

/** Values that mean nothing to a browser. */
function tidyAttributes({ properties }: Element): void {
  if (properties.dir !== undefined && !/^(?:ltr|rtl|auto)$/i.test(String(properties.dir))) delete properties.dir;
  if (properties.start !== undefined && !Number.isInteger(Number(properties.start))) delete properties.start;
}

/** Emphasis around blocks goes into each of them; what is between them keeps it as it is. */
function intoBlocks(element: Element): ElementContent[] {
  const parts: ElementContent[] = [];
  let line: ElementContent[] = [];
  const close = () => {
    if (line.some((child) => !isBlank(child))) parts.push({ ...element, properties: { ...element.properties }, children: line });
    else parts.push(...line);
    line = [];
  };
  for (const child of element.children) {
    if (!isBlock(child)) line.push(child);
    else {
      close();
      parts.push(within(child as Element, element));
    }
  }
  close();
  return parts;
}

/** What holds blocks and words, and what holds nothing but parts of its own. */
const HOLDERS = words('blockquote caption dd details div dt figcaption footer li section td th');
const STRUCTURES = words('dl figure ol table tbody tfoot thead tr ul');

function within(block: Element, around: Element): Element {
  // What has links of its own is left without the one around it.
  if (block.tagName === 'hr' || (around.tagName === 'a' && holdsLink(block))) return block;
  if (STRUCTURES.has(block.tagName))
    block.children = block.children.map((child) => (child.type === 'element' && !isCard(block) ? within(child, around) : child));
  else
    block.children = HOLDERS.has(block.tagName)
      ? intoBlocks({ ...around, children: block.children })
      : [{ ...around, children: block.children }];
  return block;
}

/** What is to be loaded at a click has its own words and its own link. */
const isCard = ({ properties }: Element): boolean => properties.dataEmbed !== undefined;

function holdsLink(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (child.tagName === 'a' || holdsLink(child)));
}

/** A paragraph ends where a block begins. */
function aroundBlocks(paragraph: Element): ElementContent[] {
  if (!paragraph.children.some(isBlock)) return [paragraph];
  const parts: ElementContent[] = [];
  let line: Element | undefined;
  for (const child of paragraph.children) {
    if (isBlock(child)) {
      line = undefined;
      parts.push(child);
    } else if (line !== undefined) line.children.push(child);
    else if (!isBlank(child)) {
      line = { ...paragraph, children: [child] };
      parts.push(line);
    }
  }
  return parts;
}

/** Blocks where only words may be leave their words, apart from one another. */
function onlyWords(
  children: readonly ElementContent[],
  between: string,
  isKept: (block: Element) => boolean = () => false,
): ElementContent[] {
  return children.flatMap((child, at) => {
    if (!isBlock(child) || isKept(child as Element)) return [child];
    const gap: ElementContent[] = at > 0 ? [{ type: 'text', value: between }] : [];
    return [...gap, ...onlyWords((child as Element).children, between)];
  });
}

/** A heading without words keeps its anchor; one in a cell or a term is words of it. */
function asHeading(heading: Element, { parent }: Place): Element {
  heading.children = onlyWords(heading.children, ' ');
  if (innerText(heading).trim() === '' && !holdsImage(heading)) return { ...heading, tagName: 'div' };
  return parent === 'th' || parent === 'dt' ? { ...heading, tagName: 'span' } : heading;
}

function oneCaption(figure: Element): void {
  const [caption, ...more] = figure.children.filter((child) => isElement(child, 'figcaption')) as Element[];
  if (caption === undefined) return;
  for (const one of more) caption.children.push({ type: 'text', value: ' ' }, ...one.children);
  const rest = figure.children.filter((child) => !isElement(child, 'figcaption'));
  figure.children = figure.children.find((child) => !isBlank(child)) === caption ? [caption, ...rest] : [...rest, caption];
}

/** What folds is opened by its first child; without one, nobody could say what it hides, and it is open. */
function summarized(details: Element): Element {
  const [summary, ...more] = details.children.filter((child) => isElement(child, 'summary')) as Element[];
  if (summary === undefined) {
    const { open: _, ...properties } = details.properties;
    return { ...details, tagName: 'div', properties };
  }
  const rest = details.children.filter((child) => child !== summary);
  details.children = [summary, ...rest.map((child) => (more.includes(child as Element) ? { ...(child as Element), tagName: 'p' } : child))];
  return details;
}

/** Parts of elements that are not around them. */
function misplaced(element: Element, { parent }: Place): ElementContent | ElementContent[] {
  switch (element.tagName) {
    case 'summary':
      return parent === 'details' ? element : { ...element, tagName: 'p' };
    case 'figcaption':
      return parent === 'figure' ? element : { ...element, tagName: element.children.some(isBlock) ? 'div' : 'p' };
    case 'rt':
    case 'rp':
      return parent === 'ruby' ? element : element.children;
    default:
      return element;
  }
}

/** Items without a list, and terms without one, get one: those that follow each other the same. */
function gathered(children: ElementContent[], { parent, inTerms }: Place): ElementContent[] {
  const listOf = (child: ElementContent): 'ul' | 'dl' | undefined => {
    if (isElement(child, 'li')) return parent === 'ul' || parent === 'ol' ? undefined : 'ul';
    if (isElement(child, 'dt') || isElement(child, 'dd')) return inTerms ? undefined : 'dl';
    return undefined;
  };
  if (!children.some((child) => listOf(child) !== undefined)) return children;
  const made: ElementContent[] = [];
  let list: Element | undefined;
  for (const child of children) {
    const tagName = listOf(child);
    if (tagName === undefined) {
      if (list !== undefined && isBlank(child)) {
        list.children.push(child);
        continue;
      }
      list = undefined;
      made.push(child);
      continue;
    }
    if (list?.tagName !== tagName) {
      list = { type: 'element', tagName, properties: {}, children: [] };
      made.push(list);
    }
    list.children.push(child);
  }
  return made;
}
