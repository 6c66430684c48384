import { cyrillic } from './cyrillic.ts';
import { readings, type ScriptTable } from './script.ts';

/** Greek: modern sounds (ELOT 743), with the digraphs that foreign b, d, g, j are written by. */
export const greek: ScriptTable = {
  of: /\p{Script=Greek}/u,
  letters: readings(`
    μπ b ντ d γκ g γγ g τζ j τσ c ου u αι e ει i οι i υι i αυ av ευ ev
    α a β v γ g δ d ε e ζ z η i θ t ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ|ς s τ t υ i φ f χ h ψ ps ω o`),
  // No names to learn from: those of a script that is as exact.
  sounds: cyrillic.sounds,
};
