import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node } from 'unist';
import { describe, expect, it } from 'vitest';
import { bodyStart } from '../../src/frontmatter/fence.ts';
import { needsOf } from '../../src/markdown/needed-rules.ts';
import { syntaxOf } from '../../src/markdown/syntax.ts';
import { syntaxExtensions, treeExtensions } from '../../src/publish/body/needed-syntax.ts';

const syntax = syntaxOf('md');

function parse(body: string, needs: string): unknown {
  const processor = unified()
    .use(remarkParse)
    .data('micromarkExtensions' as never, syntaxExtensions(syntax, needs) as never)
    .data('fromMarkdownExtensions' as never, treeExtensions(needs) as never);
  return bare(processor.parse(body));
}

/** With every rule. */
const wholly = (body: string) => parse(body, '11111');
/** As the site reads it. */
const withNeeds = (body: string) => parse(body, needsOf(body));

function bare(node: Node): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'position' ? undefined : value)));
}

describe('rules that a text has no sign of', () => {
  it('are not missed in real files', () => {
    const data = process.env.DRAGOMAN_DATA ?? join(import.meta.dirname, '../../../shared/data');
    const files = [
      ...globSync('articles/en/*.md', { cwd: join(import.meta.dirname, '../..') }).map((file) => join(import.meta.dirname, '../..', file)),
    ];
    if (existsSync(data)) files.push(...globSync('markdown/**/*.md', { cwd: data }).map((file) => join(data, file)));
    else console.log(`only the project's own articles: no ${data}`);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const body = text.slice(bodyStart(text));
      expect(withNeeds(body), file).toEqual(wholly(body));
    }
  });

  it('are not missed in any mixture of lines', () => {
    const line = fc.constantFrom(
      ...[
        'Plain words, and "more" of them.',
        'Second line of it',
        '«Quoted» – yes: so',
        '',
        '',
        '',
        '- item',
        '  indented',
        '    code',
        '1. one',
      ],
      ...[
        '> quoted',
        '# Head',
        '===',
        '---',
        '| a | b |',
        '|---|---|',
        '[x]: /y',
        '[x] and [^1]',
        '[^1]: note',
        '~~gone~~ word',
        '- [ ] task',
      ],
      ...[
        'www.example.org is a link',
        'see https://example.org',
        'a@example.org',
        '[l](https://example.org) end',
        'trailing  ',
        '*em* and `code`',
      ],
      ...[
        '\\* star',
        '[a [b](https://e.org) c](/d)',
        '](https://e.org)',
        ':::note',
        'a | b',
        '\ttab',
        '[^2](https://e.org)',
        'Setext',
        '```',
        '<div>',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const body = lines.join('\n');
        expect(withNeeds(body)).toEqual(wholly(body));
      }),
      { numRuns: 2000 },
    );
  });
});
