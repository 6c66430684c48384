/** A problem of content, as data: where it is, which rule, what was expected and what was got. Imports nothing. */

export type Level = 'error' | 'warning' | 'note';

export interface Finding {
  /** The rule's name, stable for configuration and waivers: `terms`, `numbers`, `marks`. */
  readonly check: string;
  readonly level: Level;
  /** One sentence for a person. */
  readonly message: string;
  readonly slug?: string;
  readonly locale?: string;
  /** Id of the segment. */
  readonly segment?: string;
  /** Path relative to the project, with `/`. */
  readonly file?: string;
  /** From 1, in the file. */
  readonly line?: number;
  readonly column?: number;
  /** Plain words of the segment and its target. */
  readonly source?: string;
  readonly target?: string;
  readonly expected?: readonly string[];
  readonly got?: readonly string[];
  /** The target's text as it should be, where one rule can say so. */
  readonly fix?: string;
}
