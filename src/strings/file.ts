/** A file of strings, taken apart: its strings with their passages, and the plural forms that are keys of it. */

import type { Mark, Text } from '../article.ts';
import { KnownError } from '../errors.ts';
import { normalize } from '../text.ts';
import { jsonLeaves } from './json-leaves.ts';
import { type ChosenStrings, chosenStrings, holdsMessages, type PluralTable, type StringChoice, type StringKind } from './kinds.ts';
import type { Leaf, Value } from './leaf.ts';
import { messageOf, pipeForms } from './message.ts';
import type { Message, Passage } from './passage.ts';
import { paired } from './placeholders.ts';
import { tomlLeaves } from './toml-leaves.ts';
import { yamlLeaves } from './yaml-leaves.ts';

/** How a file of strings is read; without a kind its extension says it. */
export type StringsFormat = Partial<StringChoice>;

export interface FileString {
  readonly path: string;
  readonly value: Value;
  readonly message: Message;
  /** Of the leaf that it is (a paragraph) of. */
  readonly leaf: Leaf;
  readonly note?: string;
}

export interface StringsFile {
  /** In the order of the file. */
  readonly strings: readonly FileString[];
  readonly tables: readonly PluralTable[];
}

const READERS = { json: jsonLeaves, arb: jsonLeaves, yaml: yamlLeaves, yml: yamlLeaves, toml: tomlLeaves } as const;
const KIND_OF: Readonly<Record<keyof typeof READERS, StringKind>> = {
  json: 'i18next',
  arb: 'arb',
  yaml: 'data',
  yml: 'data',
  toml: 'hugo',
};

/**
 * @param file its path: the extension says which language it is written in, JSON where it says nothing
 * @param locale of its words
 * @throws KnownError with file and line where it does not parse
 */
export function readFile(source: string, file: string, locale: string, format: StringsFormat = {}): StringsFile {
  const extension = /\.(json|arb|ya?ml|toml)$/i.exec(file)?.[1]?.toLowerCase() as keyof typeof READERS | undefined;
  if (extension === undefined && /\.\w+$/.test(file) && !/^\s*[{[/]/.test(source)) throw unknownKind(file);
  const leaves = READERS[extension ?? 'json'](source, file);
  const kind = format.kind ?? (holdsMessages(leaves) ? 'docusaurus' : KIND_OF[extension ?? 'json']);
  const chosen: ChosenStrings = chosenStrings(leaves, { ...format, kind });
  const syntax = { icu: kind === 'icu' || kind === 'arb', ...(kind === 'docusaurus' && { pipes: pipeForms(locale) }) };
  const strings = chosen.strings.flatMap(({ leaf, path, note }) =>
    leaf.values.map((value, index): FileString => {
      const own = index === 0 ? path : `${path}¶${index + 1}`;
      return { path: own, value, leaf, message: messageOf(value.words, syntax), ...(note !== undefined && { note }) };
    }),
  );
  return { strings: strings.sort((a, b) => a.value.offset(0) - b.value.offset(0)), tables: chosen.tables };
}

function unknownKind(file: string): KnownError {
  return new KnownError(`${file}: strings of a kind that is not read`, {
    expected: Object.keys(READERS)
      .map((extension) => `.${extension}`)
      .join(', '),
    got: /\.\w+$/.exec(file)?.[0] ?? '',
    help: 'Convert it, or take it out of "strings".',
    place: file,
  });
}

/** The words of a passage and its marks, numbered from 1. @param source the file, for the marks' own bytes */
export function textOf({ from, to, marks, read }: Passage, { words, offset }: Value, source: string): Text {
  const out: (string | Mark)[] = [];
  let at = from;
  let ids = 0;
  const named = new Map<unknown, string>();
  for (const [mark, partner] of paired(marks)) {
    const id = (partner === undefined ? undefined : named.get(partner)) ?? String(++ids);
    named.set(mark, id);
    const start = offset(mark.start);
    const role = partner === undefined ? 'alone' : mark.role;
    out.push(read(words.slice(at, mark.start)), { role, id, source: source.slice(start, offset(mark.end)), start });
    at = mark.end;
  }
  out.push(read(words.slice(at, to)));
  return normalize(out);
}

/** Whether a text is something to translate: a sign or a placeholder alone is not. */
export function isTranslated(text: Text): boolean {
  return text.some((piece) => typeof piece === 'string' && /[\p{L}\p{N}]/u.test(piece));
}
