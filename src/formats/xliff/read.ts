/** XLIFF 1.2 as a record: our own files, those that a CAT tool has saved since, and those that others made. */

import type { Addition, BlockKind, Origin, Target, TargetState, TermUse, Text } from '../../article.ts';
import { KnownError } from '../../errors.ts';
import type { EditionRecord, RecordedBlock, RecordedItem, RecordedSegment } from '../../memory/record.ts';
import { fingerprint } from '../../text.ts';
import { characterData, childrenOf, readXml, unshielded, type XmlElement } from '../../xml.ts';
import { OWN_NAMESPACE, readInlineElements } from './inline.ts';

const KINDS: readonly BlockKind[] = ['heading', 'paragraph', 'cell', 'frontMatter', 'alt', 'title', 'label', 'attribute', 'html', 'string'];
const ORIGINS: readonly Origin['by'][] = ['engine', 'memory', 'person', 'repair'];
const QUALIFIED: { readonly [qualifier: string]: Origin['by'] } = {
  'leveraged-mt': 'engine',
  'mt-suggestion': 'engine',
  'leveraged-tm': 'memory',
  'tm-suggestion': 'memory',
  'exact-match': 'memory',
  'fuzzy-match': 'memory',
  'leveraged-glossary': 'repair',
};

/**
 * @param source the file's text
 * @param file its path, for errors
 * @throws KnownError where it is no XLIFF 1.x
 */
export function readRecord(source: string, file: string): EditionRecord {
  const root = readXml(source, file);
  const files = childrenOf(root, 'file');
  const [first] = files;
  const from = first?.attributes.get('source-language');
  if (root.name !== 'xliff' || !/^1\.[0-2]$/.test(root.attributes.get('version') ?? '') || first === undefined || from === undefined) {
    const place = `${file}:${root.line}`;
    const got = `<${root.name} version="${root.attributes.get('version') ?? ''}"> with ${files.length} <file>`;
    throw new KnownError(`${place}: not XLIFF 1.2`, { expected: '<xliff version="1.2"> with a <file source-language="...">', got, place });
  }
  const blocks: RecordedBlock[] = [];
  const retired: RecordedSegment[] = [];
  for (const one of files) for (const body of childrenOf(one, 'body')) readGroup(body, blocks, retired);
  const editionHash = own(first, 'edition');
  const after = itemsIn(own(first, 'after'));
  const front = childrenOf(first, 'header').flatMap((header) => childrenOf(header, 'front'));
  return {
    slug: unshielded(first.attributes.get('original') ?? ''),
    sourceLocale: from,
    locale: first.attributes.get('target-language') ?? targetLanguage(first) ?? '',
    blocks,
    additions: childrenOf(first, 'header').flatMap((header) => childrenOf(header, 'addition').map(readAddition)),
    retired,
    ...(after.length > 0 && { after }),
    ...(front.length > 0 && { front: new Map(front.flatMap(readSum)) }),
    ...(editionHash !== undefined && { editionHash }),
  };
}

/** Some tools name the target's language on each target only. */
function targetLanguage(element: XmlElement): string | undefined {
  if (element.name === 'target') return element.attributes.get('xml:lang');
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : targetLanguage(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readAddition(element: XmlElement): Addition {
  const after = element.attributes.get('after');
  return { after: after === undefined ? null : unshielded(after), markdown: unshielded(characterData(element)) };
}

function readSum({ attributes }: XmlElement): (readonly [string, string])[] {
  const key = attributes.get('key');
  return key === undefined ? [] : [[unshielded(key), attributes.get('sum') ?? '']];
}

function itemsIn(names: string | undefined): RecordedItem[] {
  return (names ?? '').split(' ').flatMap((name) => {
    const [, sum, breaks = '2', shown] = /^([0-9a-f]*)(?:-(\d+))?(?:\/([0-9a-f]*))?$/.exec(name) ?? [];
    return name === '' || sum === undefined ? [] : [{ sum, breaks: Number(breaks), ...(shown !== undefined && { shown }) }];
  });
}

/** A group is a block; segments directly in a body or beside groups are blocks of their own, in their order. */
function readGroup(group: XmlElement, blocks: RecordedBlock[], retired: RecordedSegment[]): void {
  const restype = group.attributes.get('restype')?.replace(/^x-/, '');
  if (restype === 'retired') {
    retired.push(...childrenOf(group, 'trans-unit').map(readSegment));
    return;
  }
  const kind = KINDS.find((one) => one === restype) ?? 'paragraph';
  const path = group.attributes.get('resname');
  const note = childrenOf(group, 'note')[0];
  const [item] = itemsIn(own(group, 'lines'));
  const before = itemsIn(own(group, 'before'));
  const head = {
    kind,
    ...(path !== undefined && { path: unshielded(path) }),
    ...(note !== undefined && { note: unshielded(characterData(note)) }),
    ...(item !== undefined && { item }),
    ...(before.length > 0 && { before }),
  };
  const isBlock = group.name === 'group';
  let run: RecordedSegment[] = [];
  const end = (always: boolean) => {
    if (always || run.length > 0) blocks.push({ ...head, segments: run });
    run = [];
  };
  const children = group.children.filter((child) => typeof child !== 'string');
  for (const child of children) {
    if (child.name === 'trans-unit') run.push(readSegment(child));
    else if (child.name === 'group') {
      end(false);
      readGroup(child, blocks, retired);
    }
    if (!isBlock) end(false);
  }
  end(isBlock && !children.some((child) => child.name === 'trans-unit' || child.name === 'group'));
}

function readSegment(element: XmlElement): RecordedSegment {
  const sourceElement = childrenOf(element, 'source')[0];
  const source = sourceElement === undefined ? [] : readInlineElements(sourceElement);
  const { target = leftOut(element), replaced } = readTarget(element, source);
  const outdated = childrenOf(element, 'alt-trans').find((one) => one.attributes.get('alttranstype') === 'previous-version');
  const confidence = own(element, 'confidence');
  const written = own(element, 'written');
  const waivers = childrenOf(element, 'waiver').map((waiver) => ({
    check: unshielded(waiver.attributes.get('check') ?? ''),
    reason: unshielded(waiver.attributes.get('reason') ?? ''),
  }));
  return {
    id: (element.attributes.get('id') ?? '').replace(/~\d+$/, ''),
    source,
    ...(target !== undefined && { target }),
    ...(outdated !== undefined && { outdated: readOutdated(outdated) }),
    ...(confidence !== undefined && { confidence: Number(confidence) }),
    ...(replaced !== undefined && { replaced }),
    ...(written !== undefined && { written }),
    ...(waivers.length > 0 && { waivers }),
  };
}

/** The decision that nothing is said here, for as long as no tool has put a target in. */
function leftOut(element: XmlElement): Target | undefined {
  return own(element, 'left-out') === 'yes' ? { text: [], state: 'left-out', origin: { by: 'person' }, terms: [] } : undefined;
}

function readOutdated(element: XmlElement): NonNullable<RecordedSegment['outdated']> {
  const [sourceElement] = childrenOf(element, 'source');
  const [targetElement] = childrenOf(element, 'target');
  const source = sourceElement === undefined ? [] : readInlineElements(sourceElement);
  const text = targetElement === undefined ? [] : readInlineElements(targetElement, source);
  const state = targetElement?.attributes.get('state') === 'needs-review-translation' ? unapproved(element) : 'reviewed';
  return { source, target: { text, state, origin: readOrigin(element, targetElement), terms: readTerms(element) } };
}

/**
 * The target and who is behind it. Changed since it was written (its sum is another), or new in a file of ours: a person's.
 * Approved without a change: reviewed, and the origin stays. An empty target that nobody approved is none.
 */
function readTarget(element: XmlElement, source: Text): { target?: Target; replaced?: string } {
  const [targetElement] = childrenOf(element, 'target');
  if (targetElement === undefined) return {};
  const text = readInlineElements(targetElement, source);
  const sum = own(element, 'sum');
  const same = sum === fingerprint(text);
  const approved = isApproved(element, targetElement);
  if (text.length === 0 && !same && approved !== true) return {};
  const origin: Origin = same || sum === undefined ? readOrigin(element, targetElement) : { by: 'person' };
  const reviewed = approved ?? (same ? false : origin.by === 'person');
  const unknown = same ? own(element, 'unknown')?.split(' ') : undefined;
  const target: Target = {
    text,
    state: reviewed ? 'reviewed' : unapproved(element),
    origin,
    terms: readTerms(element),
    ...(unknown !== undefined && { unknown }),
  };
  return { target, ...(sum !== undefined && !same && { replaced: sum }) };
}

function unapproved(element: XmlElement): TargetState {
  return own(element, 'doubtful') === 'yes' ? 'needs-review' : 'machine';
}

/**
 * Whether a person vouches for the target; undefined where nothing says so. A draft that a person has changed but marked as
 * unfinished (`needs-...`) in a CAT tool counts as theirs all the same: it is never overwritten.
 */
function isApproved(element: XmlElement, target: XmlElement): boolean | undefined {
  const approved = element.attributes.get('approved');
  const state = target.attributes.get('state') ?? '';
  if (approved === 'yes' || (approved === undefined && /^(final|signed-off)$/.test(state))) return true;
  return undefined;
}

function readOrigin(element: XmlElement, target: XmlElement | undefined): Origin {
  const by = own(element, 'by');
  const name = own(element, 'name');
  const known = ORIGINS.find((one) => one === by) ?? QUALIFIED[target?.attributes.get('state-qualifier') ?? ''] ?? 'person';
  return { by: known, ...(name !== undefined && { name }) };
}

function readTerms(element: XmlElement): TermUse[] {
  return childrenOf(element, 'term').map(({ attributes }) => ({
    source: unshielded(attributes.get('source') ?? ''),
    target: unshielded(attributes.get('target') ?? ''),
  }));
}

function own(element: XmlElement, name: string): string | undefined {
  const value = element.attributes.get(`{${OWN_NAMESPACE}}${name}`);
  return value === undefined ? undefined : unshielded(value);
}
