/** `dragoman/glossary`: terms found in a source, and checked in a target in any inflected form. */

export { findTerms, type SourceTerm, type TermMatch } from '../glossary/match.ts';
export type { Term, TermKind, TermStatus } from '../glossary/term.ts';
export { type TargetTerm, usesTerm, type Verdict } from '../glossary/uses.ts';
