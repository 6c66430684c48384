/** The end of a session: one thing that does not close keeps no other open. */

/**
 * @param closers called in turn
 * @throws what the first of those that failed has thrown, once all are called
 */
export async function closeAll(closers: Iterable<() => unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closers)
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw failures[0];
}
