/** Code words that differ from each other in many places, so that a dot product tells one from all others. */

/** The extended binary Golay code [24, 12, 8]: quadratic residues modulo 23 and a parity bit; its 4,096 words. */
function golayWords(): number[][] {
  const residues = new Set(Array.from({ length: 22 }, (_, i) => ((i + 1) * (i + 1)) % 23));
  const rows = Array.from({ length: 12 }, (_, shift) => {
    const bits = Array.from({ length: 23 }, (_, i) => (residues.has((i - shift + 23) % 23) ? 0 : 1));
    return [...bits, bits.reduce<number>((a, b) => a ^ b, 0)];
  });
  const words = new Map<string, number[]>();
  for (let mask = 0; mask < 4096; mask++) {
    const word = new Array<number>(24).fill(0);
    for (const [at, row] of rows.entries())
      if ((mask & (1 << at)) !== 0) for (const [i, bit] of row.entries()) word[i] = (word[i] ?? 0) ^ bit;
    words.set(word.join(''), word);
  }
  return [...words.values()];
}

const ones = (word: readonly number[], from: number) => word.slice(from, from + 12).reduce((sum, bit) => sum + bit, 0);

/** Words of weight twelve with six ones in each half, as -1 and 1: layer normalisation takes nothing off them. */
export function balancedCodes(): number[][] {
  return golayWords()
    .filter((word) => ones(word, 0) === 6 && ones(word, 12) === 6)
    .map((word) => word.map((bit) => (bit === 1 ? 1 : -1)));
}
