/** What a block's words and marks are while they are written. */

/** A stretch of a block on its way out. `open` and `close` are marks of emphasis; `raw` is anything that is the author's. */
export interface OutputToken {
  readonly kind: 'words' | 'raw' | 'open' | 'close';
  text: string;
  /** Of a mark or of untouched bytes: what reading it back gives (see `keyOf`). */
  readonly key?: string;
}
