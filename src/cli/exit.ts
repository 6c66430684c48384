/** Exit codes of every command; part of the contract with scripts and CI. */
export const exit = {
  done: 0,
  /** Findings at error level, or stale under `--frozen`. */
  findings: 1,
  /** Usage, configuration or unreadable input. */
  usage: 2,
  /** An engine failed for some editions; the rest is done and saved. */
  engine: 3,
  budget: 4,
  interrupted: 130,
} as const;
