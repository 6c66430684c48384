/** Something that an earlier build left is not as it was written, and has been relied on: whoever built goes on as if nothing were known. */
export class Spoiled extends Error {
  /** @param file what is not as it was written */
  constructor(file: string) {
    super(`${file} is not as it was written`);
  }
}
