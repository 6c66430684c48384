/** Numbers with their nouns, in the English of the command line and of findings. */

/** @returns `1 sentence`, `2,000 sentences`, `0 entries` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
