/** The front matter of a file as plain data. Nothing in it is ever run: no JavaScript front matter, no YAML tags that build objects. */

import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { parse as parseYaml } from 'yaml';
import { KnownError } from '../../errors.ts';

export interface PageFrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  /** Offset of the body in the file's text. */
  readonly body: number;
}

const YAML = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;
const TOML = /^\ufeff?\+\+\+[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)\+\+\+[ \t]*(?:\r?\n|$)/;
/** An object at the very start that ends in a line of its own (Hugo's JSON front matter). */
const JSON_OBJECT = /^\ufeff?(\{[ \t]*\r?\n[\s\S]*?\r?\n\})[ \t]*(?:\r?\n|$)/;

const KINDS = [
  [YAML, (source: string) => parseYaml(source, { maxAliasCount: 20, schema: 'core' })],
  [TOML, (source: string) => getStaticTOMLValue(parseTOML(source))],
  [JSON_OBJECT, (source: string) => JSON.parse(source)],
] as const;

/** Offset of the body in a whole Markdown file. */
export function bodyStart(text: string): number {
  for (const [fence] of KINDS) {
    const match = fence.exec(text);
    if (match !== null) return match[0].length;
  }
  return 0;
}

/**
 * @param text a whole Markdown file
 * @param file its path, for the error
 * @throws KnownError for front matter that does not parse
 */
export function readFrontMatter(text: string, file: string): PageFrontMatter {
  for (const [fence, parse] of KINDS) {
    const match = fence.exec(text);
    if (match === null) continue;
    try {
      return { data: plainObject(parse(match[1] ?? '')), body: match[0].length };
    } catch (error) {
      throw new KnownError(`${file}: front matter that does not parse`, {
        expected: 'YAML, TOML or JSON',
        got: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
        help: 'Correct the front matter.',
        place: `${file}:1`,
        cause: error,
      });
    }
  }
  return { data: {}, body: 0 };
}

function plainObject(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Error('a list or a single value where keys were expected');
}
