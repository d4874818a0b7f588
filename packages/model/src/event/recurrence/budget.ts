/**
 * How much work recurrence rules may make, in steps (a period, a day or a time each) and not in time: the
 * same feed gives the same answer on every machine.
 */
export class Budget {
  /**
   * @param left Steps for everything together.
   * @param perSeries The most that one series may take.
   */
  constructor(
    private left: number,
    private readonly perSeries = left,
  ) {}

  /** Takes so many; false when there are none left. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }

  /** What one series may take; what it does take is gone for the others too. */
  forSeries(): Budget {
    const part = Math.max(0, Math.min(this.left, this.perSeries));
    this.left -= part;
    return new Budget(part);
  }

  /** What a series did not need. */
  giveBack(part: Budget): void {
    this.left += Math.max(0, part.left);
  }
}
