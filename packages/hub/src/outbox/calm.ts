/** Looks at which nothing must have been begun before a pause counts as one. */
const LOOKS = 2;

/**
 * Tells a pause between two orders of a rush from the end of the rush: nothing is written, and nothing was
 * begun since the last looks. Once it is calm it stays so until the next order.
 */
export class Calm {
  #seen = 0;
  #looks = LOOKS;

  /**
   * @param isWriting whether something is written now
   * @param begun how many orders were ever begun
   * @returns whether it is calm
   */
  look(isWriting: boolean, begun: number): boolean {
    if (isWriting || begun !== this.#seen) {
      this.#seen = begun;
      this.#looks = 0;
      return false;
    }
    this.#looks = Math.min(this.#looks + 1, LOOKS);
    return this.#looks === LOOKS;
  }
}
