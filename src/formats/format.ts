/** The contract of an interchange format. Law 4: `read(write(x))` equals `x`. */

export interface Format<Value> {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
  /**
   * @param source the file's text
   * @param file its path, for errors only
   * @throws KnownError that names file and line where the input is unusable
   */
  readonly read: (source: string, file: string) => Value;
  readonly write: (value: Value) => string;
}
