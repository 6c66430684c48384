/** The edition's front matter parses, and has the source's keys with values of the same types. */

import type { Edition } from '../article.ts';
import { KnownError } from '../errors.ts';
import { readFrontMatter, tryFrontMatter } from '../frontmatter/data.ts';
import { findFrontMatter } from '../frontmatter/fence.ts';
import { worded } from '../text/worded.ts';
import { isRemoved } from '../text.ts';
import type { EditionCheck, Remark } from './check.ts';

export const frontMatterCheck: EditionCheck = {
  name: 'front-matter',
  format: 'markdown',
  edition: ({ edition, output, formerKeys }) => {
    const { source } = edition.article;
    const original = tryFrontMatter(source);
    if (original === undefined) return [];
    try {
      const written = readFrontMatter(output).data;
      const lost = findFrontMatter(source) !== undefined && findFrontMatter(output) === undefined;
      if (lost) return [{ ...worded`The front matter is lost`, line: 1 }];
      return differences(original, written, '', { removed: removedPaths(edition), worded: wordedPaths(edition), former: formerKeys });
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      const [line, column] = (error.place ?? '1:1').split(':').map(Number);
      const got = error.got === undefined ? '' : `: ${error.got}`;
      return [{ message: `${error.message}${got}`, line: line ?? 1, column: column ?? 1 }];
    }
  },
};

/** Keys whose words a person took out, or left out from the start. */
function removedPaths({ article, targets }: Edition): ReadonlySet<string> {
  return new Set(
    article.blocks.flatMap(({ kind, path, segments }) =>
      kind === 'frontMatter' && path !== undefined && segments.every(({ id }) => isRemoved(targets.get(id))) ? [path] : [],
    ),
  );
}

/** Keys whose values carry words that are translated. */
function wordedPaths({ article }: Edition): readonly string[] {
  return article.blocks.flatMap(({ kind, path }) => (kind === 'frontMatter' && path !== undefined ? [path] : []));
}

interface KnownPaths {
  /** Keys that may be gone. */
  readonly removed: ReadonlySet<string>;
  readonly worded: readonly string[];
  /** Keys of the front matter itself that the file has had. */
  readonly former: ReadonlySet<string>;
}

/**
 * Keys of the source that are gone or of another type; an edition may have more (`frontMatter.set`).
 * @param top the key of the front matter itself that the path begins with
 */
function differences(source: unknown, target: unknown, path: string, known: KnownPaths, top = ''): Remark[] {
  const [expected, got] = [typeOf(source), typeOf(target)];
  const name = path === '' ? worded`The front matter` : `"${path}"`;
  if (target === undefined && known.removed.has(path)) return [];
  if (target === undefined) {
    const remark = { ...worded`${name} is lost from the front matter`, line: 1, expected: [path], got: [] };
    // Writing carries over every key: what the file has had and has no more, a person took out.
    return [known.former.has(top) ? { ...remark, level: 'warning' } : remark];
  }
  if (expected !== got) return [{ ...worded`${name} is of another type than in the source`, line: 1, expected: [expected], got: [got] }];
  if (Array.isArray(source)) {
    const list = target as unknown[];
    if (source.length !== list.length)
      return [
        {
          ...worded`${name} has another length than in the source`,
          line: 1,
          expected: [String(source.length)],
          got: [String(list.length)],
          // Only a person makes a list longer or shorter: tags and aliases are the edition's own.
          level: known.worded.some((one) => one.startsWith(`${path}[`)) ? 'warning' : 'note',
        },
      ];
    return source.flatMap((value, index) => differences(value, list[index], `${path}[${index}]`, known, top));
  }
  if (expected !== 'map') return [];
  return Object.entries(source as object).flatMap(([key, value]) =>
    path === ''
      ? differences(value, (target as Record<string, unknown>)[key], key, known, key)
      : differences(value, (target as Record<string, unknown>)[key], `${path}.${key}`, known, top),
  );
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'map' : typeof value;
}
