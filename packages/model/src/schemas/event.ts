import {Type, type Static} from 'typebox';
import {Cents, PostalAddress, Text, WebAddress} from './common.js';

/**
 * A moment on the event's own clock, without offset: `2026-05-12T18:30:00` (the seconds may be left out), or a
 * day of it, `2026-05-12`. All dates of one event have the same of the two forms.
 */
export const LocalDate = Type.String({
  pattern: String.raw`^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$`,
});

/**
 * Which date of a series, by the start that its rule gives it, on the event's own clock (RFC 5545 §3.8.4.4):
 * `20260512T183000`, all day `20260512`. Of an event that does not repeat: its start.
 */
export const RecurrenceId = Type.String({
  pattern: String.raw`^\d{8}(T([01]\d|2[0-3])[0-5]\d[0-5]\d)?$`,
});

const EmailAddress = Type.String({maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$'});
const Telephone = Type.String({maxLength: 30, pattern: '^[+0-9][0-9 ().-]{5,}$'});
const Labels = (most: number) =>
  Type.Array(Text(80), {minItems: 1, maxItems: most, uniqueItems: true});

/** How to reach somebody; `email` or `telephone` must be there. */
export const EventContact = Type.Object(
  {
    name: Text(80),
    email: Type.Optional(EmailAddress),
    telephone: Type.Optional(Telephone),
  },
  {additionalProperties: false},
);
export type EventContact = Static<typeof EventContact>;

/** `EventImage` of the domain, whose text alternative must be there. */
export const EventImage = Type.Object(
  {
    url: WebAddress,
    /** What the picture shows, for who does not see it (RGAA 1.1). */
    caption: Text(300),
    creditText: Type.Optional(Text(200)),
  },
  {additionalProperties: false},
);

export const EventLocation = Type.Object(
  {
    name: Type.Optional(Text(200)),
    address: Type.Optional(PostalAddress),
    geo: Type.Optional(
      Type.Object(
        {
          longitude: Type.Number({minimum: -180, maximum: 180}),
          latitude: Type.Number({minimum: -90, maximum: 90}),
        },
        {additionalProperties: false},
      ),
    ),
    /** `Place.id` of the same place in the sources of the map. */
    placeId: Type.Optional(Text(200)),
    url: Type.Optional(WebAddress),
  },
  {additionalProperties: false},
);

export const EventOrganizer = Type.Object(
  {
    name: Type.Optional(Text(200)),
    telephone: Type.Optional(Telephone),
    email: Type.Optional(EmailAddress),
    url: Type.Optional(WebAddress),
  },
  {additionalProperties: false},
);

export const EventOffer = Type.Object(
  {
    name: Type.Optional(Text(120)),
    price: Type.Optional(Cents),
    maxPrice: Type.Optional(Cents),
    url: Type.Optional(WebAddress),
  },
  {additionalProperties: false},
);

/** How often it is on. `rule` is RFC 5545 §3.3.10 without the name of the property. */
export const EventRecurrence = Type.Object(
  {
    rule: Type.Optional(Text(300)),
    /** Further dates. */
    dates: Type.Optional(Type.Array(LocalDate, {maxItems: 500, uniqueItems: true})),
    /** Dates of the rule on which it is not, and is not spoken of. */
    exceptDates: Type.Optional(Type.Array(LocalDate, {maxItems: 500, uniqueItems: true})),
  },
  {additionalProperties: false},
);

/** Whether it takes place; being cancelled is decided elsewhere (see `EventState`). */
export const WrittenStatus = Type.Enum([
  'scheduled',
  'tentative',
  'postponed',
  'rescheduled',
  'moved-online',
  'full',
]);

/** One date that differs from its series; what is absent is as in the series. */
export const EventOverride = Type.Object(
  {
    recurrenceId: RecurrenceId,
    /** Called off: stays to be seen, as such. */
    isCancelled: Type.Optional(Type.Literal(true)),
    /** Why, for all to read. */
    reason: Type.Optional(Text(300)),
    name: Type.Optional(Text(200)),
    description: Type.Optional(Text(5000)),
    startDate: Type.Optional(LocalDate),
    endDate: Type.Optional(LocalDate),
    location: Type.Optional(EventLocation),
    onlineUrl: Type.Optional(WebAddress),
    eventStatus: Type.Optional(WrittenStatus),
    /** Places on this date, instead of those of `signUp`. */
    capacity: Type.Optional(Type.Integer({minimum: 1, maximum: 100_000})),
  },
  {additionalProperties: false},
);
export type EventOverride = Static<typeof EventOverride>;

/** How one signs up with the hub, for each date by itself. */
export const SignUpSettings = Type.Object(
  {
    /** Places on each date; absent: as many as come. */
    capacity: Type.Optional(Type.Integer({minimum: 1, maximum: 100_000})),
    /** Who comes when it is full is written down in order, and moves up. */
    hasWaitingList: Type.Boolean(),
    /** Places that one person may take. */
    maxPlaces: Type.Integer({minimum: 1, maximum: 50}),
    /** Not before; on the event's own clock. */
    opensAt: Type.Optional(LocalDate),
    /** Minutes before each date from which on nobody is taken any more. */
    closesMinutesBefore: Type.Integer({minimum: 0, maximum: 43_200}),
    /** Hours before each date at which who comes is reminded; absent: never. */
    reminderHours: Type.Optional(Type.Integer({minimum: 1, maximum: 336})),
    /** What to know when one signs up (`Certificat médical demandé`). Plain text. */
    instructions: Type.Optional(Text(500)),
  },
  {additionalProperties: false},
);
export type SignUpSettings = Static<typeof SignUpSettings>;

/** What an editor writes of one event; the hub makes `Event`s and `Occurrence`s of it. */
export const EventDocument = Type.Object(
  {
    name: Text(200),
    description: Type.Optional(Text(5000)),
    isAllDay: Type.Boolean(),
    startDate: LocalDate,
    /** All day: the last day itself. Else not before the start; equal to it when nobody knows the end. */
    endDate: LocalDate,
    /** IANA name of the zone in which its clock runs. */
    timeZone: Type.String({minLength: 1, maxLength: 64}),
    recurrence: Type.Optional(EventRecurrence),
    overrides: Type.Optional(Type.Array(EventOverride, {maxItems: 500})),
    location: Type.Optional(EventLocation),
    onlineUrl: Type.Optional(WebAddress),
    /** A page about it, elsewhere; its page of the hub is there anyway. */
    url: Type.Optional(WebAddress),
    image: Type.Optional(EventImage),
    organizer: Type.Optional(EventOrganizer),
    categories: Type.Optional(Labels(10)),
    keywords: Type.Optional(Labels(20)),
    audience: Type.Optional(Labels(10)),
    typicalAgeRange: Type.Optional(
      Type.Object(
        {
          min: Type.Optional(Type.Integer({minimum: 0, maximum: 120})),
          max: Type.Optional(Type.Integer({minimum: 0, maximum: 120})),
        },
        {additionalProperties: false},
      ),
    ),
    /** Absent: not told. */
    isAccessibleForFree: Type.Optional(Type.Boolean()),
    offers: Type.Optional(Type.Array(EventOffer, {minItems: 1, maxItems: 20})),
    conditions: Type.Optional(Text(300)),
    eventStatus: Type.Optional(WrittenStatus),
    eventAttendanceMode: Type.Optional(Type.Enum(['offline', 'online', 'mixed'])),
    accessibility: Type.Optional(
      Type.Array(Type.Enum(['hearing', 'visual', 'mobility', 'intellectual', 'psychic']), {
        minItems: 1,
        maxItems: 5,
        uniqueItems: true,
      }),
    ),
    setting: Type.Optional(Type.Enum(['indoor', 'outdoor', 'both'])),
    inLanguage: Type.Optional(
      Type.Array(Type.String({pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 20}), {
        minItems: 1,
        maxItems: 10,
        uniqueItems: true,
      }),
    ),
    /** Where one registers elsewhere; not beside `signUp`. */
    registration: Type.Optional(
      Type.Array(
        Type.Object(
          {type: Type.Enum(['url', 'telephone', 'email']), value: Text(2000)},
          {additionalProperties: false},
        ),
        {minItems: 1, maxItems: 5},
      ),
    ),
    signUp: Type.Optional(SignUpSettings),
  },
  {additionalProperties: false},
);
export type EventDocument = Static<typeof EventDocument>;
