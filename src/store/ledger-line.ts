/** A line of the ledger. Characters are code points, cost is in US dollars. */
export interface LedgerLine {
  readonly name: string;
  readonly requests: number;
  /** Of requests that were answered. */
  readonly characters: number;
  readonly cost: number;
  /** Characters of requests whose answer never came: maybe billed. */
  readonly maybeBilled: number;
}
