/** Minutes are the last that counts: `2026-11-26T14:00`. */
const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

let kept: {readonly timeZone: string; readonly format: Intl.DateTimeFormat} | undefined;

/** An unknown zone is Europe/Paris, as for opening hours. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  if (kept?.timeZone !== timeZone) {
    // Swedish is written as in ISO 8601
    const make = (timeZone: string): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat('sv', {dateStyle: 'short', timeStyle: 'short', timeZone});
    try {
      kept = {timeZone, format: make(timeZone)};
    } catch {
      kept = {timeZone, format: make('Europe/Paris')};
    }
  }
  return kept.format;
}

/**
 * What clocks in an IANA zone show at an instant: `2026-11-26T14:00`. Not from core's formats, which
 * come with the details, later than the address must be read.
 *
 * @throws RangeError for an invalid date.
 */
export function wallTimeOf(at: Date, timeZone: string): string {
  return formatIn(timeZone).format(at).replace(' ', 'T');
}

/**
 * The instant at which clocks in an IANA zone show a wall time. Undefined when they never do: no such
 * day, or a time skipped by a change of clocks. Of a time that occurs twice, either one.
 */
export function instantOf(wall: string, timeZone: string): Date | undefined {
  const shown = WALL.test(wall) ? Date.parse(`${wall}Z`) : NaN;
  if (Number.isNaN(shown)) return undefined;
  let at = new Date(shown);
  // the second round puts right a first guess on the other side of a change of clocks
  for (let round = 0; round < 2; round++) {
    at = new Date(at.getTime() + shown - Date.parse(`${wallTimeOf(at, timeZone)}Z`));
  }
  return wallTimeOf(at, timeZone) === wall ? at : undefined;
}
