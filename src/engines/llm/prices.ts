/** What tokens cost. */

/** US dollars for a million tokens. Reasoning is billed as output. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
  /** Input that the provider had in its cache; default: as input. */
  readonly cachedInput?: number | undefined;
  /** Input that the provider puts into its cache (Anthropic); default: as input. */
  readonly cacheWrite?: number | undefined;
}

/** The tokens of one call, as the provider reports them. `input` and `output` are the totals, the others parts of them. */
export interface TokenUsage {
  readonly input: number;
  readonly cachedInput: number;
  readonly cacheWrite: number;
  readonly output: number;
  readonly reasoning: number;
}

/**
 * The providers' public price lists (openai.com/api/pricing, docs.claude.com "Pricing"). A name with a date or a variant behind it
 * (`gpt-5-mini-2025-08-07`) has the price of the longest name that it begins with. `engines.llm.prices` corrects an entry.
 */
// biome-ignore format: a table
const PRICES: Readonly<Record<string, TokenPrices>> = {
  'gpt-4o':            { input: 2.5,  cachedInput: 1.25,  output: 10 },
  'gpt-4o-mini':       { input: 0.15, cachedInput: 0.075, output: 0.6 },
  'gpt-4.1':           { input: 2,    cachedInput: 0.5,   output: 8 },
  'gpt-4.1-mini':      { input: 0.4,  cachedInput: 0.1,   output: 1.6 },
  'gpt-4.1-nano':      { input: 0.1,  cachedInput: 0.025, output: 0.4 },
  'gpt-5':             { input: 1.25, cachedInput: 0.125, output: 10 },
  'gpt-5-mini':        { input: 0.25, cachedInput: 0.025, output: 2 },
  'gpt-5-nano':        { input: 0.05, cachedInput: 0.005, output: 0.4 },
  'gpt-5.1':           { input: 1.25, cachedInput: 0.125, output: 10 },
  'gpt-5.2':           { input: 1.75, cachedInput: 0.175, output: 14 },
  'o3':                { input: 2,    cachedInput: 0.5,   output: 8 },
  'o4-mini':           { input: 1.1,  cachedInput: 0.275, output: 4.4 },
  'claude-opus-4':     { input: 15,   cachedInput: 1.5,   cacheWrite: 18.75, output: 75 },
  'claude-opus-4-5':   { input: 5,    cachedInput: 0.5,   cacheWrite: 6.25,  output: 25 },
  'claude-sonnet-4':   { input: 3,    cachedInput: 0.3,   cacheWrite: 3.75,  output: 15 },
  'claude-haiku-4':    { input: 1,    cachedInput: 0.1,   cacheWrite: 1.25,  output: 5 },
  'claude-3-5-haiku':  { input: 0.8,  cachedInput: 0.08,  cacheWrite: 1,     output: 4 },
};

/** The prices of a model; undefined for one that the table lacks. */
export function pricesOf(model: string): TokenPrices | undefined {
  const name = model.replace(/^.*\//, '');
  const known = Object.keys(PRICES).filter((start) => name === start || name.startsWith(`${start}-`));
  return PRICES[known.reduce((a, b) => (b.length > a.length ? b : a), '')];
}

/** US dollars. */
export function costOf(usage: TokenUsage, prices: TokenPrices): number {
  const fresh = usage.input - usage.cachedInput - usage.cacheWrite;
  const cached = usage.cachedInput * (prices.cachedInput ?? prices.input);
  const written = usage.cacheWrite * (prices.cacheWrite ?? prices.input);
  return (fresh * prices.input + cached + written + usage.output * prices.output) / 1e6;
}

/**
 * Dollars for a million characters of text, for budgets and dry runs: a token is about four characters of English and three of a
 * translation. With surroundings and instructions the input is 2.9 times the texts, and the answer with its JSON 1.2 times (measured
 * on NTREX's news in requests of 20 texts); caching and thinking are not foreseen.
 */
export function estimatedPrice({ input, output }: TokenPrices): number {
  return (2.9 * input) / 4 + (1.2 * output) / 3;
}
