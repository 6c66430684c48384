/** What `dragoman/glossary` offers to programs. */

export { parseGlossary, removeTerm, setTerm, writeGlossary } from './csv.ts';
export { findTerms, type SourceTerm, type TermMatch } from './match.ts';
export { type Repair, type RepairOptions, repairTerm } from './repair.ts';
export type { Term, TermKind, TermStatus } from './term.ts';
export { inspectTerm, type TargetTerm, type TermUseFound, usesTerm, type Verdict } from './uses.ts';
