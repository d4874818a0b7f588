import {readEvents} from '../../src/event/read-events.js';
import type {ReadEventsOptions, ReadEventsResult} from '../../src/event/open-events.js';

export const PARIS = {from: '2026-01-01', to: '2027-01-01', timeZone: 'Europe/Paris'} as const;

/** A calendar of these lines. */
export function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** A VEVENT of these lines; they may bring their own UID. */
export function vevent(...lines: string[]): string[] {
  const uid = lines.some(line => line.startsWith('UID:')) ? [] : ['UID:one@test'];
  return ['BEGIN:VEVENT', ...uid, ...lines, 'END:VEVENT'];
}

/** What is read of one VEVENT. */
export function readOne(
  lines: readonly string[],
  options: Partial<ReadEventsOptions> = {},
): ReadEventsResult {
  return readEvents(calendar(...vevent(...lines)), {...PARIS, ...options});
}

/** `2026-05-12T18:30` in a zone; the day alone of what is all day. */
export function startsIn(
  {occurrences}: Pick<ReadEventsResult, 'occurrences'>,
  timeZone: string,
): string[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return occurrences.map(({start, isAllDay}) => {
    const text = format.format(start).replace(' ', 'T').replace(/:00$/, '');
    return isAllDay ? text.slice(0, 10) : text;
  });
}

/** The starts of one VEVENT in its zone. */
export function starts(
  lines: readonly string[],
  options: Partial<ReadEventsOptions> = {},
): string[] {
  const all = {...PARIS, ...options};
  return startsIn(readOne(lines, all), all.timeZone);
}

/** `12 bad-end` of each rejection. */
export function rejections({rejected}: Pick<ReadEventsResult, 'rejected'>): string[] {
  return rejected.map(({at, reason}) => `${at} ${reason}`);
}
