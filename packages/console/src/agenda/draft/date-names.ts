/**
 * The dates of a series under two names: in documents by their wall time (`2026-05-12T18:30:00`) or their
 * recurrence id (`20260512T183000`); in drafts by their day alone, so that another time of day leaves them
 * where they are. Dates at another time keep their full name.
 */
export interface SeriesClock {
  readonly isAllDay: boolean;
  /** `18:30` */
  readonly startTime: string;
}

/** The name in a draft of a date in a document. */
export function nameOfDate(date: string, {isAllDay, startTime}: SeriesClock): string {
  const day = date.slice(0, 10);
  return isAllDay || date.length === 10 || date.slice(11, 16) === startTime ? day : date;
}

/** And back. */
export function dateOfName(name: string, {isAllDay, startTime}: SeriesClock): string {
  if (isAllDay) return name.slice(0, 10);
  return name.length === 10 ? `${name}T${startTime}:00` : name;
}

/** `2026-05-12T18:30:00` of `20260512T183000` */
export function dateOfId(id: string): string {
  const day = `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}`;
  return id.length === 8
    ? day
    : `${day}T${id.slice(9, 11)}:${id.slice(11, 13)}:${id.slice(13, 15)}`;
}

/** And back. */
export const idOfDate = (date: string): string => date.replaceAll(/[-:]/g, '');
