/** One statement for what is asked in one go. */

/** @param ask for many at once @returns a function for one: what is asked before the program's next turn goes together */
export function gathering<Value>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | undefined> {
  let open: { readonly keys: Set<string>; readonly answer: Promise<ReadonlyMap<string, Value>> } | undefined;
  return async (key) => {
    if (open === undefined) {
      const keys = new Set<string>();
      const answer = new Promise((resolve) => setImmediate(resolve)).then(() => {
        open = undefined;
        return ask([...keys]);
      });
      open = { keys, answer };
    }
    open.keys.add(key);
    return (await open.answer).get(key);
  };
}
