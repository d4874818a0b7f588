import {zoneOf} from '@local-widgets/model';

/** Dates of documents: `2026-05-12`, `2026-05-12T18:30:00`, on the event's own clock; see `LocalDate`. */

/** Whether the text names a day, not a time of it. */
export const isDay = (date: string): boolean => !date.includes('T');

/** Whether the day is in the calendar, and in our days: `2026-02-30` is not, nor is `0026-02-03`. */
export function isRealDate(date: string): boolean {
  const day = date.slice(0, 10);
  const at = Date.parse(`${day}T00:00:00.000Z`);
  return (
    !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) && /^(19[7-9]|20)/.test(day)
  );
}

/** With seconds, so that dates can be compared as text. */
export const withSeconds = (date: string): string =>
  isDay(date) || date.length === 19 ? date : `${date}:00`;

/** `2026-05-12T18:30:00` of `20260512T183000`. */
export const fromRecurrenceId = (id: string): string =>
  id.replace(
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?$/,
    (_all, y, m, d, hour, minute, second) =>
      hour === undefined ? `${y}-${m}-${d}` : `${y}-${m}-${d}T${hour}:${minute}:${second}`,
  );

/** The instant at which clocks of the zone show the date; midnight of a day. */
export function instantOfLocal(date: string, timeZone: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = date.slice(11).split(':').map(Number);
  const day = Date.parse(`${date.slice(0, 10)}T00:00:00.000Z`) / 86_400_000;
  return zoneOf(timeZone)!.instantOf(day, hours * 60 + minutes) + seconds * 1000;
}

/** What clocks of the zone show at an instant: `2026-05-12T18:30:00`. */
export function toLocalDate(instant: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    // Swedish dates are those of ISO 8601
    const options = {timeZone, dateStyle: 'short', timeStyle: 'medium'} as const;
    formats.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', options)));
  }
  return format.format(instant).replace(' ', 'T');
}

/** Formats of `Intl` cost time and memory to make; there are some hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();
