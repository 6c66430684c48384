/** Values of a front matter that should carry words and stay as they are: what they are written with is not a plain text. */

import { isAlias, isMap, isNode, isScalar, isSeq, type Pair } from 'yaml';
import type { Unread } from '../article.ts';
import { lineOf } from '../text/lines.ts';
import { type Worded, worded } from '../text/worded.ts';
import type { FrontMatter } from './fence.ts';
import { parseYaml } from './parse.ts';
import { scalarRuns } from './scalar-runs.ts';
import { keyName, matchesPath, yamlScalar } from './scalars.ts';

/** @returns why a value stays as it is */
export function unreadSays({ path, why, name = '' }: Unread): Worded {
  switch (why) {
    case 'alias':
      return worded`"${path}" stays as it is: an alias (*${name}): its words are where the anchor is`;
    case 'tag':
      return worded`"${path}" stays as it is: a value with the tag ${name}`;
    case 'merged':
      return worded`"${path}" stays as it is: merged from another mapping (<<): its words are where that is`;
    case 'twice':
      return worded`"${path}" stays as it is: there twice: the site's parser may take either`;
    case 'not-understood':
      return worded`"${path}" stays as it is: written in a way that is not understood`;
  }
}

/**
 * YAML alone has such values.
 * @param patterns key paths of the configuration
 */
export function unreadValues(source: string, at: FrontMatter, patterns: readonly string[]): Unread[] {
  if (at.language !== 'yaml') return [];
  const text = source.slice(at.start, at.end);
  if (!/[*&!?]|<<|["']/.test(text) && !hasTwice(text)) return [];
  const { document, place: inText } = parseYaml(text, lineOf(source, at.start));
  const place = (offset: number) => at.start + inText(offset);
  const unread: Unread[] = [];
  const seen = new Map<string, number>();
  /** Each anchor's latest node so far, as an alias takes it: the parser's own way looks through the document for each alias. */
  const anchors = new Map<string, unknown>();
  const remember = (node: unknown) => {
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
  };
  const add = (path: string, offset: number, why: Unread['why'], name?: string) => {
    if (patterns.some((pattern) => matchesPath(path, pattern)))
      unread.push({ path, start: place(offset), why, ...(name !== undefined && { name }) });
  };
  const walk = (node: unknown, path: string): void => {
    remember(node);
    if (isMap(node)) {
      for (const pair of node.items) walkPair(pair, path);
    } else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, `${path}[${index}]`);
    else if (isAlias(node)) add(path, node.range?.[0] ?? 0, 'alias', node.source);
    else if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') {
      const scalar = yamlScalar(node, path, false, place);
      if (scalar === undefined) add(path, node.range?.[0] ?? 0, 'tag', node.tag ?? '!');
      else if (scalarRuns(source, scalar).length === 0) add(path, node.range?.[0] ?? 0, 'not-understood');
    }
  };
  const walkPair = ({ key, value }: Pair, path: string): void => {
    const name = keyName(key);
    if (name === undefined) return;
    const own = path === '' ? name : `${path}.${name}`;
    const offset = (isScalar(key) && key.range?.[0]) || 0;
    if (name === '<<') {
      remember(value);
      for (const merged of keysOf(isAlias(value) ? anchors.get(value.source) : value))
        add(path === '' ? merged : `${path}.${merged}`, offset, 'merged');
      return;
    }
    if (seen.has(own)) add(own, offset, 'twice');
    seen.set(own, offset);
    walk(value, own);
  };
  walk(document.contents, '');
  return unread;
}

/** The keys of a mapping, whose values are text. */
function keysOf(node: unknown): string[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) =>
    isScalar(key) && isScalar(value) && typeof value.value === 'string' ? [String(key.value)] : [],
  );
}

/** Whether a key is on two lines, quickly. */
function hasTwice(text: string): boolean {
  const keys = text.match(/^[\w-]+(?=[ \t]*:)/gm) ?? [];
  return new Set(keys).size < keys.length;
}
