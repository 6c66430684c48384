/** Files that say the language of their words: those whose one key at the root is the language of their words, as those of Rails and of Jekyll's plugins, and `@@locale` of Flutter's: an edition's is its own. */

import { type Branch, branchTree } from './tree.ts';

/** What YAML 1.1, which Ruby still reads, takes for a truth value: Norwegian's tag. */
const TRUTH = /^(?:no|on|off|yes|y|n)$/i;

/**
 * @param file its path; its extension says which language it is written in
 * @param from the names of the source's language: `en-US`, `en`
 * @param to the name of the edition's
 * @returns the source with the edition's language in place of its own; as it is where its root is no language, or where it does not parse
 */
export function withLocaleRoot(source: string, file: string, from: readonly string[], to: string): string {
  if (/\.arb$/i.test(file)) return withLocaleValue(source, file, to);
  const key = localeKey(source, file);
  const name = key?.keys[0];
  if (key === undefined || typeof name !== 'string' || !from.some((one) => one.toLowerCase() === name.toLowerCase())) return source;
  const bytes = source.slice(key.start, key.value);
  const isBare = !/^["']/.test(bytes);
  return source.slice(0, key.start) + bytes.replace(name, isBare && TRUTH.test(to) ? `"${to}"` : to) + source.slice(key.value);
}

/** Flutter refuses a file whose `@@locale` is not that of its name. */
function withLocaleValue(source: string, file: string, to: string): string {
  const said = treeOf(source, file)?.children.find(({ keys: [key], kind }) => key === '@@locale' && kind === 'scalar');
  return said === undefined ? source : `${source.slice(0, said.value)}"${to.replaceAll('-', '_')}"${source.slice(said.end)}`;
}

function localeKey(source: string, file: string): Branch | undefined {
  // A table of TOML is there as often as it has tables inside.
  if (/\.toml$/i.test(file)) return undefined;
  const { kind, children: [only, ...others] = [] } = treeOf(source, file) ?? {};
  return kind === 'map' && others.length === 0 && only?.kind === 'map' ? only : undefined;
}

function treeOf(source: string, file: string): Branch | undefined {
  try {
    return branchTree(source, file);
  } catch {
    // Its reader says what is wrong with it.
    return undefined;
  }
}
