/** Numbers with their nouns, and money, in the English of the command line and of findings. */

/** @returns `1 sentence`, `2,000 sentences`, `0 entries` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** US dollars: to the cent, and below a cent with two figures, for many a run costs no more. @returns `$1.20`, `$0.0043`, `$0.00` */
export function inDollars(cost: number): string {
  const digits = cost > 0 && cost < 0.01 ? Math.min(8, 1 - Math.floor(Math.log10(cost))) : 2;
  return `$${cost.toFixed(digits)}`;
}
