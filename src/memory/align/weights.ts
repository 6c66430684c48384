/** What each feature of a pair is worth in two languages: the usual, moved by what their own texts show. */

/** A pair of texts: what a feature is, for each in order, and whether the two translate each other. */
export interface Sample {
  readonly features: ArrayLike<number>;
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
  let worth = worthOf(weights, usual, samples, prior);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = Float64Array.from(weights, (weight, at) => INERTIA * ((usual[at] as number) - weight));
    const curve = Array.from({ length: size }, (_, row) =>
      Float64Array.from({ length: size }, (_, column) => (row === column ? INERTIA : 0)),
    );
    const all = new Float64Array(size).fill(1);
    for (const { features, isPair, weight } of samples) {
      for (let at = 0; at < size - 1; at++) all[at] = features[at] as number;
      const chance = 1 / (1 + Math.exp(-prior - scoreOf(features, weights)));
      const [error, bend] = [weight * (Number(isPair) - chance), weight * chance * (1 - chance)];
      for (let row = 0; row < size; row++) {
        const one = all[row] as number;
        if (one === 0) continue;
        slope[row] = (slope[row] as number) + error * one;
        const line = curve[row] as Float64Array;
        for (let column = 0; column < size; column++) line[column] = (line[column] as number) + bend * one * (all[column] as number);
      }
    }
    const step = solved(curve, slope);
    // A whole step may lead past the best there is, and ever farther away from it.
    for (let share = 1; share > LEAST_STEP; share /= 2) {
      const next = weights.map((weight, at) => weight + share * (step[at] as number));
      const nextWorth = worthOf(next, usual, samples, prior);
      if (nextWorth <= worth) continue;
      [weights, worth] = [next, nextWorth];
      break;
    }
  }
  return weights;
}

/** Steps so small change nothing. */
const LEAST_STEP = 0.01;

/** @param weights with the intercept at the end */
export function scoreOf(features: ArrayLike<number>, weights: readonly number[]): number {
  let value = weights.at(-1) as number;
  for (let at = 0; at < features.length; at++) value += (features[at] as number) * (weights[at] as number);
  return value;
}

/** The logarithm of the likelihood of the samples, less what the distance from what is usual costs. */
function worthOf(weights: readonly number[], usual: readonly number[], samples: readonly Sample[], prior: number): number {
  let worth = 0;
  for (const [at, weight] of weights.entries()) worth -= (INERTIA / 2) * (weight - (usual[at] as number)) ** 2;
  for (const { features, isPair, weight } of samples) {
    const value = prior + scoreOf(features, weights);
    worth -= weight * softPlus(isPair ? -value : value);
  }
  return worth;
}

/** The logarithm of one more than an exponential. */
function softPlus(value: number): number {
  return value > 30 ? value : Math.log1p(Math.exp(value));
}

/** The solution of a system of linear equations with a positive definite matrix, by elimination. */
function solved(matrix: readonly Float64Array[], right: Float64Array): number[] {
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
