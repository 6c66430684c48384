import { expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import type { ExportedEdition } from '../../src/publish/export/layout.ts';
import { readBody } from '../../src/publish/export/read-body.ts';
import type { EditionSummary } from '../../src/publish/survey/edition-summary.ts';

test('a body that is too much for a parser is exported as it is, and told', () => {
  const edition = { dialect: 'md', extensions: [] as readonly string[] } as ExportedEdition;
  const summary = { slug: 'a', locale: 'en', file: 'articles/en/a.md' } as EditionSummary;
  const read = (text: string) => {
    const findings: Finding[] = [];
    return { ...readBody(edition, summary, text, undefined, findings), findings };
  };
  expect(read(`# A story\n\n${'- a\n'.repeat(100)}`)).toMatchObject({ anchors: ['a-story'], findings: [] });
  const much = read(`# A story\n\n${'- a\n'.repeat(30_000)}`);
  expect(much.anchors).toEqual([]);
  expect(much.findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The article is too large.*; its links stay as they are$/),
  ]);
});
