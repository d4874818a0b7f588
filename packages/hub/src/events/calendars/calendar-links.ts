import type {CalendarProfile} from '@local-widgets/model/schemas.js';

/** Addresses of a calendar and of what is in it, below the hub's own. */
export function calendarLinks(publicUrl: string, calendarId: string): CalendarProfile['links'] {
  const events = `${publicUrl}/v1/calendars/${calendarId}/events`;
  return {
    page: calendarPage(publicUrl, calendarId),
    json: events,
    ics: `${events}.ics`,
    webcal: `${events.replace(/^https?:/, 'webcal:')}.ics`,
    jsonLd: `${events}.jsonld`,
    atom: `${events}.atom`,
  };
}

export const calendarPage = (publicUrl: string, calendarId: string): string =>
  `${publicUrl}/agenda/${calendarId}`;

export const eventPage = (publicUrl: string, calendarId: string, eventId: string): string =>
  `${calendarPage(publicUrl, calendarId)}/${eventId}`;

/** Where one signs up for a date; the registrations are below it. */
export const datePath = (eventId: string, recurrenceId: string): string =>
  `/v1/events/${eventId}/occurrences/${recurrenceId}`;
