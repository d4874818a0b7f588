import {
  DeskCalendar,
  DeskEvent,
  EventState,
  Id,
  RecurrenceId,
  Text,
  Uuid,
} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';

export const CalendarParams = Type.Object({shop: Id, calendar: Id});
export const EventParams = Type.Object({shop: Id, calendar: Id, event: Uuid});
export const DateParams = Type.Object({
  shop: Id,
  calendar: Id,
  event: Uuid,
  recurrenceId: RecurrenceId,
});
export const FeedParams = Type.Object({shop: Id, calendar: Id, feed: Id});
export const RegistrationParams = Type.Object({shop: Id, calendar: Id, registration: Uuid});

/** Fastify gives header names in lower case. */
export const IfMatch = Type.Object({'if-match': Type.Optional(Type.String({maxLength: 200}))});

export const CalendarsAnswer = Type.Object({calendars: Type.Array(DeskCalendar)});

export const EventsQuery = Type.Object(
  {
    state: Type.Optional(Type.Array(EventState, {maxItems: 5})),
    when: Type.Optional(Type.Enum(['upcoming', 'past'])),
    /** `1`: with a change that waits to be decided. */
    change: Type.Optional(Type.Literal('1')),
    search: Type.Optional(Type.String({maxLength: 200})),
    after: Type.Optional(Type.Integer({minimum: 0})),
    limit: Type.Optional(Type.Integer({minimum: 1, maximum: 200})),
  },
  {additionalProperties: false},
);

export const EventsAnswer = Type.Object({
  events: Type.Array(DeskEvent),
  /** `after` of the next page; absent on the last one. */
  next: Type.Optional(Type.Integer()),
});

/** Of a calendar that is deleted. */
export const DeletionQuery = Type.Object(
  {
    /** `1`: what was published goes with it. */
    events: Type.Optional(Type.Literal('1')),
    /** `confirmed` and `waiting` of `CalendarDeletion` together, as they were read; 0 when absent. */
    people: Type.Optional(Type.Integer({minimum: 0})),
    /** Told to these people. */
    reason: Type.Optional(Text(300)),
  },
  {additionalProperties: false},
);

/** Of registrations: one date of the event. */
export const DateQuery = Type.Object(
  {date: Type.Optional(RecurrenceId)},
  {additionalProperties: false},
);

export const Gone = {204: Type.Null()};
