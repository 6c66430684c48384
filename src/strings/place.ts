/** Members of a file of strings come and go: each with its comma or its lines, in the style of the file that it goes into. */

import type { Edit } from '../splice.ts';
import { encodeString, styleOf } from './json.ts';
import { type Branch, branchesOf, commentAbove } from './tree.ts';

/** A file and what it is made of. */
export interface StringFile {
  readonly source: string;
  readonly root: Branch;
  readonly language: 'json' | 'yaml' | 'toml';
}

/** @param file its path */
export function fileLanguage(file: string): StringFile['language'] {
  return /\.ya?ml$/i.test(file) ? 'yaml' : /\.toml$/i.test(file) ? 'toml' : 'json';
}

/** @param gone members of the same parent that go too @param comment whether the comment above goes with it */
export function memberOut({ source }: StringFile, parent: Branch, member: Branch, gone: ReadonlySet<Branch>, comment: boolean): Edit {
  const { children, parting } = parent;
  const { start, end } = member;
  const at = children.indexOf(member);
  const next = children[at + 1];
  const from = comment ? start - indentAt(source, start).length - commentAbove(source, start).length : start;
  if (parting === 'lines') {
    const line = source.lastIndexOf('\n', start - 1) + 1;
    if (source.slice(line, start).trim() === '') return { span: { start: comment ? from : line, end: lineEnd(source, end) }, text: '' };
    // The first key of a member of a list, behind its dash.
    return { span: { start, end: next?.start ?? end }, text: '' };
  }
  if (next !== undefined && children.slice(at + 1).some((later) => !gone.has(later))) {
    const isBeside = comment && source.slice(from, start).includes('\n');
    return { span: { start: isBeside ? from + indentAt(source, start).length : start, end: next.start }, text: '' };
  }
  const kept = children.slice(0, at).findLast((earlier) => !gone.has(earlier));
  return { span: { start: kept?.end ?? start, end }, text: '' };
}

/** What goes into a file. */
export interface Coming {
  /** Of the other file. */
  readonly member: Branch;
  /** What it is a member of there. */
  readonly home: Branch;
  /** The member as it is to be written there. */
  readonly bytes: string;
}

/**
 * The edits that put members of one file into another, one after the other.
 * @param place below `parent`, after `after`, else as the first
 */
export function membersIn(
  from: StringFile,
  coming: readonly Coming[],
  into: StringFile,
  { parent, after }: { readonly parent: Branch; readonly after: Branch | undefined },
): Edit[] {
  const { source } = into;
  const isFlat = parent.parting === 'commas' && !hasLines(source, parent) && parent.children.length > 0;
  const indent = indentIn(into, parent, after);
  const texts = coming.map(({ member, bytes }) => {
    const above = isFlat ? '' : commentAbove(from.source, member.start);
    return fitted(from, above === '' ? bytes : above + indentAt(from.source, member.start) + bytes, member, into, isFlat ? '' : indent);
  });
  return parent.parting === 'lines'
    ? [inLines(texts, blankLines(from.source, coming), into, { parent, after, indent })]
    : inCommas(texts, into, {
        parent,
        after,
        gap: isFlat ? undefined : `${lineEndOf(source)}${indent}`,
        isOpen: hasLines(from.source, coming[0]?.home),
      });
}

interface Place {
  readonly parent: Branch;
  readonly after: Branch | undefined;
}

/** The indentation of a new member: its neighbour's, or one step more than its parent's. */
function indentIn(into: StringFile, parent: Branch, after: Branch | undefined): string {
  const beside = after ?? parent.children[0];
  if (beside !== undefined) return indentAt(into.source, beside.start);
  const isTop = parent.keys.length === 0 || into.language === 'toml';
  return indentAt(into.source, parent.start) + (isTop && into.language !== 'json' ? '' : unitOf(into));
}

/** @param blank how many blank lines are above the first of them */
function inLines(
  texts: readonly string[],
  blank: number,
  { source }: StringFile,
  { parent, after, indent }: Place & { readonly indent: string },
): Edit {
  const eol = lineEndOf(source);
  const [first] = parent.children;
  const lines = (at: number, above: string) => {
    const isOpen = at > 0 && !/[\n\uFEFF]/.test(source[at - 1] ?? '');
    return put(at, `${isOpen ? eol : ''}${above}${texts.map((text) => indent + text).join(eol)}${isOpen ? '' : eol}`);
  };
  if (after !== undefined) return lines(lineEnd(source, after.end), eol.repeat(blank));
  if (first === undefined) return lines(parent.keys.length === 0 ? source.length : lineEnd(source, parent.end), '');
  const line = source.lastIndexOf('\n', first.start - 1) + 1;
  const start = line === 0 && source.startsWith('\uFEFF') ? 1 : line;
  // The first key of a member of a list is behind its dash.
  if (source.slice(start, first.start).trim() !== '') return put(first.start, texts.map((text) => `${text}${eol}${indent}`).join(''));
  return put(start, texts.map((text) => `${indent}${text}${eol}`).join(''));
}

/** @param gap what is before each member; undefined where all are on one line */
function inCommas(
  texts: readonly string[],
  { source }: StringFile,
  { parent, after, gap, isOpen }: Place & { readonly gap: string | undefined; readonly isOpen: boolean },
): Edit[] {
  const brace = parent.value + 1;
  const between = gap ?? flatGap(source, parent);
  const all = texts.join(`,${between}`);
  if (after !== undefined) {
    const [comma] = /^\s*,/.exec(source.slice(after.end, after.end + 2000)) ?? [];
    const behind = after.end + (comma?.length ?? 0);
    const note = gap === undefined ? 0 : noteBehind(source, behind);
    if (comma === undefined)
      return note === 0 ? [put(behind, `,${between}${all}`)] : [put(behind, ','), put(behind + note, `${between}${all}`)];
    return [put(behind + note, `${between}${all},`)];
  }
  if (parent.children.length > 0) {
    const lead = gap ?? /^[ \t]*/.exec(source.slice(brace, brace + 200))?.[0] ?? '';
    return [put(brace, `${lead}${all},${gap === undefined && lead === '' ? between : ''}`)];
  }
  const isEmpty = source.slice(brace, parent.end - 1).trim() === '';
  if (!isEmpty || !isOpen) return [put(brace, isEmpty ? texts.join(', ') : `${between}${all}`)];
  return [{ span: { start: brace, end: parent.end - 1 }, text: `${between}${all}${lineEndOf(source)}${indentAt(source, parent.start)}` }];
}

/** A value's bytes in another file, over the value that is there. */
export function overValue(from: StringFile, value: Branch, into: StringFile, there: Branch): string {
  return fitted(from, from.source.slice(value.value, value.end), value, into, indentAt(into.source, there.start));
}

/** The edit that writes a member of another file over one of this. */
export function overMember(from: StringFile, member: Branch, into: StringFile, there: Branch): Edit {
  const bytes = from.source.slice(member.start, member.end);
  return { span: { start: there.start, end: there.end }, text: fitted(from, bytes, member, into, indentAt(into.source, there.start)) };
}

const put = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text });

/** Bytes with the line ends, the indentation and the escapes of the file that they go into. */
function fitted(from: StringFile, bytes: string, member: Branch, into: StringFile, indent: string): string {
  const base = indentAt(from.source, member.start);
  const [unit, unitThere] = [unitOf(from), unitOf(into)];
  const lines = bytes.split(/\r\n|\n/).map((line, at) => {
    if (line.trim() === '') return at === 0 ? line : '';
    if (at === 0) return line.replace(/^\s+/, (space) => (space.startsWith(base) ? space.slice(base.length) : space));
    const inner = line.startsWith(base) ? line.slice(base.length) : line.trimStart();
    const own = /^[ \t]*/.exec(inner)?.[0] ?? '';
    const deeper = into.language === 'json' && own.length % unit.length === 0 ? unitThere.repeat(own.length / unit.length) : own;
    return indent + deeper + inner.slice(own.length);
  });
  const text = lines.join(lineEndOf(into.source));
  const isAscii = into.language === 'json' && styleOf(into.source).ascii;
  return isAscii ? text.replace(/[^\0-\x7f]+/g, (letters) => encodeString(letters, { ascii: true, slash: false })) : text;
}

/** What is before an offset in its line, as white space: a dash is as wide as a space. */
function indentAt(source: string, at: number): string {
  return source
    .slice(source.lastIndexOf('\n', at - 1) + 1, at)
    .replace(/^\uFEFF/, '')
    .replace(/^(\s*)(.*)$/s, (_, space: string, rest: string) => (/^(?:-\s+)*$/.test(rest) ? space + ' '.repeat(rest.length) : space));
}

/** One step of indentation. */
function unitOf({ source, root }: StringFile): string {
  for (const branch of [root, ...branchesOf(root)]) {
    const [first] = branch.children;
    if (first === undefined) continue;
    const [outer, inner] = [branch === root ? '' : indentAt(source, branch.start), indentAt(source, first.start)];
    if (inner.startsWith(outer) && inner.length > outer.length) return inner.slice(outer.length);
  }
  return '  ';
}

function hasLines(source: string, branch: Branch | undefined): boolean {
  if (branch === undefined) return false;
  const { children, value, end } = branch;
  const [first] = children;
  return source.slice(value, first === undefined ? end : first.start).includes('\n');
}

/** Between two members on one line. */
function flatGap(source: string, { children: [first, second] }: Branch): string {
  if (first === undefined || second === undefined) return ' ';
  return /^\s*,(\s*)/.exec(source.slice(first.end, second.start))?.[1] ?? ' ';
}

/** How long the rest of a line is where a comment is there. */
function noteBehind(source: string, at: number): number {
  return /^[ \t]*(?:\/\/|\/\*|#)[^\r\n]*/.exec(source.slice(at, at + 2000))?.[0].length ?? 0;
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end + 1;
}

/** The line end that most lines have. */
function lineEndOf(source: string): string {
  const all = source.match(/\r\n|\n/g) ?? [];
  return all.filter((one) => one.length === 2).length * 2 > all.length ? '\r\n' : '\n';
}

/** Blank lines above the first of what comes. */
function blankLines(source: string, [first]: readonly Coming[]): number {
  const before = first?.home.children[first.home.children.indexOf(first.member) - 1];
  if (first === undefined || before === undefined) return 0;
  const { start } = first.member;
  const above = source.slice(before.end, start - commentAbove(source, start).length - indentAt(source, start).length);
  return Math.max(0, (above.match(/\n[ \t]*(?=\r?\n)/g) ?? []).length);
}
