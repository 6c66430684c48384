/** A file of strings as its objects and their members, with offsets. */

import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { KnownError } from '../errors.ts';
import { type Category, pluralKey } from './plurals.ts';

export interface Member {
  readonly key: string;
  /** Keys from the root, joined by full stops; one within a key is written `\.` */
  readonly path: string;
  /** The key's opening quotation mark, and behind its value. */
  readonly start: number;
  readonly end: number;
  /** Behind the key's closing quotation mark. */
  readonly keyEnd: number;
  readonly value: Node;
}

/** The members of one object. */
export interface Members {
  /** Undefined for the root. */
  readonly path: string | undefined;
  readonly members: readonly Member[];
}

export interface StringNode {
  readonly path: string;
  readonly value: Node;
}

/** The plural forms of one stem in one object. */
export interface Plural {
  /** Path of the stem: `cart.item_` */
  readonly path: string;
  readonly stem: string;
  readonly forms: ReadonlyMap<Category, Member>;
}

/**
 * All objects of a file, each before those in it. Comments and trailing commas are let be.
 * @param file its path, for errors
 * @throws KnownError with file and line where it is not a JSON object
 */
export function readMembers(source: string, file: string): Members[] {
  const errors: ParseError[] = [];
  // A BOM is white space to nobody but us: a space of one code unit keeps the offsets.
  const root = parseTree(source.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const error = errors[0];
  if (root?.type !== 'object' || error !== undefined) {
    const line = source.slice(0, error?.offset ?? 0).split('\n').length;
    throw new KnownError(`${file}:${line}: not usable as strings`, {
      expected: 'a JSON object of strings (i18next)',
      got: error === undefined ? (root?.type ?? 'nothing') : printParseErrorCode(error.error),
      help: `Correct ${file}.`,
      place: `${file}:${line}`,
    });
  }
  const all: Members[] = [];
  const walk = (node: Node, path: string | undefined): void => {
    if (node.type === 'array') for (const [index, child] of (node.children ?? []).entries()) walk(child, join(path, String(index)));
    if (node.type !== 'object') return;
    const members = (node.children ?? []).flatMap((property) => memberOf(property, path));
    all.push({ path, members });
    for (const { value, path: own } of members) walk(value, own);
  };
  walk(root, undefined);
  return all;
}

function memberOf(property: Node, path: string | undefined): Member[] {
  const [key, value] = property.children ?? [];
  if (key === undefined || value === undefined) return [];
  const name = String(key.value);
  const end = property.offset + property.length;
  return [{ key: name, path: join(path, name), start: property.offset, end, keyEnd: key.offset + key.length, value }];
}

/** @param path undefined for the root: an empty key is a key */
function join(path: string | undefined, key: string): string {
  const own = key.replace(/[\\.]/g, '\\$&');
  return path === undefined ? own : `${path}.${own}`;
}

export function pluralsOf({ members }: Members): Plural[] {
  const keys = new Set(members.filter(({ value }) => value.type === 'string').map(({ key }) => key));
  const plurals = new Map<string, { path: string; stem: string; forms: Map<Category, Member> }>();
  for (const member of members) {
    const plural = member.value.type === 'string' ? pluralKey(member.key, keys) : undefined;
    if (plural === undefined) continue;
    const { stem, category } = plural;
    const known = plurals.get(stem) ?? { path: member.path.slice(0, -category.length), stem, forms: new Map<Category, Member>() };
    known.forms.set(category, member);
    plurals.set(stem, known);
  }
  return [...plurals.values()];
}

/** The strings of a member: its value, or those of its arrays; objects in it have members of their own. */
export function stringsOf({ value, path }: StringNode): StringNode[] {
  if (value.type === 'string') return [{ path, value }];
  if (value.type !== 'array') return [];
  return (value.children ?? []).flatMap((child, index) => stringsOf({ value: child, path: `${path}.${index}` }));
}
