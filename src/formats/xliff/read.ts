/** XLIFF as a record: our own files, those that a CAT tool has saved since, and those that others made. */

import type { Addition, BlockKind, Mark, Origin, Target, TargetState, TermUse, Text } from '../../article.ts';
import { KnownError } from '../../errors.ts';
import type { EditionRecord, RecordedBlock, RecordedItem, RecordedSegment } from '../../memory/record.ts';
import { withoutEdges, withPlainSpace, withPresentSpace } from '../../text/white-space.ts';
import { fingerprint, segmentId } from '../../text.ts';
import { characterData, childrenOf, readXml, unshielded, type XmlElement } from '../../xml.ts';
import { approvalOf } from './approval.ts';
import { notesIn, readSegments, targetOf } from './foreign.ts';
import { OWN_NAMESPACE, readInlineElements } from './inline.ts';
import { readXliff2 } from './read-2.ts';

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
 * The record that a file of ours is, or the first of another tool's.
 * @param source the file's text
 * @param file its path, for errors
 * @throws KnownError where it is no XLIFF 1.x or 2.x
 */
export function readRecord(source: string, file: string): EditionRecord {
  return readRecords(source, file)[0];
}

/** A record for each target language of a file, of any tool's making. */
export function readRecords(source: string, file: string): readonly [EditionRecord, ...EditionRecord[]] {
  const root = readXml(source, file);
  const version = root.attributes.get('version') ?? '';
  const files = childrenOf(root, 'file');
  const isTwo = /^2(?:\.|$)/.test(version) && root.attributes.has('srcLang');
  const [first, ...others] = isTwo ? [] : Map.groupBy(files, targetLocale).values();
  // Some tools leave out the version, and some the source's language.
  if (root.name !== 'xliff' || !(isTwo || (/^(?:1\.|$)/.test(version) && files.length > 0))) {
    const place = `${file}:${root.line}`;
    const got = `<${root.name} version="${version}"> with ${files.length} <file>`;
    const expected = '<xliff version="1.2"> with a <file>, or <xliff version="2.0" srcLang="...">';
    throw new KnownError(`${place}: not XLIFF`, { expected, got, place });
  }
  if (first === undefined) return [readXliff2(root)];
  return [recordOf(first), ...others.map(recordOf)];
}

function targetLocale(file: XmlElement): string {
  return file.attributes.get('target-language') ?? targetLanguage(file) ?? '';
}

/** @param files of one target language; at least one */
function recordOf(files: readonly XmlElement[]): EditionRecord {
  const [first] = files as [XmlElement];
  const blocks: RecordedBlock[] = [];
  const retired: RecordedSegment[] = [];
  for (const one of files) for (const body of childrenOf(one, 'body')) readGroup(body, true, blocks, retired);
  const after = itemsIn(own(first, 'after'));
  const editionHash = own(first, 'edition');
  const front = childrenOf(first, 'header').flatMap((header) => childrenOf(header, 'front'));
  return {
    slug: unshielded(first.attributes.get('original') ?? ''),
    sourceLocale: first.attributes.get('source-language') ?? '',
    locale: targetLocale(first),
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

/**
 * A group is a block; segments directly in a body or beside groups are blocks of their own, in their order.
 * @param isTranslated whether the elements above say that their words are to be translated
 */
function readGroup(group: XmlElement, isTranslated: boolean, blocks: RecordedBlock[], retired: RecordedSegment[]): void {
  const restype = group.attributes.get('restype')?.replace(/^x-/, '');
  if (restype === 'retired') {
    retired.push(...childrenOf(group, 'trans-unit').flatMap((unit) => readUnit(unit, true)));
    return;
  }
  const translated = group.attributes.has('translate') ? group.attributes.get('translate') !== 'no' : isTranslated;
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
    if (child.name === 'trans-unit') run.push(...readUnit(child, translated && child.attributes.get('translate') !== 'no'));
    else if (child.name === 'group' || child.name === 'bin-unit') {
      end(false);
      readGroup(child, translated, blocks, retired);
    }
    if (!isBlock) end(false);
  }
  end(isBlock && !children.some((child) => child.name === 'trans-unit' || child.name === 'group'));
}

/** A unit of ours is a segment; one of another tool's may hold several. */
function readUnit(element: XmlElement, isTranslated: boolean): RecordedSegment[] {
  const sentences = own(element, 'sum') === undefined ? readSegments(element, isTranslated, readOrigin) : [];
  return sentences.length > 0 ? sentences : [readSegment(element, isTranslated)];
}

function readSegment(element: XmlElement, isTranslated: boolean): RecordedSegment {
  const id = (element.attributes.get('id') ?? '').replace(/~\d+$/, '');
  const sourceElement = childrenOf(element, 'source')[0];
  const source = asNamed(sourceElement === undefined ? [] : readInlineElements(sourceElement), id);
  const { target = leftOut(element), replaced, unsigned } = readTarget(element, source, isTranslated);
  const outdated = childrenOf(element, 'alt-trans').find((one) => one.attributes.get('alttranstype') === 'previous-version');
  const confidence = own(element, 'confidence');
  const written = own(element, 'written');
  const waivers = childrenOf(element, 'waiver').map((waiver) => ({
    check: unshielded(waiver.attributes.get('check') ?? ''),
    reason: unshielded(waiver.attributes.get('reason') ?? ''),
  }));
  return {
    id,
    source,
    ...(target !== undefined && { target }),
    ...(outdated !== undefined && { outdated: readOutdated(outdated) }),
    ...(confidence !== undefined && { confidence: Number(confidence) }),
    ...(replaced !== undefined && { replaced }),
    ...(unsigned !== undefined && { unsigned }),
    ...(written !== undefined && { written }),
    ...(waivers.length > 0 && { waivers }),
    ...notesIn(element),
  };
}

/** A source that a tool has indented or padded is the one that the segment's name was made of. */
function asNamed(source: Text, id: string): Text {
  const isNamed = (text: Text) => id.startsWith(segmentId(text, 1));
  if (isNamed(source)) return source;
  const plain = withoutEdges(withPlainSpace(source));
  return [withoutEdges(source), plain, withSpacedMarks(plain)].find(isNamed) ?? source;
}

/** Tools drop a text of white space alone: between two marks there was one. */
function withSpacedMarks(text: Text): Text {
  const isMark = (piece: Text[number] | undefined, other: Mark['role']) =>
    piece !== undefined && typeof piece !== 'string' && piece.role !== other;
  return text.flatMap((piece, at) => (isMark(piece, 'open') && isMark(text[at + 1], 'close') ? [piece, ' '] : [piece]));
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
function readTarget(element: XmlElement, source: Text, isTranslated: boolean): Pick<RecordedSegment, 'target' | 'replaced' | 'unsigned'> {
  const [targetElement] = childrenOf(element, 'target');
  if (targetElement === undefined) return {};
  const raw = readInlineElements(targetElement, source);
  const sum = own(element, 'sum');
  const approval = isTranslated ? approvalOf(element, targetElement) : 'unapproved';
  if (sum === undefined) {
    const target = targetOf(raw, source, approval, readOrigin(element, targetElement));
    return target === undefined
      ? {}
      : { target: { ...target, terms: readTerms(element) }, unsigned: { isApproved: approval === 'approved' } };
  }
  const isWritten = (text: Text) => fingerprint(text) === sum;
  const spaced = () => withPresentSpace(raw, source);
  const readings = [() => raw, () => withoutEdges(raw), () => withoutEdges(withPlainSpace(raw)), spaced];
  const written = readings
    .values()
    .map((read) => read())
    .find(isWritten);
  const same = written !== undefined;
  const text = written ?? spaced();
  const isApproved = approval === 'approved';
  if (text.length === 0 && !same && !isApproved) return {};
  const origin: Origin = same ? readOrigin(element, targetElement) : { by: 'person' };
  // A draft that a person has changed but left marked as unfinished counts as theirs all the same: it is never overwritten.
  const reviewed = isApproved || !same;
  const unknown = same ? own(element, 'unknown')?.split(' ') : undefined;
  const rank = same ? /^\d+$/.exec(own(element, 'rank') ?? '')?.[0] : undefined;
  const target: Target = {
    text,
    state: reviewed ? 'reviewed' : unapproved(element),
    origin,
    terms: readTerms(element),
    ...(unknown !== undefined && { unknown }),
    ...(rank !== undefined && { rank: Number(rank) }),
  };
  return { target, ...(!same && { replaced: sum }) };
}

function unapproved(element: XmlElement): TargetState {
  return own(element, 'doubtful') === 'yes' ? 'needs-review' : 'machine';
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
