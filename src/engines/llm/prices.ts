/** What tokens cost. */

/** US dollars for a million tokens. Reasoning is billed as output. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
  /** Input that the provider had in its cache; default: as input. */
  readonly cachedInput?: number | undefined;
  /** Input that the provider puts into its cache; default: as input. */
  readonly cacheWrite?: number | undefined;
}

/** The tokens of one call, as the provider reports them. `input` and `output` are the totals, the others parts of them. */
export interface TokenUsage {
  readonly input: number;
  readonly cachedInput: number;
  readonly cacheWrite: number;
  readonly output: number;
  readonly reasoning: number;
  /** US dollars, where the server tells what it bills (OpenRouter). */
  readonly cost?: number;
}

/** A count of tokens, or dollars, as a server tells it; undefined for what is none. */
export function numberTold(told: unknown): number | undefined {
  const count = typeof told === 'string' && told.trim() !== '' ? Number(told) : told;
  return typeof count === 'number' && Number.isFinite(count) && count >= 0 ? count : undefined;
}

/**
 * The providers' public price lists (developers.openai.com/api/docs/pricing, platform.claude.com "Pricing") of November 2026: standard
 * processing, prompts below the bounds from which some models cost more, which no request here reaches. `engines.llm.prices` corrects it.
 */
// biome-ignore format: a table
const PRICES: Readonly<Record<string, TokenPrices>> = {
  'gpt-6-astra':       { input: 10,   cachedInput: 1,     cacheWrite: 12.5,  output: 50 },
  'gpt-6.1-sol':       { input: 2,    cachedInput: 0.1,   cacheWrite: 2.5,   output: 10 },
  'gpt-6.1-terra':     { input: 1,    cachedInput: 0.05,  cacheWrite: 1.25,  output: 5 },
  'gpt-6-sol':         { input: 2,    cachedInput: 0.2,   cacheWrite: 2.5,   output: 10 },
  'gpt-6-luna':        { input: 0.1,  cachedInput: 0.01,  cacheWrite: 0.125, output: 0.5 },
  'gpt-5.6-sol':       { input: 4,    cachedInput: 0.4,   cacheWrite: 5,     output: 20 },
  'gpt-5.6-terra':     { input: 2,    cachedInput: 0.2,   cacheWrite: 2.5,   output: 12 },
  'gpt-5.6-luna':      { input: 0.2,  cachedInput: 0.02,  cacheWrite: 0.25,  output: 1.2 },
  'gpt-5.5':           { input: 5,    cachedInput: 0.5,   output: 30 },
  'gpt-5.5-pro':       { input: 30,   output: 180 },
  'gpt-5.4':           { input: 2.5,  cachedInput: 0.25,  output: 15 },
  'gpt-5.4-pro':       { input: 30,   output: 180 },
  'gpt-5.4-mini':      { input: 0.75, cachedInput: 0.075, output: 4.5 },
  'gpt-5.4-nano':      { input: 0.2,  cachedInput: 0.02,  output: 1.25 },
  'gpt-5.2':           { input: 1.75, cachedInput: 0.175, output: 14 },
  'gpt-5.2-pro':       { input: 21,   output: 168 },
  'gpt-5.1':           { input: 1.25, cachedInput: 0.125, output: 10 },
  'gpt-5':             { input: 1.25, cachedInput: 0.125, output: 10 },
  'gpt-5-pro':         { input: 15,   output: 120 },
  'gpt-5-mini':        { input: 0.25, cachedInput: 0.025, output: 2 },
  'gpt-5-nano':        { input: 0.05, cachedInput: 0.005, output: 0.4 },
  'gpt-4.1':           { input: 2,    cachedInput: 0.5,   output: 8 },
  'gpt-4.1-mini':      { input: 0.4,  cachedInput: 0.1,   output: 1.6 },
  'gpt-4.1-nano':      { input: 0.1,  cachedInput: 0.025, output: 0.4 },
  'gpt-4o':            { input: 2.5,  cachedInput: 1.25,  output: 10 },
  'gpt-4o-2024-05-13': { input: 5,    output: 15 },
  'gpt-4o-mini':       { input: 0.15, cachedInput: 0.075, output: 0.6 },
  'o1':                { input: 15,   cachedInput: 7.5,   output: 60 },
  'o3':                { input: 2,    cachedInput: 0.5,   output: 8 },
  'o3-mini':           { input: 1.1,  cachedInput: 0.55,  output: 4.4 },
  'o3-pro':            { input: 20,   output: 80 },
  'o4-mini':           { input: 1.1,  cachedInput: 0.275, output: 4.4 },
  'claude-fable-5-1':  { input: 10,   cachedInput: 0.25,  cacheWrite: 12.5,  output: 50 },
  'claude-fable-5':    { input: 10,   cachedInput: 1,     cacheWrite: 12.5,  output: 50 },
  'claude-mythos-5-1': { input: 10,   cachedInput: 0.25,  cacheWrite: 12.5,  output: 50 },
  'claude-mythos-5':   { input: 10,   cachedInput: 1,     cacheWrite: 12.5,  output: 50 },
  'claude-opus-5-5':   { input: 4,    cachedInput: 0.2,   cacheWrite: 5,     output: 20 },
  'claude-opus-5':     { input: 5,    cachedInput: 0.5,   cacheWrite: 6.25,  output: 25 },
  'claude-opus-4-8':   { input: 5,    cachedInput: 0.5,   cacheWrite: 6.25,  output: 25 },
  'claude-opus-4-7':   { input: 5,    cachedInput: 0.5,   cacheWrite: 6.25,  output: 25 },
  'claude-opus-4-6':   { input: 5,    cachedInput: 0.5,   cacheWrite: 6.25,  output: 25 },
  'claude-opus-4-5':   { input: 5,    cachedInput: 0.5,   cacheWrite: 6.25,  output: 25 },
  'claude-opus-4-1':   { input: 15,   cachedInput: 1.5,   cacheWrite: 18.75, output: 75 },
  'claude-opus-4':     { input: 15,   cachedInput: 1.5,   cacheWrite: 18.75, output: 75 },
  'claude-sonnet-5-5': { input: 2,    cachedInput: 0.1,   cacheWrite: 2.5,   output: 10 },
  'claude-sonnet-5':   { input: 2,    cachedInput: 0.2,   cacheWrite: 2.5,   output: 10 },
  'claude-sonnet-4-6': { input: 3,    cachedInput: 0.3,   cacheWrite: 3.75,  output: 15 },
  'claude-sonnet-4-5': { input: 3,    cachedInput: 0.3,   cacheWrite: 3.75,  output: 15 },
  'claude-sonnet-4':   { input: 3,    cachedInput: 0.3,   cacheWrite: 3.75,  output: 15 },
  'claude-haiku-5-5':  { input: 0.1,  cachedInput: 0.01,  cacheWrite: 0.125, output: 0.5 },
  'claude-haiku-4-5':  { input: 1,    cachedInput: 0.1,   cacheWrite: 1.25,  output: 5 },
  'claude-3-5-haiku':  { input: 0.8,  cachedInput: 0.08,  cacheWrite: 1,     output: 4 },
};

/** What names a state of a model and not another one: `-2025-08-07`, `-20251101`, `-latest`, `-chat-latest`, Anthropic's `-0`. */
const STATE = /-(?:\d{4}-\d{2}-\d{2}|\d{8}|(?:chat-)?latest|0)$/;

/**
 * The prices of a model, also under the name of a state of it, and behind a router's prefix (`openai/gpt-5`).
 * @returns undefined for one that the table lacks: a variant with a name of its own (`-pro`, `-mini`) has a price of its own
 */
export function pricesOf(model: string): TokenPrices | undefined {
  const name = model.replace(/^.*\//, '');
  for (const one of [name, name.replace(STATE, '')]) if (Object.hasOwn(PRICES, one)) return PRICES[one];
  return undefined;
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
