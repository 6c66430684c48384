/** The edition's front matter parses, and has the source's keys with values of the same types. */

import { LineCounter, parseDocument } from 'yaml';
import type { EditionCheck, Remark } from './check.ts';

export const frontMatterCheck: EditionCheck = {
  name: 'front-matter',
  level: 'error',
  about: 'A front matter that does not parse, or whose keys and types differ from the source',
  format: 'markdown',
  edition: ({ edition, output }) => {
    const source = frontMatter(edition.article.source);
    const written = frontMatter(output);
    if (source === undefined) return written === undefined ? [] : [{ message: 'The front matter is not in the source', line: 1 }];
    if (written === undefined) return [{ message: 'The front matter is lost', line: 1 }];
    if (source === written) return [];
    const lines = new LineCounter();
    const parsed = parseDocument(written, { lineCounter: lines });
    const error = parsed.errors[0];
    // The fence is line 1, so the YAML's first line is the second.
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0]);
      return [{ message: `The front matter does not parse: ${error.message.split('\n')[0]}`, line: line + 1, column: col }];
    }
    const original = parseDocument(source);
    return original.errors.length > 0 ? [] : differences(original.toJS(), parsed.toJS(), '');
  },
};

/** The YAML between the first line's fence and the next; undefined where the file begins otherwise. */
function frontMatter(text: string): string | undefined {
  return /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(text)?.[1];
}

/** Keys of the source that are gone or of another type; an edition may have more (`frontMatter.set`). */
function differences(source: unknown, target: unknown, path: string): Remark[] {
  const [expected, got] = [typeOf(source), typeOf(target)];
  const name = path === '' ? 'The front matter' : `"${path}"`;
  if (target === undefined) return [{ message: `${name} is lost from the front matter`, line: 1, expected: [path], got: [] }];
  if (expected !== got) return [{ message: `${name} is of another type than in the source`, line: 1, expected: [expected], got: [got] }];
  if (Array.isArray(source)) {
    const list = target as unknown[];
    if (source.length !== list.length)
      return [
        {
          message: `${name} has another length than in the source`,
          line: 1,
          expected: [String(source.length)],
          got: [String(list.length)],
        },
      ];
    return source.flatMap((value, index) => differences(value, list[index], `${path}[${index}]`));
  }
  if (expected !== 'map') return [];
  return Object.entries(source as object).flatMap(([key, value]) =>
    differences(value, (target as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`),
  );
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (value instanceof Date) return 'date';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'map' : typeof value;
}
