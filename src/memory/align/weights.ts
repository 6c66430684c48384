/** What each feature of a pair is worth in two languages: the usual, moved by what their own texts show. */

/** A pair of texts: what a feature is, for each in order, and whether the two translate each other. */
export interface Sample {
  readonly features: readonly number[];
  readonly isPair: boolean;
  /** How sure that is, 0 to 1. */
  readonly weight: number;
}

/** Rounds of Newton's method; a logistic regression needs no more. */
const ROUNDS = 12;
/** How many pairs the usual weights are worth. */
const INERTIA = 20;

/**
 * A logistic regression that is drawn to what is usual.
 * @param usual a weight for each feature, and the intercept at the end; of a likelihood ratio, without the share of pairs among the samples
 * @returns the same for the samples
 */
export function fitWeights(usual: readonly number[], samples: readonly Sample[]): number[] {
  const sum = (isPair: boolean) => samples.reduce((all, one) => all + (one.isPair === isPair ? one.weight : 0), 0);
  const prior = Math.log(sum(true) / sum(false));
  const size = usual.length;
  let weights = [...usual];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, at) => INERTIA * ((usual[at] as number) - weight));
    const curve = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => (row === column ? INERTIA : 0)));
    for (const { features, isPair, weight } of samples) {
      const all = [...features, 1];
      const chance = 1 / (1 + Math.exp(-prior - all.reduce((value, one, at) => value + one * (weights[at] as number), 0)));
      const [error, bend] = [weight * (Number(isPair) - chance), weight * chance * (1 - chance)];
      for (const [row, one] of all.entries()) {
        if (one === 0) continue;
        slope[row] = (slope[row] as number) + error * one;
        const line = curve[row] as number[];
        for (const [column, other] of all.entries()) line[column] = (line[column] as number) + bend * one * other;
      }
    }
    const step = solved(curve, slope);
    weights = weights.map((weight, at) => weight + (step[at] as number));
  }
  return weights;
}

/** The solution of a system of linear equations with a positive definite matrix, by elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  const size = rows.length;
  for (const [at, pivot] of rows.entries())
    for (const row of rows.slice(at + 1)) {
      const factor = (row[at] as number) / (pivot[at] as number);
      if (factor !== 0)
        for (let column = at; column <= size; column++) row[column] = (row[column] as number) - factor * (pivot[column] as number);
    }
  const solution = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at--) {
    const row = rows[at] as number[];
    const known = solution.reduce((sum, value, column) => (column > at ? sum + value * (row[column] as number) : sum), 0);
    solution[at] = ((row[size] as number) - known) / (row[at] as number);
  }
  return solution;
}
