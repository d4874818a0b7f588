import {Type, type Static} from 'typebox';
import {Id, Instant, Text} from './common.js';
import {Uuid} from './chat.js';
import {CalendarSettings, FeedState} from './calendar.js';
import {EventContact, EventDocument, RecurrenceId} from './event.js';
import {Registration} from './registration.js';

/** Where an event stands. `published` and `cancelled` ones are seen by all. */
export const EventState = Type.Enum(['draft', 'proposed', 'published', 'cancelled', 'rejected']);
export type EventState = 'draft' | 'proposed' | 'published' | 'cancelled' | 'rejected';

/** One line of what was done to an event. */
export const EventHistoryLine = Type.Object(
  {
    at: Instant,
    action: Type.Enum([
      'created',
      'imported',
      'edited',
      'proposed',
      'taken-back',
      'published',
      'unpublished',
      'rejected',
      'change-proposed',
      'change-accepted',
      'change-rejected',
      'cancelled',
      'restored',
      'date-cancelled',
      'date-restored',
    ]),
    by: Type.Enum(['person', 'program', 'proposer', 'hub']),
    /** Name or e-mail address of the person of the shop. */
    person: Type.Optional(Type.String()),
    /** Fields of the document that are another than before. */
    fields: Type.Optional(Type.Array(Type.String())),
    recurrenceId: Type.Optional(RecurrenceId),
    reason: Type.Optional(Type.String()),
  },
  {additionalProperties: false},
);
export type EventHistoryLine = Static<typeof EventHistoryLine>;

/** An event as those see it who work on it. */
export const DeskEvent = Type.Object(
  {
    id: Uuid,
    calendar: Id,
    state: EventState,
    /** Counts up with each change; the ETag is `"version"`. */
    version: Type.Integer({minimum: 1}),
    event: EventDocument,
    /** What somebody without the right to publish wants it to be; the published one stays until it is accepted. */
    change: Type.Optional(EventDocument),
    /** Why it was rejected or cancelled. */
    reason: Type.Optional(Type.String()),
    /** Who proposed it from outside; absent once erased. */
    proposer: Type.Optional(
      Type.Object(
        {contact: EventContact, organization: Type.Optional(Text(120))},
        {additionalProperties: false},
      ),
    ),
    /** The feed that it was imported from; `file` for an uploaded one. */
    importedFrom: Type.Optional(Type.String()),
    /** The next date, or the last one when all are past; absent when there is none. */
    date: Type.Optional(
      Type.Object({
        recurrenceId: RecurrenceId,
        startsAt: Instant,
        endsAt: Instant,
        isPast: Type.Boolean(),
      }),
    ),
    /** Persons on future dates. */
    registrations: Type.Optional(Type.Object({confirmed: Type.Integer(), waiting: Type.Integer()})),
    /** The page for all, once it is published. */
    page: Type.Optional(Type.String()),
    createdAt: Instant,
    updatedAt: Instant,
    /** Of one event, not of a list. */
    history: Type.Optional(Type.Array(EventHistoryLine)),
  },
  {additionalProperties: false},
);
export type DeskEvent = Static<typeof DeskEvent>;

/** `PUT …/events/:event`: writes it, and moves it where asked. */
export const EventWrite = Type.Object(
  {
    event: EventDocument,
    /** Where it goes with it; as it is (a new one: `draft`) when absent. */
    state: Type.Optional(Type.Enum(['draft', 'proposed', 'published'])),
  },
  {additionalProperties: false},
);
export type EventWrite = Static<typeof EventWrite>;

/** `POST …/events/:event/decision`, on a proposed event or a proposed change. */
export const EventDecision = Type.Object(
  {
    decision: Type.Enum(['accept', 'reject']),
    /** Told to who proposed it; must be there to reject. */
    reason: Type.Optional(Text(1000)),
  },
  {additionalProperties: false},
);
export type EventDecision = Static<typeof EventDecision>;

/** `PUT …/cancellation` of an event or of one date. */
export const EventCancellation = Type.Object(
  {reason: Type.Optional(Text(300))},
  {additionalProperties: false},
);
export type EventCancellation = Static<typeof EventCancellation>;

/** A calendar as the desk lists it. */
export const DeskCalendar = Type.Object(
  {
    id: Id,
    settings: CalendarSettings,
    version: Type.Integer({minimum: 1}),
    /** Events in each state, and proposed changes. */
    counts: Type.Object({
      draft: Type.Integer(),
      proposed: Type.Integer(),
      published: Type.Integer(),
      cancelled: Type.Integer(),
      rejected: Type.Integer(),
      changes: Type.Integer(),
    }),
    page: Type.String(),
  },
  {additionalProperties: false},
);
export type DeskCalendar = Static<typeof DeskCalendar>;

/** What goes with a calendar, for who is about to delete it. */
export const CalendarDeletion = Type.Object(
  {
    /** Published or cancelled: seen by all until then. */
    events: Type.Integer({minimum: 0}),
    /** Drafts and refused ones. */
    drafts: Type.Integer({minimum: 0}),
    /** Proposed and not decided about. */
    proposals: Type.Integer({minimum: 0}),
    feeds: Type.Integer({minimum: 0}),
    /** Registrations for dates that are still to come and not cancelled: these are told by mail. */
    confirmed: Type.Integer({minimum: 0}),
    waiting: Type.Integer({minimum: 0}),
    /** Those of them who gave a telephone number alone, and get no mail. */
    withoutEmail: Type.Array(EventContact, {maxItems: 200}),
  },
  {additionalProperties: false},
);
export type CalendarDeletion = Static<typeof CalendarDeletion>;

/** An agenda kept elsewhere. */
export const FeedSettings = Type.Object(
  {
    name: Text(120),
    /** http, https or webcal; a public address. For `openagenda` the number of the agenda is enough, in `agenda`. */
    url: Type.Optional(Type.String({maxLength: 2000, pattern: '^(https?|webcal)://[^\\s]+$'})),
    /** uid of an agenda of OpenAgenda; read with the key of the hub's configuration. */
    agenda: Type.Optional(Type.String({pattern: '^[0-9]{1,12}$'})),
    color: Type.Optional(Type.String({pattern: '^#[0-9a-f]{6}$'})),
    /** Minutes for which a copy is handed on before the source is asked again; 10 when absent. */
    refreshMinutes: Type.Optional(Type.Integer({minimum: 10, maximum: 1440})),
    /** Handed on to pages at `…/feeds/:feed/events`; else it is only there to be imported. */
    isPublic: Type.Boolean(),
  },
  {additionalProperties: false},
);
export type FeedSettings = Static<typeof FeedSettings>;

export const DeskFeed = Type.Object(
  {id: Id, settings: FeedSettings, version: Type.Integer({minimum: 1}), state: FeedState},
  {additionalProperties: false},
);
export type DeskFeed = Static<typeof DeskFeed>;

const ImportLine = Type.Object({
  uid: Type.String(),
  name: Type.String(),
  startDate: Type.String(),
  /** The event of the hub, once it is there. */
  event: Type.Optional(Uuid),
});

/** What an import would do, or has done. */
export const EventImportReport = Type.Object(
  {
    added: Type.Array(ImportLine),
    changed: Type.Array(ImportLine),
    /** Edited here since the last import: these stay as they are. */
    kept: Type.Array(ImportLine),
    /** How many are as they were. */
    unchanged: Type.Integer({minimum: 0}),
    /** Were imported before and are not in the source any more; they stay. */
    missing: Type.Array(ImportLine),
    rejected: Type.Array(
      Type.Object({
        at: Type.Integer(),
        unit: Type.Enum(['line', 'item']),
        reason: Type.String(),
        message: Type.String(),
        isPartial: Type.Optional(Type.Boolean()),
      }),
    ),
  },
  {additionalProperties: false},
);
export type EventImportReport = Static<typeof EventImportReport>;

/** `GET …/events/:event/registrations`: who comes, date by date. */
export const RegistrationList = Type.Object(
  {
    dates: Type.Array(
      Type.Object({
        recurrenceId: RecurrenceId,
        startsAt: Instant,
        endsAt: Instant,
        isCancelled: Type.Boolean(),
        capacity: Type.Optional(Type.Integer()),
        /** Places, not persons. */
        confirmed: Type.Integer(),
        waiting: Type.Integer(),
        registrations: Type.Array(Registration),
      }),
    ),
  },
  {additionalProperties: false},
);
export type RegistrationList = Static<typeof RegistrationList>;
