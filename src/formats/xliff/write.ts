/** A record as XLIFF 1.2. */

import type { Origin, Target, Text } from '../../article.ts';
import type { EditionRecord, Note, RecordedBlock, RecordedItem, RecordedSegment } from '../../memory/record.ts';
import { numberedNames } from '../../text/numbered-names.ts';
import { fingerprint } from '../../text.ts';
import { xmlAttribute, xmlText } from '../../xml.ts';
import { OWN_NAMESPACE, writeInline } from './inline.ts';

/** XLIFF 1.2 section 2.3, `state-qualifier`: where a target came from. A person's own has none. */
const QUALIFIERS: { readonly [By in Origin['by']]: string | undefined } = {
  engine: 'leveraged-mt',
  memory: 'leveraged-tm',
  repair: 'leveraged-glossary',
  person: undefined,
};

/** Holds no time and no machine's name: the same record gives the same bytes. */
export function writeRecord(record: EditionRecord): string {
  // The schema wants ids unique in a file; a retired segment may share one with a segment that came anew.
  const uniqueId = numberedNames(new Set(), (id, number) => `${id}~${number}`, 2);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:dragoman="${OWN_NAMESPACE}">`,
    `  <file${xmlAttribute('original', record.slug)}${xmlAttribute('source-language', record.sourceLocale)}` +
      `${xmlAttribute('target-language', record.locale)} datatype="x-markdown" xml:space="preserve"` +
      `${xmlAttribute('dragoman:after', itemList(record.after))}>`,
  ];
  if (record.additions.length > 0 || record.front !== undefined) {
    lines.push('    <header>');
    if (record.front?.size === 0) lines.push('      <dragoman:front/>');
    for (const [key, sum] of record.front ?? [])
      lines.push(`      <dragoman:front${xmlAttribute('key', key)}${xmlAttribute('sum', sum)}/>`);
    for (const { after, markdown } of record.additions)
      lines.push(`      <dragoman:addition${xmlAttribute('after', after ?? undefined)}>${xmlText(markdown)}</dragoman:addition>`);
    lines.push('    </header>');
  }
  lines.push('    <body>');
  for (const block of record.blocks) lines.push(...groupLines(block, uniqueId));
  if (record.retired.length > 0) {
    lines.push('      <group id="retired" restype="x-retired" translate="no">');
    for (const segment of record.retired) lines.push(...segmentLines(segment, uniqueId, ' translate="no"'));
    lines.push('      </group>');
  }
  lines.push('    </body>', '  </file>', '</xliff>', '');
  return lines.join('\n');
}

/** Pontoon's library tells the groups of a file apart by their ids, and writes no file where two have the same. */
function groupLines(block: RecordedBlock, uniqueId: (id: string) => string): string[] {
  const id = uniqueId(`b-${block.segments[0]?.id ?? 'empty'}`);
  const lines = [
    `      <group id="${id}"${xmlAttribute('restype', `x-${block.kind}`)}${xmlAttribute('resname', block.path)}` +
      `${xmlAttribute('dragoman:before', itemList(block.before))}${xmlAttribute('dragoman:lines', block.item && itemName(block.item))}>`,
  ];
  if (block.note !== undefined) lines.push(`        ${noteElement({ text: block.note, from: 'author' })}`);
  for (const segment of block.segments) lines.push(...segmentLines(segment, uniqueId));
  return [...lines, '      </group>'];
}

/** `3f2a91c0`; with `-1` where it is not one blank line that parts it from what is before; with `/` and the edition's own sum. */
function itemName({ sum, breaks, shown }: RecordedItem): string {
  return `${sum}${breaks === 2 ? '' : `-${breaks}`}${shown === undefined ? '' : `/${shown}`}`;
}

function itemList(items: readonly RecordedItem[] | undefined): string | undefined {
  return items?.map(itemName).join(' ');
}

function segmentLines(segment: RecordedSegment, uniqueId: (id: string) => string, extra = ''): string[] {
  const { outdated } = segment;
  const leftOut = segment.target?.state === 'left-out';
  // Without a target a tool shows it as work to do, which it is where someone wants it after all.
  const target = leftOut ? undefined : segment.target;
  const approved = target?.state === 'reviewed' ? ' approved="yes"' : '';
  const lines = [
    `        <trans-unit id="${uniqueId(segment.id)}"${approved}${extra}${target === undefined ? '' : ownAttributes(target)}` +
      `${xmlAttribute('dragoman:left-out', leftOut ? 'yes' : undefined)}${xmlAttribute('dragoman:written', segment.written)}${xmlAttribute('dragoman:confidence', segment.confidence?.toString())}>`,
    `          <source>${writeInline(segment.source)}</source>`,
  ];
  if (target !== undefined) lines.push(`          ${targetElement(target, segment.source)}`);
  for (const note of segment.notes ?? []) lines.push(`          ${noteElement(note)}`);
  if (outdated !== undefined)
    lines.push(
      `          <alt-trans alttranstype="previous-version"${ownAttributes(withoutRemarks(outdated.target))}>`,
      `            <source>${writeInline(outdated.source)}</source>`,
      `            ${targetElement(outdated.target, outdated.source)}`,
      ...termLines(outdated.target, '            '),
      '          </alt-trans>',
    );
  if (target !== undefined) lines.push(...termLines(target, '          '));
  for (const { check, reason } of segment.waivers ?? [])
    lines.push(`          <dragoman:waiver${xmlAttribute('check', check)}${xmlAttribute('reason', reason)}/>`);
  return [...lines, '        </trans-unit>'];
}

const noteElement = ({ text, from }: Note) => `<note${xmlAttribute('from', from)}>${xmlText(text)}</note>`;

/** What the engine remarked of a target says nothing any more once its source has changed. */
function withoutRemarks({ unknown: _, rank: __, ...target }: Target): Target {
  return target;
}

/**
 * On the `trans-unit`, not on the `target`, which CAT tools replace. The sum tells a target that a tool has changed from
 * one as it was written.
 */
function ownAttributes({ state, origin, text, unknown, rank }: Target): string {
  const doubtful = state === 'needs-review' ? 'yes' : undefined;
  const sum = fingerprint(text);
  const attributes = { by: origin.by, name: origin.name, doubtful, sum, unknown: unknown?.join(' '), rank: rank?.toString() };
  return Object.entries(attributes)
    .map(([name, value]) => xmlAttribute(`dragoman:${name}`, value))
    .join('');
}

function targetElement({ text, state, origin }: Target, source: Text): string {
  const xliffState = state === 'reviewed' ? 'final' : 'needs-review-translation';
  return `<target state="${xliffState}"${xmlAttribute('state-qualifier', QUALIFIERS[origin.by])}>${writeInline(text, source)}</target>`;
}

function termLines({ terms }: Target, indent: string): string[] {
  return terms.map(({ source, target }) => `${indent}<dragoman:term${xmlAttribute('source', source)}${xmlAttribute('target', target)}/>`);
}
