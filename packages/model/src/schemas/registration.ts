import {Type, type Static} from 'typebox';
import {Id, Instant, Language, Text} from './common.js';
import {EventContact, EventDocument, RecurrenceId} from './event.js';

/** `PUT /v1/events/:event/occurrences/:recurrenceId/registrations/:uuid` */
export const RegistrationRequest = Type.Object(
  {
    /** With an e-mail address one gets a confirmation, a reminder, and what changes; with a telephone number alone, none. */
    contact: EventContact,
    places: Type.Integer({minimum: 1, maximum: 50}),
    language: Language,
    /** The sentence about what is kept, and for how long, was on the screen. */
    consent: Type.Literal(true),
  },
  {additionalProperties: false},
);
export type RegistrationRequest = Static<typeof RegistrationRequest>;

export const RegistrationState = Type.Enum(['confirmed', 'waiting', 'cancelled']);
export type RegistrationState = 'confirmed' | 'waiting' | 'cancelled';

export const Registration = Type.Object(
  {
    id: Type.String(),
    event: Type.String(),
    calendar: Id,
    recurrenceId: RecurrenceId,
    /** Of the event, as things stand. */
    name: Type.String(),
    startsAt: Instant,
    endsAt: Instant,
    isAllDay: Type.Boolean(),
    timeZone: Type.String(),
    isEventCancelled: Type.Boolean(),
    state: RegistrationState,
    places: Type.Integer({minimum: 1}),
    /** Among those who wait, 1 being the next. */
    position: Type.Optional(Type.Integer({minimum: 1})),
    /** Absent once it was erased. */
    contact: Type.Optional(EventContact),
    language: Language,
    createdAt: Instant,
    cancelledAt: Type.Optional(Instant),
    cancelledBy: Type.Optional(Type.Enum(['person', 'organizer', 'hub'])),
  },
  {additionalProperties: false},
);
export type Registration = Static<typeof Registration>;

/** What only who signs up gets. */
export const PlacedRegistration = Type.Object(
  {
    registration: Registration,
    /** Opens `/v1/registrations/:token`; secret. Absent when the same was asked again after seven days. */
    token: Type.Optional(Type.String({pattern: '^[A-Za-z0-9_-]{43}$'})),
    /** The page of the hub where one cancels, exports, erases. */
    url: Type.Optional(Type.String()),
  },
  {additionalProperties: false},
);
export type PlacedRegistration = Static<typeof PlacedRegistration>;

/** What somebody without an account can write: who signs up does so with those who keep the calendar. */
const ProposedEvent = Type.Object(
  {...Type.Omit(EventDocument, ['signUp']).properties},
  {additionalProperties: false},
);

/** `POST /v1/calendars/:calendar/proposals`, with `Idempotency-Key`. */
export const ProposalRequest = Type.Object(
  {
    event: ProposedEvent,
    /** Who proposes; the e-mail address must be there, and is confirmed by a link. Never published. */
    contact: EventContact,
    /** The association or shop for which it is. */
    organization: Type.Optional(Text(120)),
    language: Language,
    consent: Type.Literal(true),
  },
  {additionalProperties: false},
);
export type ProposalRequest = Static<typeof ProposalRequest>;

/** `GET /v1/proposals/:token`: where a proposal stands. */
export const Proposal = Type.Object(
  {
    /** `unconfirmed` until the link of the mail was used. */
    state: Type.Enum(['unconfirmed', 'draft', 'proposed', 'published', 'cancelled', 'rejected']),
    calendar: Id,
    event: EventDocument,
    /** Why it was rejected or cancelled. */
    reason: Type.Optional(Type.String()),
    /** The page for all, once it is published. */
    page: Type.Optional(Type.String()),
    createdAt: Instant,
  },
  {additionalProperties: false},
);
export type Proposal = Static<typeof Proposal>;
