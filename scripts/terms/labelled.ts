/** The labelled uses of `terms/` of the public data, with the kinds of its glossaries. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseGlossary } from '../../src/glossary/csv.ts';
import type { Term } from '../../src/glossary/term.ts';

export interface Use {
  readonly term: string;
  readonly approved: string;
  readonly source: string;
  readonly target: string;
  /** Whether the human translation holds the approved term in some form. */
  readonly present: boolean;
  readonly surface?: string;
  readonly how: string;
}

export interface Labelled {
  readonly uses: readonly Use[];
  readonly glossary: readonly Term[];
  /** The glossary's term of a use. */
  readonly termOf: (use: Use) => Term;
}

export function labelled(data: string, tag: string): Labelled {
  const file = join(data, 'terms', `${tag}.csv`);
  const glossary = parseGlossary(readFileSync(file, 'utf8'), file);
  const bySource = new Map(glossary.map((term) => [term.source, term]));
  const uses = readFileSync(join(data, 'terms', `${tag}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Use);
  return { uses, glossary, termOf: (use) => ({ ...bySource.get(use.term), source: use.term, target: use.approved }) };
}
