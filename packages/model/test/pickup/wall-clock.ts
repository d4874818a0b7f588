/** Minutes since 1970-01-01T00:00Z. */
type Minute = number;

const MINUTES_A_DAY = 1440;

/** How far a wall clock jumps when it goes forward, in the zones of these tests. */
const GAP = 60;

/**
 * The clock on the wall of a place, read off minute by minute from `Intl.DateTimeFormat` and from
 * nothing else. What it shows is told in minutes as well, as if it were UTC: 1440 a day.
 */
export class WallClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #shown = new Map<number, Int32Array>();
  /** By day and minute of what is shown: the first minute that shows it; 0 for none. */
  readonly #firsts = new Map<number, Int32Array>();

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
  }

  shownAt(minute: Minute): number {
    return this.#walk(Math.floor(minute / MINUTES_A_DAY))[minute % MINUTES_A_DAY]!;
  }

  /** Days since 1970-01-01 on the calendar of the place. */
  dayAt(minute: Minute): number {
    return Math.floor(this.shownAt(minute) / MINUTES_A_DAY);
  }

  /** The first minute that shows it; when it is skipped, the first that shows as much later. */
  firstShowing(shown: number): Minute {
    const day = Math.floor(shown / MINUTES_A_DAY);
    for (const near of [day - 1, day, day + 1]) this.#walk(near);
    return this.#firsts.get(day)![shown % MINUTES_A_DAY] || this.firstShowing(shown + GAP);
  }

  #walk(utcDay: number): Int32Array {
    let shown = this.#shown.get(utcDay);
    if (shown) return shown;
    shown = new Int32Array(MINUTES_A_DAY);
    this.#shown.set(utcDay, shown);
    for (let i = 0; i < MINUTES_A_DAY; i++) {
      const minute = utcDay * MINUTES_A_DAY + i;
      const label = this.#format.format(minute * 60_000);
      shown[i] = Date.parse(`${label.replace(' ', 'T')}Z`) / 60_000;
      this.#note(shown[i]!, minute);
    }
    return shown;
  }

  #note(shown: number, minute: Minute) {
    const day = Math.floor(shown / MINUTES_A_DAY);
    const firsts = this.#firsts.get(day) ?? new Int32Array(MINUTES_A_DAY);
    this.#firsts.set(day, firsts);
    const known = firsts[shown % MINUTES_A_DAY]!;
    if (!known || minute < known) firsts[shown % MINUTES_A_DAY] = minute;
  }
}
