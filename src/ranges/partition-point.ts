/** Binary search. */

/**
 * How many items of a sequence come first with a property that the later ones lack: the index of the first without it.
 * @param length of the sequence
 * @param holds whether the item at an index has the property
 */
export function partitionPoint(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
