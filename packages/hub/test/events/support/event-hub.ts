import type {EventsReading} from '@local-widgets/model';
import type {
  CalendarSettings,
  EventDocument,
  EventState,
  PublishedEvents,
  RegistrationRequest,
} from '@local-widgets/model/schemas.js';
import {signedIn} from '../../accounts/people-of-tests.js';
import type {TestDatabase} from '../../support/databases.js';
import {testHub, type Answer, type TestHub, type TestHubOptions} from '../../support/test-hub.js';

export const CALENDAR: CalendarSettings = {
  name: 'Agenda de Sainte-Aubrette',
  timeZone: 'Europe/Paris',
  acceptsProposals: true,
  holidays: 'FR',
};

/** A market every Saturday; the hub's clock stands on Monday 23 November 2026. */
export const MARKET: EventDocument = {
  name: 'Marché du samedi',
  isAllDay: false,
  startDate: '2026-11-07T08:00:00',
  endDate: '2026-11-07T12:30:00',
  timeZone: 'Europe/Paris',
  recurrence: {rule: 'FREQ=WEEKLY;BYDAY=SA'},
  location: {name: 'Place du Bourg', placeId: 'halles'},
  categories: ['Marché'],
};

/** A course on two evenings, for which one signs up. */
export const COURSE: EventDocument = {
  name: 'Atelier pain',
  isAllDay: false,
  startDate: '2026-12-01T18:30:00',
  endDate: '2026-12-01T20:30:00',
  timeZone: 'Europe/Paris',
  recurrence: {rule: 'FREQ=WEEKLY;COUNT=2'},
  location: {name: 'Fournil'},
  organizer: {name: 'Le Fournil', telephone: '02 98 00 00 00'},
  signUp: {
    capacity: 10,
    hasWaitingList: true,
    maxPlaces: 4,
    closesMinutesBefore: 60,
    reminderHours: 24,
  },
};

/** The two dates of the course. */
export const COURSE_DATES = ['20261201T183000', '20261208T183000'] as const;

const SHOP = '/v1/shops/fournil/calendars';
export const AGENDA = `${SHOP}/agenda`;

/** `PublishedEvents`, with the domain's own types for what is on. */
export type PublishedBody = EventsReading & Omit<PublishedEvents, keyof EventsReading>;

let uuids = 0;

/** A UUID, another one at each call. */
export const uuid = (): string =>
  `00000000-0000-4000-8000-${(++uuids).toString(16).padStart(12, '0')}`;

export interface Written {
  id: string;
  version: number;
}

/** A hub with the calendar `agenda` of the shop `fournil`, and people who work there. */
export interface EventHub extends TestHub {
  /** Asks as somebody of the shop. */
  as(
    role: 'merchant' | 'clerk',
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    options?: {body?: unknown; version?: number | undefined; type?: string},
  ): Promise<Answer>;
  /** Writes an event, published unless told, and fails when that fails. */
  write(document?: EventDocument, state?: EventState): Promise<Written>;
  register(
    id: string,
    recurrenceId: string,
    request?: Partial<RegistrationRequest>,
    key?: string,
  ): Promise<Answer>;
  /** Templates and receivers of the mails that wait, in order, and forgets them. */
  mails(): Promise<{template: string; registration: string | null; url: string | undefined}[]>;
}

export async function eventHub(
  database: TestDatabase,
  options: TestHubOptions & {calendar?: Partial<CalendarSettings>} = {},
): Promise<EventHub> {
  const hub = await testHub(database, options);
  const headers = {
    merchant: (await signedIn(hub, 'merchant', {email: 'mairie@example.org'})).headers,
    clerk: (await signedIn(hub, 'clerk', {email: 'agent@example.org'})).headers,
  };
  const as: EventHub['as'] = (role, method, url, {body, version, type} = {}) =>
    hub.ask({
      method,
      url,
      headers: {
        ...headers[role],
        ...(version !== undefined && {'if-match': `"${version}"`}),
        ...(type !== undefined && {'content-type': type}),
      },
      ...(body !== undefined && {payload: body as object}),
    });
  await as('merchant', 'PUT', AGENDA, {body: {...CALENDAR, ...options.calendar}});
  return {
    ...hub,
    as,
    async write(event = MARKET, state = 'published') {
      const id = uuid();
      const answer = await as('merchant', 'PUT', `${AGENDA}/events/${id}`, {body: {event, state}});
      if (answer.status !== 201) throw new Error(answer.text);
      return {id, version: answer.body.version as number};
    },
    register(id, recurrenceId, request = {}, key = uuid()) {
      const body: RegistrationRequest = {
        contact: {name: 'Anne', email: 'anne@example.org'},
        places: 1,
        language: 'fr',
        consent: true,
        ...request,
      };
      return hub.ask({
        method: 'PUT',
        url: `/v1/events/${id}/occurrences/${recurrenceId}/registrations/${key}`,
        payload: body,
      });
    },
    async mails() {
      const {db} = hub.context;
      const rows = await db
        .selectFrom('outbox')
        .select(['id', 'payload', 'registration_id'])
        .where('kind', '=', 'mail')
        .where('status', '=', 'waiting')
        .orderBy('id')
        .execute();
      if (rows.length > 0) {
        await db
          .updateTable('outbox')
          .set({status: 'sent'})
          .where(
            'id',
            'in',
            rows.map(({id}) => id),
          )
          .execute();
      }
      return rows.map(({payload, registration_id: registration}) => {
        const {template, data} = JSON.parse(payload) as {
          template: string;
          data?: {url?: string};
        };
        return {template, registration, url: data?.url};
      });
    },
  };
}
