/** `dragoman/glossary`: terms found in a source, and checked in a target in any inflected form. */

export { findTerms, type TermMatch } from '../glossary/match.ts';
export type { Term } from '../glossary/term.ts';
export { usesTerm, type Verdict } from '../glossary/uses.ts';
