/** Milliseconds in which a second press is one of the same finger. */
const DOUBLE = 400;

/**
 * Lets one press through and not the second one of a double tap: by then another order may have moved
 * below the finger.
 */
export class TapGuard {
  private last = -Infinity;

  accepts({
    detail,
    timeStamp,
    isTrusted,
  }: Pick<UIEvent, 'detail' | 'timeStamp' | 'isTrusted'>): boolean {
    if (detail > 1) return false;
    // a script, as in a test, has no fingers
    if (isTrusted && timeStamp - this.last < DOUBLE) return false;
    this.last = timeStamp;
    return true;
  }
}
