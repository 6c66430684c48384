/** The features by which two texts are compared, and what each is usually worth as evidence that they are a translation. */

/**
 * Once words are known that translate each other: the mean of what uk, ja and de editions with a third of their sentences left out taught
 * themselves. In the order of the features.
 */
const LEARNED = {
  spread: -4.01,
  spreadSquared: -3.51,
  figure: 0.42,
  figureLost: -1.6,
  figureOwn: -0.94,
  name: 0.07,
  nameLost: -0.41,
  nameOwn: -0.46,
  beginning: 0.16,
  asks: 1.09,
  asksAlone: -0.86,
  quotes: 1.08,
  quotesAlone: -1.54,
  colon: 1.13,
  colonAlone: -1.15,
  calls: 1.53,
  callsAlone: -0.69,
  brackets: 1.51,
  bracketsAlone: -0.64,
  opens: 0.71,
  opensAlone: -0.71,
  closes: 0.81,
  closesAlone: -0.57,
  unended: 1.45,
  unendedAlone: -1.32,
  dash: 0.54,
  dashAlone: -0.23,
  percent: 1.5,
  percentAlone: -0.61,
  money: 1.5,
  moneyAlone: -0.78,
  commas: -0.32,
  stops: -1.19,
  nameBack: 0.11,
  term: 0.8,
  termAlone: -0.2,
  length: 0.18,
  thereLikelier: 0.55,
  thereUnlikelier: 0.63,
  thereRareLikelier: -0.76,
  thereRareUnlikelier: -0.34,
  thereMean: 2.2,
  thereKnown: -2.84,
  backLikelier: -0.6,
  backUnlikelier: 1.01,
  backRareLikelier: 0.54,
  backRareUnlikelier: 0.67,
  backMean: 1.19,
  backKnown: 1.2,
};

export type FeatureName = keyof typeof LEARNED;

/**
 * Before: of a logistic regression on public news (five languages of NTREX-128), each sentence with its translation against others of the
 * same and of other articles; from `calls` to `termAlone` estimated.
 */
const PLAIN: Partial<Record<FeatureName, number>> = {
  spread: -4.51,
  spreadSquared: -3.63,
  figure: 0.76,
  figureLost: -1.74,
  figureOwn: -1.05,
  name: 0.36,
  nameLost: -0.29,
  nameOwn: -0.77,
  beginning: 0.26,
  asks: 1.62,
  asksAlone: -0.98,
  quotes: 1.21,
  quotesAlone: -1.79,
  colon: 1.64,
  colonAlone: -1.18,
  calls: 1.5,
  callsAlone: -0.7,
  brackets: 1.5,
  bracketsAlone: -0.7,
  opens: 0.8,
  opensAlone: -0.6,
  closes: 0.8,
  closesAlone: -0.5,
  unended: 1.5,
  unendedAlone: -1.2,
  dash: 0.5,
  dashAlone: -0.2,
  percent: 1.5,
  percentAlone: -0.6,
  money: 1.5,
  moneyAlone: -0.8,
  commas: -0.4,
  stops: -1.5,
  nameBack: 0.1,
  term: 2,
  termAlone: -0.4,
  length: -0.76,
};

/** The intercepts, less the share of true pairs. */
const INTERCEPT = { learned: 7.6, plain: 3.34 };

const FEATURES = Object.keys(LEARNED) as FeatureName[];

export const FEATURE_COUNT = FEATURES.length;

/** The place of each feature. */
export const AT = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Record<FeatureName, number>;

/** A weight for each feature in order, and the intercept. */
export function usualWeights(knowsWords: boolean): number[] {
  const weights: Partial<Record<FeatureName, number>> = knowsWords ? LEARNED : PLAIN;
  return [...FEATURES.map((name) => weights[name] ?? 0), knowsWords ? INTERCEPT.learned : INTERCEPT.plain];
}
