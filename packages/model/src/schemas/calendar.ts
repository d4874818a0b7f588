import {Type, type Static} from 'typebox';
import {CalendarDate, Id, Instant, Text, WebAddress} from './common.js';
import {RecurrenceId} from './event.js';

const Colour = Type.String({pattern: '^#[0-9a-f]{6}$'});
const EventId = Type.String({minLength: 1, maxLength: 300});

/** What a merchant or a town sets for a calendar. */
export const CalendarSettings = Type.Object(
  {
    name: Text(120),
    description: Type.Optional(Text(1000)),
    /** IANA name; days of the calendar are those of this zone. */
    timeZone: Type.String({minLength: 1, maxLength: 64}),
    color: Type.Optional(Colour),
    /** The page of the town or shop on which the calendar is shown. */
    url: Type.Optional(WebAddress),
    /** Whether anybody may propose an event, without an account. */
    acceptsProposals: Type.Boolean(),
    /** Public holidays that are told with the events. */
    holidays: Type.Enum(['FR', 'FR-alsace-moselle', 'none']),
    /** Who is told how personal data are used; linked from forms. */
    privacyUrl: Type.Optional(WebAddress),
  },
  {additionalProperties: false},
);
export type CalendarSettings = Static<typeof CalendarSettings>;

/** `GET /v1/calendars/:calendar`: what any page may know. */
export const CalendarProfile = Type.Object(
  {
    id: Id,
    /** The shop or town hall that it belongs to. */
    shop: Id,
    shopName: Text(120),
    ...CalendarSettings.properties,
    /** Of the hub: the page of the calendar, and the same events for programs. */
    links: Type.Object(
      {
        page: Type.String(),
        json: Type.String(),
        ics: Type.String(),
        /** As `ics`, with `webcal:`: programs subscribe to it. */
        webcal: Type.String(),
        jsonLd: Type.String(),
        atom: Type.String(),
      },
      {additionalProperties: false},
    ),
    /** Other agendas that it hands on, each by its own address. */
    feeds: Type.Array(
      Type.Object(
        {id: Id, name: Text(120), color: Type.Optional(Colour), json: Type.String()},
        {additionalProperties: false},
      ),
    ),
  },
  {additionalProperties: false},
);
export type CalendarProfile = Static<typeof CalendarProfile>;

/** Whether one may sign up for one date, and for how many places. */
export const SignUpState = Type.Object(
  {
    /** `Occurrence.eventId` and `Occurrence.recurrenceId`. */
    eventId: EventId,
    recurrenceId: RecurrenceId,
    /** Where one signs up: `PUT …/registrations/:uuid` below it. */
    href: Type.String(),
    state: Type.Enum(['open', 'waiting-list', 'full', 'not-yet', 'closed']),
    opensAt: Type.Optional(Instant),
    closesAt: Type.Optional(Instant),
    capacity: Type.Optional(Type.Integer({minimum: 1})),
    /** Places that are left; absent when they are not counted. */
    remaining: Type.Optional(Type.Integer({minimum: 0})),
    maxPlaces: Type.Integer({minimum: 1}),
    instructions: Type.Optional(Type.String()),
  },
  {additionalProperties: false},
);
export type SignUpState = Static<typeof SignUpState>;

/** Where what is handed on comes from, and whether that is as it is there now. */
export const FeedState = Type.Object(
  {
    id: Id,
    name: Text(120),
    /** When it was last read; absent when it never could be. */
    fetchedAt: Type.Optional(Instant),
    /** It could not be read just now: this is the last copy. */
    isStale: Type.Boolean(),
    problem: Type.Optional(
      Type.Enum(['unreachable', 'refused', 'too-large', 'too-slow', 'unreadable', 'forbidden']),
    ),
  },
  {additionalProperties: false},
);
export type FeedState = Static<typeof FeedState>;

/**
 * `GET /v1/calendars/:calendar/events` and `…/feeds/:feed/events`: an `EventsReading` of the domain for a
 * window of days, with what only the hub knows.
 */
export const PublishedEvents = Type.Object(
  {
    calendar: Type.Object({
      name: Type.Optional(Type.String()),
      description: Type.Optional(Type.String()),
      url: Type.Optional(Type.String()),
      color: Type.Optional(Type.String()),
      timeZone: Type.Optional(Type.String()),
      refreshMinutes: Type.Optional(Type.Integer()),
    }),
    /** Days and minutes of the occurrences are those of this zone. */
    timeZone: Type.String(),
    /** First day, and the day after the last one. */
    from: CalendarDate,
    to: CalendarDate,
    /** `Event` of the domain. */
    events: Type.Array(
      Type.Object({id: EventId, name: Type.String()}, {additionalProperties: true}),
    ),
    occurrences: Type.Array(
      Type.Object(
        {
          eventId: EventId,
          recurrenceId: Type.String(),
          start: Type.Integer(),
          end: Type.Integer(),
          isAllDay: Type.Boolean(),
          firstDay: Type.Integer(),
          lastDay: Type.Integer(),
          startMinute: Type.Integer(),
          endMinute: Type.Integer(),
        },
        {additionalProperties: false},
      ),
    ),
    /** Of a feed: entries that could not be taken. */
    rejected: Type.Array(Type.Object({}, {additionalProperties: true})),
    truncated: Type.Boolean(),
    signUps: Type.Array(SignUpState),
    holidays: Type.Array(
      Type.Object({
        date: CalendarDate,
        name: Type.Object({fr: Type.String(), en: Type.String()}),
      }),
    ),
    /** Of a feed. */
    feed: Type.Optional(FeedState),
  },
  {additionalProperties: false},
);
export type PublishedEvents = Static<typeof PublishedEvents>;
