/** One event as a test writes it in a calendar file. */
export interface IcsEvent {
  readonly summary: string;
  /** `20260613T100000`, in Paris, or `20260613`. */
  readonly start: string;
  readonly end?: string;
  /** Further lines. */
  readonly more?: readonly string[];
}

/** A calendar file as programs write them, in the zone of Paris. */
export function icsOf(...events: readonly IcsEvent[]): string {
  const time = (name: string, value: string): string =>
    value.includes('T') ? `${name};TZID=Europe/Paris:${value}` : `${name};VALUE=DATE:${value}`;
  const lines = events.flatMap(({summary, start, end, more = []}, i) => [
    'BEGIN:VEVENT',
    `UID:${summary.replace(/\W/g, '-')}-${i}@test.example`,
    'DTSTAMP:20260101T000000Z',
    time('DTSTART', start),
    ...(end ? [time('DTEND', end)] : []),
    `SUMMARY:${summary}`,
    ...more,
    'END:VEVENT',
  ]);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//FR',
    ...lines,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

export const icsAnswer = (...events: readonly IcsEvent[]): Response =>
  new Response(icsOf(...events), {headers: {'content-type': 'text/calendar'}});
