import type {GeoCoordinates, PostalAddress} from '../place/place.js';

/**
 * Whether it takes place (https://schema.org/EventStatusType, RFC 5545 §3.8.1.11 `STATUS`, OpenAgenda's
 * `status`). What is cancelled stays: people who had it in mind must see that.
 */
export type EventStatus =
  | 'scheduled'
  /** Not certain yet. */
  | 'tentative'
  | 'cancelled'
  /** To a date that nobody knows yet. */
  | 'postponed'
  /** To the date that is given. */
  | 'rescheduled'
  | 'moved-online'
  /** Sold out, or no place left. */
  | 'full';

/** https://schema.org/EventAttendanceModeEnumeration. */
export type EventAttendanceMode = 'offline' | 'online' | 'mixed';

/** Whom it is made ready for; OpenAgenda's hi, vi, mi, ii and pi. */
export type EventAccessibility = 'hearing' | 'visual' | 'mobility' | 'intellectual' | 'psychic';

export type EventSetting = 'indoor' | 'outdoor' | 'both';

/** https://schema.org/ImageObject, reduced to what is shown. */
export interface EventImage {
  /** Absolute, http or https; checked again before it is shown. */
  readonly url: string;
  /** Text alternative; absent when the image adds nothing to the name. */
  readonly caption?: string;
  /** Whose work it is, as displayed (https://schema.org/creditText). */
  readonly creditText?: string;
}

/** Where it takes place; any part may be all that is known. */
export interface EventLocation {
  readonly name?: string;
  readonly address?: PostalAddress;
  readonly geo?: GeoCoordinates;
  /** `Place.id` of the same place in the sources of the map, when the publisher tells. */
  readonly placeId?: string;
  /** The place's own page, http or https. */
  readonly url?: string;
}

export interface EventOrganizer {
  readonly name?: string;
  /** As written in the source. */
  readonly telephone?: string;
  readonly email?: string;
  readonly url?: string;
}

/** One price (https://schema.org/Offer, https://schema.org/AggregateOffer). */
export interface EventOffer {
  /** For whom or what, as displayed ("Tarif réduit"). */
  readonly name?: string;
  /** Integer cents; 0 is free. The lowest, when there is a `maxPrice`. */
  readonly price?: number;
  /** Integer cents. */
  readonly maxPrice?: number;
  /** ISO 4217; absent: EUR. */
  readonly priceCurrency?: string;
  /** Where it is bought, http or https. */
  readonly url?: string;
}

/** How one registers or books. */
export interface EventRegistration {
  readonly type: 'url' | 'telephone' | 'email';
  /** An http(s) address, a number as written, an e-mail address. */
  readonly value: string;
}

/** Whole years of age, both included; at least one is there. */
export interface AgeRange {
  readonly min?: number;
  readonly max?: number;
}

/**
 * How an event repeats, for sentences and files (RFC 5545 §3.8.5). What there is to see is the
 * `Occurrence`s. Dates are ISO 8601 without offset, in the zone of the event: `2026-05-12` where the
 * event is all day or the source names a day, else `2026-05-12T18:30:00`.
 */
export interface EventRecurrence {
  /** RFC 5545 §3.3.10 without the name of the property: `FREQ=WEEKLY;BYDAY=TU`. Absent: `dates` alone. */
  readonly rule?: string;
  /** Further dates (`RDATE`), in order. */
  readonly dates?: readonly string[];
  /** Dates on which it is not (`EXDATE`), in order. */
  readonly exceptDates?: readonly string[];
}

/** Where an event was read, so that a person can judge and correct it. */
export interface EventSource {
  /** Name of the publisher or of the calendar. */
  readonly name?: string;
  /** http(s) address of the entry itself. */
  readonly url?: string;
  /** What the webmaster calls the source, when there are several: gives colour and label. */
  readonly label?: string;
  /** ISO 8601 date of the last change, when the source tells. */
  readonly dateModified?: string;
}

/**
 * Something that is on: schema.org's Event, reduced to what feeds really carry. All text is plain text,
 * shown as text, never as markup. When it is to be seen is in the `Occurrence`s that name its `id`.
 */
export interface Event {
  /** Unique among the events of one reading; from the source where it has one, else derived. */
  readonly id: string;
  /** As the source has it (`UID` of RFC 5545 §3.8.4.7); tells that two sources have the same event. */
  readonly uid?: string;
  /** Empty when the source has none: the view has a word for that. */
  readonly name: string;
  /** Line ends are kept. */
  readonly description?: string;
  /** The event's own page, http or https. */
  readonly url?: string;
  readonly image?: EventImage;
  readonly location?: EventLocation;
  /** Where one takes part from afar, http or https. */
  readonly onlineUrl?: string;
  readonly organizer?: EventOrganizer;
  /** What kind of event, as displayed. */
  readonly categories?: readonly string[];
  readonly keywords?: readonly string[];
  /** For whom, as displayed ("Familles"). */
  readonly audience?: readonly string[];
  readonly typicalAgeRange?: AgeRange;
  /** `true` free, `false` paid, absent unknown. */
  readonly isAccessibleForFree?: boolean;
  readonly offers?: readonly EventOffer[];
  /** Price and access in the organiser's words. */
  readonly conditions?: string;
  /** Absent: nothing said, as good as scheduled. */
  readonly eventStatus?: EventStatus;
  readonly eventAttendanceMode?: EventAttendanceMode;
  readonly accessibility?: readonly EventAccessibility[];
  readonly setting?: EventSetting;
  /** BCP 47 tags. */
  readonly inLanguage?: readonly string[];
  readonly registration?: readonly EventRegistration[];
  readonly maximumAttendeeCapacity?: number;
  readonly remainingAttendeeCapacity?: number;
  /**
   * The IANA zone in which the event's clock runs. Absent when it has none: all day, floating (RFC 5545
   * §3.3.5, form 1: the same time of day wherever one is), or by rules that only its file knows.
   */
  readonly timeZone?: string;
  readonly isAllDay: boolean;
  /** Set when its times are those of no zone; the reading then took its own. */
  readonly isFloating?: true;
  /**
   * Start of the first: `2026-05-12` all day; `2026-05-12T18:30:00` floating; else with its offset,
   * `2026-05-12T18:30:00+02:00`.
   */
  readonly startDate: string;
  /** End of the first, in the same shape; the last day itself when all day, as in schema.org. */
  readonly endDate: string;
  /** Before it was rescheduled, when the source tells. */
  readonly previousStartDate?: string;
  readonly recurrence?: EventRecurrence;
  /** `Event.id` of the series from which this one date departs (another name, place or status). */
  readonly superEvent?: string;
  readonly source?: EventSource;
  /** Further sources that know the same event, when several were merged. */
  readonly otherSources?: readonly EventSource[];
}

/**
 * One time at which an event is on. Days are numbered from 1970-01-01 (day 0) and, like minutes, those of
 * the zone that the reading was asked for; an all-day occurrence has the same days in every zone.
 */
export interface Occurrence {
  /** `Event.id`. */
  readonly eventId: string;
  /**
   * Which one of the series, whatever the time that it was moved to (RFC 5545 §3.8.4.4): `20260512`,
   * `20260512T183000` in the zone of the event, `20260512T163000Z`. The same at every reading.
   */
  readonly recurrenceId: string;
  /** Milliseconds since 1970-01-01T00:00Z. All day: midnight in the zone of the reading. */
  readonly start: number;
  /** Exclusive; equals `start` when the source tells no end. */
  readonly end: number;
  readonly isAllDay: boolean;
  /** The day on which it starts. */
  readonly firstDay: number;
  /** The last day that it touches; what ends at midnight ends with the day before. */
  readonly lastDay: number;
  /** Minutes after midnight of `firstDay`, on the clock: 0 … 1439. All day: 0. */
  readonly startMinute: number;
  /** Minutes after midnight of `lastDay`: 0 … 1440. All day: 1440. */
  readonly endMinute: number;
}

/** Why an event, or a part of it, could not be taken. */
export type EventRejectionReason =
  /** Not readable at all. */
  | 'bad-row'
  | 'not-an-event'
  | 'no-start'
  | 'bad-start'
  /** The end lies before the start, or the duration is none or beyond all measure. */
  | 'bad-end'
  /** A recurrence rule that cannot be read; only its start is shown. */
  | 'bad-rule'
  /** A date of a series, or the date that an exception is for, that cannot be read. */
  | 'bad-date'
  /** A time zone that nobody knows; the zone of the feed or of the reading was taken. */
  | 'unknown-zone'
  /** Its publisher does not want it shown (RFC 5545 §3.8.1.3). */
  | 'private'
  /** More dates in the window than a reading takes. */
  | 'too-many-occurrences'
  /** The rule takes more work than a reading gives. */
  | 'too-much-work'
  /** More events, or more rejections, than a reading takes; the rest of the feed is left out. */
  | 'too-many';

/** One entry of a feed that could not be taken, or not whole. */
export interface RejectedEvent {
  /** Where: line number of a text (1 = first), index of an item (0-based). */
  readonly at: number;
  readonly unit: 'line' | 'item';
  readonly uid?: string;
  /** Why, as a stable code; `detail` has the words for the webmaster. */
  readonly reason: EventRejectionReason;
  /** English, for the console; quotes the offending value, cut to a readable length. */
  readonly detail: string;
  /** Set when the event is shown all the same, without what is wrong with it. */
  readonly isPartial?: true;
}

/** What a calendar tells of itself (RFC 7986 §5, `X-WR-CALNAME` and its kind). */
export interface CalendarDescription {
  readonly name?: string;
  readonly description?: string;
  readonly url?: string;
  /** As the source has it: a CSS colour, by name or `#rrggbb`; to be checked before use. */
  readonly color?: string;
  /** IANA zone. */
  readonly timeZone?: string;
  /** Minutes after which the publisher wants to be asked again. */
  readonly refreshMinutes?: number;
}

/** What a feed of events holds, in a window of time. */
export interface EventsReading {
  /** Those that have an occurrence in the window, in the order of the source. */
  readonly events: Event[];
  /** Those that touch the window, by start, then longer ones first, then in the order of the source. */
  readonly occurrences: Occurrence[];
  /** In the order of the source. */
  readonly rejected: RejectedEvent[];
  /** Whether events or occurrences were left out by a limit; `rejected` then says which. */
  readonly truncated: boolean;
  readonly calendar: CalendarDescription;
}
